//! Chromium and its driver: started for a test, gone after it.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{self, Child, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::{Failure, Outcome};

/// A browser with a fresh profile. Dropping it ends the driver and Chromium with it.
pub(crate) struct Browser {
    pub(crate) client: Client,
    pub(crate) version: String,
    driver: Child,
    /// Held so that the driver can go on writing.
    _output: BufReader<ChildStdout>,
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
    pub(crate) async fn start() -> Outcome<Self> {
        let chromium = command(
            "CHROMIUM",
            &["chromium", "chromium-browser", "google-chrome"],
        )?;
        let chromedriver = command("CHROMEDRIVER", &["chromedriver"])?;
        let (driver, output, port) = start_driver(&chromedriver)?;
        let profile = profile();
        let mut args = FLAGS.map(str::to_owned).to_vec();
        args.push(format!("--user-data-dir={}", profile.display()));
        let capabilities = json!({
            // A page whose data never comes would never be complete.
            "pageLoadStrategy": "eager",
            "goog:chromeOptions": { "binary": chromium, "args": args },
            "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
        });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.as_object().cloned().unwrap_or_default());
        let connected = builder.connect(&format!("http://127.0.0.1:{port}")).await;
        let client = connected.map_err(|error| {
            Failure::new(format!(
                "Chromium ({}) does not start: {error}",
                chromium.display()
            ))
        });
        let client = match client {
            Ok(client) => client,
            Err(failure) => {
                end(driver, &profile);
                return Err(failure);
            }
        };
        let version = client
            .capabilities()
            .and_then(|known| known.get("browserVersion")?.as_str().map(str::to_owned))
            .unwrap_or_default();
        Ok(Self {
            client,
            version,
            driver,
            _output: output,
            profile,
        })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Chromium dies with its driver (the kernel sends it a signal).
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        remove(&self.profile);
    }
}

fn end(mut driver: Child, profile: &Path) {
    let _ = driver.kill();
    let _ = driver.wait();
    remove(profile);
}

/// Chromium may still be writing when it is told to end.
fn remove(profile: &Path) {
    for _ in 0..20 {
        if fs::remove_dir_all(profile).is_ok() || !profile.exists() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

fn start_driver(command: &Path) -> Outcome<(Child, BufReader<ChildStdout>, u16)> {
    let mut driver = Command::new(command)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| Failure::new(format!("{} does not start: {error}", command.display())))?;
    let output = driver
        .stdout
        .take()
        .ok_or_else(|| Failure::new("chromedriver is mute"))?;
    let mut output = BufReader::new(output);
    let mut line = String::new();
    while output.read_line(&mut line)? > 0 {
        let port = line
            .rsplit_once("started successfully on port ")
            .map(|(_, port)| port.trim().trim_end_matches('.'));
        if let Some(port) = port.and_then(|port| port.parse().ok()) {
            return Ok((driver, output, port));
        }
        line.clear();
    }
    let _ = driver.kill();
    let _ = driver.wait();
    Err(Failure::new("chromedriver ended without naming its port"))
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
