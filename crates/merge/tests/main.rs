//! Merges of whole events.

#![expect(clippy::unwrap_used, reason = "a test ends where it fails")]

/// One behaviour at a time.
mod behaviour;
/// Who is who.
mod identity;
/// How the merged file is written.
mod layout;
/// What holds for all events.
mod properties;
/// Helpers.
mod support;
