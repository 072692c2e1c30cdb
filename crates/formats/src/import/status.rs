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
