//! Checks the files that an event names: whether they exist, whether captions can be read, and
//! whether recordings have a day of publication, which search engines need.
//!
//! The reader cannot check this: it also runs in browsers, where there are no files next to the
//! event and nothing is published.

use std::{
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
    folder::Folder,
    input::read_beside,
};
use crate::text::prelude::*;

/// A file with a problem.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FaultyFile {
    /// Where its address is in the event's file.
    path: JsonPath,
    /// Its path, as written in the event.
    file: String,
    fault: Fault,
}

#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// It does not exist.
    Missing,
    /// Captions in this encoding, as a guess. UTF-8 if only some characters cannot be read.
    NotUtf8(&'static str),
    /// Captions without words.
    NoWords,
    /// A recording is published, but the event does not say when. Without `uploadDate`, Google
    /// shows no video
    /// (<https://developers.google.com/search/docs/appearance/structured-data/video>, read on
    /// 2026-11-29).
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

/// Fields that contain an address, or a list of addresses.
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

/// The largest captions that are read, in bytes. The page reads no larger ones either
/// (`src/boot/transcripts.rs`).
const MOST_CAPTION_BYTES: u64 = 16_000_000;

/// Lists files that are missing next to an event's file, and captions that cannot be read. They are
/// in the order of `text`, the content of the event's file.
///
/// Withheld recordings and photographs without cleared rights may be missing. So may all files that
/// another program's programme names, because its paths do not belong to the event. Captions are
/// read only within the folder, if there is one.
pub(super) fn faulty_files(file: &Path, text: &str, within: Option<&Folder>) -> Vec<FaultyFile> {
    let Ok(Some((event, _))) = read_own(text) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    // A file from a pipe has no files next to it.
    let is_file = file.is_file() && !file.starts_with("/dev");
    if let (true, Ok(json), Some(folder)) = (is_file, document(text), file.parent()) {
        let mut search = Search {
            folder,
            within,
            found,
        };
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
    within: Option<&'a Folder>,
    found: Vec<FaultyFile>,
}

impl Search<'_> {
    /// `name` is the name of the value's field, also for values in a list.
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
                    // All fields of `legal` are addresses.
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
        // Only a server knows what a query or a folder means.
        let file = file.filter(|file| !file.contains('?') && !file.ends_with('/'));
        let Some(file) = file else { return };
        let place = self.folder.join(decoded(&file));
        let may_be_read = || self.within.is_none_or(|folder| folder.holds(&place));
        let fault = if !place.is_file() && !place.is_dir() {
            Some(Fault::Missing)
        } else if is_captions(path, name, &file) && may_be_read() {
            read_beside(&place, MOST_CAPTION_BYTES).and_then(|bytes| captions_fault(&bytes))
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

/// Whether the search reads a file as a transcript.
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

impl FaultyFile {
    /// Where its address is in the event's file.
    pub(super) fn path(&self) -> &JsonPath {
        &self.path
    }

    fn code(&self) -> &'static str {
        match self.fault {
            Fault::Missing => "file-missing",
            Fault::NotUtf8(_) => "captions-not-utf-8",
            Fault::NoWords => "captions-without-words",
            Fault::Undated => "published-missing",
        }
    }

    /// What is wrong, and what to do about it.
    pub(super) fn sentences(&self, speech: Speech) -> (String, &'static str) {
        let file = &self.file;
        match &self.fault {
            Fault::Missing => (speech.file_missing(file), speech.file_missing_help()),
            Fault::NotUtf8(encoding) => (
                speech.captions_not_utf8(file, encoding),
                speech.captions_not_utf8_help(),
            ),
            Fault::NoWords => (
                speech.captions_without_words(file),
                speech.captions_without_words_help(),
            ),
            Fault::Undated => (
                speech.published_missing().to_owned(),
                speech.published_missing_help(),
            ),
        }
    }
}

/// Writes them like the other findings, each after `prefix`.
pub(super) fn write_faulty(
    prefix: &str,
    faulty: &[FaultyFile],
    speech: Speech,
    out: &mut impl Write,
) -> io::Result<()> {
    for faulty in faulty {
        let word = severity(faulty.severity(), speech);
        let path = escape(&faulty.path.to_string());
        let (message, help) = faulty.sentences(speech);
        let message = escape(&message);
        writeln!(out, "{prefix}{word}[{}] {path}: {message}", faulty.code())?;
        writeln!(out, "  {}: {help}", speech.pick("Hinweis", "help"))?;
    }
    Ok(())
}
