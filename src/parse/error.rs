//! Why a text is no event at all.

use thiserror::Error;

/// The text cannot be read as an event; nothing of it can be shown.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ParseError {
    /// There is no text.
    #[error("the file is empty")]
    Empty,
    /// The text breaks the rules of JSON.
    #[error("line {line}, column {column} is not JSON: {cause}")]
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// What the JSON reader says, in English.
        cause: String,
    },
    /// The text ends in the middle.
    #[error("the file breaks off in line {line}, column {column}")]
    Truncated {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// The text is a web page, or XML that is no programme.
    #[error("this is a web page or XML of another sort, not an event")]
    Html,
    /// The text begins like a programme in XML, but breaks the rules of XML.
    #[error("this is a programme in XML, but not well-formed")]
    NotXml,
    /// The text is JSON of another sort.
    #[error("this is JSON, but not an event: {found}")]
    NotAnEvent {
        /// What is at the top, for example `list`.
        found: &'static str,
    },
    /// The event needs a later version of this program.
    #[error("schema version {version} is newer than this program")]
    TooNew {
        /// The version that the file names.
        version: u64,
    },
}

impl ParseError {
    /// The stable code, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotJson { .. } => "not-json",
            Self::Truncated { .. } => "truncated",
            Self::Html => "html",
            Self::NotXml => "not-xml",
            Self::NotAnEvent { .. } => "not-an-event",
            Self::TooNew { .. } => "too-new",
        }
    }

    /// Line and column, counted from 1, where there is one place to look at.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        match *self {
            Self::NotJson { line, column, .. } | Self::Truncated { line, column } => {
                Some((line, column))
            }
            _ => None,
        }
    }
}
