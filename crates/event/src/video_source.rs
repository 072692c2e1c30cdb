//! Where a video is played from, and at which second it starts.

use std::sync::Arc;

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{Href, Seconds};

/// A source from which a video can be played. It contains checked ids, never embed code.
///
/// `start` is where the talk begins in the video. It is not 0 if the video contains more than the
/// talk, for example a whole day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VideoSource {
    /// A file that the browser plays by itself.
    File {
        /// The file (mp4, webm, HLS), relative to the event's file and without `#t=`.
        url: Href,
        /// Its MIME type.
        media_type: Option<String>,
        /// Where the talk begins.
        start: Seconds,
    },
    /// A video on a PeerTube server.
    PeerTube {
        /// Scheme and host, without a slash at the end.
        host: Href,
        /// UUID or short id.
        id: Arc<str>,
        /// Where the talk begins.
        start: Seconds,
    },
    /// A video on Vimeo.
    Vimeo {
        /// Digits.
        id: Arc<str>,
        /// The hash after the id in the address of an unlisted video. Without it, nobody can watch
        /// it.
        hash: Option<Arc<str>>,
        /// Where the talk begins.
        start: Seconds,
    },
    /// A video on YouTube.
    YouTube {
        /// 11 characters.
        id: Arc<str>,
        /// Where the talk begins.
        start: Seconds,
    },
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
            Self::Vimeo { .. } => "vimeo",
            Self::YouTube { .. } => "youtube",
        }
    }

    /// The id at the provider, or `None` for a file.
    #[must_use]
    pub fn id(&self) -> Option<&Arc<str>> {
        match self {
            Self::File { .. } => None,
            Self::PeerTube { id, .. } | Self::Vimeo { id, .. } | Self::YouTube { id, .. } => {
                Some(id)
            }
        }
    }

    /// A file that begins with the talk.
    #[must_use]
    pub fn file(url: Href, media_type: Option<String>) -> Self {
        Self::File {
            url,
            media_type,
            start: Seconds(0),
        }
    }

    /// Checks an 11-character YouTube id. Two words that YouTube uses in the place of an id also
    /// have 11 letters; they are refused.
    #[must_use]
    pub fn youtube(id: &str) -> Option<Self> {
        let is_id = id.len() == 11 && is_slug(id) && !matches!(id, "videoseries" | "live_stream");
        is_id.then(|| Self::YouTube {
            id: id.into(),
            start: Seconds(0),
        })
    }

    /// Checks a Vimeo id: 6 to 12 digits.
    #[must_use]
    pub fn vimeo(id: &str) -> Option<Self> {
        let is_id = (6..=12).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit());
        is_id.then(|| Self::Vimeo {
            id: id.into(),
            hash: None,
            start: Seconds(0),
        })
    }

    /// Checks a PeerTube id (UUID or short id) on a server.
    #[must_use]
    pub fn peertube(host: &Href, id: &str) -> Option<Self> {
        let host = Href::new(host.origin()?).ok()?;
        ((8..=64).contains(&id.len()) && is_slug(id)).then(|| Self::PeerTube {
            host,
            id: id.into(),
            start: Seconds(0),
        })
    }

    /// The same video for a talk that begins later in it.
    #[must_use]
    pub fn starting_at(mut self, at: Seconds) -> Self {
        let (Self::File { start, .. }
        | Self::PeerTube { start, .. }
        | Self::Vimeo { start, .. }
        | Self::YouTube { start, .. }) = &mut self;
        *start = at;
        self
    }

    /// The same video with the hash of an unlisted video, or `None` if this cannot be a hash. Only
    /// Vimeo has hashes, with 6 to 40 hexadecimal digits.
    #[must_use]
    pub fn with_hash(mut self, text: &str) -> Option<Self> {
        match &mut self {
            Self::Vimeo { hash, .. } if Self::is_hash(text) => *hash = Some(text.into()),
            _ => return None,
        }
        Some(self)
    }

    /// Whether a text can be the hash of an unlisted video.
    #[must_use]
    pub fn is_hash(text: &str) -> bool {
        (6..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit())
    }

    /// Where the talk begins in the video.
    #[must_use]
    pub fn start(&self) -> Seconds {
        let (Self::File { start, .. }
        | Self::PeerTube { start, .. }
        | Self::Vimeo { start, .. }
        | Self::YouTube { start, .. }) = self;
        *start
    }

    /// The second of the video at a second of the talk. `None` if the video plays from its
    /// beginning and nobody asked for a second.
    #[must_use]
    pub fn position(&self, at: Option<Seconds>) -> Option<Seconds> {
        let start = Some(self.start()).filter(|start| start.0 > 0);
        match at {
            Some(at) => Some(Seconds(at.0.saturating_add(self.start().0))),
            None => start,
        }
    }
}

impl Serialize for VideoSource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("provider", self.provider())?;
        match self {
            Self::File {
                url, media_type, ..
            } => {
                map.serialize_entry("url", url)?;
                if let Some(media_type) = media_type {
                    map.serialize_entry("type", media_type)?;
                }
            }
            Self::PeerTube { host, id, .. } => {
                map.serialize_entry("host", host)?;
                map.serialize_entry("id", id)?;
            }
            Self::Vimeo { id, hash, .. } => {
                map.serialize_entry("id", id)?;
                if let Some(hash) = hash {
                    map.serialize_entry("hash", hash)?;
                }
            }
            Self::YouTube { id, .. } => map.serialize_entry("id", id)?,
        }
        if let Some(start) = self.position(None) {
            map.serialize_entry("start", &start)?;
        }
        map.end()
    }
}

pub(super) fn is_slug(id: &str) -> bool {
    id.bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
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
            "videoseries",
            "live_stream",
        ] {
            assert!(VideoSource::youtube(id).is_none(), "{id}");
            assert!(VideoSource::vimeo(id).is_none(), "{id}");
        }
        assert!(VideoSource::peertube(&Href::new("relative").unwrap(), "abcdefgh1").is_none());
    }

    #[test]
    fn only_vimeo_has_hashes() {
        let vimeo = || VideoSource::vimeo("76979871").unwrap();
        assert!(vimeo().with_hash("90e6d75118").is_some());
        for hash in ["", "likes", "90e6d75118&x=1", "settings"] {
            assert!(vimeo().with_hash(hash).is_none(), "{hash}");
        }
        let youtube = VideoSource::youtube("dQw4w9WgXcQ").unwrap();
        assert!(youtube.with_hash("90e6d75118").is_none());
    }

    #[test]
    fn positions_count_from_the_start() {
        let whole = VideoSource::youtube("dQw4w9WgXcQ").unwrap();
        let part = whole.clone().starting_at(Seconds(100));
        for (source, at, expected) in [
            (&whole, None, None),
            (&whole, Some(0), Some(0)),
            (&whole, Some(5), Some(5)),
            (&part, None, Some(100)),
            (&part, Some(0), Some(100)),
            (&part, Some(5), Some(105)),
        ] {
            let found = source.position(at.map(Seconds));
            assert_eq!(found, expected.map(Seconds), "{source:?} {at:?}");
        }
        let json = serde_json::to_string(&part).unwrap();
        let expected = r#"{"provider":"youtube","id":"dQw4w9WgXcQ","start":"PT1M40S"}"#;
        assert_eq!(json, expected);
    }
}
