//! Puts the app and events side by side in a folder of its own, where their pages can be written.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::{Component, Path, PathBuf},
};

use nachlese_event::{Event, EventId, Speech, problem::Problem};
use nachlese_reader::{document, json::Json, own::read_own};
use nachlese_site::headers::Policy;
use tempfile::TempDir;

use super::{
    Exit,
    app::App,
    beside::{decoded, file_at},
    escape::escape,
    event_file::{Failure, exit_of, read_with_text, summary, write_problem},
    named_files::{FaultyFile, faulty_files, write_faulty},
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
    pub(super) problems: Vec<Problem>,
    pub(super) faulty: Vec<FaultyFile>,
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
        let mut sources: Vec<Source> = Vec::new();
        for place in events {
            let file = event_file(place);
            let (text, event, problems) = read_with_text(&file, speech)?;
            if sources.iter().any(|before| before.id == event.id) {
                let failure = Failure::new("repeated-event", speech.build_repeated(&event.id));
                return Err(failure.of(&file));
            }
            let home = folder.path().join("events").join(event.id.as_str());
            put(&event, &text, &file, &home).map_err(|error| unwritable(error).of(&file))?;
            sources.push(Source {
                faulty: faulty_files(&file, &text),
                frame_sources: Policy::of(&event).frame_sources.into_iter().collect(),
                id: event.id,
                problems,
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
    pub(super) fn tell(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        let mut worst = Exit::Fine;
        for source in &self.sources {
            let name = escape(&source.file.display().to_string());
            let prefix = format!("{name}: ");
            for problem in &source.problems {
                write_problem(&prefix, problem, speech, stderr)?;
            }
            write_faulty(&prefix, &source.faulty, speech, stderr)?;
            let summary = summary(&source.problems, &source.faulty, speech);
            writeln!(stderr, "{name}: {summary}")?;
            if exit_of(&source.problems) != Exit::Fine {
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

fn put(event: &Event, text: &str, file: &Path, home: &Path) -> io::Result<()> {
    fs::create_dir_all(home)?;
    // Every other format would cost readers a program that reads it.
    if !matches!(read_own(text), Ok(Some(_))) {
        let text = serde_json::to_string_pretty(event).map_err(io::Error::other)?;
        return fs::write(home.join("event.json"), text + "\n");
    }
    fs::write(home.join("event.json"), text)?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let mut paths = published_paths(event);
    paths.extend(schema(text));
    for path in paths {
        if let (Some(from), Some(name)) = (file_at(&path, folder), plain(&path)) {
            put_file(&from, &home.join(name))?;
        }
    }
    Ok(())
}

/// The schema that the file names, if it lies beside it.
fn schema(text: &str) -> BTreeSet<String> {
    let named = document(text).ok();
    let named = named.as_ref().and_then(|json| json.get("$schema"));
    match named {
        Some(Json::String(path)) if !path.contains(':') => BTreeSet::from([path.to_string()]),
        _ => BTreeSet::new(),
    }
}

/// The path that a browser asks for; nothing if it leads out of the event's folder.
fn plain(path: &str) -> Option<PathBuf> {
    let path = decoded(path.split('?').next()?);
    let mut plain = PathBuf::new();
    for part in Path::new(&path).components() {
        match part {
            Component::Normal(name) => plain.push(name),
            Component::CurDir => {}
            Component::ParentDir if plain.pop() => {}
            _ => return None,
        }
    }
    Some(plain)
}

/// Endings of recordings. They may have gigabytes, so they get a second name rather than a copy.
/// Nothing that is written into the folder has one of these, so the editor's file stays as it is.
const RECORDINGS: [&str; 8] = ["m4a", "m4v", "mp3", "mp4", "oga", "ogg", "ts", "webm"];

fn put_file(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(Path::new("")))?;
    let ending = to.extension().unwrap_or_default().to_string_lossy();
    let is_recording = RECORDINGS.contains(&ending.to_ascii_lowercase().as_str());
    if !is_recording || fs::hard_link(from, to).is_err() {
        fs::copy(from, to)?;
    }
    Ok(())
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
            assert_eq!(plain(path).as_deref(), expected.map(Path::new), "{path}");
        }
    }
}
