//! Why an event cannot be shown at all.

use nachlese_reader::ParseError;

/// Why an event could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// `?event=` is neither an id nor an `https:` address.
    BadAddress,
    /// HTTP 404 or 410.
    NotFound,
    /// Another HTTP status than 200.
    Http(u16),
    /// No answer at all.
    NoNetwork,
    /// Silence for 8 seconds.
    Timeout,
    /// More than 64 MB, or than the memory holds.
    TooLarge,
    /// An answer that is no event.
    Unreadable(ParseError),
}

impl LoadError {
    /// The stable code that stands in `data-code`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadAddress => "bad-address",
            Self::NotFound => "not-found",
            Self::Http(_) => "http-error",
            Self::NoNetwork => "no-network",
            Self::Timeout => "timeout",
            Self::TooLarge => "too-large",
            Self::Unreadable(error) => error.code(),
        }
    }
}
