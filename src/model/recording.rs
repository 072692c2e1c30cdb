//! Recordings: one video of a talk, where it can be played from, and what makes it accessible.

use std::sync::Arc;

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{Captions, Href, Link, LocalizedText, Seconds};

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
    /// Captions, as WebVTT files.
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

/// Where a video can be played from. Holds ids that were checked, never embed code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VideoSource {
    /// A file that the browser plays by itself.
    File {
        /// The file (mp4, webm, HLS), relative to the event's.
        url: Href,
        /// Its MIME type.
        media_type: Option<String>,
    },
    /// A video on a PeerTube server.
    PeerTube {
        /// Scheme and host, without a slash at the end.
        host: Href,
        /// UUID or short id.
        id: Arc<str>,
    },
    /// A video on Vimeo: digits.
    Vimeo(Arc<str>),
    /// A video on YouTube: 11 characters.
    YouTube(Arc<str>),
}

impl VideoSource {
    /// The words of the format, best first.
    pub const PROVIDERS: &[&str] = &["file", "peertube", "vimeo", "youtube"];

    /// The provider's word in the format.
    #[must_use]
    pub fn provider(&self) -> &'static str {
        match self {
            Self::File { .. } => "file",
            Self::PeerTube { .. } => "peertube",
            Self::Vimeo(_) => "vimeo",
            Self::YouTube(_) => "youtube",
        }
    }

    /// Takes an 11-character YouTube id.
    #[must_use]
    pub fn youtube(id: &str) -> Option<Self> {
        (id.len() == 11 && is_slug(id)).then(|| Self::YouTube(id.into()))
    }

    /// Takes a Vimeo id: 6 to 12 digits.
    #[must_use]
    pub fn vimeo(id: &str) -> Option<Self> {
        let is_id = (6..=12).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit());
        is_id.then(|| Self::Vimeo(id.into()))
    }

    /// Takes a PeerTube id (UUID or short id) on a server.
    #[must_use]
    pub fn peertube(host: &Href, id: &str) -> Option<Self> {
        let host = Href::new(host.origin()?).ok()?;
        ((8..=64).contains(&id.len()) && is_slug(id)).then(|| Self::PeerTube {
            host,
            id: id.into(),
        })
    }
}

impl Serialize for VideoSource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("provider", self.provider())?;
        match self {
            Self::File { url, media_type } => {
                map.serialize_entry("url", url)?;
                if let Some(media_type) = media_type {
                    map.serialize_entry("type", media_type)?;
                }
            }
            Self::PeerTube { host, id } => {
                map.serialize_entry("host", host)?;
                map.serialize_entry("id", id)?;
            }
            Self::Vimeo(id) | Self::YouTube(id) => map.serialize_entry("id", id)?,
        }
        map.end()
    }
}

/// Where a playlist can be played from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PlaylistProvider {
    /// YouTube.
    YouTube,
    /// A PeerTube server; the playlist's `url` names it.
    PeerTube,
}

impl PlaylistProvider {
    /// The words of the format.
    pub const WORDS: &[&str] = &["youtube", "peertube"];

    /// Reads the word of the format.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        match word {
            "youtube" => Some(Self::YouTube),
            "peertube" => Some(Self::PeerTube),
            _ => None,
        }
    }

    /// The word of the format.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::YouTube => "youtube",
            Self::PeerTube => "peertube",
        }
    }

    /// Whether a text can be the id of a list at this provider.
    #[must_use]
    pub fn is_list_id(self, id: &str) -> bool {
        let shortest = match self {
            Self::YouTube => 12,
            Self::PeerTube => 8,
        };
        (shortest..=64).contains(&id.len()) && is_slug(id)
    }
}

fn is_slug(id: &str) -> bool {
    id.bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

/// A part of a recording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Chapter {
    /// Where it begins.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_only_ids_that_look_like_the_providers() {
        assert!(VideoSource::youtube("dQw4w9WgXcQ").is_some());
        assert!(VideoSource::vimeo("76979871").is_some());
        let host = Href::new("https://video.example/w/abc").unwrap();
        let found = VideoSource::peertube(&host, "9c9de5e8-0a1e-484a-b099-e80766180a6d");
        let Some(VideoSource::PeerTube { host, .. }) = found else {
            panic!("not taken")
        };
        assert_eq!(host.as_str(), "https://video.example");

        for id in [
            "",
            "short",
            "\"onload=x11",
            "dQw4w9WgXcQ?",
            "../../../..",
            "дQw4w9WgXcQ",
        ] {
            assert!(VideoSource::youtube(id).is_none(), "{id}");
            assert!(VideoSource::vimeo(id).is_none(), "{id}");
        }
        assert!(VideoSource::peertube(&Href::new("relative").unwrap(), "abcdefgh1").is_none());
        assert!(PlaylistProvider::YouTube.is_list_id("PLtest_0123456789-abc"));
        assert!(!PlaylistProvider::YouTube.is_list_id("PL test"));
    }
}
