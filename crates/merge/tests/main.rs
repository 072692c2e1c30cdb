//! Merges of whole events.

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
