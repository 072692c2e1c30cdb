//! Browsers that wait for their next test: to start one takes longer than many a test.

use std::sync::Mutex;

use fantoccini::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::{Browser, Connection, chromium};
use crate::support::{Failure, Outcome, devtools, lock};

/// A browser without the connection to it, which belongs to the test that has ended.
struct Idle {
    connection: Connection,
    session: String,
    version: String,
    uses: u32,
}

static IDLE: Mutex<Vec<Idle>> = Mutex::new(Vec::new());

/// After so many tests a browser has become slow.
const MOST_USES: u32 = 40;

/// A browser that waits, else a new one. It tells that a page has come before all of its files
/// have: a page whose data never comes would never be complete.
pub(crate) async fn reuse_or_start() -> Outcome<Browser> {
    let waiting = lock(&IDLE).pop();
    let Some(idle) = waiting else {
        return chromium("eager", &[]).await;
    };
    let address = &idle.connection.address;
    let connected =
        Client::with_existing_session(address, &idle.session, HttpConnector::new()).await;
    Ok(Browser {
        client: connected.map_err(|error| Failure::new(format!("the browser is gone: {error}")))?,
        version: idle.version,
        connection: idle.connection,
        uses: idle.uses + 1,
    })
}

/// Keeps a browser for the next test, without anything of the last one. One that cannot be cleaned
/// is ended.
pub(crate) async fn leave(browser: Browser, origin: &str) {
    if browser.uses < MOST_USES
        && let Ok(session) = clean(&browser.client, origin).await
    {
        lock(&IDLE).push(Idle {
            connection: browser.connection,
            session,
            version: browser.version,
            uses: browser.uses,
        });
    }
}

/// Leaves nothing but an empty window: what a test pretends to a page belongs to its window.
async fn clean(client: &Client, origin: &str) -> Outcome<String> {
    client.persist().await?;
    let session = client.session_id().await?;
    let session = session.ok_or_else(|| Failure::new("the browser has no session"))?;
    let old = client.windows().await?;
    let new = client.new_window(true).await?;
    for window in old {
        client.switch_to_window(window).await?;
        client.close_window().await?;
    }
    client.switch_to_window(new.handle).await?;
    // Another test's site may get the same port.
    let storage = json!({ "origin": origin, "storageTypes": "all" });
    let commands: [(&str, Value); 6] = [
        ("Storage.clearDataForOrigin", storage),
        ("Network.clearBrowserCache", json!({})),
        ("Browser.resetPermissions", json!({})),
        (
            "Browser.setDownloadBehavior",
            json!({ "behavior": "default" }),
        ),
        // The new window takes the focus of the old one, but not always at once.
        ("Page.bringToFront", json!({})),
        (
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        ),
    ];
    for (command, params) in commands {
        devtools::command(client, command, params).await?;
    }
    for kind in ["performance", "browser"] {
        devtools::log(client, kind).await?;
    }
    Ok(session)
}
