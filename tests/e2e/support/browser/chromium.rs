//! Chromium with chromedriver.

use super::{Browser, Connection, Kept, command};
use crate::support::Outcome;
use serde_json::json;

const FLAGS: [&str; 13] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Ends with its driver, however that ends.
    "--remote-debugging-pipe",
    "--hide-scrollbars",
    "--window-size=1280,900",
    // A test must not reach the world, even if the page tries to.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// Starts one. `waits_for` is what counts as a loaded page: `WebDriver`'s `pageLoadStrategy`.
/// `more` are flags beside the usual ones.
pub(crate) async fn chromium(waits_for: &str, more: &[&str]) -> Outcome<Browser> {
    let chromium = command(
        "CHROMIUM",
        &["chromium", "chromium-browser", "google-chrome"],
    )?;
    let chromedriver = command("CHROMEDRIVER", &["chromedriver"])?;
    let start = || {
        let mut driver = Kept::start(&chromedriver, ["--port=0"], &[])?;
        let port = driver.told(|line| {
            let (_, port) = line.rsplit_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        Connection::new(vec![driver], port, &chromedriver)
    };
    // On a busy machine the port that the driver picks may be gone before it listens.
    let connection = start().or_else(|_| start())?;
    let args = FLAGS.iter().chain(more);
    let mut args: Vec<_> = args.map(|&flag| flag.to_owned()).collect();
    let profile = connection.kept[0].folder();
    args.push(format!("--user-data-dir={}", profile.display()));
    let capabilities = json!({
        "pageLoadStrategy": waits_for,
        // axe-core looks at each element of a long page: on a busy machine that takes longer than the usual 30 s.
        "timeouts": { "script": 90_000 },
        "goog:chromeOptions": { "binary": chromium, "args": args },
        "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
    });
    Browser::connect(connection, capabilities).await
}
