//! `nachlese import --update`: merges a new version of a programme into an event file that people have
//! edited.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;
use nachlese_check::text::severity;
use nachlese_event::{Event, Speech, problem::Severity};
use nachlese_merge::{MergedEvent, Settings, merge};
use nachlese_reader::own::read_own;

use super::account::Account;
use crate::{
    escape::escape,
    event_file::read_with_text,
    failure::Failure,
    findings::Listing,
    last_import,
    replace::{Existing, existing, put},
    text::prelude::*,
};

/// How an event file that is there is brought up to date.
#[derive(Debug, Args)]
pub(super) struct Update {
    /// Merge the programme into a file that exists: what changed there comes in, what was edited here
    /// stays
    #[arg(id = "update", long, requires = "output", conflicts_with = "force")]
    pub(super) is_wanted: bool,
    /// Only say what `--update` would do
    #[arg(long, requires = "update")]
    pub(super) dry_run: bool,
    /// The programme as it was imported last. Needed only if that is not kept beside the file
    #[arg(long, value_name = "FILE", requires = "update")]
    last: Option<PathBuf>,
    /// Mark items that are no longer in the programme as cancelled
    #[arg(long, requires = "update")]
    cancel_missing: bool,
}

/// A programme that was read.
pub(super) struct Imported<'a> {
    pub(super) event: Event,
    /// The event as it is written.
    pub(super) text: &'a str,
    /// Whether all of its items could be read.
    pub(super) is_whole: bool,
}

impl Update {
    /// Merges an event into the file, and writes what was done.
    pub(super) fn run(
        &self,
        imported: Imported<'_>,
        target: &Path,
        listing: Listing,
        speech: Speech,
        stdout: &mut impl Write,
        stderr: &mut impl Write,
    ) -> io::Result<Result<(), Failure>> {
        let merged = match self.merged(imported.event, imported.is_whole, target, speech) {
            Ok(merged) => merged,
            Err(failure) => return Ok(Err(failure)),
        };
        let (edited, merged, knows_last) = merged;
        let name = escape(&target.display().to_string());
        if !knows_last {
            let word = severity(Severity::Note, speech);
            let text = speech.update_without_last();
            writeln!(stderr, "{word}[no-last-import] {name}: {text}")?;
        }
        let account = Account::of(target, &merged, speech);
        account.write(listing, stdout)?;
        writeln!(stderr, "{name}: {}", account.summary(self.dry_run))?;
        if self.dry_run {
            return Ok(Ok(()));
        }
        Ok(write(target, &edited, &merged.text, imported.text, speech))
    }

    /// The text of the file, what becomes of it, and whether the last import is known.
    fn merged(
        &self,
        source: Event,
        is_whole: bool,
        target: &Path,
        speech: Speech,
    ) -> Result<(String, MergedEvent, bool), Failure> {
        if matches!(existing(target, b""), Ok(Existing::Special)) {
            return Err(Failure::new("no-file", speech.update_of_no_file()).of(target));
        }
        let (edited, ..) = read_with_text(target, speech).map_err(|it| of(it, target))?;
        let no_event = || Failure::new("not-an-event", speech.update_of_no_event()).of(target);
        if !matches!(read_own(&edited), Ok(Some(_))) {
            return Err(no_event());
        }
        let last = self.last(target, speech)?;
        let knows_last = last.is_some();
        let settings = Settings {
            // Else an item with a slip in it would be announced as cancelled.
            cancels: self.cancel_missing && is_whole,
        };
        let merged = merge(last, source, &edited, settings).map_err(|_| no_event())?;
        Ok((edited, merged, knows_last))
    }

    /// What was imported last, if that is known.
    fn last(&self, target: &Path, speech: Speech) -> Result<Option<Event>, Failure> {
        let kept = last_import::beside(target);
        let file = match &self.last {
            Some(named) => named,
            None if matches!(existing(&kept, b""), Ok(Existing::Nothing)) => return Ok(None),
            None => &kept,
        };
        match read_with_text(file, speech) {
            Ok((_, event, _)) => Ok(Some(event)),
            Err(failure) if self.last.is_some() => Err(of(failure, file)),
            Err(_) => Err(Failure::new("last-import", speech.update_last_damaged()).of(file)),
        }
    }
}

/// The event first: if the program ends in between, the next run finds what it has taken already.
fn write(
    target: &Path,
    edited: &str,
    merged: &str,
    imported: &str,
    speech: Speech,
) -> Result<(), Failure> {
    let unwritable = |file: PathBuf| {
        move |error: io::Error| {
            let text = speech.export_unwritable(&error.to_string());
            Failure::new("unwritable", text).of(&file)
        }
    };
    if merged != edited {
        put(target, merged.as_bytes()).map_err(unwritable(target.to_owned()))?;
    }
    let kept = last_import::keep(target, imported.as_bytes());
    kept.map_err(unwritable(last_import::beside(target)))
}

fn of(failure: Failure, file: &Path) -> Failure {
    match failure.file {
        None => failure.of(file),
        Some(_) => failure,
    }
}
