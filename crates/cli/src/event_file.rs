//! Reads event files of any format.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use nachlese_check::{Slip, first_of_each, fix::slip_at, review, text::slip, without_consequences};
use nachlese_event::{Event, Href, Speech, problem::Problem, say};
use nachlese_formats::{
    import::{self, ImportError, NativeZones, native_decoder, native_xml},
    import_error,
};
use nachlese_reader::ParseError;

use super::{
    Exit,
    escape::escape,
    failure::{Failure, refused, write_failure},
    findings::Findings,
    folder::Folder,
    input::read_named,
    marked::marked,
    named_files::{faulty_files, take_chapters},
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
        let prefix = prefix(&name, files.len());
        let done = match read_findings(file, prefix, speech) {
            Ok((event, findings)) => {
                let done = work(event, &findings, stderr)?;
                writeln!(stderr, "{name}: {}", findings.summary())?;
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
        worst = worst.max(exit);
    }
    Ok(worst)
}

/// What the findings of one of several files begin with.
pub(super) fn prefix(name: &str, files: usize) -> String {
    match files {
        1 => String::new(),
        _ => format!("{name}: "),
    }
}

/// Reads an event of any format, and what is wrong with its file.
pub(super) fn read_findings(
    file: &Path,
    prefix: String,
    speech: Speech,
) -> Result<(Event, Findings), Failure> {
    let (text, event, problems) = read_with_text(file, speech)?;
    let findings = Findings {
        prefix,
        problems,
        faulty: faulty_files(file, &text, None),
        file: file.to_owned(),
        text,
        speech,
    };
    Ok((event, findings))
}

/// Reads an event of any format, with the text of its file and everything that is wrong with it.
pub(super) fn read_with_text(
    file: &Path,
    speech: Speech,
) -> Result<(String, Event, Vec<Problem>), Failure> {
    read(file, None, speech)
}

/// `within` is the folder that the files beside the event must not leave.
fn read(
    file: &Path,
    within: Option<&Folder>,
    speech: Speech,
) -> Result<(String, Event, Vec<Problem>), Failure> {
    let bytes = read_bytes(file, speech)?;
    let (text, mut problems) = import::decoded_any(bytes, native_decoder)
        .map_err(|error| not_an_event(&error.into(), "", speech).of(file))?;
    let (mut event, found) = import::read_any(&text, native_xml, NativeZones)
        .map_err(|error| not_an_event(&error, &text, speech).of(file))?;
    problems.extend(found);
    take_chapters(&mut event, file, within);
    problems.extend(review(&text, &event));
    let problems = first_of_each(without_consequences(&text, problems));
    Ok((text, event, problems))
}

/// Reads the bytes of a file.
pub(super) fn read_bytes(file: &Path, speech: Speech) -> Result<Vec<u8>, Failure> {
    read_named(file).map_err(|error| unreadable(file, &error, speech).of(file))
}

/// The same for a file in a folder, unless its path leads out of it.
pub(super) fn read_in(
    folder: &Folder,
    path: &str,
    speech: Speech,
) -> Result<(String, Event, Vec<Problem>), Failure> {
    let file = folder.shown(path);
    match folder.obstacle(path) {
        Some(obstacle) => Err(refused(obstacle, &file, speech)),
        None => read(&file, Some(folder), speech),
    }
}

/// Why a file cannot be read.
pub(super) fn unreadable(file: &Path, error: &io::Error, speech: Speech) -> Failure {
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
        io::ErrorKind::FileTooLarge => ("too-large", speech.file_too_large().to_owned()),
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

/// That a text stops being JSON at a byte; why it cannot be read, if that is unknown.
pub(super) fn stopped_at(text: &str, at: usize, speech: Speech) -> Failure {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    let column = last.chars().count() + 1;
    let read = import::read_any(text, native_xml, NativeZones);
    match read {
        Err(ImportError::Parse(ParseError::NotJson { .. })) if at > 0 => {
            let mut failure =
                not_an_event(&ParseError::NotJson { line, column }.into(), text, speech);
            let found = slip_at(text, at).map_or("", |found| slip(found, speech));
            failure.text = [speech.not_json(), found].join(" ");
            failure
        }
        Err(error) => not_an_event(&error, text, speech),
        Ok(_) => Failure::new("not-json", speech.not_json()),
    }
}

/// Why a file is not what it should be.
pub(super) fn not_an_event(error: &ImportError, text: &str, speech: Speech) -> Failure {
    let mut failure = Failure::new(error.code(), import_error(error, speech));
    let Some((line, column)) = error.position() else {
        return failure;
    };
    failure.place = Some((line, column));
    let shown = text.split('\n').nth(line - 1).unwrap_or_default();
    if !shown.trim().is_empty() {
        failure.marked = marked(shown.trim_end_matches('\r'), line, column, 1);
    }
    if let ImportError::Parse(ParseError::NotJson { .. }) = error
        && let Some(found) = Slip::at(text, line, column)
    {
        failure.text = format!("{} {}", speech.not_json(), slip(found, speech));
    }
    failure
}
