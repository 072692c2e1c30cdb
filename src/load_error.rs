//! Why an event cannot be shown at all.

use nachlese_reader::ParseError;

/// Why an event could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// `?event=` is neither an id nor an `https:` address.
    BadAddress,
    /// HTTP 404 or 410.
    NotFound,
    /// An HTTP status other than 200.
    Http(u16),
    /// The server cannot be reached.
    NoNetwork,
    /// The server does not answer for 8 seconds, or sends less than 4 kB in 15 seconds.
    Timeout,
    /// The file has more than 64 MB, or does not fit into memory.
    TooLarge,
    /// The response is not an event.
    Unreadable(ParseError),
}

impl LoadError {
    /// The stable code in `data-code`.
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
