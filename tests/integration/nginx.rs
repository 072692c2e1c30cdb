//! An nginx of Debian's or any other, for one test.
//!
//! Tests that need it are skipped, with a word, where there is none (Debian: `apt-get install nginx-light`).

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use crate::{
    site::folder,
    support::{fixtures, left_out, read},
};

/// What the documents say about the address without its slash.
pub(crate) const SLASH: &str =
    "location = /a/b { absolute_redirect off; return 301 /a/b/$is_args$args; }";

/// An nginx that serves a folder at `/` and `/a/b/`; ends with the test.
pub(crate) struct Nginx {
    process: Child,
    port: u16,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// What a server answers.
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The values of a header, joined as browsers do it.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let named = self
            .headers
            .iter()
            .filter(|(n, _)| n.eq_ignore_ascii_case(name));
        let values: Vec<_> = named.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

impl Nginx {
    /// Starts nginx; none if there is none.
    pub(crate) fn start(name: &str) -> Option<Self> {
        Self::start_with(name, str::to_owned)
    }

    /// The same after a change to the folder's `nginx.conf`.
    pub(crate) fn start_with(name: &str, change: impl Fn(&str) -> String) -> Option<Self> {
        let dist = folder(name, &fixtures("valid").join("minimal.json"), None);
        let snippet = dist.join("nginx.conf");
        fs::write(&snippet, change(&read(&snippet))).unwrap();
        let include = format!("include {}/nginx.conf;", dist.display());
        let below = format!(
            "{include} location /a/b/ {{ alias {}/; {include} }} {SLASH}",
            dist.display()
        );
        Self::serve(&dist, &below)
    }

    /// Serves a folder with these settings; none if there is no nginx.
    pub(crate) fn serve(dist: &Path, settings: &str) -> Option<Self> {
        if Command::new("nginx")
            .arg("-v")
            .stderr(Stdio::null())
            .status()
            .is_err()
        {
            left_out("there is no nginx on the PATH");
            return None;
        }
        let home = dist.with_extension("nginx");
        fs::create_dir_all(&home).unwrap();
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let types = Path::new("/etc/nginx/mime.types");
        let types = if types.exists() {
            "include /etc/nginx/mime.types;"
        } else {
            ""
        };
        let (dist, place) = (dist.display(), home.display());
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {place}/{kind};"))
            .join("\n");
        let config = format!(
            "daemon off; master_process off; pid {place}/pid; error_log {place}/errors;
            events {{}}
            http {{
              {types} access_log off; {temporary}
              server {{
                listen 127.0.0.1:{port};
                root {dist};
                {settings}
              }}
            }}"
        );
        let file = home.join("nginx.conf");
        fs::write(&file, config).unwrap();
        let nginx = |arguments: &[&str]| {
            let mut command = Command::new("nginx");
            command
                .arg("-e")
                .arg(home.join("errors"))
                .arg("-p")
                .arg(&home)
                .arg("-c")
                .arg(&file);
            command.args(arguments);
            command
        };
        let check = nginx(&["-t"]).output().unwrap();
        let said = format!(
            "{}{}",
            String::from_utf8_lossy(&check.stderr),
            read(&home.join("errors"))
        );
        assert!(check.status.success() && !said.contains("[warn]"), "{said}");
        let process = nginx(&[]).spawn().unwrap();
        let nginx = Self { process, port };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Some(nginx);
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("nginx does not answer: {}", read(&home.join("errors")));
    }

    /// The address of its root.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Asks for a path with `Accept-Encoding`.
    pub(crate) fn get(&self, path: &str, encoding: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: a.example\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let (status, headers) = head.split_once("\r\n").unwrap();
        let pair = |line: &str| {
            line.split_once(": ")
                .map(|(n, v)| (n.to_owned(), v.to_owned()))
        };
        Answer {
            status: status.split(' ').nth(1).unwrap().parse().unwrap(),
            headers: headers.lines().filter_map(pair).collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }
}
