//! Browsers and their drivers: started for a test, and kept for the next ones where a test left
//! them as they were.

mod chromium;
mod idle;
mod kept;
mod others;

use std::{
    env,
    path::{Path, PathBuf},
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;

use self::kept::Kept;
pub(crate) use self::{
    chromium::chromium,
    idle::{leave, reuse_or_start},
    others::Other,
};
use super::{Failure, Outcome};

/// A browser in which no page has been yet, or none of it is left.
pub(crate) struct Browser {
    pub(crate) client: Client,
    pub(crate) version: String,
    connection: Connection,
    /// How many tests have used it, with this one.
    uses: u32,
}

/// Running programs, and where the driver among them listens.
struct Connection {
    kept: Vec<Kept>,
    address: String,
}

impl Connection {
    /// With the port that the driver has named, or with none if it does not run.
    fn new(kept: Vec<Kept>, port: Option<u16>, driver: &Path) -> Outcome<Self> {
        let port =
            port.ok_or_else(|| Failure::new(format!("{} does not listen", driver.display())))?;
        Ok(Self {
            kept,
            address: format!("http://127.0.0.1:{port}"),
        })
    }
}

impl Browser {
    /// Starts one that is not Chromium.
    pub(crate) async fn other(other: Other) -> Outcome<Self> {
        other.start().await
    }

    async fn connect(connection: Connection, capabilities: Value) -> Outcome<Self> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.as_object().cloned().unwrap_or_default());
        let client = builder
            .connect(&connection.address)
            .await
            .map_err(|error| Failure::new(format!("no browser for {capabilities}: {error}")))?;
        let version = client
            .capabilities()
            .and_then(|known| known.get("browserVersion")?.as_str().map(str::to_owned))
            .unwrap_or_default();
        Ok(Self {
            client,
            version,
            connection,
            uses: 1,
        })
    }
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
