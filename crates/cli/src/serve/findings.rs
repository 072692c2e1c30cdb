//! What is wrong with the events, for the script that shows it over the page.

use nachlese_check::text::{help, message, severity};
use nachlese_event::{
    Speech,
    problem::{Problem, Severity},
};
use serde::Serialize;

use crate::{failure::Failure, stage::Source, text::prelude::*};

/// All sentences that the script shows.
#[derive(Debug, Serialize)]
pub(super) struct Findings {
    language: String,
    /// How many there are.
    title: String,
    /// What the button says that hides them until the next change.
    hide: &'static str,
    findings: Vec<Line>,
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
            let lines = source
                .findings
                .problems
                .iter()
                .map(|problem| line(&file, problem, speech));
            let faulty = source.findings.faulty.iter().map(|faulty| {
                let (message, help) = faulty.sentences(speech);
                Line {
                    severity: code(faulty.severity()),
                    word: severity(faulty.severity(), speech).to_owned(),
                    place: format!("{file}: {}", faulty.path()),
                    message,
                    help: help.to_owned(),
                }
            });
            lines.chain(faulty).collect::<Vec<_>>()
        };
        Self::with(sources.iter().flat_map(of_source).collect(), speech)
    }

    /// Of events that cannot be shown.
    pub(super) fn of_failure(failure: &Failure, speech: Speech) -> Self {
        let file = failure.file.as_ref().map(|file| file.display().to_string());
        let line = Line {
            severity: code(Severity::Error),
            word: severity(Severity::Error, speech).to_owned(),
            place: file.unwrap_or_default() + &failure.at,
            message: failure.text.clone(),
            help: String::new(),
        };
        Self::with(vec![line], speech)
    }

    fn with(findings: Vec<Line>, speech: Speech) -> Self {
        Self {
            language: speech.language_tag().as_str().to_owned(),
            title: speech.serve_findings(findings.len()),
            hide: speech.serve_hide(),
            findings,
        }
    }

    /// As the script reads it.
    pub(super) fn to_json(&self) -> String {
        // Texts always are JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn line(file: &str, problem: &Problem, speech: Speech) -> Line {
    Line {
        severity: code(problem.severity()),
        word: severity(problem.severity(), speech).to_owned(),
        place: format!("{file}: {}", problem.path),
        message: message(&problem.finding, speech),
        help: help(&problem.finding, speech),
    }
}

fn code(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
