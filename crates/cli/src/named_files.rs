//! Checks the files that an event names, and what it says about them: whether they exist and are
//! not too large, whether captions can be read and fit their recording, whether quotations are
//! said, and whether recordings have a day of publication, which search engines need.
//!
//! The reader cannot check this: it also runs in browsers, where there are no files next to the
//! event and nothing is published.

mod captions;
mod chapters;
mod fault;
mod files;
mod length;
mod online;
mod passages;
mod positions;
mod quotation;
mod recorded;
mod size;
mod unreachable;

use std::{collections::HashSet, path::Path};

use nachlese_event::{
    Event, Recording, RecordingStatus,
    problem::{Finding, JsonPath, Problem},
};
use nachlese_formats::import::native_decoder;
use nachlese_reader::{document, encoding::guess, json::Json, own::read_own};
use nachlese_search::Transcript;

pub(crate) use self::{
    chapters::{take_chapters, with_chapters},
    fault::{End, FaultyFile},
    online::{Asked, ask},
    passages::passages,
    size::Use,
    unreachable::{Kind, Unreachable},
};

use self::{fault::Fault, files::Files};
use super::{folder::Folder, input::size_beside};

/// Fields that contain an address, or a list of addresses.
const ADDRESSES: &[&str] = &[
    "url",
    "src",
    "ref",
    "transcript",
    "chapters",
    "slides",
    "links",
    "downloads",
    "easyLanguage",
    "signLanguage",
];

/// Lists what is wrong with the files next to an event's file. They are in the order of `text`, the
/// content of the event's file; what is wrong between two places follows.
///
/// Withheld recordings and photographs without cleared rights may be missing. So may all files that
/// another program's programme names, because its paths do not belong to the event. Captions are
/// read only within the folder, if there is one.
pub(super) fn faulty_files(file: &Path, text: &str, within: Option<&Folder>) -> Vec<FaultyFile> {
    let Ok(Some((event, problems))) = read_own(text) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if let Ok(json) = document(text) {
        // A file from a pipe has no files next to it.
        let is_file = file.is_file() && !file.starts_with("/dev");
        let folder = file.parent().filter(|_| is_file);
        let files = Files { folder, within };
        if folder.is_some() {
            let unknown = unknown_fields(&problems);
            let mut search = Search {
                files,
                unknown,
                found,
            };
            search.visit(&json, &JsonPath::root(), "");
            found = search.found;
        }
        found.extend(recorded::faults(&event, &json, files));
    }
    found.extend(undated(&event));
    found
}

/// The paths of fields that the format does not have. What they name is no concern of the page.
fn unknown_fields(problems: &[Problem]) -> HashSet<&JsonPath> {
    let is_unknown = |problem: &&Problem| matches!(problem.finding, Finding::UnknownField { .. });
    let unknown = problems.iter().filter(is_unknown);
    unknown.map(|problem| &problem.path).collect()
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
    files: Files<'a>,
    unknown: HashSet<&'a JsonPath>,
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
        if self.unknown.contains(path) {
            return;
        }
        let Some((file, place)) = self.files.beside(address, name == "ref") else {
            return;
        };
        let it = Use::of(&path.to_string(), name, &file);
        let size = size_beside(&place);
        let fault = if size.is_none() && !place.is_dir() {
            Some(Fault::Missing)
        } else if let Some(size) = size.filter(|size| *size > it.most()) {
            Some(Fault::TooLarge(it, size))
        } else if it == Use::Captions {
            let bytes = self.files.read(&place, it.most());
            bytes.and_then(|bytes| captions_fault(&bytes))
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
