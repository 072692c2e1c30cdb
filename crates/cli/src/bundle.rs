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
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;
use nachlese_check::text::severity;
use nachlese_event::{Event, Speech, problem::Severity};
use nachlese_reader::own::read_own;
use nachlese_site::listing::EventFolder;

use self::{
    carried::Carried,
    page::{PageParts, page},
};
use super::{
    Exit,
    escape::escape,
    event_file::{read_in, read_with_text},
    failure::{Failure, refused, write_failure},
    findings::{Findings, Listing},
    folder::{Folder, Obstacle},
    named_files::{faulty_files, with_chapters},
    prerender::{base, open, read_shell},
    replace::put,
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
    #[command(flatten)]
    listing: Listing,
}

impl Bundle {
    /// Writes the file. What it leaves out and what is wrong with the event goes to `stderr`.
    pub(super) fn run(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        let name = escape(&self.output.display().to_string());
        match self.write(speech) {
            Ok(written) => {
                written.findings.write(self.listing, stderr)?;
                let word = severity(Severity::Warning, speech);
                for (file, obstacle) in &written.passed_over {
                    let (code, text) = (obstacle.code(), speech.passed_over(*obstacle));
                    let file = escape(&file.display().to_string());
                    writeln!(stderr, "{word}[{code}] {file}: {text}")?;
                }
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
        let dist = open(&self.dist, speech)?;
        let mut shell = read_shell(&dist, speech)?;
        let output = dist.standing(&self.output);
        if let Some(obstacle) = output.and_then(|output| dist.obstacle(&output)) {
            return Err(refused(obstacle, &self.output, speech));
        }
        let path = match &self.event {
            None => Some(shell.event.clone()),
            Some(event) => dist.path_of(event),
        };
        let (file, read) = match (&path, &self.event) {
            (None, Some(event)) => (event.clone(), read_with_text(event, speech)),
            (path, _) => {
                let path = path.as_deref().unwrap_or_default();
                shell.open_with(path);
                (dist.shown(path), read_in(&dist, path, speech))
            }
        };
        let (text, event, problems) = read?;
        // A pipe has no files beside it.
        let folder = file.parent().filter(|_| file.is_file());
        let folder = folder.and_then(|folder| Folder::open(folder).ok());
        let findings = Findings {
            prefix: format!("{}: ", escape(&file.display().to_string())),
            faulty: faulty_files(&file, &text, folder.as_ref()),
            file: file.clone(),
            text: text.clone(),
            problems,
            speech,
        };
        let text = event_json(with_chapters(&text, &event), &event)?;
        let limit = self.limit.saturating_mul(1_000);
        let within = folder.as_ref();
        let carried = within.map(|folder| Carried::of(&event, folder, limit));
        let carried = carried.unwrap_or_default();
        let html = page(&PageParts {
            dist: &dist,
            shell: &shell,
            text: &text,
            folder: &EventFolder {
                event,
                file: shell.event.clone(),
                home: String::new(),
            },
            // Only files in the folder are on the web too.
            base: base.as_ref().filter(|_| path.is_some()),
            files: &carried.files,
            place: within.map(|folder| (file.as_path(), folder)),
            speech,
        })?;
        put(&self.output, html.as_bytes()).map_err(|error| {
            let text = speech.export_unwritable(&error.to_string());
            Failure::new("unwritable", text).of(&self.output)
        })?;
        Ok(Written {
            bytes: html.len() as u64,
            files: carried.files.len(),
            left_out: carried.left_out,
            problems: findings.summary(),
            passed_over: carried.passed_over,
            findings,
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
    /// The event's files that are not touched, and why.
    passed_over: Vec<(PathBuf, Obstacle)>,
    /// How much is wrong with the event.
    problems: String,
    /// What is wrong with the files next to the event's.
    findings: Findings,
}

fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000)
}

/// That the folder is not as `make dist` writes it.
fn unexpected(file: &str, speech: Speech) -> Failure {
    Failure::new("unexpected-shape", speech.unexpected_shape(file))
}
