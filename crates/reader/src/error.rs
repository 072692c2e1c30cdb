//! Why a text cannot be read as an event.

use thiserror::Error;

/// The text cannot be read as an event. Nothing of it can be shown.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ParseError {
    /// The text is empty.
    #[error("the file is empty")]
    Empty,
    /// The bytes are not UTF-8, and nothing names another encoding.
    #[error("line {line}, column {column} is not UTF-8")]
    NotUtf8 {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// The file names an encoding that does not exist, and is not UTF-8.
    #[error("the encoding {name} is not known")]
    UnknownEncoding {
        /// What the file names.
        name: String,
    },
    /// The text breaks the rules of JSON.
    #[error("line {line}, column {column} is not JSON")]
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// The text ends in the middle.
    #[error("the file ends too early, in line {line}, column {column}")]
    Truncated {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// The text is a web page, or XML that is not a programme.
    #[error("this is a web page or some other XML, not an event")]
    Html,
    /// The text begins like a programme in XML, but breaks the rules of XML.
    #[error("this is a programme in XML, but the XML is not well-formed")]
    NotXml,
    /// The text is some other JSON.
    #[error("this is JSON, but not an event: {found}")]
    NotAnEvent {
        /// What is at the top, for example `list`.
        found: &'static str,
    },
    /// There are items in the file, but none can be read: the programme has another shape, or its
    /// items lack what each item needs.
    #[error("none of the {count} items of {shape} can be read; what can be read: {instead}")]
    NoTalks {
        /// What the file seems to be, the same word in all languages.
        shape: String,
        /// What can be read instead, also the same word in all languages.
        instead: String,
        /// How many items there are.
        count: usize,
    },
    /// The event needs a later version of this program.
    #[error("schema version {version} is newer than this program")]
    TooNew {
        /// The version that the file names.
        version: u64,
    },
}

/// The words for types of values in [`ParseError::NotAnEvent`].
const SORTS: [&str; 6] = ["null", "true or false", "number", "text", "list", "object"];

impl ParseError {
    /// None of `count` items was read.
    pub fn no_talks(shape: &str, instead: &str, count: usize) -> Self {
        Self::NoTalks {
            shape: shape.to_owned(),
            instead: instead.to_owned(),
            count,
        }
    }

    /// Writes the error as one line, to pass it from one program to another.
    #[must_use]
    pub fn to_line(&self) -> String {
        let (line, column) = self.position().unwrap_or_default();
        let both;
        let (number, rest) = match self {
            Self::NotAnEvent { found } => (0, *found),
            Self::UnknownEncoding { name } => (0, name.as_str()),
            Self::NoTalks {
                shape,
                instead,
                count,
            } => {
                both = format!("{shape}\t{instead}");
                (*count as u64, both.as_str())
            }
            Self::TooNew { version } => (*version, ""),
            _ => (0, ""),
        };
        format!("{} {line} {column} {number} {rest}", self.code())
    }

    /// Reads what [`ParseError::to_line`] wrote.
    #[must_use]
    pub fn of_line(line: &str) -> Option<Self> {
        let mut words = line.splitn(5, ' ');
        let code = words.next()?;
        let (line, column) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let (version, rest) = (words.next()?.parse().ok()?, words.next()?);
        Some(match code {
            "empty" => Self::Empty,
            "not-utf-8" => Self::NotUtf8 { line, column },
            "unknown-encoding" => Self::UnknownEncoding {
                name: rest.to_owned(),
            },
            "not-json" => Self::NotJson { line, column },
            "truncated" => Self::Truncated { line, column },
            "html" => Self::Html,
            "not-xml" => Self::NotXml,
            "not-an-event" => Self::NotAnEvent {
                found: SORTS.into_iter().find(|sort| *sort == rest)?,
            },
            "no-talks" => {
                let (shape, instead) = rest.split_once('\t')?;
                Self::no_talks(shape, instead, usize::try_from(version).ok()?)
            }
            "too-new" => Self::TooNew { version },
            _ => return None,
        })
    }

    /// The stable code, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::UnknownEncoding { .. } => "unknown-encoding",
            Self::NotJson { .. } => "not-json",
            Self::Truncated { .. } => "truncated",
            Self::Html => "html",
            Self::NotXml => "not-xml",
            Self::NotAnEvent { .. } => "not-an-event",
            Self::NoTalks { .. } => "no-talks",
            Self::TooNew { .. } => "too-new",
        }
    }

    /// Line and column, counted from 1, if the error has a place.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        match *self {
            Self::NotUtf8 { line, column }
            | Self::NotJson { line, column }
            | Self::Truncated { line, column } => Some((line, column)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_finds_its_way() {
        for error in [
            ParseError::Empty,
            ParseError::NotUtf8 { line: 2, column: 9 },
            ParseError::UnknownEncoding {
                name: "no such".to_owned(),
            },
            ParseError::NotJson {
                line: 3,
                column: 14,
            },
            ParseError::Truncated { line: 1, column: 2 },
            ParseError::Html,
            ParseError::NotXml,
            ParseError::NotAnEvent {
                found: "true or false",
            },
            ParseError::no_talks("Sched", "iCalendar, or JSON", 12),
            ParseError::TooNew { version: 99 },
        ] {
            assert_eq!(ParseError::of_line(&error.to_line()), Some(error));
        }
        assert_eq!(ParseError::of_line("memory"), None);
    }
}
