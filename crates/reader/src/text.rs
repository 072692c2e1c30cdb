//! The sentences about a file that cannot be read at all.

mod parse_error;

pub use parse_error::parse_error;
