//! Who took part in a talk, and as what.

use serde::Serialize;

use super::PersonId;

/// Somebody's role in a talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Participation {
    /// The person.
    pub person: PersonId,
    /// The role.
    pub part: Part,
}

/// What somebody did in a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// Gave the talk.
    #[default]
    Speaker,
    /// Moderated it.
    Moderator,
    /// Sat on the panel.
    Panelist,
    /// Organised it.
    Organizer,
}

impl Part {
    /// The words of the format.
    pub const WORDS: &[&str] = &["speaker", "moderator", "panelist", "organizer"];

    /// Reads the word of the format.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        match word {
            "speaker" => Some(Self::Speaker),
            "moderator" => Some(Self::Moderator),
            "panelist" => Some(Self::Panelist),
            "organizer" => Some(Self::Organizer),
            _ => None,
        }
    }

    /// The word of the format.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Moderator => "moderator",
            Self::Panelist => "panelist",
            Self::Organizer => "organizer",
        }
    }
}
