//! `sw.js`: the service worker that stores the page for readers without a network.
//!
//! Source: <https://www.w3.org/TR/service-workers/>, read on 2026-11-24.

use super::precache::{DeployedFile, precache};

const WORKER: &str = include_str!("offline/worker.js");
const LEAVE: &str = include_str!("offline/leave.js");

/// The service worker that stores these files. It changes if and only if the files change.
#[must_use]
pub fn service_worker(files: &[DeployedFile]) -> String {
    WORKER.replace("\"FILES\"", precache(files).trim_end())
}

/// A service worker that deletes what an earlier one stored, and unregisters itself.
#[must_use]
pub fn leaving_worker() -> String {
    LEAVE.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_files_to_keep() {
        let file = DeployedFile {
            path: "index.html".to_owned(),
            size: 3,
            hash: "0123456789abcdef".to_owned(),
        };
        let script = service_worker(&[file]);
        assert!(script.contains("\"url\": \"./\"") && script.contains("0123456789abcdef"));
        assert!(!script.contains("FILES"));
    }
}
