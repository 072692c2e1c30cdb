//! Reads playlists.

use nachlese_event::{Href, LocalizedText, Playlist, PlaylistProvider, problem::Finding};

use super::{
    cursor::Node,
    link::link,
    provider::{is_others, list_at},
    reference::talk_ref,
    scalar::{href, main_label, string, word},
};

/// Reads a playlist.
pub(super) fn playlist(node: Node<'_>) -> Option<Playlist> {
    node.object(|fields| {
        let title = main_label(fields, "title");
        if title.is_none() {
            node.report(Finding::MissingField { field: "title" });
        }
        let provider = fields.read("provider", |node| {
            word(node, PlaylistProvider::WORDS, PlaylistProvider::new)
        });
        if provider.is_none() && fields.is_given("id") && !fields.is_given("provider") {
            node.report(Finding::MissingField { field: "provider" });
        }
        let mut url = fields.read("url", href);
        let id = if let Some(node) = fields.get("id") {
            provider.and_then(|provider| list_id(node, provider, &mut url))
        } else {
            // The list's page names it too.
            let page = url.as_ref().and_then(|url| list_at(url.as_str()));
            let page = page.filter(|(found, _)| Some(*found) == provider);
            page.map(|(_, id)| id)
        };
        Some(Playlist {
            // The word is the same in German and English.
            title: title.unwrap_or_else(|| LocalizedText::plain("Playlist")),
            provider,
            id,
            url,
            items: fields.list("items", talk_ref),
            fallback_links: fields.list("fallbackLinks", link),
        })
    })
}

fn list_id(node: Node<'_>, provider: PlaylistProvider, url: &mut Option<Href>) -> Option<String> {
    let value = string(node)?;
    if provider.is_list_id(&value) {
        return Some(value);
    }
    let name = provider.as_str();
    let found = list_at(&value).filter(|(found, _)| *found == provider);
    let Some((_, id)) = found else {
        if !is_others(node, name, &value) {
            let provider = name;
            node.report(Finding::InvalidProviderId { provider, value });
        }
        return None;
    };
    let (read, video) = (id.as_str().into(), None);
    node.report(Finding::AddressAsId { id: read, video });
    if url.is_none() {
        *url = Href::new(&value).ok();
    }
    Some(id)
}
