//! Recordings: one video of a talk, where it can be played from, and what makes it accessible.
//!
//! All times here count from where the talk begins: positions, chapters, the cues of captions and
//! of a transcript. A video may contain more than the talk, for example a whole day. Its source
//! then says where the talk begins ([`VideoSource::start`]). Only players and the formats of other
//! programs count from the beginning of the video.

use serde::Serialize;

use super::{Captions, Href, Link, LocalizedText, Seconds, VideoSource};

/// The recording of a talk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Recording {
    /// Whether it was published.
    pub status: RecordingStatus,
    /// The sources it can be played from, best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<VideoSource>,
    /// Captions as WebVTT files. Their times count from where the talk begins.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub captions: Vec<Captions>,
    /// The transcript, to read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transcript: Option<Link>,
    /// The chapters of the recording, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chapters: Vec<Chapter>,
    /// The file that has the chapters, if the event names one in their place and it was not read.
    /// `nachlese` reads it and writes the chapters into the event's file of a site, so that pages
    /// need not load it.
    #[serde(rename = "chapters", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub chapters_file: Option<Href>,
    /// The audio description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_description: Option<AudioDescription>,
    /// Whether AI made the pictures. This is shown as „Mit KI erzeugt“.
    pub ai_generated: bool,
    /// The licence under which it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

impl Recording {
    /// Whether the page can play it.
    #[must_use]
    pub fn is_playable(&self) -> bool {
        self.status != RecordingStatus::Withheld && !self.sources.is_empty()
    }

    /// Whether there are captions or a transcript for a recording that the page can play.
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
    /// It was published.
    Released,
    /// It was not published, and will not be.
    Withheld,
    /// It is not known.
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

/// A chapter of a recording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Chapter {
    /// Where it begins, counted from the start of the talk.
    pub start: Seconds,
    /// Its title.
    pub title: LocalizedText,
}

/// The audio description of a video.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum AudioDescription {
    /// A version with audio description.
    Described {
        /// Its address.
        url: Href,
    },
    /// None is needed.
    NotNeeded {
        /// The reason.
        not_needed_reason: LocalizedText,
    },
}
