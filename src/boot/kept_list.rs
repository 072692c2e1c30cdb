//! The watch-list of an event in the browser's storage.

use nachlese_event::EventId;
use nachlese_programme::watch_list::WatchList;

use crate::browser;

/// The stored list of an event.
pub(super) fn kept_list(event: &EventId) -> WatchList {
    let text = browser::stored(&key(event));
    text.map(|text| WatchList::of_kept(&text))
        .unwrap_or_default()
}

/// The key under which it is stored.
pub(super) fn key(event: &EventId) -> String {
    format!("nachlese.saved.{event}")
}
