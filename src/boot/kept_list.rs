//! The watch-list that the browser keeps of an event.

use nachlese_event::EventId;
use nachlese_programme::watch_list::WatchList;

use crate::browser;

/// What is kept of an event.
pub(super) fn kept_list(event: &EventId) -> WatchList {
    let text = browser::stored(&key(event));
    text.map(|text| WatchList::of_kept(&text))
        .unwrap_or_default()
}

/// The name under which it is kept.
pub(super) fn key(event: &EventId) -> String {
    format!("nachlese.saved.{event}")
}
