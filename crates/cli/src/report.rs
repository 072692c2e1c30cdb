//! Findings as other programs read them: JSON, SARIF, and the commands of GitHub's workflows.

use clap::ValueEnum;
use nachlese_event::problem::Severity;
use serde_json::{Value, json};

use super::{
    failure::Failure,
    findings::{Entry, Findings},
};

/// In which form findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people
    #[default]
    Text,
    /// One JSON document with all findings
    Json,
    /// SARIF 2.1.0, which code scanning tools read
    Sarif,
    /// Annotations in a workflow of GitHub
    Github,
}

/// All findings of all files.
#[derive(Debug, Default)]
pub(super) struct Report(Vec<Line>);

/// A finding, or why a file cannot be read.
#[derive(Debug)]
struct Line {
    file: String,
    severity: Severity,
    code: &'static str,
    path: String,
    message: String,
    help: String,
    /// Line, column and width.
    place: Option<(usize, usize, usize)>,
}

impl Report {
    /// Adds the findings of a file.
    pub(super) fn add(&mut self, findings: &Findings) {
        let file = findings.file.display().to_string();
        let line = |entry: Entry| Line {
            file: file.clone(),
            severity: entry.severity,
            code: entry.code,
            path: entry.path,
            message: entry.message,
            help: entry.help,
            place: entry.located.map(|at| (at.line, at.column, at.width)),
        };
        self.0
            .extend(findings.entries(usize::MAX).into_iter().map(line));
    }

    /// Adds why a file cannot be read.
    pub(super) fn add_failure(&mut self, file: &str, failure: &Failure) {
        self.0.push(Line {
            file: file.to_owned(),
            severity: Severity::Error,
            code: failure.code,
            path: String::new(),
            message: failure.text.clone(),
            help: String::new(),
            place: failure.place.map(|(line, column)| (line, column, 1)),
        });
    }

    /// The report with a line break at its end. Nothing for people: they get it as it comes.
    pub(super) fn write(&self, format: ReportFormat) -> String {
        match format {
            ReportFormat::Text => String::new(),
            ReportFormat::Json => self.json().to_string() + "\n",
            ReportFormat::Sarif => self.sarif().to_string() + "\n",
            ReportFormat::Github => self.0.iter().map(github).collect(),
        }
    }

    fn json(&self) -> Value {
        let finding = |line: &Line| {
            let mut finding = json!({
                "file": line.file,
                "severity": word(line.severity),
                "code": line.code,
                "path": line.path,
                "message": line.message,
                "help": line.help,
            });
            if let Some((at, column, width)) = line.place {
                finding["line"] = at.into();
                finding["column"] = column.into();
                finding["width"] = width.into();
            }
            finding
        };
        json!({ "findings": self.0.iter().map(finding).collect::<Vec<_>>() })
    }

    /// Source: SARIF 2.1.0, OASIS standard, sections 3.13 to 3.30 (read 2026-11-30).
    fn sarif(&self) -> Value {
        let result = |line: &Line| {
            let mut location = json!({
                "artifactLocation": { "uri": line.file.replace('\\', "/") },
            });
            if let Some((at, column, width)) = line.place {
                location["region"] = json!({
                    "startLine": at, "startColumn": column, "endColumn": column + width,
                });
            }
            json!({
                "ruleId": line.code,
                "level": word(line.severity),
                "message": { "text": sentence(line) },
                "locations": [{
                    "physicalLocation": location,
                    "logicalLocations": [{ "fullyQualifiedName": line.path }],
                }],
            })
        };
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": { "name": "nachlese", "version": env!("CARGO_PKG_VERSION") } },
                "columnKind": "unicodeCodePoints",
                "results": self.0.iter().map(result).collect::<Vec<_>>(),
            }],
        })
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn sentence(line: &Line) -> String {
    let end = if line.message.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    format!("{}{end} {}", line.message, line.help)
        .trim_end()
        .to_owned()
}

/// `::error file=a.json,line=1,col=2,title=code::message`. Source: GitHub's documentation, “Workflow
/// commands for GitHub Actions” (read 2026-11-30).
fn github(line: &Line) -> String {
    let command = match line.severity {
        Severity::Note => "notice",
        severity => word(severity),
    };
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let place = match line.place {
        Some((at, column, _)) => format!(",line={at},col={column}"),
        None => String::new(),
    };
    let (file, title) = (property(&line.file), property(line.code));
    format!(
        "::{command} file={file}{place},title={title}::{}\n",
        data(&sentence(line))
    )
}

/// What would end the command is encoded.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
