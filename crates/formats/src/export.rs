//! The event in the formats that other programs read.
//!
//! Every function takes an [`Edition`] (the event in one language, with the address of its
//! pages) and gives text or JSON. None reads a file, a clock or the network: the same event gives
//! the same bytes. Nothing is made up: what the event does not say is left out. If a format
//! requires it, the format's module says what is written instead.

pub mod calendar;
pub mod chapters;
pub mod chapters_vtt;
mod edition;
mod error;
pub mod feed;
mod guid;
pub mod json_ld;
#[cfg(feature = "command")]
pub mod lost;
#[cfg(feature = "command")]
pub mod markdown;
mod media;
mod plain;
mod schedule;
pub mod schedule_json;
#[cfg(feature = "command")]
pub mod schedule_json2;
pub mod schedule_xml;
mod selection;
mod site;
#[cfg(feature = "command")]
pub mod table;
#[cfg(feature = "command")]
pub mod transcript_vtt;
mod xml;
mod zone;

pub use edition::Edition;
pub use error::ExportError;
pub use selection::selection;
pub use site::{NotAWebAddress, Site};
pub use zone::clock_changes;
