//! Why an event cannot be written in a format.

use thiserror::Error;

/// Why an event cannot be written in a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ExportError {
    /// The format wants a day, and neither the event nor any of its talks names one.
    #[error("the event names no day")]
    NoDate,
    /// The talk has no chapters.
    #[error("the talk has no chapters")]
    NoChapters,
}
