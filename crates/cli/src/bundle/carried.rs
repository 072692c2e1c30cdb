//! Which of an event's files the page carries.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use nachlese_event::Event;

use crate::{
    beside::decoded,
    folder::{Folder, Obstacle},
    published::published_paths,
};

/// A file of the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CarriedFile {
    /// Its path as the event has it, without `#…`.
    pub(super) path: String,
    /// Its name, for those who save it.
    pub(super) name: String,
    /// The whole file as a `data:` address.
    pub(super) address: String,
}

/// The files of an event that lie beside it.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// Those that the page carries, by path.
    pub(super) files: Vec<CarriedFile>,
    /// Paths and sizes in bytes of those that are too large.
    pub(super) left_out: Vec<(String, u64)>,
    /// Those that are not touched, and why.
    pub(super) passed_over: Vec<(PathBuf, Obstacle)>,
}

impl Carried {
    /// Finds what the page may show of an event whose file is in `folder`: nothing from outside of
    /// it, no recording that is withheld, no photograph whose rights are not cleared.
    pub(super) fn of(event: &Event, folder: &Folder, limit: u64) -> Self {
        let mut carried = Self::default();
        for path in paths(event) {
            let plain = decoded(path.split('?').next().unwrap_or_default());
            let bytes = match folder.size(&plain) {
                Ok(size) if size > limit => {
                    carried.left_out.push((path, size));
                    continue;
                }
                found => found.and_then(|_| folder.read(&plain)),
            };
            let bytes = match bytes {
                Ok(bytes) => bytes,
                Err(error) => {
                    // A path with `..` leads out by itself; any text may be one.
                    let leads_up = plain.split('/').any(|part| part == "..");
                    let obstacle = Obstacle::of(&error).filter(|_| !leads_up);
                    let passed_over = obstacle.map(|why| (folder.shown(&plain), why));
                    carried.passed_over.extend(passed_over);
                    continue;
                }
            };
            let file = Path::new(&plain);
            let media = media_type(file);
            let address = format!("data:{media};base64,{}", STANDARD.encode(bytes));
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            carried.files.push(CarriedFile {
                path,
                name: name.into_owned(),
                address,
            });
        }
        carried
    }
}

/// The paths that the page may show: of each recording only the best source, which it plays.
fn paths(event: &Event) -> BTreeSet<String> {
    let mut event = event.clone();
    for talk in &mut event.talks {
        if let Some(recording) = talk.recording.as_mut().filter(|it| it.is_playable()) {
            recording.sources.truncate(1);
        }
    }
    published_paths(&event)
}

fn media_type(file: &Path) -> &'static str {
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    match ending.to_ascii_lowercase().as_str() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" => "audio/ogg",
        "vtt" => "text/vtt;charset=utf-8",
        "html" | "htm" => "text/html;charset=utf-8",
        "txt" | "md" | "srt" => "text/plain;charset=utf-8",
        "csv" => "text/csv;charset=utf-8",
        "json" => "application/json",
        "ics" => "text/calendar;charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use nachlese_reader::parse;

    use super::*;

    #[test]
    fn takes_what_the_page_shows_and_nothing_from_elsewhere() {
        let folder = std::env::temp_dir().join(format!("nachlese-carried-{}", std::process::id()));
        let event = folder.join("event");
        fs::create_dir_all(event.join("illustrations")).unwrap();
        for (file, bytes) in [
            ("event/illustrations/hall.svg", 10),
            ("event/a.jpg", 10),
            ("event/b c.mp4", 10),
            ("event/large.mp4", 99),
            ("event/withheld.mp4", 10),
            ("event/notes.txt", 10),
            ("secret.txt", 10),
        ] {
            fs::write(folder.join(file), vec![b'x'; bytes]).unwrap();
        }
        let json = r#"{"schemaVersion": 1, "id": "x", "language": "de", "title": "Titel",
            "summary": "Siehe [Geheimes](../secret.txt).", "editorialNotes": ["notes.txt"],
            "figure": {"photo": {"src": "a.jpg", "width": 1, "height": 1}, "illustration": {"ref": "hall"}},
            "links": [{"label": "Groß", "url": "large.mp4"}],
            "talks": [{"id": "a", "kind": "talk", "recording": {"status": "released", "sources": [
                {"provider": "file", "url": "b%20c.mp4"}, {"provider": "file", "url": "a.jpg"}]}},
              {"id": "b", "kind": "talk", "recording": {"status": "withheld", "sources": [
                {"provider": "file", "url": "withheld.mp4"}]}}]}"#;
        let carried = Carried::of(&parse(json).unwrap().0, &Folder::open(&event).unwrap(), 50);
        fs::remove_dir_all(&folder).unwrap();
        let paths: Vec<_> = carried.files.iter().map(|file| &file.path).collect();
        assert_eq!(paths, ["b%20c.mp4", "illustrations/hall.svg"]);
        assert_eq!(carried.files[0].name, "b c.mp4");
        assert!(
            carried.files[0]
                .address
                .starts_with("data:video/mp4;base64,eHh4")
        );
        assert_eq!(carried.left_out, [("large.mp4".to_owned(), 99)]);
    }
}
