//! Chromium and its driver: started for a test, gone after it.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{self, Child, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread::sleep,
    time::Duration,
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::{Failure, Outcome};

/// A browser with a fresh profile.
pub(crate) struct Browser {
    pub(crate) client: Client,
    pub(crate) version: String,
    _driver: Driver,
}

/// A running driver. Dropping it ends the driver and the Chromium that it has started.
struct Driver {
    process: Child,
    /// Held so that the driver can go on writing.
    _output: BufReader<ChildStdout>,
    port: u16,
    profile: PathBuf,
}

const FLAGS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1280,900",
    // A test must not reach the world, even if the page tries to.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

impl Browser {
    /// `waits_for` is what counts as a loaded page: `WebDriver`'s `pageLoadStrategy`. `more` are flags
    /// beside the usual ones.
    pub(crate) async fn start(waits_for: &str, more: &[&str]) -> Outcome<Self> {
        let chromium = command(
            "CHROMIUM",
            &["chromium", "chromium-browser", "google-chrome"],
        )?;
        let chromedriver = command("CHROMEDRIVER", &["chromedriver"])?;
        // On a busy machine the port that the driver picks may be gone before it listens.
        let driver = Driver::start(&chromedriver).or_else(|_| Driver::start(&chromedriver))?;
        let args = FLAGS.iter().chain(more);
        let mut args: Vec<_> = args.map(|&flag| flag.to_owned()).collect();
        args.push(format!("--user-data-dir={}", driver.profile.display()));
        let capabilities = json!({
            "pageLoadStrategy": waits_for,
            // axe-core looks at each element of a long page: on a busy machine that takes longer than the usual 30 s.
            "timeouts": { "script": 90_000 },
            "goog:chromeOptions": { "binary": chromium, "args": args },
            "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
        });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.as_object().cloned().unwrap_or_default());
        let address = format!("http://127.0.0.1:{}", driver.port);
        let client = builder.connect(&address).await.map_err(|error| {
            Failure::new(format!(
                "Chromium ({}) does not start: {error}",
                chromium.display()
            ))
        })?;
        let version = client
            .capabilities()
            .and_then(|known| known.get("browserVersion")?.as_str().map(str::to_owned))
            .unwrap_or_default();
        Ok(Self {
            client,
            version,
            _driver: driver,
        })
    }
}

impl Driver {
    fn start(command: &Path) -> Outcome<Self> {
        let mut process = Command::new(command)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                Failure::new(format!("{} does not start: {error}", command.display()))
            })?;
        let Some(output) = process.stdout.take() else {
            return Err(Failure::new("chromedriver is mute"));
        };
        let mut output = BufReader::new(output);
        let port = port_in(&mut output);
        // From here on, whatever happens, the driver is ended.
        let driver = Self {
            process,
            _output: output,
            port: port.unwrap_or_default(),
            profile: profile(),
        };
        match driver.port {
            0 => Err(Failure::new(
                "chromedriver has ended without naming its port",
            )),
            _ => Ok(driver),
        }
    }

    /// Asks the driver to close its browsers and to end, and gives it a little time for that.
    fn shut_down(&mut self) -> io::Result<()> {
        let mut connection = TcpStream::connect(("127.0.0.1", self.port))?;
        connection.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")?;
        for _ in 0..60 {
            if self.process.try_wait()?.is_some() {
                break;
            }
            sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Killed at once, the driver would leave Chromium behind.
        let _ = self.shut_down();
        let _ = self.process.kill();
        let _ = self.process.wait();
        // Chromium may write a little longer.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.profile).is_ok() || !self.profile.exists() {
                return;
            }
            sleep(Duration::from_millis(50));
        }
    }
}

/// The port that a driver names when it is ready.
fn port_in(output: &mut impl BufRead) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.rsplit_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}

/// The command that a variable names, else the first one on PATH.
fn command(variable: &str, names: &[&str]) -> Outcome<PathBuf> {
    if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) {
        return Ok(path.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
        .ok_or_else(|| {
            let name = names.first().copied().unwrap_or_default();
            Failure::new(format!(
                "The browser tests need {name}: `.ci/setup test` brings it, or set {variable}."
            ))
        })
}

fn profile() -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("nachlese-e2e-{}-{number}", process::id()))
}
