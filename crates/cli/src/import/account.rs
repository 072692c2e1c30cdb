//! Says what an update did: a sentence for each change, and a finding for what an editor must decide.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::Path,
};

use nachlese_check::{Spot, locate};
use nachlese_event::{Speech, problem::Severity};
use nachlese_merge::{Change, MergedEvent, What};
use nachlese_reader::parse;

use crate::{
    escape::escape,
    findings::{Entry, Listing, write_entry},
    terminal::Paint,
    text::{merged::Naming, prelude::*},
};

/// What an update did.
pub(super) struct Account<'a> {
    file: &'a Path,
    merged: &'a MergedEvent,
    naming: Naming,
    speech: Speech,
}

impl<'a> Account<'a> {
    /// The account of a merge into a file.
    pub(super) fn of(file: &'a Path, merged: &'a MergedEvent, speech: Speech) -> Self {
        let people = parse(&merged.text).map(|(event, _)| event.people);
        let people = people.unwrap_or_default().into_iter();
        let names: BTreeMap<_, _> = people
            .map(|person| (person.id.to_string(), person.full_name()))
            .collect();
        Self {
            file,
            merged,
            naming: Naming { names, speech },
            speech,
        }
    }

    /// Writes the list.
    pub(super) fn write(&self, listing: Listing, out: &mut impl Write) -> io::Result<()> {
        let changes = &self.merged.changes;
        let listed = &changes[..changes.len().min(listing.most())];
        let spots = listed.iter().map(|change| Spot {
            path: &change.path,
            is_name: false,
        });
        let spots: Vec<_> = spots.collect();
        let places = locate(&self.merged.text, &spots);
        let lines: Vec<_> = self.merged.text.lines().collect();
        for (change, located) in listed.iter().zip(places) {
            if !change.what.is_open() {
                let sentence = self.naming.done(change);
                writeln!(out, "{}", escape(&sentence))?;
                continue;
            }
            let (message, help) = self.naming.open(change);
            let entry = Entry {
                severity: severity_of(change),
                code: code_of(change),
                path: change.path.to_string(),
                message,
                help: help.to_owned(),
                located,
            };
            write_entry(
                &entry,
                "",
                self.file,
                &lines,
                self.speech,
                Paint::Plain,
                out,
            )?;
        }
        let more = changes.len() - listed.len();
        if more > 0 {
            writeln!(out, "{}", self.speech.update_more(more))?;
        }
        out.flush()
    }

    /// How much was done, and how much is to be decided.
    pub(super) fn summary(&self, is_dry: bool) -> String {
        let changes = self.merged.changes.iter();
        let (open, done): (Vec<_>, Vec<_>) = changes.partition(|change| change.what.is_open());
        self.speech.update_summary(done.len(), open.len(), is_dry)
    }
}

/// The stable code.
fn code_of(change: &Change) -> &'static str {
    match change.what {
        What::Conflict { .. } => "edited-and-changed",
        What::Differs { .. } => "differs",
        What::Gone => "no-longer-in-source",
        What::Translated { .. } => "translation-outdated",
        What::OtherLanguage { .. } => "other-language",
        What::Added(_) | What::Taken { .. } | What::Removed(_) | What::Cancelled => "taken",
    }
}

fn severity_of(change: &Change) -> Severity {
    match change.what {
        What::Differs { .. } | What::OtherLanguage { .. } => Severity::Note,
        _ => Severity::Warning,
    }
}
