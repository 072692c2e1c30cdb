//! Playlists at a video provider.

use serde::Serialize;

use super::{Href, Link, LocalizedText, TalkId, video_source::is_slug};

/// An ordered list of recordings at a provider.
///
/// Without an `id` the page offers `fallback_links` instead of the player.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Playlist {
    /// The title of the list.
    pub title: LocalizedText,
    /// The provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<PlaylistProvider>,
    /// The list's id at the provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The list's page at the provider. For PeerTube, it also names the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Href>,
    /// The talks in it, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<TalkId>,
    /// Links to offer while the list cannot be played.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fallback_links: Vec<Link>,
}

/// A provider of playlists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PlaylistProvider {
    /// YouTube.
    YouTube,
    /// A PeerTube server. The playlist's `url` names it.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_only_ids_that_look_like_the_providers() {
        assert!(PlaylistProvider::YouTube.is_list_id("PLtest_0123456789-abc"));
        assert!(!PlaylistProvider::YouTube.is_list_id("PL test"));
    }
}
