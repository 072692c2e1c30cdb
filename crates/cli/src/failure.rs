//! Why a command could not do its job.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use nachlese_check::text::severity;
use nachlese_event::{Speech, problem::Severity};

use super::{
    escape::escape,
    folder::Obstacle,
    terminal::{Paint, style},
};
use crate::text::prelude::*;

/// Why a job could not be done with a file.
pub(super) struct Failure {
    pub(super) code: &'static str,
    /// The file, if it is not the one of the job.
    pub(super) file: Option<PathBuf>,
    /// Line and column, counted from 1, if there is such a place.
    pub(super) place: Option<(usize, usize)>,
    pub(super) text: String,
    /// The line with a mark under the place, or nothing.
    pub(super) marked: String,
}

impl Failure {
    /// A failure without a place in a file.
    pub(super) fn new(code: &'static str, text: impl Into<String>) -> Self {
        Self {
            code,
            file: None,
            place: None,
            text: text.into(),
            marked: String::new(),
        }
    }

    /// `:line:column`, or nothing.
    pub(super) fn at(&self) -> String {
        let place = self.place;
        place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"))
    }

    /// The same for a certain file.
    pub(super) fn of(self, file: &Path) -> Self {
        Self {
            file: Some(file.to_owned()),
            ..self
        }
    }
}

/// That a file of a folder cannot be read or written.
pub(super) fn unusable(file: &Path, error: &io::Error, speech: Speech) -> Failure {
    match Obstacle::of(error) {
        Some(obstacle) => refused(obstacle, file, speech),
        None => Failure::new("unusable-file", error.to_string()).of(file),
    }
}

/// That a file of a folder is needed and not used.
pub(super) fn refused(obstacle: Obstacle, file: &Path, speech: Speech) -> Failure {
    Failure::new(obstacle.code(), speech.refused(obstacle)).of(file)
}

/// Prints the reason. `name` is the escaped name of the file, unless the failure is about another
/// one.
pub(super) fn write_failure(
    name: &str,
    failure: &Failure,
    speech: Speech,
    stderr: &mut impl Write,
) -> io::Result<()> {
    write_painted(name, failure, speech, Paint::Plain, stderr)
}

/// The same, perhaps in colour.
pub(super) fn write_painted(
    name: &str,
    failure: &Failure,
    speech: Speech,
    paint: Paint,
    stderr: &mut impl Write,
) -> io::Result<()> {
    let style = style(Severity::Error);
    let word = severity(Severity::Error, speech);
    let Failure {
        code,
        file,
        text,
        marked,
        ..
    } = failure;
    let other = file
        .as_ref()
        .map(|file| escape(&file.display().to_string()));
    let name = other.as_deref().unwrap_or(name);
    let at = failure.at();
    let word = paint.text(style, &format!("{word}[{code}]"));
    writeln!(stderr, "{word} {name}{at}: {}", escape(text))?;
    write!(stderr, "{}", paint.mark(style, marked))
}
