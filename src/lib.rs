//! Nachlese: the page for after the event.
//!
//! It turns an `event.json` into a page that tells what happened, finds any talk, and plays the
//! recording from the second at which something was said.
//!
//! # The map
//! This crate is the page. It uses the crates in `crates/`. Each crate uses only those above it:
//!
//! | crate | what it is for |
//! |---|---|
//! | `fold` | what counts as the same letter |
//! | `compact` | sorting and numbering in little code |
//! | `event` | the event and its parts, findings, dates, the schema of the format |
//! | `check` | rules, near misses and messages, for editors |
//! | `reader` | reads event JSON as an event, and lists what is wrong with it |
//! | `programme` | timetable and watch-list |
//! | `search` | finding talks and what was said in them |
//! | `formats` | programmes and calendars of other programs, read and written |
//! | `merge` | a new version of a programme, merged into an edited event |
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
//! - The crates that this one uses, except `markup`, use no Leptos, no browser and no files. They
//!   ask for no clock and no locale: both are arguments.
//! - An [`Event`](nachlese_event::Event) does not change after it was read. Whatever is wrong with
//!   its file is a [`Problem`](nachlese_event::problem::Problem). Only a file that is not an event
//!   at all is an error.
//! - Dates and times are civil ones in the event's time zone. Those of the event's own file are
//!   never shifted. Moments of other programs' files are converted once, when they are imported. An
//!   end is a moment too: durations are real time, even across a change of the clocks. If readers
//!   want to see their own time, [`view`] converts it and says so.
//! - An address reaches the page only as an [`Href`](nachlese_event::Href), a provider's id only as
//!   a [`VideoSource`](nachlese_event::VideoSource): both are checked where they are made.
//! - Nothing is requested from another host before the reader asks for it.
//! - The address of the page holds its whole state ([`url`]). It contains nothing personal.
//! - Every sentence that somebody sees is in the `text` module of its crate.
//! - There is no global state: two events on one page are independent of each other.

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
