//! Nachlese: the page for after the event.
//!
//! One `event.json` goes in; out comes a page that tells what happened, finds any talk and plays
//! the second somebody said something.
//!
//! # Layers
//! `model, encoding → watch_list → search → timetable → url, validate, parse, text → import → schema, export, site, state → view → boot,
//! cli`: a module uses only what stands to its left. Features enforce it in one crate: without any,
//! only the core is built; `view` adds the components, `export` the formats of other programs,
//! `schema` the JSON Schema of the event format, `web` the browser, `cli` the file system and
//! `site`, the files of a deployed folder; `importer` makes the modules that the page loads for the
//! programmes of other programs, `exporter` the one that writes a watch-list for them.
//!
//! # Invariants
//! - The core (everything before `state`) knows no Leptos, no browser and no file access. It asks
//!   for no clock and no locale: both are arguments.
//! - An [`Event`](model::Event) does not change after it was read. Whatever is wrong with its
//!   file is a [`Problem`](problem::Problem); only a file that is no event at all is an error.
//! - Dates and times are civil ones in the event's time zone. Those of the event's own file are never
//!   shifted. Moments of other programs' files are converted once, where they enter ([`import`]).
//!   An end is a moment too: lengths are real time, also over a change of the clocks. Where the
//!   reader wants to see the own time, [`view`] writes it and says so.
//! - An address reaches the page only as an [`Href`](model::Href), a provider's id only as a
//!   [`VideoSource`](model::VideoSource): both are checked where they are made.
//! - No request leaves for another host before the reader asks for it.
//! - The address of the page is its whole state ([`url`]); nothing personal is in it.
//! - Every sentence that a user sees stands in [`text`].
//! - No global state: two events on one page do not know of each other.

#![recursion_limit = "512"] // Leptos' views are deeply nested types.

#[cfg(all(feature = "web", feature = "cli"))]
compile_error!("`web` is for wasm32 and `cli` for the machine: build them one at a time");

pub mod encoding;
#[cfg(feature = "export")]
pub mod export;
pub mod fingerprint;
pub mod frame;
pub mod import;
pub mod load_error;
pub mod model;
pub mod parse;
pub mod problem;
pub mod search;
pub mod text;
pub mod timetable;
pub mod url;
pub mod validate;
pub mod watch_list;

#[cfg(feature = "schema")]
pub mod schema;

#[cfg(feature = "view")]
pub mod state;
#[cfg(feature = "view")]
pub mod view;

#[cfg(feature = "web")]
pub mod boot;
#[cfg(feature = "web")]
mod browser;
#[cfg(feature = "web")]
pub mod embed;

#[cfg(any(feature = "importer", feature = "web"))]
mod text_decoder;

#[cfg(feature = "exporter")]
pub mod exporter;
#[cfg(feature = "importer")]
pub mod importer;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod site;
