//! `nachlese new`: makes a folder to begin an event in.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::{Args, ValueEnum};
use jiff::{ZonedDateTime, civil::Date};
use nachlese_event::{EventId, Speech, schema};

use super::{
    Exit,
    escape::escape,
    failure::{Failure, write_failure},
    folder::Folder,
};
use crate::text::prelude::*;

/// Where to begin, and with what.
#[derive(Debug, Args)]
pub(super) struct New {
    /// The folder to make. Its name becomes the id of the event
    folder: PathBuf,
    /// What the event.json begins with
    #[arg(long, value_enum, default_value = "hearing")]
    template: Template,
}

/// What an event begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Template {
    /// A welcome, a talk and a panel
    Hearing,
    /// Talks in two rooms, with tracks
    Conference,
    /// Only what every event needs
    Empty,
}

/// The folders that editors fill.
const FOLDERS: [&str; 2] = ["photos", "recordings"];

impl New {
    /// Makes the folder and says in `stderr` what to do next.
    pub(super) fn run(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        let folder = &self.folder;
        let name = escape(&folder.display().to_string());
        match self.make(ZonedDateTime::now().date(), speech) {
            Ok(()) => {
                writeln!(stderr, "{}", speech.new_made(&name))?;
                Ok(Exit::Fine)
            }
            Err(failure) => {
                write_failure(&name, &failure, speech, stderr)?;
                Ok(Exit::Failed)
            }
        }
    }

    fn make(&self, today: Date, speech: Speech) -> Result<(), Failure> {
        let folder = &self.folder;
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let unwritable = |error: io::Error| {
            let (code, text) = match error.kind() {
                io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                    ("exists", speech.new_exists().to_owned())
                }
                _ => ("unwritable", speech.new_unwritable(&error.to_string())),
            };
            Failure::new(code, text).of(folder)
        };
        let made = Folder::create(folder).map_err(unwritable)?;
        if !made.names("").is_empty() {
            return Err(Failure::new("exists", speech.new_exists()).of(folder));
        }
        let (id, today) = (id(&name), today.to_string());
        let values = [("id", &*id), ("date", &*today), ("folder", &*name)];
        let fill = |text: &str| filled(text, speech, &values);
        let readme = speech.pick(
            include_str!("new/README.de.md"),
            include_str!("new/README.en.md"),
        );
        for (file, text) in [
            ("event.json", fill(self.template.text())),
            ("event.schema.json", schema::text()),
            ("README.md", fill(readme)),
        ] {
            made.write(file, text.as_bytes()).map_err(unwritable)?;
        }
        for inner in FOLDERS {
            Folder::create(&folder.join(inner)).map_err(unwritable)?;
        }
        Ok(())
    }
}

impl Template {
    fn text(self) -> &'static str {
        match self {
            Self::Hearing => include_str!("new/hearing.json"),
            Self::Conference => include_str!("new/conference.json"),
            Self::Empty => include_str!("new/empty.json"),
        }
    }
}

/// An id made of a folder's name: what an id must not have becomes a hyphen.
fn id(name: &str) -> String {
    let letters = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' });
    let id: String = letters.flat_map(char::to_lowercase).collect();
    let words: Vec<_> = id.split('-').filter(|word| !word.is_empty()).collect();
    let id: String = words.join("-").chars().take(100).collect();
    EventId::new(&id).map_or_else(|_| "event".to_owned(), |id| id.to_string())
}

/// A template's text in one language: `{{name}}` becomes the value of that name, `{{German|English}}`
/// one of the two.
fn filled(template: &str, speech: Speech, values: &[(&str, &str)]) -> String {
    let mut parts = template.split("{{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (choice, rest) = part.split_once("}}").unwrap_or((part, ""));
        let value = values.iter().find(|(name, _)| *name == choice);
        text += match (value, choice.split_once('|')) {
            (Some((_, value)), _) => value,
            (None, Some((german, english))) => speech.pick(german, english),
            (None, None) => choice,
        };
        text += rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_ids_of_names() {
        for (name, expected) in [
            ("anhoerung-2026", "anhoerung-2026"),
            ("Anhörung 2026 (Entwurf)", "anhörung-2026-entwurf"),
            ("..", "event"),
            ("", "event"),
        ] {
            assert_eq!(id(name), expected);
        }
    }

    #[test]
    fn fills_in_one_language() {
        let text = "{{Saal|Hall}} {{id}} {{Ort|City}}.";
        assert_eq!(filled(text, Speech::German, &[("id", "x")]), "Saal x Ort.");
        assert_eq!(
            filled(text, Speech::English, &[("id", "x")]),
            "Hall x City."
        );
    }
}
