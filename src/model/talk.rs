//! Programme items: welcomes, talks, panels, films, …

use std::fmt;

use jiff::civil::DateTime;
use serde::{Serialize, Serializer};

use super::{LanguageTag, Link, LocalizedText, PersonId, Recording, Seconds, TalkId};

/// One item of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Talk {
    /// The id that stands in addresses: `#<id>@12:34`.
    pub id: TalkId,
    /// What sort of item it is.
    pub kind: Kind,
    /// The title, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<LocalizedText>,
    /// What it was about; stands in for an unknown title and is then labelled as topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<LocalizedText>,
    /// What was said, in a few sentences.
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    pub summary: Option<LocalizedText>,
    /// Who took part and as what, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Participation>,
    /// The strand of the programme it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub track: Option<LocalizedText>,
    /// Keywords.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<LocalizedText>,
    /// The language spoken; without it the event's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    /// When it began, in the event's time zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<DateTime>,
    /// How long it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Seconds>,
    /// Where it took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<LocalizedText>,
    /// What was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording: Option<Recording>,
    /// Slides and papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slides: Vec<Link>,
    /// Further links.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

impl Talk {
    /// Title, else topic.
    #[must_use]
    pub fn heading(&self) -> Option<&LocalizedText> {
        self.title.as_ref().or(self.topic.as_ref())
    }

    /// When it ended, if start and duration are known.
    #[must_use]
    pub fn end(&self) -> Option<DateTime> {
        let length = jiff::SignedDuration::from_secs(i64::from(self.duration?.0));
        self.start?.checked_add(length).ok()
    }

    /// Whether there is a recording that the page can play.
    #[must_use]
    pub fn is_playable(&self) -> bool {
        self.recording.as_ref().is_some_and(Recording::is_playable)
    }
}

/// What sort of programme item a talk is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Opening words.
    Welcome,
    /// An opening talk for everybody.
    Keynote,
    /// A talk.
    Talk,
    /// A talk of a few minutes.
    Lightning,
    /// A discussion on stage.
    Panel,
    /// Stalls and exhibits to try.
    Market,
    /// A film.
    Film,
    /// Working together.
    Workshop,
    /// A pause.
    Break,
    /// Anything else, as the file calls it.
    Other(String),
}

impl Kind {
    /// The words of the format.
    pub const WORDS: &[&str] = &[
        "welcome",
        "keynote",
        "talk",
        "lightning",
        "panel",
        "market",
        "film",
        "workshop",
        "break",
    ];

    /// Reads the word of the format; any other word is kept as it is.
    #[must_use]
    pub fn new(word: &str) -> Self {
        match word {
            "welcome" => Self::Welcome,
            "keynote" => Self::Keynote,
            "talk" => Self::Talk,
            "lightning" => Self::Lightning,
            "panel" => Self::Panel,
            "market" => Self::Market,
            "film" => Self::Film,
            "workshop" => Self::Workshop,
            "break" => Self::Break,
            other => Self::Other(other.to_owned()),
        }
    }

    /// The word of the format.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Welcome => "welcome",
            Self::Keynote => "keynote",
            Self::Talk => "talk",
            Self::Lightning => "lightning",
            Self::Panel => "panel",
            Self::Market => "market",
            Self::Film => "film",
            Self::Workshop => "workshop",
            Self::Break => "break",
            Self::Other(word) => word,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Somebody's part in a talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Participation {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub part: Part,
}

/// What somebody did in a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// Gave it.
    #[default]
    Speaker,
    /// Led it.
    Moderator,
    /// Sat on the panel.
    Panelist,
}

impl Part {
    /// The words of the format.
    pub const WORDS: &[&str] = &["speaker", "moderator", "panelist"];

    /// Reads the word of the format.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        match word {
            "speaker" => Some(Self::Speaker),
            "moderator" => Some(Self::Moderator),
            "panelist" => Some(Self::Panelist),
            _ => None,
        }
    }
}
