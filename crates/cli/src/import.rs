//! `nachlese import`: turns programmes of other programs into event files.

mod account;
mod update;

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;
use nachlese_event::{Event, Speech};

use self::update::{Imported, Update};
use super::{
    Exit,
    additions::Additions,
    event_file::each_event,
    failure::{Failure, refused, write_failure},
    findings::Listing,
    folder::Folder,
    last_import,
    replace::{Existing, existing, is_same, make_folders, put},
};
use crate::text::prelude::*;

/// What to read, and where to write the events.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The programmes, or `-` for standard input: schedule.json, schedule.xml, pretalx' widget, Sessionize's “all” JSON, iCalendar, CSV, Indico, Open Event, a playlist of yt-dlp and others
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// File to write to, instead of standard output. In a folder, each event becomes
    /// `<id>/event.json`
    #[arg(short, long, value_name = "FILE|FOLDER/")]
    output: Option<PathBuf>,
    /// Replace files that already exist with other content
    #[arg(long, requires = "output")]
    force: bool,
    #[command(flatten)]
    additions: Additions,
    #[command(flatten)]
    update: Update,
    #[command(flatten)]
    listing: Listing,
}

impl Import {
    /// Writes the events. What is wrong with the files, or left out, goes to `stderr`. The worst
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
        if self.files.len() > 1 && !self.additions.is_empty() {
            let failure = Failure::new("several-events", speech.additions_for_several());
            write_failure(
                "--playlist, --recording, --chapters",
                &failure,
                speech,
                stderr,
            )?;
            return Ok(Exit::Failed);
        }
        let (mut written, mut worst) = (Vec::new(), Exit::Fine);
        let read = each_event(
            &self.files,
            speech,
            stderr,
            |mut event, findings, stderr| {
                findings.write(self.listing, stderr)?;
                match self
                    .additions
                    .add(&mut event, self.listing, speech, stderr)?
                {
                    Ok(exit) => worst = exit,
                    Err(failure) => return Ok(Err(failure)),
                }
                let target = match folder {
                    Some(folder) => {
                        let path = format!("{}/event.json", event.id);
                        let target = folder.join(&path);
                        // A folder that is not there yet has nothing in the way.
                        let opened = Folder::open(folder).ok();
                        if let Some(obstacle) = opened.and_then(|opened| opened.obstacle(&path)) {
                            return Ok(Err(refused(obstacle, &target, speech)));
                        }
                        Some(target)
                    }
                    None => self.output.clone(),
                };
                match target {
                    Some(target) if self.is_update(&target) => {
                        let text = as_json(&event)?;
                        if let Err(failure) = self.claim(&event, &target, &mut written, speech) {
                            return Ok(Err(failure));
                        }
                        let (update, all) = (&self.update, self.listing);
                        let imported = Imported {
                            event,
                            text: &text,
                            is_whole: findings.has_all_items(),
                        };
                        update.run(imported, &target, all, speech, stdout, stderr)
                    }
                    Some(target) => self.write(&event, &target, &mut written, speech),
                    None => stdout.write_all(as_json(&event)?.as_bytes()).map(Ok),
                }
            },
        );
        Ok(read?.max(worst))
    }

    /// Writes an event to its place. Two events with the same id would have the same place.
    fn write(
        &self,
        event: &Event,
        target: &Path,
        written: &mut Vec<PathBuf>,
        speech: Speech,
    ) -> io::Result<Result<(), Failure>> {
        let text = as_json(event)?;
        let done = self.claim(event, target, written, speech);
        let done = done.and_then(|()| self.put_event(target, text.as_bytes(), speech));
        Ok(done.map_err(|failure| match failure.file {
            None => failure.of(target),
            Some(_) => failure,
        }))
    }

    /// Whether there is a file to be brought up to date.
    fn is_update(&self, target: &Path) -> bool {
        let is_there = !matches!(existing(target, b""), Ok(Existing::Nothing));
        self.update.is_wanted && (is_there || self.update.dry_run)
    }

    /// Makes sure that a file is written once, and is none of those that are read.
    fn claim(
        &self,
        event: &Event,
        target: &Path,
        written: &mut Vec<PathBuf>,
        speech: Speech,
    ) -> Result<(), Failure> {
        if written.iter().any(|before| before == target) {
            let text = speech.import_repeated(&event.id);
            return Err(Failure::new("repeated-event", text));
        }
        written.push(target.to_owned());
        if self.files.iter().any(|file| is_same(file, target)) {
            return Err(Failure::new("same-file", speech.import_onto_itself()).of(target));
        }
        Ok(())
    }

    fn put_event(&self, target: &Path, bytes: &[u8], speech: Speech) -> Result<(), Failure> {
        let unwritable = |error: io::Error| {
            Failure::new("unwritable", speech.export_unwritable(&error.to_string()))
        };
        let parent = target.parent().unwrap_or(Path::new(""));
        make_folders(parent).map_err(|error| {
            let text = speech.import_without_parent(&error.to_string());
            Failure::new("unwritable", text).of(parent)
        })?;
        match existing(target, bytes).map_err(unwritable)? {
            Existing::Same => {}
            Existing::Other if !self.force => {
                return Err(Failure::new("exists", speech.import_exists()));
            }
            _ => put(target, bytes).map_err(unwritable)?,
        }
        // For the next version of the programme.
        let kept = last_import::keep(target, bytes).map_err(unwritable);
        kept.map_err(|failure| failure.of(&last_import::beside(target)))
    }
}

fn as_json(event: &Event) -> io::Result<String> {
    let text = serde_json::to_string_pretty(event).map_err(io::Error::other)?;
    Ok(text + "\n")
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}
