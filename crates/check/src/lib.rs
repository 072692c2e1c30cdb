//! What editors want to know about an event's file: rules beyond the types of its fields, near
//! misses, and for each finding what is wrong and what to do.
//!
//! Readers of the page download none of it: the page's program does not use this crate.
//!
//! Entry points: [`rules`], which the reader calls while it reads, [`locate`], which finds the lines
//! of findings, [`splice()`], which replaces values, [`text`], which puts them into words, and [`fix`],
//! which mends what is safe to mend. With the feature `command`, `review` looks at what an event
//! says as an editor would.

#[cfg(feature = "command")]
mod consequence;
pub mod fix;
mod located;
mod near;
#[cfg(feature = "command")]
mod review;
pub mod rules;
mod splice;
mod syntax;
pub mod text;
mod tree;

#[cfg(feature = "command")]
pub use consequence::without_consequences;
pub use located::{Item, Located, Spot, locate};
pub use near::{near, near_field};
#[cfg(feature = "command")]
pub use review::{first_of_each, review};
pub use splice::splice;
pub use syntax::Slip;
