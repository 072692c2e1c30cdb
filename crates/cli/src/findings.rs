//! Prints what is wrong with a file, and how much of it there is.

use std::io::{self, Write};

use clap::Args;
use nachlese_check::text::{help, message, severity};
use nachlese_event::{
    Speech,
    problem::{Finding, Problem, Severity},
};
use nachlese_reader::MOST_PROBLEMS;

use super::{
    Exit,
    escape::escape,
    named_files::{FaultyFile, write_faulty},
};
use crate::text::prelude::*;

/// How many findings of a file are listed, unless all are asked for.
const MOST_LISTED: usize = 200;

/// How much is listed.
#[derive(Debug, Default, Clone, Copy, Args)]
pub(super) struct Listing {
    /// List all findings, not only the first 200 of each file
    #[arg(long)]
    all: bool,
}

impl Listing {
    /// The number of findings that are listed.
    fn most(self) -> usize {
        if self.all { usize::MAX } else { MOST_LISTED }
    }
}

/// What is wrong with a file.
#[derive(Debug)]
pub(super) struct Findings {
    /// What each line begins with.
    pub(super) prefix: String,
    pub(super) problems: Vec<Problem>,
    pub(super) faulty: Vec<FaultyFile>,
    pub(super) speech: Speech,
}

impl Findings {
    /// Writes the list.
    pub(super) fn write(&self, listing: Listing, out: &mut impl Write) -> io::Result<()> {
        let (prefix, speech) = (&self.prefix, self.speech);
        let listed = self.problems.len().min(listing.most());
        let (problems, more_problems) = self.problems.split_at(listed);
        let listed = self.faulty.len().min(listing.most() - listed);
        let (faulty, more_faulty) = self.faulty.split_at(listed);
        for problem in problems {
            write_problem(prefix, problem, speech, out)?;
        }
        write_faulty(prefix, faulty, speech, out)?;
        let more = counts(more_problems, more_faulty, speech);
        if !more.is_empty() {
            writeln!(out, "{prefix}{}", speech.more_findings(&more.join(", ")))?;
        }
        // Before the summary, so that both stay in order on a terminal.
        out.flush()
    }

    /// How many there are of each severity.
    pub(super) fn summary(&self) -> String {
        summary(&self.problems, &self.faulty, self.speech)
    }

    /// How the program ends after reading the file.
    pub(super) fn exit(&self) -> Exit {
        exit_of(&self.problems)
    }
}

fn exit_of(problems: &[Problem]) -> Exit {
    if problems.iter().any(|p| p.severity() == Severity::Error) {
        Exit::Findings
    } else {
        Exit::Fine
    }
}

/// Writes a finding after `prefix`.
fn write_problem(
    prefix: &str,
    problem: &Problem,
    speech: Speech,
    out: &mut impl Write,
) -> io::Result<()> {
    let word = severity(problem.severity(), speech);
    let code = problem.code();
    let path = escape(&problem.path.to_string());
    let message = escape(&message(&problem.finding, speech));
    let help = escape(&help(&problem.finding, speech));
    writeln!(out, "{prefix}{word}[{code}] {path}: {message}")?;
    writeln!(out, "  {}: {help}", speech.pick("Hinweis", "help"))
}

/// How many findings there are of each severity.
pub(super) fn summary(problems: &[Problem], faulty: &[FaultyFile], speech: Speech) -> String {
    let parts = counts(problems, faulty, speech);
    let is_noted = |problem: &&Problem| !matches!(problem.finding, Finding::NotImported { .. });
    let is_cut_off = problems.iter().filter(is_noted).count() >= MOST_PROBLEMS;
    let mut summary = match (parts.as_slice(), is_cut_off) {
        ([], _) => speech
            .pick("nichts zu beanstanden", "nothing found")
            .to_owned(),
        (parts, false) => parts.join(", "),
        (parts, true) => format!("{}; {}", parts.join(", "), speech.problems_cut_off()),
    };
    for problem in problems {
        if matches!(problem.finding, Finding::ItemsLost { .. }) {
            summary += "; ";
            summary += &message(&problem.finding, speech);
        }
    }
    summary
}

/// „2 Fehler“, „1 Warnung“: what there is of each severity.
fn counts(problems: &[Problem], faulty: &[FaultyFile], speech: Speech) -> Vec<String> {
    let severities = || {
        let faulty = faulty.iter().map(FaultyFile::severity);
        problems.iter().map(Problem::severity).chain(faulty)
    };
    let count = |severity| severities().filter(|found| *found == severity).count();
    [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| (count(severity), severity))
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| counted(count, severity, speech))
        .collect()
}

fn counted(count: usize, of: Severity, speech: Speech) -> String {
    let word = severity(of, speech);
    let ending = match (speech, of) {
        _ if count == 1 => "",
        (Speech::German, Severity::Error) => "",
        (Speech::German, Severity::Warning | Severity::Note) => "en",
        (Speech::English, _) => "s",
    };
    // „Notiz“ has the plural „Notizen“, „Warnung“ „Warnungen“, „Fehler“ „Fehler“.
    format!("{count} {word}{ending}")
}
