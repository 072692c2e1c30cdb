//! Files that an event names and that are not there.
//!
//! The findings of the parser cannot tell: it runs in browsers too, where nothing is beside it.

use std::{
    io::{self, Write},
    path::Path,
};

use super::{
    beside::{decoded, drawing, path_beside},
    escape::escape,
};
use crate::{
    import,
    parse::{document, json::Json},
    problem::{JsonPath, Severity},
    text::{Speech, problem::severity},
};

/// An address that leads to no file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MissingFile {
    /// Where it stands in the event's file.
    path: JsonPath,
    /// The path of the file that should be there, as the event has it.
    file: String,
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

/// Lists what is missing beside an event's file, in the order of `text`, which is what it holds.
///
/// Recordings that are withheld and photographs whose rights are not cleared may be missing. So
/// may everything that a programme of another program names: its paths are not those of the event.
pub(super) fn missing_files(file: &Path, text: &str) -> Vec<MissingFile> {
    // What comes through a pipe has nothing beside it.
    let is_file = file.is_file() && !file.starts_with("/dev");
    let is_own = || matches!(import::read_own(text), Ok(Some(_)));
    let json = (is_file && is_own()).then(|| document(text));
    let (Some(Ok(json)), Some(folder)) = (json, file.parent()) else {
        return Vec::new();
    };
    let mut search = Search {
        folder,
        found: Vec::new(),
    };
    search.visit(&json, &JsonPath::root(), "");
    search.found
}

struct Search<'a> {
    folder: &'a Path,
    found: Vec<MissingFile>,
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
        if let Some(file) = file
            && !self.folder.join(decoded(&file)).exists()
        {
            let path = path.clone();
            self.found.push(MissingFile { path, file });
        }
    }
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
pub(super) fn write_missing(
    prefix: &str,
    missing: &[MissingFile],
    speech: Speech,
    out: &mut impl Write,
) -> io::Result<()> {
    let word = severity(Severity::Warning, speech);
    for MissingFile { path, file } in missing {
        let (path, message) = (escape(&path.to_string()), speech.file_missing(file));
        let (message, help) = (escape(&message), speech.file_missing_help());
        writeln!(out, "{prefix}{word}[file-missing] {path}: {message}")?;
        writeln!(out, "  {}: {help}", speech.pick("Hinweis", "help"))?;
    }
    Ok(())
}
