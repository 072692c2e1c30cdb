//! Sorting and numbering in little code.
//!
//! Every reader downloads the page's program. The standard library sorts and maps values of any
//! type; this crate does it for numbers and texts only, in a fraction of the bytes.

pub mod radix;

mod interner;

pub use interner::{Interner, index};
