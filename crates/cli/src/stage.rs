//! Puts the app and events side by side in a folder of its own, where their pages can be written.

use std::{
    collections::BTreeSet,
    io::{self, Write},
    path::{Path, PathBuf},
};

use nachlese_event::{Event, EventId, Speech};
use nachlese_reader::{document, json::Json, own::read_own};
use nachlese_site::headers::Policy;
use tempfile::TempDir;

use super::{
    Exit,
    app::App,
    beside::decoded,
    escape::escape,
    event_file::read_with_text,
    failure::Failure,
    findings::{Findings, Listing},
    folder::Folder,
    last_import,
    named_files::{faulty_files, with_chapters},
    published::published_paths,
};
use crate::text::prelude::*;

/// A folder with the app and events. It is removed when this is dropped.
#[derive(Debug)]
pub(super) struct Stage {
    folder: TempDir,
    /// The events in the order in which they were named. The site opens with the first.
    pub(super) sources: Vec<Source>,
}

/// What was read of an event.
#[derive(Debug)]
pub(super) struct Source {
    /// The file that the editor wrote.
    pub(super) file: PathBuf,
    pub(super) id: EventId,
    pub(super) findings: Findings,
    /// The origins of its players, for the content security policy.
    pub(super) frame_sources: BTreeSet<String>,
}

impl Stage {
    /// Reads the events, each from its file or from `event.json` in its folder, and copies what they
    /// show. A programme of another program becomes an event of our own format.
    ///
    /// # Errors
    /// [`Failure`] names the file that cannot be read or written.
    pub(super) fn set(events: &[PathBuf], app: &App, speech: Speech) -> Result<Self, Failure> {
        let unwritable = |error: io::Error| Failure::new("unwritable", error.to_string());
        let folder = TempDir::with_prefix("nachlese-").map_err(unwritable)?;
        app.unpack(folder.path()).map_err(unwritable)?;
        let stage = Folder::open(folder.path()).map_err(unwritable)?;
        let mut sources: Vec<Source> = Vec::new();
        for place in events {
            let file = event_file(place);
            let (text, event, problems) = read_with_text(&file, speech)?;
            if sources.iter().any(|before| before.id == event.id) {
                let failure = Failure::new("repeated-event", speech.build_repeated(&event.id));
                return Err(failure.of(&file));
            }
            let home = format!("events/{}", event.id);
            put(&event, &with_chapters(&text, &event), &file, &stage, &home)
                .map_err(|error| unwritable(error).of(&file))?;
            let folder = file.parent().and_then(|folder| Folder::open(folder).ok());
            sources.push(Source {
                findings: Findings {
                    prefix: format!("{}: ", escape(&file.display().to_string())),
                    faulty: faulty_files(&file, &text, folder.as_ref()),
                    problems,
                    file: file.clone(),
                    text,
                    speech,
                },
                frame_sources: Policy::of(&event).frame_sources.into_iter().collect(),
                id: event.id,
                file,
            });
        }
        Ok(Self { folder, sources })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes what is wrong with the events, each under the name of the editor's own file, and how
    /// the program ends after that.
    pub(super) fn tell(&self, listing: Listing, stderr: &mut impl Write) -> io::Result<Exit> {
        let mut worst = Exit::Fine;
        for source in &self.sources {
            source.findings.write(listing, stderr)?;
            let name = escape(&source.file.display().to_string());
            writeln!(stderr, "{name}: {}", source.findings.summary())?;
            if source.findings.exit() != Exit::Fine {
                worst = Exit::Findings;
            }
        }
        Ok(worst)
    }

    /// The file of the event that the site opens with, within the folder.
    pub(super) fn main(&self) -> Option<PathBuf> {
        let first = self.sources.first()?;
        Some(PathBuf::from(format!("events/{}/event.json", first.id)))
    }
}

/// The event's file, if a folder was named.
pub(super) fn event_file(place: &Path) -> PathBuf {
    if place.is_dir() {
        place.join("event.json")
    } else {
        place.to_owned()
    }
}

/// Puts an event and its files into `home`, a path of the stage.
fn put(event: &Event, text: &str, file: &Path, stage: &Folder, home: &str) -> io::Result<()> {
    let target = format!("{home}/event.json");
    // Every other format would cost readers a program that reads it.
    if !matches!(read_own(text), Ok(Some(_))) {
        let text = serde_json::to_string_pretty(event).map_err(io::Error::other)?;
        stage.write(&target, (text + "\n").as_bytes())?;
        return Ok(());
    }
    stage.write(&target, text.as_bytes())?;
    let folder = Folder::open(file.parent().unwrap_or(Path::new("")))?;
    let mut paths = published_paths(event);
    paths.extend(schema(text));
    let paths = paths.iter().filter_map(|path| plain(path));
    for path in paths.filter(|path| !last_import::is_one(path)) {
        // Any text may be a path; a link that leaves the folder is not followed.
        if let Ok(file) = folder.file(&path) {
            stage.adopt(&file, &format!("{home}/{path}"))?;
        }
    }
    Ok(())
}

/// The schema that the file names, if it lies beside it.
fn schema(text: &str) -> BTreeSet<String> {
    let named = document(text).ok();
    let named = named.as_ref().and_then(|json| json.get("$schema"));
    match named {
        Some(Json::String(path)) if !path.contains(':') => BTreeSet::from([path.clone()]),
        _ => BTreeSet::new(),
    }
}

/// The path that a browser asks for; nothing if it leads out of the event's folder.
fn plain(path: &str) -> Option<String> {
    let path = decoded(path.split('?').next()?);
    let mut plain = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(plain.pop()?),
            part => plain.push(part),
        }
    }
    Some(plain.join("/")).filter(|path| !path.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_in_the_folder() {
        for (path, expected) in [
            ("photos/a.jpg", Some("photos/a.jpg")),
            ("./a%20b.jpg?v=2", Some("a b.jpg")),
            ("photos/../a.jpg", Some("a.jpg")),
            ("../a.jpg", None),
            ("photos/../../a.jpg", None),
            ("/etc/passwd", None),
        ] {
            assert_eq!(plain(path).as_deref(), expected, "{path}");
        }
    }
}
