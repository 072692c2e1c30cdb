//! Prints what is wrong with a file, and how much of it there is.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use anstyle::Style;
use clap::Args;
use nachlese_check::{
    Located, Spot,
    text::{help, item, message, severity},
};
use nachlese_event::{
    Speech,
    problem::{Finding, Problem, Severity},
};
use nachlese_formats::import::{line_and_heading, locate};
use nachlese_reader::MOST_PROBLEMS;

use super::{
    Exit,
    escape::escape,
    marked::marked,
    named_files::FaultyFile,
    terminal::{Paint, style},
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
    pub(super) fn most(self) -> usize {
        if self.all { usize::MAX } else { MOST_LISTED }
    }
}

/// What is wrong with a file.
#[derive(Debug)]
pub(super) struct Findings {
    /// What each finding begins with.
    pub(super) prefix: String,
    /// The file as it was named.
    pub(super) file: PathBuf,
    /// Its content.
    pub(super) text: String,
    pub(super) problems: Vec<Problem>,
    pub(super) faulty: Vec<FaultyFile>,
    pub(super) speech: Speech,
}

/// A finding in words.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) severity: Severity,
    /// The stable code, in kebab-case.
    pub(super) code: &'static str,
    /// The path in the file.
    pub(super) path: String,
    pub(super) message: String,
    pub(super) help: String,
    /// Nothing if the file is no JSON.
    pub(super) located: Option<Located>,
}

impl Findings {
    /// Writes the list.
    pub(super) fn write(&self, listing: Listing, out: &mut impl Write) -> io::Result<()> {
        self.write_painted(listing, Paint::Plain, out)
    }

    /// Writes the list, perhaps in colour.
    pub(super) fn write_painted(
        &self,
        listing: Listing,
        paint: Paint,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let (prefix, speech) = (&self.prefix, self.speech);
        let lines: Vec<_> = self.text.lines().collect();
        for entry in self.entries(listing.most()) {
            write_entry(&entry, prefix, &self.file, &lines, speech, paint, out)?;
        }
        let listed = self.problems.len().min(listing.most());
        let more_problems = &self.problems[listed..];
        let listed = self.faulty.len().min(listing.most() - listed);
        let more = counts(more_problems, &self.faulty[listed..], speech);
        if !more.is_empty() {
            writeln!(out, "{prefix}{}", speech.more_findings(&more.join(", ")))?;
        }
        // Before the summary, so that both stay in order on a terminal.
        out.flush()
    }

    /// The first of the findings in words.
    pub(super) fn entries(&self, most: usize) -> Vec<Entry> {
        let speech = self.speech;
        let of_problem = |problem: &Problem| Entry {
            severity: problem.severity(),
            code: problem.code(),
            path: problem.path.to_string(),
            message: message(&problem.finding, speech),
            help: help(&problem.finding, speech),
            located: None,
        };
        let of_faulty = |faulty: &FaultyFile| {
            let (message, help) = faulty.sentences(speech);
            Entry {
                severity: faulty.severity(),
                code: faulty.code(),
                path: faulty.path().to_string(),
                message,
                help,
                located: None,
            }
        };
        let spots = self.problems.iter().map(Spot::from);
        let faulty = self.faulty.iter().map(|faulty| Spot {
            path: faulty.path(),
            is_name: false,
        });
        let spots: Vec<_> = spots.chain(faulty).take(most).collect();
        let places = locate(&self.text, &spots);
        let entries = self.problems.iter().map(of_problem);
        let entries = entries.chain(self.faulty.iter().map(of_faulty));
        entries
            .zip(places)
            .map(|(entry, located)| Entry { located, ..entry })
            .collect()
    }

    /// Whether nothing is wrong.
    pub(super) fn is_empty(&self) -> bool {
        self.problems.is_empty() && self.faulty.is_empty()
    }

    /// Whether every item of the file could be read.
    pub(super) fn has_all_items(&self) -> bool {
        let is_loss = |problem: &Problem| matches!(problem.finding, Finding::ItemsLost { .. });
        !self.problems.iter().any(is_loss)
    }

    /// Whether anything is worse than a note.
    pub(super) fn has_warnings(&self) -> bool {
        let problems = self.problems.iter().map(Problem::severity);
        let mut all = problems.chain(self.faulty.iter().map(FaultyFile::severity));
        all.any(|severity| severity > Severity::Note)
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

/// Writes a finding: what, where, the line with a mark, what to do. `lines` are those of the file.
pub(super) fn write_entry(
    entry: &Entry,
    prefix: &str,
    file: &Path,
    lines: &[&str],
    speech: Speech,
    paint: Paint,
    out: &mut impl Write,
) -> io::Result<()> {
    let (style, bold) = (style(entry.severity), Style::new().bold());
    let word = severity(entry.severity, speech);
    let path = match line_and_heading(&entry.path) {
        Some((line, heading)) => speech.table_place(line, heading),
        None => entry.path.clone(),
    };
    let (code, path, message) = (entry.code, escape(&path), escape(&entry.message));
    let word = paint.text(style, &format!("{word}[{code}]"));
    let message = paint.text(bold, &message);
    writeln!(out, "{prefix}{word} {path}: {message}")?;
    if let Some(located) = &entry.located {
        let file = escape(&file.display().to_string());
        let name = located.item.as_ref().map(|named| item(named, speech));
        let name = name.map(|name| format!(", {}", escape(&name)));
        let (line, column) = (located.line, located.column);
        writeln!(out, "  {file}:{line}:{column}{}", name.unwrap_or_default())?;
        let text = lines.get(line - 1).copied().unwrap_or_default();
        let shown = marked(text, line, column, located.width);
        out.write_all(paint.mark(style, &shown).as_bytes())?;
    }
    let help = escape(&entry.help);
    let word = paint.text(bold, speech.pick("Hinweis", "help"));
    writeln!(out, "  {word}: {help}")
}

fn exit_of(problems: &[Problem]) -> Exit {
    if problems.iter().any(|p| p.severity() == Severity::Error) {
        Exit::Findings
    } else {
        Exit::Fine
    }
}

/// How many findings there are of each severity.
fn summary(problems: &[Problem], faulty: &[FaultyFile], speech: Speech) -> String {
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
