//! Reads event files of any format, and prints what is wrong with them.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use nachlese_check::text::{help, message, severity};
use nachlese_event::{
    Event, Href, Speech,
    problem::{Finding, Problem, Severity},
    say,
};
use nachlese_formats::import::{self, NativeZones, native_decoder, native_xml};
use nachlese_reader::{MOST_PROBLEMS, ParseError, text::parse_error};

use super::{
    Exit,
    escape::escape,
    named_files::{FaultyFile, faulty_files, write_faulty},
};
use crate::text::prelude::*;

/// Reads files one after the other, calls `work` for each, and returns the worst result.
///
/// `work` gets the event, its findings (with the file name if there are several files), and the
/// stream for everything that is not data.
pub(super) fn each_event<E: Write>(
    files: &[PathBuf],
    speech: Speech,
    stderr: &mut E,
    mut work: impl FnMut(Event, &Findings, &mut E) -> io::Result<Result<(), Failure>>,
) -> io::Result<Exit> {
    let mut worst = Exit::Fine;
    for file in files {
        let name = escape(&file.display().to_string());
        let done = match read_with_text(file, speech) {
            Ok((text, event, problems)) => {
                let prefix = match files.len() {
                    1 => String::new(),
                    _ => format!("{name}: "),
                };
                let findings = Findings {
                    prefix,
                    problems,
                    faulty: faulty_files(file, &text),
                    speech,
                };
                let done = work(event, &findings, stderr)?;
                let summary = summary(&findings.problems, &findings.faulty, speech);
                writeln!(stderr, "{name}: {summary}")?;
                done.map(|()| findings.exit())
            }
            Err(failure) => Err(failure),
        };
        let exit = match done {
            Ok(exit) => exit,
            Err(failure) => {
                write_failure(&name, &failure, speech, stderr)?;
                Exit::Failed
            }
        };
        if exit as u8 > worst as u8 {
            worst = exit;
        }
    }
    Ok(worst)
}

/// What is wrong with a file.
pub(super) struct Findings {
    prefix: String,
    problems: Vec<Problem>,
    faulty: Vec<FaultyFile>,
    speech: Speech,
}

impl Findings {
    /// Writes the list.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        for problem in &self.problems {
            write_problem(&self.prefix, problem, self.speech, out)?;
        }
        write_faulty(&self.prefix, &self.faulty, self.speech, out)?;
        // Before the summary, so that both stay in order on a terminal.
        out.flush()
    }

    fn exit(&self) -> Exit {
        exit_of(&self.problems)
    }
}

/// How the program ends after reading a file with these findings.
pub(super) fn exit_of(problems: &[Problem]) -> Exit {
    if problems.iter().any(|p| p.severity() == Severity::Error) {
        Exit::Findings
    } else {
        Exit::Fine
    }
}

/// Why a job could not be done with a file.
pub(super) struct Failure {
    pub(super) code: &'static str,
    /// The file, if it is not the one of the job.
    pub(super) file: Option<PathBuf>,
    /// `:line:column`, if there is such a place.
    pub(super) at: String,
    pub(super) text: String,
}

impl Failure {
    /// A failure without a place in a file.
    pub(super) fn new(code: &'static str, text: impl Into<String>) -> Self {
        Self {
            code,
            file: None,
            at: String::new(),
            text: text.into(),
        }
    }

    /// The same for a certain file.
    pub(super) fn of(self, file: &Path) -> Self {
        Self {
            file: Some(file.to_owned()),
            ..self
        }
    }
}

/// Reads an event of any format, with everything that is wrong with it.
pub(super) fn read(file: &Path, speech: Speech) -> Result<(Event, Vec<Problem>), Failure> {
    read_with_text(file, speech).map(|(_, event, problems)| (event, problems))
}

/// The same, with the text of the file.
pub(super) fn read_with_text(
    file: &Path,
    speech: Speech,
) -> Result<(String, Event, Vec<Problem>), Failure> {
    let bytes = fs::read(file).map_err(|error| unreadable(file, &error, speech).of(file))?;
    let refused = |error: ParseError| not_an_event(&error, speech).of(file);
    let (text, mut problems) = import::decoded(bytes, "", native_decoder).map_err(refused)?;
    let (event, found) = import::read(&text, native_xml, NativeZones).map_err(refused)?;
    problems.extend(found);
    Ok((text, event, problems))
}

fn unreadable(file: &Path, error: &io::Error, speech: Speech) -> Failure {
    let (code, text) = match error.kind() {
        io::ErrorKind::NotFound if is_address(file) => (
            "no-file",
            say!(
                speech,
                "Das ist eine Adresse; gelesen werden Dateien. Laden Sie sie zuerst herunter, zum Beispiel mit `curl -o DATEI ADRESSE`.",
                "This is an address, and only files are read. Download it first, for example with `curl -o FILE ADDRESS`."
            ),
        ),
        io::ErrorKind::NotFound => (
            "not-found",
            say!(
                speech,
                "Diese Datei gibt es nicht. Prüfen Sie den Pfad.",
                "There is no such file. Check the path."
            ),
        ),
        _ => (
            "unreadable",
            say!(
                speech,
                "Die Datei lässt sich nicht lesen ({error}). Prüfen Sie, ob es eine Datei ist und Sie sie lesen dürfen.",
                "The file cannot be read ({error}). Check that it is a file and that you may read it."
            ),
        ),
    };
    Failure::new(code, text)
}

fn is_address(file: &Path) -> bool {
    let address = file.to_str().and_then(|text| Href::new(text).ok());
    address.is_some_and(|address| address.host().is_some())
}

fn not_an_event(error: &ParseError, speech: Speech) -> Failure {
    let at = error.position();
    Failure {
        code: error.code(),
        file: None,
        at: at.map_or_else(String::new, |(line, column)| format!(":{line}:{column}")),
        text: parse_error(error, speech),
    }
}

/// Prints the reason. `name` is the escaped name of the file, unless the failure is about another
/// one.
pub(super) fn write_failure(
    name: &str,
    failure: &Failure,
    speech: Speech,
    stderr: &mut impl Write,
) -> io::Result<()> {
    let word = severity(Severity::Error, speech);
    let Failure {
        code,
        file,
        at,
        text,
    } = failure;
    let other = file
        .as_ref()
        .map(|file| escape(&file.display().to_string()));
    let name = other.as_deref().unwrap_or(name);
    writeln!(stderr, "{word}[{code}] {name}{at}: {}", escape(text))
}

/// Writes a finding after `prefix`.
pub(super) fn write_problem(
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
    let severities = || {
        let faulty = faulty.iter().map(FaultyFile::severity);
        problems.iter().map(Problem::severity).chain(faulty)
    };
    let parts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter_map(|severity| {
            let count = severities().filter(|found| *found == severity).count();
            (count > 0).then(|| counted(count, severity, speech))
        })
        .collect();
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
