//! Whether an item took place as announced, from any field of the file that says so.

use nachlese_event::TalkStatus;
use nachlese_reader::cursor::{Fields, Node};

use super::value::{is_true, word};

/// Whether an item belongs to the programme, and what became of it.
pub(super) enum Standing<'a> {
    /// It belongs to the programme.
    Listed(Option<TalkStatus>),
    /// It never belonged to it, but was only proposed. Contains the place and the word in the file.
    Proposed(Node<'a>, String),
}

/// Reads the status of an item.
///
/// A calendar has `STATUS` (RFC 5545, section 3.8.1.11; our own exports add a word that it lacks),
/// pretalx (`SubmissionStates` in `submission/models/submission.py`) and version 2 of schedule.json
/// `state`, Sessionize `status`. Version 1 and schedule.xml have nothing of the sort: some write it below the title.
pub(super) fn standing<'a>(fields: &'a Fields<'_>) -> Standing<'a> {
    let mut status = None;
    for name in ["X-NACHLESE-STATUS", "STATUS", "state", "status"] {
        let Some(node) = fields.get(name) else {
            continue;
        };
        let text = word(node).unwrap_or_default();
        if matches!(
            text.to_lowercase().as_str(),
            "submitted" | "rejected" | "withdrawn" | "deleted" | "draft"
        ) {
            return Standing::Proposed(node, text);
        }
        status = status.or(status_of(&text));
    }
    for name in ["cancelled", "canceled"] {
        if fields.get(name).is_some_and(is_true) {
            status = Some(TalkStatus::Cancelled);
        }
    }
    let below = fields.get("subtitle").filter(|node| is_status(*node));
    let below = below.and_then(word);
    Standing::Listed(status.or(below.and_then(|text| status_of(&text))))
}

/// Whether a text contains only the status of the item.
pub(super) fn is_status(node: Node<'_>) -> bool {
    let text = node.as_str().unwrap_or_default();
    status_of(text).is_some()
}

fn status_of(text: &str) -> Option<TalkStatus> {
    let word = text.trim().trim_matches(['[', ']', '(', ')', '!']);
    match word.to_lowercase().as_str() {
        "cancelled" | "canceled" | "abgesagt" | "ausgefallen" | "entfällt" => {
            Some(TalkStatus::Cancelled)
        }
        "moved" | "rescheduled" | "postponed" | "delayed" | "verlegt" | "verschoben" => {
            Some(TalkStatus::Moved)
        }
        _ => None,
    }
}

/// What a title says became of the item, and the title itself: `[CANCELLED] Bread`,
/// „Brot (abgesagt)“, `ABGESAGT: Brot`.
///
/// Without brackets only words in capitals count, because „Cancelled: …“ may be a title, too.
pub(super) fn said_in_title(title: &str) -> Option<(TalkStatus, &str)> {
    let title = title.trim();
    let before = title.strip_prefix(['[', '(']);
    let before = before.and_then(|rest| rest.split_once([']', ')']));
    let after = title.strip_suffix([']', ')']);
    let after = after.and_then(|rest| rest.rsplit_once(['[', '(']));
    let capitals = title.split_once([':', '–', '—']);
    let capitals = capitals.filter(|(word, _)| !word.contains(char::is_lowercase));
    let found = [before, after.map(|(rest, word)| (word, rest)), capitals];
    let mut found = found.into_iter().flatten();
    found.find_map(|(word, rest)| {
        let rest = rest.trim_matches([' ', ':', '-', '–', '—']);
        status_of(word)
            .filter(|_| !rest.is_empty())
            .map(|status| (status, rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_may_say_what_became_of_the_item() {
        for (title, status, rest) in [
            ("[CANCELLED] Brot", TalkStatus::Cancelled, "Brot"),
            ("(abgesagt) – Brot", TalkStatus::Cancelled, "Brot"),
            ("Brot (entfällt!)", TalkStatus::Cancelled, "Brot"),
            ("ABGESAGT: Brot", TalkStatus::Cancelled, "Brot"),
            ("CANCELED – Brot", TalkStatus::Cancelled, "Brot"),
            ("Brot [verschoben]", TalkStatus::Moved, "Brot"),
        ] {
            assert_eq!(said_in_title(title), Some((status, rest)), "{title}");
        }
        for title in [
            "Cancelled: what comes after",
            "Abgesagt",
            "[CANCELLED]",
            "CANCELLED:",
            "Brot (live)",
            "MOVE: Brot",
            "(cancelled flights) Brot",
            "",
        ] {
            assert_eq!(said_in_title(title), None, "{title}");
        }
    }
}
