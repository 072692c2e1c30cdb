//! Reader of playlists.

use super::{
    cursor::Node,
    link::link,
    provider::list_id_of_url,
    reference::talk_ref,
    scalar::{href, main, string, word},
};
use crate::{
    model::{LocalizedText, Playlist, PlaylistProvider},
    problem::Finding,
};

/// Reads a playlist.
pub(super) fn playlist(node: Node<'_>) -> Option<Playlist> {
    node.object(|fields| {
        let title = main(fields, "title");
        if title.is_none() {
            node.report(Finding::MissingField { field: "title" });
        }
        let provider = fields.read("provider", |node| {
            word(node, PlaylistProvider::WORDS, PlaylistProvider::new)
        });
        if provider.is_none() && fields.is_given("id") && !fields.is_given("provider") {
            node.report(Finding::MissingField { field: "provider" });
        }
        let id = fields.read("id", |node| list_id(node, provider));
        Some(Playlist {
            // The word is the same in German and English.
            title: title.unwrap_or_else(|| LocalizedText::plain("Playlist")),
            provider,
            id,
            url: fields.read("url", href),
            items: fields.list("items", talk_ref),
            fallback_links: fields.list("fallbackLinks", link),
        })
    })
}

fn list_id(node: Node<'_>, provider: Option<PlaylistProvider>) -> Option<String> {
    let value = string(node)?;
    let provider = provider?;
    let candidate = list_id_of_url(&value).unwrap_or(&value);
    if provider.is_list_id(candidate) {
        Some(candidate.to_owned())
    } else {
        let provider = provider.as_str();
        node.report(Finding::InvalidProviderId { provider, value });
        None
    }
}
