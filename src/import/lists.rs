//! The JSON of pretalx' widget and Sessionize's “all” JSON: lists that refer to each other.

use super::{
    person,
    programme::Programme,
    schedule::label,
    slot::Slot,
    small::{self, lower},
    talk::talk,
    value::word,
};
use crate::parse::cursor::Node;

/// Reads the document.
pub(super) fn lists(node: Node<'_>, programme: &mut Programme) {
    node.object(|fields| {
        fields.any(&["version", "schedule_id"]);
        programme.zone = fields.get("timezone").and_then(word);
        for name in ["event_start", "event_end"] {
            programme.note_bound(fields.get(name));
        }
        for (sort, list) in [("room", "rooms"), ("track", "tracks"), ("tag", "tags")] {
            fields.members(list, sort, &mut |node| label(node, sort, programme));
        }
        fields.members("categories", "", &mut |node| category(node, programme));
        person::list(fields, "speakers", programme);
        for list in ["talks", "sessions"] {
            fields.members(list, "", &mut |node| talk(node, Slot::default(), programme));
        }
        Some(())
    });
}

/// Notes the words of a category as what its title says that they are.
fn category(node: Node<'_>, programme: &mut Programme) {
    node.object(|fields| {
        fields.any(&["id", "sort"]);
        let title = fields.get("title").and_then(word).unwrap_or_default();
        let title = lower(&title);
        let has = |parts: &[&str]| parts.iter().any(|part| small::has(&title, part));
        let sort = if has(&["track", "thema", "topic"]) {
            "track"
        } else if has(&["format", "type", "art"]) {
            "kind"
        } else if has(&["language", "sprache"]) {
            "language"
        } else {
            "tag"
        };
        fields.get("type");
        fields.members("items", "", &mut |node| label(node, sort, programme));
        Some(())
    });
}
