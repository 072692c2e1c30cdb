//! What the program knows of where its words go: the language, and whether colours are seen.

use std::io;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use nachlese_event::problem::Severity;

/// The surroundings of a run.
#[derive(Debug, Clone, Default)]
pub struct Terminal {
    /// The system's language, for example `de_DE.UTF-8`.
    pub locale: String,
    /// How findings are written to standard output.
    pub stdout: Paint,
    /// How failures are written to standard error.
    pub stderr: Paint,
}

/// Whether words are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paint {
    /// No, as for files, pipes, and whoever sets `NO_COLOR`.
    #[default]
    Plain,
    /// Yes.
    Coloured,
}

/// No colours, as where nobody looks.
impl From<&str> for Terminal {
    fn from(locale: &str) -> Self {
        Self {
            locale: locale.to_owned(),
            ..Self::default()
        }
    }
}

impl Terminal {
    /// That of this process: `LC_ALL`, else `LANG`; colours where a terminal shows them, unless
    /// `NO_COLOR` is set.
    #[must_use]
    pub fn of_process() -> Self {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let of = |choice| match choice {
            ColorChoice::Never => Paint::Plain,
            _ => Paint::Coloured,
        };
        // Made for its side effect: a console of Windows understands colours from now on.
        let (stdout, stderr) = (
            AutoStream::auto(io::stdout()),
            AutoStream::auto(io::stderr()),
        );
        Self {
            locale: set("LC_ALL").or_else(|| set("LANG")).unwrap_or_default(),
            stdout: of(stdout.current_choice()),
            stderr: of(stderr.current_choice()),
        }
    }
}

impl Paint {
    /// The text in a style.
    pub(super) fn text(self, style: Style, text: &str) -> String {
        match self {
            Self::Coloured if !text.is_empty() => format!("{style}{text}{style:#}"),
            _ => text.to_owned(),
        }
    }

    /// A line with a mark below it, as `marked` makes it, with the mark in a style.
    pub(super) fn mark(self, style: Style, marked: &str) -> String {
        let before = marked.trim_end().trim_end_matches('^').len();
        let (before, mark) = marked.split_at(before);
        let mark = mark.trim_end();
        match (self, mark) {
            (Self::Plain, _) | (_, "") => marked.to_owned(),
            _ => format!("{before}{}\n", self.text(style, mark)),
        }
    }
}

/// How a word of this severity looks.
pub(super) fn style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    colour.on_default().bold()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_the_word_and_the_mark() {
        let red = style(Severity::Error);
        assert_eq!(Paint::Plain.text(red, "error"), "error");
        let word = Paint::Coloured.text(red, "error");
        assert_eq!(word, "\u{1b}[1m\u{1b}[31merror\u{1b}[0m");
        let marked = "  1 | {^^\n    |  ^^\n";
        assert_eq!(Paint::Plain.mark(red, marked), marked);
        assert_eq!(
            Paint::Coloured.mark(red, marked),
            "  1 | {^^\n    |  \u{1b}[1m\u{1b}[31m^^\u{1b}[0m\n"
        );
    }
}
