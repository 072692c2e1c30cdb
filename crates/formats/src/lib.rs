//! The formats of other programs: programmes that they wrote as events ([`import`]), and events
//! for them to read ([`export`]).
//!
//! Text or bytes in, text or an event with findings out. Reads no file, no network and no clock.

#[cfg(feature = "export")]
pub mod export;
pub mod import;
mod text;
