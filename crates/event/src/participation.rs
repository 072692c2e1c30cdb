//! Who took part in a talk, and as what.

use serde::Serialize;

use super::PersonId;

/// Somebody's part in a talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Participation {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub part: Part,
}

/// What somebody did in a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// Gave it.
    #[default]
    Speaker,
    /// Led it.
    Moderator,
    /// Sat on the panel.
    Panelist,
    /// Invited to it.
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
