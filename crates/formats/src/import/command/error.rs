//! Why a file cannot be read as an event by the command line.

use nachlese_reader::ParseError;
use thiserror::Error;

/// The file cannot be read as an event, in any format.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// It has none of the formats, or nothing in it can be read.
    #[error(transparent)]
    Parse(#[from] ParseError),
    /// A table has no column that is known to have titles.
    #[error("no column of the table has titles: {headings:?}")]
    NoTitles {
        /// The first headings.
        headings: Vec<String>,
    },
    /// A quote in a table never ends, so the rest of the file would be one cell.
    #[error("the quote in line {line}, column {column} never ends")]
    OpenQuote {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// The file is no list of videos.
    #[error("this is no list of videos")]
    NoVideoList,
    /// A talk is named that cannot get what it should.
    #[error(transparent)]
    Talk(#[from] NotSet),
    /// The file has no chapters in any of the known formats.
    #[error("there are no chapters in this file")]
    NoChapters,
    /// A table is longer than any programme.
    #[error("the table has more than {most} rows")]
    TooManyRows {
        /// The most that are read.
        most: usize,
    },
}

impl ImportError {
    /// The stable code, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Parse(error) => error.code(),
            Self::NoTitles { .. } => "no-titles",
            Self::OpenQuote { .. } => "open-quote",
            Self::NoVideoList => "no-video-list",
            Self::Talk(error) => error.code(),
            Self::NoChapters => "no-chapters",
            Self::TooManyRows { .. } => "too-many-rows",
        }
    }

    /// Line and column, counted from 1, if the error has a place.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        match self {
            Self::Parse(error) => error.position(),
            Self::OpenQuote { line, column } => Some((*line, *column)),
            _ => None,
        }
    }
}

/// Why a talk did not get what it should.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotSet {
    /// No talk has the id.
    #[error("no talk has the id {id}")]
    UnknownTalk {
        /// The id.
        id: String,
        /// The closest id.
        suggestion: Option<String>,
    },
    /// The address is no video that the page can play.
    #[error("the address {url} is no video")]
    NoVideo {
        /// The address.
        url: String,
    },
    /// The recording of the talk is not published.
    #[error("the recording of {id} is not published")]
    Withheld {
        /// The talk's id.
        id: String,
    },
}

impl NotSet {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownTalk { .. } => "unknown-talk",
            Self::NoVideo { .. } => "no-video",
            Self::Withheld { .. } => "recording-withheld",
        }
    }
}
