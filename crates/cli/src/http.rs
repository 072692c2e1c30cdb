//! Asks a host. The only place in the program that asks anybody in the network.
//!
//! Polite: one request after the other, not many in all, and none that waits long or reads much.

use std::{
    cell::Cell,
    io::{self, Read},
    time::Duration,
};

use ureq::{
    Agent,
    tls::{RootCerts, TlsConfig},
};

/// How much of an answer is read at most, in bytes.
const MOST_BYTES: u64 = 4_000_000;

/// How much is read of what nobody looks at, so that the line stays open.
const MOST_UNREAD: u64 = 64_000;

const PATIENCE: Duration = Duration::from_secs(15);

/// Whoever asks.
pub(crate) struct Client {
    agent: Agent,
    manners: Manners,
    left: Cell<u32>,
}

/// How somebody asks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manners {
    /// Under what name hosts know who asks.
    pub(crate) name: &'static str,
    /// How many requests there are at most.
    pub(crate) most_requests: u32,
    /// How often an answer may lead on, perhaps to another host.
    pub(crate) redirects: u32,
}

/// What a host says.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    /// The first bytes; empty if nobody wanted them.
    pub(crate) body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Nobody knows the host.
    NoHost,
    /// Nobody listens there.
    Refused,
    /// It took too long.
    Slow,
    /// The certificate is not trusted, or there is no encryption.
    Certificate(String),
    /// There were too many requests.
    Enough,
    /// Something else.
    Other(String),
}

impl Answer {
    /// The values of a header, joined as browsers do it.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let named = self.headers.iter().filter(|(own, _)| own == name);
        let values: Vec<_> = named.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

impl Client {
    pub(crate) fn new(manners: Manners) -> Self {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier);
        let config = Agent::config_builder()
            .tls_config(tls.build())
            .http_status_as_error(false)
            .max_redirects(manners.redirects)
            .max_redirects_will_error(false)
            .timeout_global(Some(PATIENCE))
            .timeout_connect(Some(Duration::from_secs(6)))
            .user_agent(manners.name);
        Self {
            agent: config.build().into(),
            manners,
            left: Cell::new(manners.most_requests),
        }
    }

    /// How many requests there were.
    pub(crate) fn count(&self) -> u32 {
        self.manners.most_requests - self.left.get()
    }

    /// Asks for the headers of a file, with these headers. It is not packed unless they say so.
    pub(crate) fn head(&self, url: &str, headers: &[(&str, &str)]) -> Result<Answer, Trouble> {
        self.ask(url, headers, false)
    }

    /// Asks for a file.
    pub(crate) fn get(&self, url: &str) -> Result<Answer, Trouble> {
        self.ask(url, &[], true)
    }

    /// With `GET` in any case: some hosts answer `HEAD` otherwise.
    fn ask(&self, url: &str, headers: &[(&str, &str)], whole: bool) -> Result<Answer, Trouble> {
        let left = self.left.get().checked_sub(1).ok_or(Trouble::Enough)?;
        self.left.set(left);
        let mut request = self.agent.get(url);
        if !headers.iter().any(|(name, _)| *name == "Accept-Encoding") {
            request = request.header("Accept-Encoding", "identity");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.call().map_err(|error| trouble(&error))?;
        let status = response.status().as_u16();
        let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
        let pairs = response.headers().iter();
        let headers = pairs.map(|(name, value)| (name.as_str().to_owned(), text(value.as_bytes())));
        let headers: Vec<_> = headers.collect();
        let mut body = Vec::new();
        let most = if whole { MOST_BYTES } else { MOST_UNREAD };
        let mut reader = response.into_body().into_reader().take(most);
        let read = reader.read_to_end(&mut body);
        if whole {
            read.map_err(|error| of_io(&error))?;
        } else {
            body.clear();
        }
        // As headers are found by their names in lower case.
        Ok(Answer {
            status,
            headers,
            body,
        })
    }
}

fn trouble(error: &ureq::Error) -> Trouble {
    match error {
        ureq::Error::HostNotFound => Trouble::NoHost,
        ureq::Error::Timeout(_) => Trouble::Slow,
        ureq::Error::ConnectionFailed => Trouble::Refused,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Trouble::Certificate(error.to_string()),
        ureq::Error::Io(cause) => of_io(cause),
        other => Trouble::Other(other.to_string()),
    }
}

fn of_io(error: &io::Error) -> Trouble {
    let says_tls = |text: &str| {
        ["certificate", "handshake", "Tls", "TLS"]
            .iter()
            .any(|it| text.contains(it))
    };
    match error.kind() {
        io::ErrorKind::ConnectionRefused => Trouble::Refused,
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Trouble::Slow,
        // The name server does not know the host, or does not answer.
        _ if error.to_string().contains("lookup address") => Trouble::NoHost,
        _ if says_tls(&error.to_string()) => Trouble::Certificate(error.to_string()),
        _ => Trouble::Other(error.to_string()),
    }
}
