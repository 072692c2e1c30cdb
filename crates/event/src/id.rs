//! Ids of people, talks, sections and events.

use std::{fmt, marker::PhantomData, sync::Arc};

use serde::Serialize;
use thiserror::Error;

/// The id of a `T` within an event. Cheap to clone.
///
/// It consists of at most 100 letters, digits, `-`, `_` and `.`, so that it can be used in an
/// address (`#<id>@12:34`), in a file name and in HTML without escaping. What is a letter is told
/// by what is none (`NOT_IN_IDS`), because that can be said in the schema, too.
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

/// What an id belongs to.
pub trait Identified {
    /// Whether the id is the name of a folder. Then it can be none that Windows takes for a device
    /// or cuts off: `con`, `nul.a`, `a.`.
    const NAMES_A_FOLDER: bool = false;
}

impl Identified for super::Person {}
impl Identified for super::Section {}
impl Identified for super::Talk {
    const NAMES_A_FOLDER: bool = true;
}
impl Identified for super::Event {
    const NAMES_A_FOLDER: bool = true;
}

/// The longest id, in characters.
pub(crate) const LONGEST: usize = 100;

/// The characters that no id has, from first to last: ASCII but letters, digits, `-`, `_` and `.`,
/// blanks, punctuation, and characters that nobody sees. All are in Unicode's first plane.
pub(crate) const NOT_IN_IDS: &[(char, char)] = &[
    ('\0', ','),
    ('/', '/'),
    (':', '@'),
    ('[', '^'),
    ('`', '`'),
    ('{', '\u{a9}'),
    ('\u{ab}', '\u{b1}'),
    ('\u{b4}', '\u{b4}'),
    ('\u{b6}', '\u{b8}'),
    ('\u{bb}', '\u{bb}'),
    ('\u{bf}', '\u{bf}'),
    ('\u{d7}', '\u{d7}'),
    ('\u{f7}', '\u{f7}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{2000}', '\u{206f}'),
    ('\u{3000}', '\u{3002}'),
    ('\u{e000}', '\u{f8ff}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{fff0}', '\u{ffff}'),
];

/// Names of devices, which Windows allows for no file, with any extension. Of the last two there
/// are several, each with a digit.
///
/// Source: <https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file>, read on
/// 2026-11-30.
pub(crate) const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The digits after `com` and `lpt`.
pub(crate) const DEVICE_NUMBERS: &str = "0123456789\u{b9}\u{b2}\u{b3}";

/// Whether a text cannot be the name of a folder everywhere.
#[must_use]
pub fn is_no_folder_name(text: &str) -> bool {
    let name = text.split('.').next().unwrap_or_default();
    let is_device = name.split_at_checked(3).is_some_and(|(start, number)| {
        let at = DEVICES.iter().position(|it| start.eq_ignore_ascii_case(it));
        at.is_some_and(|at| match number {
            "" => at < 4,
            _ => at >= 4 && number.chars().count() == 1 && DEVICE_NUMBERS.contains(number),
        })
    });
    is_device || text.ends_with('.')
}

/// The text is empty, longer than 100 characters or contains characters that an id must not have,
/// or it names a folder and [cannot](is_no_folder_name).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("an id consists of letters, digits, `-`, `_` and `.`")]
pub struct InvalidId;

impl<T: Identified> Id<T> {
    /// Makes an id from a text.
    ///
    /// # Errors
    /// [`InvalidId`] if the text cannot be an id.
    pub fn new(text: &str) -> Result<Self, InvalidId> {
        if is_id(text) && !(T::NAMES_A_FOLDER && is_no_folder_name(text)) {
            Ok(Self(text.into(), PhantomData))
        } else {
            Err(InvalidId)
        }
    }
}

fn is_id(text: &str) -> bool {
    let is_part = |c: char| {
        let mut ranges = NOT_IN_IDS.iter();
        !ranges.any(|(first, last)| (*first..=*last).contains(&c))
    };
    let fits = !text.is_empty() && text.chars().count() <= LONGEST;
    fits && text.chars().all(is_part) && !text.starts_with('.')
}

impl<T> Id<T> {
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
    fn takes_all_letters_and_digits_and_nothing_that_nobody_sees() {
        for c in '\0'..=char::MAX {
            let is_taken = is_id(&c.to_string());
            assert!(is_taken || !c.is_alphanumeric(), "{c:?}");
            let is_blank = c.is_whitespace() || c.is_control();
            let is_other_ascii = c.is_ascii() && !c.is_ascii_alphanumeric() && !"-_".contains(c);
            assert!(!is_taken || !is_blank && !is_other_ascii, "{c:?}");
        }
    }

    #[test]
    fn names_no_folder_as_windows_names_a_device() {
        for text in [
            "CON",
            "con",
            "Nul",
            "aux.txt",
            "prn.a.b",
            "COM1",
            "lpt9",
            "com0",
            "COM\u{b2}.x",
            "a.",
            "a..",
        ] {
            assert_eq!(TalkId::new(text), Err(InvalidId), "{text}");
            assert_eq!(EventId::new(text), Err(InvalidId), "{text}");
            assert!(PersonId::new(text).is_ok(), "{text}");
        }
        for text in [
            "cone", "com", "com10", "con1", "lpt", "a.con", "nul-1", "größe", "äx",
        ] {
            assert!(TalkId::new(text).is_ok(), "{text}");
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
