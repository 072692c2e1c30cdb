//! What editors want to know about an event's file: rules beyond the types of its fields, near
//! misses, and what to say and do about each finding.
//!
//! Readers of the page download none of it: the page's program does not name this crate.
//!
//! Entry points: [`rules`], which the reader calls while it reads, and [`text`], the words for
//! what was found.

mod near;
pub mod rules;
pub mod text;

pub use near::near;
