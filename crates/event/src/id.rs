//! Ids of people, talks, sections and events.

use std::{fmt, marker::PhantomData, sync::Arc};

use serde::Serialize;
use thiserror::Error;

/// The id of a `T` within an event. Cheap to clone.
///
/// It consists of at most 100 letters, digits, `-`, `_` and `.`, so that it can be used in an
/// address (`#<id>@12:34`), in a file name and in HTML without escaping.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Id<T>(Arc<str>, #[serde(skip)] PhantomData<fn() -> T>);

/// The id of a talk.
pub type TalkId = Id<super::Talk>;
/// The id of a person.
pub type PersonId = Id<super::Person>;
/// The id of a section of the page.
pub type SectionId = Id<super::Section>;
/// The id of an event, which is also the name of its folder under `events/`.
pub type EventId = Id<super::Event>;

/// The text is empty, longer than 100 characters or contains characters that an id must not have.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("an id consists of letters, digits, `-`, `_` and `.`")]
pub struct InvalidId;

impl<T> Id<T> {
    /// Makes an id from a text.
    ///
    /// # Errors
    /// [`InvalidId`] if the text cannot be an id.
    pub fn new(text: &str) -> Result<Self, InvalidId> {
        let is_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let fits = !text.is_empty() && text.chars().count() <= 100;
        if fits && text.chars().all(is_id) && !text.starts_with('.') {
            Ok(Self(text.into(), PhantomData))
        } else {
            Err(InvalidId)
        }
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0), PhantomData)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_can_stand_in_an_address() {
        for text in ["panel", "talk-3", "38c3_1.2", "größe", "9f2b"] {
            assert_eq!(TalkId::new(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn refuses_what_cannot() {
        for text in [
            "",
            " ",
            "a b",
            "a@1",
            "a/b",
            "..",
            ".git",
            "a\u{202e}b",
            &"a".repeat(101),
        ] {
            assert_eq!(TalkId::new(text), Err(InvalidId), "{text:?}");
        }
    }
}
