//! Reads links.

use nachlese_event::{Link, LocalizedText};

use super::{
    cursor::Node,
    json::Json,
    scalar::{href, label, string, whole},
    time::position,
};

/// Reads a link, or an address alone, which then is its own label.
pub(super) fn link(node: Node<'_>) -> Option<Link> {
    if matches!(node.json, Json::String(_)) {
        let url = href(node)?;
        return Some(Link {
            label: LocalizedText::plain(url.as_str()),
            url,
            description: None,
            media_type: None,
            size: None,
            at: None,
        });
    }
    node.object(|fields| {
        let url = fields.need("url", href);
        let name = fields.read("label", label);
        let description = fields.read("description", label);
        let media_type = fields.read("type", string);
        let size = fields.read("size", whole);
        let at = fields.read("at", position);
        let url = url?;
        Some(Link {
            label: name.unwrap_or_else(|| LocalizedText::plain(url.as_str())),
            url,
            description,
            media_type,
            size,
            at,
        })
    })
}
