//! Why an event cannot be written in a format.

use thiserror::Error;

/// Why an event cannot be written in a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ExportError {
    /// The format needs a day, but neither the event nor any of its talks has one.
    #[error("the event has no day")]
    NoDate,
    /// The format needs whole addresses, but the address of the pages is not known.
    #[error("the address of the pages is not known")]
    NoAddress,
    /// The talk has no chapters.
    #[error("the talk has no chapters")]
    NoChapters,
}
