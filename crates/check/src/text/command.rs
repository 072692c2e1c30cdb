//! What findings say about files that only the command line reads.

mod chapters;
mod recordings;
mod table;

use nachlese_event::{Speech, problem::ImportFinding};

/// Says what was guessed, or could not be.
pub(super) fn message(finding: &ImportFinding, speech: Speech) -> String {
    let told = table::message(finding, speech).or_else(|| recordings::message(finding, speech));
    told.unwrap_or_else(|| chapters::message(finding, speech))
}

/// Says what to do about it.
pub(super) fn help(finding: &ImportFinding, speech: Speech) -> String {
    let fixed = table::help(finding).or_else(|| chapters::help(finding));
    match fixed {
        Some((german, english)) => speech.pick(german, english).to_owned(),
        None => recordings::help(finding, speech),
    }
}
