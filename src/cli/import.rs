//! `nachlese import`: programmes of other programs as event files.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use super::{
    Exit,
    event_file::{Failure, each_event, write_failure},
};
use crate::{model::Event, text::Speech};

/// What to read, and where the events go.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The programmes: schedule.json, schedule.xml, pretalx' widget, Sessionize's “all” JSON or iCalendar
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// File to write to, instead of standard output; in a folder each event becomes
    /// `<id>/event.json`
    #[arg(short, long, value_name = "FILE|FOLDER/")]
    output: Option<PathBuf>,
}

impl Import {
    /// Writes the events; what is wrong with the files, or left out, goes to `stderr`. The worst
    /// result counts.
    pub(super) fn run(
        &self,
        speech: Speech,
        stdout: &mut impl Write,
        stderr: &mut impl Write,
    ) -> io::Result<Exit> {
        let folder = self.output.as_deref().filter(|path| is_folder(path));
        if self.files.len() > 1 && folder.is_none() {
            let failure = Failure::new("no-folder", speech.import_without_folder());
            write_failure("-o", &failure, speech, stderr)?;
            return Ok(Exit::Failed);
        }
        let mut written = Vec::new();
        each_event(&self.files, speech, stderr, |event, findings, stderr| {
            findings.write(stderr)?;
            let target = match folder {
                Some(folder) => Some(folder.join(event.id.as_str()).join("event.json")),
                None => self.output.clone(),
            };
            write(&event, target, &mut written, speech, stdout)
        })
    }
}

/// Writes an event where it belongs; two of the same id have one place only.
fn write(
    event: &Event,
    target: Option<PathBuf>,
    written: &mut Vec<PathBuf>,
    speech: Speech,
    stdout: &mut impl Write,
) -> io::Result<Result<(), Failure>> {
    let text = serde_json::to_string_pretty(event).map_err(io::Error::other)? + "\n";
    let Some(target) = target else {
        stdout.write_all(text.as_bytes())?;
        return Ok(Ok(()));
    };
    if written.contains(&target) {
        let text = speech.import_repeated(&event.id);
        return Ok(Err(Failure::new("repeated-event", text)));
    }
    let parent = target.parent().unwrap_or(Path::new(""));
    if let Err(error) = fs::create_dir_all(parent) {
        let text = speech.import_without_parent(&error.to_string());
        return Ok(Err(Failure::new("unwritable", text).of(parent)));
    }
    let done = fs::write(&target, text).map_err(|error| {
        let text = speech.export_unwritable(&error.to_string());
        Failure::new("unwritable", text).of(&target)
    });
    written.push(target);
    Ok(done)
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}
