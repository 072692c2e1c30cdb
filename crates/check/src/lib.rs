//! What editors want to know about an event's file: rules beyond the types of its fields, near
//! misses, and for each finding what is wrong and what to do.
//!
//! Readers of the page download none of it: the page's program does not use this crate.
//!
//! Entry points: [`rules`], which the reader calls while it reads, [`locate`], which finds the lines
//! of findings, [`text`], which puts them into words, and [`fix`], which mends what is safe to mend.

pub mod fix;
mod located;
mod near;
pub mod rules;
mod syntax;
pub mod text;
mod tree;

pub use located::{Item, Located, Spot, locate};
pub use near::near;
pub use syntax::Slip;
