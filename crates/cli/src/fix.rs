//! `nachlese check --fix`: mends what is safe to mend in an event.json, and shows it.

use std::{
    io::{self, Write},
    path::Path,
};

use nachlese_check::fix::{Mended, mend};
use nachlese_event::{
    Speech,
    problem::{Problem, Severity},
};
use nachlese_formats::import::{self, NativeZones, native_xml};
use nachlese_reader::own::read_own;

use super::{
    Exit,
    diff::diff,
    event_file::{not_an_event, read_bytes, stopped_at},
    failure::{Failure, unusable},
    named_files::{FaultyFile, faulty_files},
    replace::put,
    terminal::Paint,
};
use crate::text::prelude::*;

/// What was mended in a file.
pub(super) struct Fixed {
    before: String,
    mended: Mended,
}

impl Fixed {
    /// Mends the text of a file, and writes nothing yet.
    ///
    /// # Errors
    /// [`Failure`] says why the file stays as it is.
    pub(super) fn of(file: &Path, speech: Speech) -> Result<Self, Failure> {
        let before = String::from_utf8(read_bytes(file, speech)?)
            .map_err(|_| Failure::new("not-utf-8", speech.fix_needs_utf_8()).of(file))?;
        // Its mark stays at the start.
        let (mark, text) = match before.strip_prefix('\u{feff}') {
            Some(text) => ("\u{feff}", text),
            None => ("", before.as_str()),
        };
        let own = read_own(text);
        if !matches!(own, Ok(Some(_))) {
            match import::read_any(text, native_xml, NativeZones) {
                Ok(_) => {
                    return Err(
                        Failure::new("not-an-event-file", speech.fix_needs_event()).of(file)
                    );
                }
                Err(error) if own.is_ok() => {
                    return Err(not_an_event(&error, text, speech).of(file));
                }
                // A slip in the JSON, which may be mended.
                Err(_) => {}
            }
        }
        // Comments would end in a file of another program that has no place for them.
        let read = |text: &str| Some(import::read_event(text, NativeZones).ok()??.1);
        let others = |text: &str| {
            let others = faulty_files(file, text, None);
            others.iter().map(FaultyFile::severity).collect()
        };
        let mut mended = mend(text, read, others).map_err(|at| {
            let mut failure = stopped_at(text, at, speech).of(file);
            failure.text = format!("{} {}", failure.text, speech.fix_needs_a_person());
            failure
        })?;
        mended.text.insert_str(0, mark);
        Ok(Self { before, mended })
    }

    /// Shows what changes.
    pub(super) fn show(&self, name: &str, paint: Paint, out: &mut impl Write) -> io::Result<()> {
        let shown = diff(name, &self.before, &self.mended.text, paint);
        out.write_all(shown.as_bytes())?;
        // Before the summary, so that both stay in order on a terminal.
        out.flush()
    }

    /// Writes the file, if anything changes.
    ///
    /// # Errors
    /// [`Failure`] says what keeps it from being written. Then it is as it was.
    pub(super) fn write(&self, file: &Path, speech: Speech) -> Result<(), Failure> {
        if self.mended.done.is_empty() {
            return Ok(());
        }
        put(file, self.mended.text.as_bytes()).map_err(|error| unusable(file, &error, speech))
    }

    /// What was done, or would be, in one line.
    pub(super) fn summary(&self, is_written: bool, speech: Speech) -> String {
        let done: Vec<_> = self.mended.done.iter().collect();
        if done.is_empty() {
            return speech.nothing_to_fix().to_owned();
        }
        let parts = done
            .iter()
            .map(|(mend, count)| speech.mended(**mend, **count));
        let parts = parts.collect::<Vec<_>>().join(", ");
        if is_written {
            speech.fixed(&parts)
        } else {
            speech.would_fix(&parts)
        }
    }

    /// How the program ends that only shows what it would do: with findings, if there is anything
    /// to do or an error that stays.
    pub(super) fn exit(&self) -> Exit {
        let text = self.mended.text.trim_start_matches('\u{feff}');
        let problems = read_own(text).ok().flatten().map(|(_, problems)| problems);
        let is_error = |problem: &Problem| problem.severity() == Severity::Error;
        if self.mended.done.is_empty() && !problems.is_some_and(|all| all.iter().any(is_error)) {
            Exit::Fine
        } else {
            Exit::Findings
        }
    }
}
