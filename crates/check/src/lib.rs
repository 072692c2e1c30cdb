//! What editors want to know about an event's file: rules beyond the types of its fields, near
//! misses, and for each finding what is wrong and what to do.
//!
//! Readers of the page download none of it: the page's program does not use this crate.
//!
//! Entry points: [`rules`], which the reader calls while it reads, and [`text`], which puts the
//! findings into words.

mod near;
pub mod rules;
pub mod text;

pub use near::near;
