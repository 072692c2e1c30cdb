//! Sections of the page, in the order of the file.

use serde::Serialize;

use super::{Figure, Link, LocalizedText, PersonId, Seconds, SectionId, TalkId};

/// A section of the page: heading, paragraphs and a picture, then what its kind adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// The id in addresses: `#<id>`.
    pub id: SectionId,
    /// The heading. Without one, the section is not in the table of contents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<LocalizedText>,
    /// Running text, one entry per paragraph.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<LocalizedText>,
    /// A picture beside the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// What the section is for.
    #[serde(flatten)]
    pub kind: SectionKind,
}

/// What a section is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum SectionKind {
    /// Running text.
    Text,
    /// One picture.
    Figure,
    /// Several pictures.
    Gallery {
        /// The pictures.
        figures: Vec<Figure>,
    },
    /// A quote.
    Quote(Quote),
    /// The programme with its filters.
    Talks,
    /// A panel discussion.
    Panel {
        /// The programme item.
        #[serde(skip_serializing_if = "Option::is_none")]
        talk: Option<TalkId>,
        /// Who sat where, from left to right. Without it, the talk's people in their order.
        seats: Vec<PersonId>,
        /// The key message, in one sentence.
        #[serde(skip_serializing_if = "Option::is_none")]
        core_message: Option<LocalizedText>,
        /// The position in the talk's recording at which the key message is said.
        #[serde(skip_serializing_if = "Option::is_none")]
        core_message_at: Option<Seconds>,
    },
    /// A marketplace with exhibits.
    Market {
        /// The programme item.
        #[serde(skip_serializing_if = "Option::is_none")]
        talk: Option<TalkId>,
        /// What visitors could try.
        exhibits: Vec<Exhibit>,
    },
    /// A film, shown large.
    Film {
        /// The programme item whose recording is shown.
        talk: TalkId,
    },
    /// The event's playlists.
    Playlist,
    /// Everybody who took part, by last name.
    People,
    /// Links. If the section has none, the event's links.
    Links {
        /// The links.
        links: Vec<Link>,
    },
    /// Files to download.
    Downloads {
        /// The files.
        links: Vec<Link>,
    },
    /// When, where, how many. If the section has no facts, those of the event.
    Facts {
        /// The facts.
        facts: Vec<Fact>,
    },
}

impl SectionKind {
    /// The words of the format.
    pub const WORDS: &[&str] = &[
        "text",
        "figure",
        "gallery",
        "quote",
        "talks",
        "panel",
        "market",
        "film",
        "playlist",
        "people",
        "links",
        "downloads",
        "facts",
    ];

    /// The word of the format.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Figure => "figure",
            Self::Gallery { .. } => "gallery",
            Self::Quote(_) => "quote",
            Self::Talks => "talks",
            Self::Panel { .. } => "panel",
            Self::Market { .. } => "market",
            Self::Film { .. } => "film",
            Self::Playlist => "playlist",
            Self::People => "people",
            Self::Links { .. } => "links",
            Self::Downloads { .. } => "downloads",
            Self::Facts { .. } => "facts",
        }
    }
}

/// What somebody said, word for word or paraphrased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// The words, without quotation marks.
    pub text: LocalizedText,
    /// Who said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Whether these are the exact words. If not, the quote is marked „sinngemäß“ and has no
    /// quotation marks.
    pub verbatim: bool,
    /// The talk in which it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub talk: Option<TalkId>,
    /// The position in the talk's recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Seconds>,
}

/// Something to try at a marketplace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Exhibit {
    /// Its name.
    pub title: LocalizedText,
    /// What it does or shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<LocalizedText>,
}

/// A labelled value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The name of the value.
    pub label: LocalizedText,
    /// The value.
    pub value: LocalizedText,
}
