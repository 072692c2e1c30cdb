//! The formats of other programs: reads their programmes as events ([`import`]), and writes events
//! for them ([`export`]).
//!
//! Text or bytes in, text or an event with findings out. Reads no file, no network and no clock.

#[cfg(feature = "export")]
pub mod export;
pub mod import;
mod text;

#[cfg(feature = "command")]
pub use text::import_error;
