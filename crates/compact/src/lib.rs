//! Sorting and numbering in little code.
//!
//! The page's program is downloaded by every reader. What the standard library does for any type
//! is done here for numbers and texts alone, in a fraction of the bytes.

pub mod radix;

mod interner;

pub use interner::{Interner, index};
