//! Nachlese: the page for after the event.
//!
//! One `event.json` goes in; out comes a page that tells what happened, finds any talk and plays
//! the second somebody said something.
//!
//! # The map
//! This crate is the page. It stands on the crates in `crates/`; each names only those above it:
//!
//! | crate | what it is for |
//! |---|---|
//! | `fold` | what counts as the same letter |
//! | `compact` | sorting and numbering in little code |
//! | `event` | the event and its parts, findings, dates, the schema of the format |
//! | `check` | rules, near misses and messages, for editors |
//! | `reader` | event JSON to an event, with all that is wrong with it |
//! | `programme` | timetable and watch-list |
//! | `search` | finding talks and what was said in them |
//! | `formats` | programmes and calendars of other programs, read and written |
//! | `markup` | the view tree, on the signals of Leptos |
//! | this one | the page: in the browser, and as HTML |
//! | `site` | what a deployed folder holds beside its HTML |
//! | `cli` | the command `nachlese`; the only one that knows files |
//!
//! `web` is the page's program for the browser; `importer`, `exporter` and `qr` are WebAssembly
//! modules that the page loads when it needs them.
//! Within this crate: [`url`], [`frame`], [`load_error`] → [`text`] → [`state`] → `browser` →
//! [`view`] → `boot` → `embed`; a test holds it (`tests/integration/tidy_map.rs`). For wasm32 the page
//! runs in a browser; for every other target it is written as HTML, by the same components.
//!
//! # Invariants
//! - Everything that this crate stands on but `markup` knows no Leptos, no browser and no files. It
//!   asks for no clock and no locale: both are arguments.
//! - An [`Event`](nachlese_event::Event) does not change after it was read. Whatever is wrong with
//!   its file is a [`Problem`](nachlese_event::problem::Problem); only a file that is no event at
//!   all is an error.
//! - Dates and times are civil ones in the event's time zone. Those of the event's own file are
//!   never shifted. Moments of other programs' files are converted once, where they enter. An end
//!   is a moment too: lengths are real time, also over a change of the clocks. Where the reader
//!   wants to see the own time, [`view`] writes it and says so.
//! - An address reaches the page only as an [`Href`](nachlese_event::Href), a provider's id only as
//!   a [`VideoSource`](nachlese_event::VideoSource): both are checked where they are made.
//! - No request leaves for another host before the reader asks for it.
//! - The address of the page is its whole state ([`url`]); nothing personal is in it.
//! - A sentence that somebody sees stands in the `text` module of its crate, and nowhere else.
//! - No global state: two events on one page do not know of each other.

#![recursion_limit = "512"] // Leptos' views are deeply nested types.

pub mod frame;
pub mod load_error;
#[cfg(not(target_arch = "wasm32"))]
pub mod scripts;
pub mod state;
pub mod text;
pub mod url;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod boot;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
