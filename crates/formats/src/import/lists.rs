//! The JSON of pretalx' widget and Sessionize's “all” JSON: lists that refer to each other.

use nachlese_reader::{cursor::Node, json::Json};

use super::{
    category::category, person, programme::Programme, schedule::label, slot::Slot, talk::talk,
    value::word,
};

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
            fields.members(list, "", &mut |node| {
                if !is_left_out(node, programme) {
                    talk(node, Slot::default(), programme);
                }
            });
        }
        Some(())
    });
}

/// Whether an item of Sessionize is not in the programme: declined, on a waiting list, or not
/// decided yet. If so, notes this.
fn is_left_out(node: Node<'_>, programme: &mut Programme) -> bool {
    let Some(Json::String(status)) = node.json.get("status") else {
        return false;
    };
    let word = status.trim().to_lowercase();
    // What was cancelled stays in the programme and says so.
    let is_in = word.is_empty() || IN_PROGRAMME.contains(&word.as_str()) || word.contains("cancel");
    if !is_in {
        programme.note_not_accepted(&node, status);
    }
    !is_in
}

const IN_PROGRAMME: &[&str] = &[
    "accepted",
    "confirmed",
    "scheduled",
    "published",
    "approved",
];
