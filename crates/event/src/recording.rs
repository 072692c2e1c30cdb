//! Recordings: one video of a talk, where it can be played from, and what makes it accessible.
//!
//! Everything here counts from where the talk begins: positions, chapters, the cues of captions
//! and of a transcript. A source that has more than the talk, such as the video of a whole day,
//! says where in it the talk begins ([`VideoSource::start`]); only players and the formats of
//! others count from the beginning of the video.

use serde::Serialize;

use super::{Captions, Href, Link, LocalizedText, Seconds, VideoSource};

/// What was recorded of a talk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Recording {
    /// Whether it was published.
    pub status: RecordingStatus,
    /// Where it can be played from, best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<VideoSource>,
    /// Captions, as WebVTT files; they count from where the talk begins.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub captions: Vec<Captions>,
    /// The words spoken, to read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transcript: Option<Link>,
    /// Parts of the recording, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chapters: Vec<Chapter>,
    /// Description of what is to be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_description: Option<AudioDescription>,
    /// Whether a machine made the pictures; shown as „Mit KI erzeugt“.
    pub ai_generated: bool,
    /// Under which licence it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

impl Recording {
    /// Whether the page can play it.
    #[must_use]
    pub fn is_playable(&self) -> bool {
        self.status != RecordingStatus::Withheld && !self.sources.is_empty()
    }

    /// Whether there is something to read along to what the page can play.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.is_playable() && (!self.captions.is_empty() || self.transcript.is_some())
    }
}

/// Whether a recording was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum RecordingStatus {
    /// It was.
    Released,
    /// It was not, and will not be.
    Withheld,
    /// Nobody has said.
    #[default]
    Unknown,
}

impl RecordingStatus {
    /// The words of the format.
    pub const WORDS: &[&str] = &["released", "withheld", "unknown"];

    /// Reads the word of the format.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        match word {
            "released" => Some(Self::Released),
            "withheld" => Some(Self::Withheld),
            "unknown" => Some(Self::Unknown),
            _ => None,
        }
    }
}

/// A part of a recording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Chapter {
    /// Where it begins, counted from the beginning of the talk.
    pub start: Seconds,
    /// What it is called.
    pub title: LocalizedText,
}

/// Description of what is to be seen in a video.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum AudioDescription {
    /// A described version.
    Described {
        /// Where it is.
        url: Href,
    },
    /// None is needed.
    NotNeeded {
        /// Why.
        not_needed_reason: LocalizedText,
    },
}
