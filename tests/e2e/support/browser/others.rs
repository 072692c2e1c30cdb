//! Firefox with geckodriver, and `WebKit` as `WebKitGTK` has it, with its own driver.

use std::{
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

use serde_json::json;

use super::{Browser, Connection, Kept, command};
use crate::support::{Failure, Outcome};

/// A browser that has other roots than Chromium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Other {
    /// Firefox.
    Firefox,
    /// What Safari stands on too.
    WebKit,
}

/// Where Debian has `WebKitGTK`'s browser.
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

impl Other {
    /// Whether all that it needs is here.
    pub(crate) fn is_here(self) -> bool {
        match self {
            Self::Firefox => firefox().is_ok() && geckodriver().is_ok(),
            Self::WebKit => {
                webkit_driver().is_ok() && screen().is_ok() && Path::new(MINI_BROWSER).is_file()
            }
        }
    }

    pub(super) async fn start(self) -> Outcome<Browser> {
        match self {
            Self::Firefox => {
                let connection = listening(&geckodriver()?, "--port", Vec::new(), &[])?;
                let firefox = json!({ "binary": firefox()?, "args": ["-headless"] });
                let capabilities = json!({ "moz:firefoxOptions": firefox });
                Browser::connect(connection, capabilities).await
            }
            Self::WebKit => {
                // It has no mode without a screen.
                let arguments = ["-displayfd", "1", "-screen", "0", "1400x1000x24"];
                let mut screen = Kept::start(&screen()?, arguments, &[])?;
                let number: u32 = screen
                    .told(|line| line.trim().parse().ok())
                    .ok_or_else(|| Failure::new("Xvfb has ended without naming its screen"))?;
                let display = format!(":{number}");
                let variables = [("DISPLAY", display.as_str())];
                let connection = listening(&webkit_driver()?, "--port", vec![screen], &variables)?;
                let browser = json!({ "binary": MINI_BROWSER, "args": ["--automation"] });
                let capabilities = json!({ "webkitgtk:browserOptions": browser });
                Browser::connect(connection, capabilities).await
            }
        }
    }
}

/// Starts a driver on a free port, and waits until it listens.
fn listening(
    driver: &Path,
    flag: &str,
    mut kept: Vec<Kept>,
    variables: &[(&str, &str)],
) -> Outcome<Connection> {
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let port_flag = format!("{flag}={port}");
    kept.push(Kept::start(driver, [port_flag.as_str()], variables)?);
    let mut tries = 0..200;
    let listens = tries.any(|_| {
        sleep(Duration::from_millis(50));
        TcpStream::connect(("127.0.0.1", port)).is_ok()
    });
    Connection::new(kept, listens.then_some(port), driver)
}

fn firefox() -> Outcome<PathBuf> {
    command("FIREFOX", &["firefox", "firefox-esr"])
}

fn geckodriver() -> Outcome<PathBuf> {
    command("GECKODRIVER", &["geckodriver"])
}

fn webkit_driver() -> Outcome<PathBuf> {
    command("WEBKIT_DRIVER", &["WebKitWebDriver"])
}

fn screen() -> Outcome<PathBuf> {
    command("XVFB", &["Xvfb"])
}
