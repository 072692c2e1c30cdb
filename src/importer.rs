//! The importer as a module of its own, which the page loads only for files of other programs:
//! everybody else is spared its weight.

mod xml;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    import,
    problem::Severity,
    text::{Speech, problem},
};

/// Makes event JSON, version 1, of another program's file; see [`crate::import`] for the formats.
///
/// Tells developers in the console what was left out of the event.
///
/// # Errors
/// The code of the [`ParseError`](crate::parse::ParseError), if there is nothing to show.
#[wasm_bindgen]
pub fn import_event(text: &str) -> Result<String, String> {
    let read = import::read(text, xml::parse_xml);
    let (event, problems) = read.map_err(|error| error.code().to_owned())?;
    let faults = problems
        .iter()
        .filter(|found| found.severity() > Severity::Note);
    for found in faults.take(100) {
        let message = problem::message(&found.finding, Speech::English);
        let line = format!("nachlese: {} {}: {message}", found.code(), found.path);
        web_sys::console::warn_1(&line.into());
    }
    serde_json::to_string(&event).map_err(|_| "unwritable".to_owned())
}
