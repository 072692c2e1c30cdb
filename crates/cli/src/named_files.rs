//! Files that an event names: whether they are there, whether captions can be read, and whether search
//! engines learn since when there are recordings.
//!
//! The findings of the parser cannot tell: it runs in browsers too, where nothing is beside it and
//! nothing is published.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use nachlese_check::text::severity;
use nachlese_event::{
    Event, Recording, RecordingStatus, Speech,
    problem::{JsonPath, Severity},
};
use nachlese_formats::import::native_decoder;
use nachlese_reader::{document, encoding::guess, json::Json, own::read_own};
use nachlese_search::Transcript;

use super::{
    beside::{decoded, drawing, path_beside},
    escape::escape,
};
use crate::text::prelude::*;

/// A file that something is wrong with.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FaultyFile {
    /// Where its address stands in the event's file.
    path: JsonPath,
    /// Its path, as the event has it.
    file: String,
    fault: Fault,
}

#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// It is not there.
    Missing,
    /// Captions in this encoding, by a guess; UTF-8 if only some letters of them cannot be read.
    NotUtf8(&'static str),
    /// Captions in which no words were found.
    NoWords,
    /// A recording is published, and the event does not say when: without `uploadDate` Google shows
    /// no video (<https://developers.google.com/search/docs/appearance/structured-data/video>, read
    /// on 2026-11-29).
    Undated,
}

impl FaultyFile {
    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match self.fault {
            Fault::Undated => Severity::Note,
            _ => Severity::Warning,
        }
    }
}

/// Fields that hold an address, or a list of them.
const ADDRESSES: &[&str] = &[
    "url",
    "src",
    "ref",
    "transcript",
    "slides",
    "links",
    "downloads",
    "easyLanguage",
    "signLanguage",
];

/// Lists what is missing beside an event's file, and captions that cannot be read as they are, in the
/// order of `text`, which is what the event's file holds.
///
/// Recordings that are withheld and photographs whose rights are not cleared may be missing. So
/// may everything that a programme of another program names: its paths are not those of the event.
pub(super) fn faulty_files(file: &Path, text: &str) -> Vec<FaultyFile> {
    let Ok(Some((event, _))) = read_own(text) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    // What comes through a pipe has nothing beside it.
    let is_file = file.is_file() && !file.starts_with("/dev");
    if let (true, Ok(json), Some(folder)) = (is_file, document(text), file.parent()) {
        let mut search = Search { folder, found };
        search.visit(&json, &JsonPath::root(), "");
        found = search.found;
    }
    found.extend(undated(&event));
    found
}

fn undated(event: &Event) -> Option<FaultyFile> {
    let mut recordings = event
        .talks
        .iter()
        .filter_map(|talk| talk.recording.as_ref());
    let is_out = |it: &Recording| it.status == RecordingStatus::Released && it.is_playable();
    (event.published.is_none() && recordings.any(is_out)).then(|| FaultyFile {
        path: JsonPath::root().field("published"),
        file: String::new(),
        fault: Fault::Undated,
    })
}

struct Search<'a> {
    folder: &'a Path,
    found: Vec<FaultyFile>,
}

impl Search<'_> {
    /// `name` is that of the field which the value stands in, also within a list.
    fn visit(&mut self, value: &Json, path: &JsonPath, name: &str) {
        match value {
            Json::String(address) if ADDRESSES.contains(&name) => self.look(address, path, name),
            Json::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.visit(item, &path.index(at), name);
                }
            }
            Json::Object(fields) if may_be_shown(value, name) => {
                for (field, value) in fields {
                    // All that `legal` has in it are addresses.
                    let kind = if name == "legal" { "url" } else { field };
                    self.visit(value, &path.field(field), kind);
                }
            }
            _ => {}
        }
    }

    fn look(&mut self, address: &str, path: &JsonPath, name: &str) {
        let drawing = (name == "ref").then(|| drawing(address)).flatten();
        let file = path_beside(drawing.as_deref().unwrap_or(address));
        // A server decides what a query or a folder means.
        let file = file.filter(|file| !file.contains('?') && !file.ends_with('/'));
        let Some(file) = file else { return };
        let place = self.folder.join(decoded(&file));
        let fault = if !place.exists() {
            Some(Fault::Missing)
        } else if is_captions(path, name, &file) {
            fs::read(&place)
                .ok()
                .and_then(|bytes| captions_fault(&bytes))
        } else {
            None
        };
        self.found.extend(fault.map(|fault| FaultyFile {
            path: path.clone(),
            file,
            fault,
        }));
    }
}

/// Whether the search reads a file for what was said.
fn is_captions(path: &JsonPath, name: &str, file: &str) -> bool {
    match name {
        "url" => path.to_string().contains(".captions["),
        "transcript" => [".txt", ".vtt", ".srt"]
            .iter()
            .any(|end| file.ends_with(end)),
        _ => false,
    }
}

fn captions_fault(bytes: &[u8]) -> Option<Fault> {
    if str::from_utf8(bytes).is_err() {
        return Some(Fault::NotUtf8(guess(bytes)));
    }
    let text = native_decoder(guess(bytes), bytes)?;
    Transcript::read(&text).is_empty().then_some(Fault::NoWords)
}

fn may_be_shown(value: &Json, name: &str) -> bool {
    match name {
        "photo" => matches!(value.get("rightsCleared"), Some(Json::Bool(true))),
        "recording" => {
            !matches!(value.get("status"), Some(Json::String(status)) if status == "withheld")
        }
        _ => true,
    }
}

/// Writes them like the other findings; `prefix` comes before each.
pub(super) fn write_faulty(
    prefix: &str,
    faulty: &[FaultyFile],
    speech: Speech,
    out: &mut impl Write,
) -> io::Result<()> {
    for faulty in faulty {
        let FaultyFile { path, file, fault } = faulty;
        let word = severity(faulty.severity(), speech);
        let path = escape(&path.to_string());
        let (code, message, help) = match fault {
            Fault::Missing => (
                "file-missing",
                speech.file_missing(file),
                speech.file_missing_help(),
            ),
            Fault::NotUtf8(encoding) => (
                "captions-not-utf-8",
                speech.captions_not_utf8(file, encoding),
                speech.captions_not_utf8_help(),
            ),
            Fault::NoWords => (
                "captions-without-words",
                speech.captions_without_words(file),
                speech.captions_without_words_help(),
            ),
            Fault::Undated => (
                "published-missing",
                speech.published_missing().to_owned(),
                speech.published_missing_help(),
            ),
        };
        let message = escape(&message);
        writeln!(out, "{prefix}{word}[{code}] {path}: {message}")?;
        writeln!(out, "  {}: {help}", speech.pick("Hinweis", "help"))?;
    }
    Ok(())
}
