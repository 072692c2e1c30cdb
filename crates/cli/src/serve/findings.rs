//! What is wrong with the events, for the script that shows it over the page.

use nachlese_check::{
    Located,
    text::{item, severity},
};
use nachlese_event::{Speech, problem::Severity};
use serde::Serialize;

use crate::{failure::Failure, findings::Entry, stage::Source, text::prelude::*};

/// How many of a file are shown over the page; the terminal has the rest.
const MOST: usize = 50;

/// All sentences that the script shows.
#[derive(Debug, Serialize)]
pub(super) struct Findings {
    language: String,
    /// How many there are.
    title: String,
    /// What the button says that hides them until the next change.
    hide: &'static str,
    #[serde(rename = "findings")]
    lines: Vec<Line>,
}

/// A finding.
#[derive(Debug, Serialize)]
struct Line {
    severity: &'static str,
    word: String,
    /// The file, and where in it.
    place: String,
    message: String,
    help: String,
}

impl Findings {
    /// Of events whose site is shown.
    pub(super) fn of(sources: &[Source], speech: Speech) -> Self {
        let of_source = |source: &Source| {
            let file = source.file.display().to_string();
            let entries = source.findings.entries(MOST).into_iter();
            let lines = entries.map(|entry| Line {
                severity: code(entry.severity),
                word: severity(entry.severity, speech).to_owned(),
                place: place(&file, &entry, speech),
                message: entry.message,
                help: entry.help,
            });
            lines.collect::<Vec<_>>()
        };
        Self::with(sources.iter().flat_map(of_source).collect(), speech)
    }

    /// Of events that cannot be shown.
    pub(super) fn of_failure(failure: &Failure, speech: Speech) -> Self {
        let file = failure.file.as_ref().map(|file| file.display().to_string());
        let line = Line {
            severity: code(Severity::Error),
            word: severity(Severity::Error, speech).to_owned(),
            place: file.unwrap_or_default() + &failure.at(),
            message: failure.text.clone(),
            help: String::new(),
        };
        Self::with(vec![line], speech)
    }

    fn with(lines: Vec<Line>, speech: Speech) -> Self {
        Self {
            language: speech.language_tag().as_str().to_owned(),
            title: speech.serve_findings(lines.len()),
            hide: speech.serve_hide(),
            lines,
        }
    }

    /// As the script reads it.
    pub(super) fn to_json(&self) -> String {
        // Texts always are JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The place as an editor's window understands it, and as people call it.
fn place(file: &str, entry: &Entry, speech: Speech) -> String {
    match &entry.located {
        Some(Located {
            line,
            column,
            item: named,
            ..
        }) => {
            let name = named
                .as_ref()
                .map(|named| format!(" {}", item(named, speech)));
            format!("{file}:{line}:{column}{}", name.unwrap_or_default())
        }
        None => format!("{file}: {}", entry.path),
    }
}

fn code(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
