//! Playlists at a video provider.

use serde::Serialize;

use super::{Href, Link, LocalizedText, PlaylistProvider, TalkId};

/// An ordered list of recordings at a provider.
///
/// Without an `id` the page offers `fallback_links` instead of the player.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Playlist {
    /// What the list is called.
    pub title: LocalizedText,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<PlaylistProvider>,
    /// The list's id at the provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The list's page at the provider; for PeerTube it also names the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Href>,
    /// The talks in it, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<TalkId>,
    /// What to offer while the list cannot be played.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fallback_links: Vec<Link>,
}
