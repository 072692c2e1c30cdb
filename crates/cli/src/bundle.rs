//! `nachlese bundle`: one HTML file that contains an event, its pictures, its recordings and the
//! app.
//!
//! The file loads nothing from the network except the players that its reader agrees to. Its data
//! is in three `script` elements that are not run: `#nachlese-event` (the event's file as the
//! editor wrote it, in base64 if it is not JSON), `#nachlese-files` (`data:` addresses by path, for
//! files that are not in the article already) and `#nachlese-program` (the compressed wasm).

mod article;
mod carried;
mod glue;
mod page;

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;
use nachlese_event::{Event, Speech};
use nachlese_reader::own::read_own;
use nachlese_site::listing::EventFolder;

use self::{
    carried::Carried,
    page::{PageParts, page},
};
use super::{
    Exit,
    escape::escape,
    event_file::{Failure, read_with_text, summary, write_failure},
    named_files::{FaultyFile, faulty_files, write_faulty},
    prerender::{base, read_shell},
    within::path_within,
};
use crate::text::prelude::*;

/// What to put into one file.
#[derive(Debug, Args)]
pub(super) struct Bundle {
    /// The folder that `make dist` wrote
    dist: PathBuf,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The event's file, in the folder or elsewhere. Without it, the event that the folder opens
    /// with
    #[arg(long, value_name = "FILE")]
    event: Option<PathBuf>,
    /// The address that the folder has on the web, for links to what the file does not contain
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// The largest picture, recording or download to include, in kB
    #[arg(long, value_name = "KB", default_value_t = 10_000)]
    limit: u64,
}

impl Bundle {
    /// Writes the file. What it leaves out and what is wrong with the event goes to `stderr`.
    pub(super) fn run(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        let name = escape(&self.output.display().to_string());
        match self.write(speech) {
            Ok(written) => {
                write_faulty(
                    &format!("{}: ", written.event),
                    &written.faulty,
                    speech,
                    stderr,
                )?;
                for (path, bytes) in &written.left_out {
                    let sentence = speech.left_out(&escape(path), kilobytes(*bytes));
                    writeln!(stderr, "{name}: {sentence}")?;
                }
                let size = kilobytes(written.bytes);
                let sentence = speech.bundled(size, written.files, &written.problems);
                writeln!(stderr, "{name}: {sentence}")?;
                Ok(Exit::Fine)
            }
            Err(failure) => {
                // Most findings are about the event that was read.
                let name = escape(&self.dist.display().to_string());
                write_failure(&name, &failure, speech, stderr)?;
                Ok(Exit::Failed)
            }
        }
    }

    fn write(&self, speech: Speech) -> Result<Written, Failure> {
        let base = base(self.base.as_deref())?;
        let mut shell = read_shell(&self.dist, speech)?;
        let (file, is_in_folder) = match &self.event {
            None => (self.dist.join(&shell.event), true),
            Some(event) => match path_within(&self.dist, event) {
                Some(path) => {
                    shell.open_with(&path);
                    (self.dist.join(path), true)
                }
                None => (event.clone(), false),
            },
        };
        let (text, event, problems) = read_with_text(&file, speech)?;
        let faulty = faulty_files(&file, &text);
        let text = event_json(text, &event)?;
        let folder = file.parent().unwrap_or(&self.dist);
        let carried = Carried::of(&event, folder, self.limit.saturating_mul(1_000));
        let html = page(&PageParts {
            dist: &self.dist,
            shell: &shell,
            text: &text,
            folder: &EventFolder {
                event,
                file: shell.event.clone(),
                home: String::new(),
            },
            // Only files in the folder are on the web too.
            base: base.as_ref().filter(|_| is_in_folder),
            files: &carried.files,
            speech,
        })?;
        fs::write(&self.output, &html).map_err(|error| {
            let text = speech.export_unwritable(&error.to_string());
            Failure::new("unwritable", text).of(&self.output)
        })?;
        Ok(Written {
            bytes: html.len() as u64,
            files: carried.files.len(),
            left_out: carried.left_out,
            problems: summary(&problems, &faulty, speech),
            event: escape(&file.display().to_string()),
            faulty,
        })
    }
}

/// The event in our own format, whatever the file's format is, because the page cannot read others.
fn event_json(text: String, event: &Event) -> Result<String, Failure> {
    match read_own(&text) {
        Ok(Some(_)) => Ok(text),
        _ => serde_json::to_string(event)
            .map_err(|error| Failure::new("unwritable", error.to_string())),
    }
}

/// What was written, and what was not.
struct Written {
    bytes: u64,
    files: usize,
    /// Paths and sizes of files over the limit.
    left_out: Vec<(String, u64)>,
    problems: String,
    /// The event's file, and the files that are missing next to it.
    event: String,
    faulty: Vec<FaultyFile>,
}

fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000)
}

/// That the folder is not as `make dist` writes it.
fn unexpected(file: &str, speech: Speech) -> Failure {
    Failure::new("unexpected-shape", speech.unexpected_shape(file))
}
