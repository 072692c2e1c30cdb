//! What the reader does with a watch-list.

use leptos::prelude::*;
use nachlese_event::TalkId;
use nachlese_programme::watch_list::{Saved, WatchList};
use nachlese_search::Query;

use super::AppState;
use crate::url::Address;

impl AppState {
    /// Whether a talk is in the reader's list.
    #[must_use]
    pub fn is_saved(&self, id: &TalkId) -> bool {
        self.list.saved.read().has(id)
    }

    /// Whether only the talks of the reader's list are shown.
    #[must_use]
    pub fn shows_own_list(&self) -> bool {
        self.search.query.read().saved == Some(Saved::Own)
    }

    /// Adds a talk to the reader's list, or removes it.
    pub fn save(&self, id: &TalkId) {
        let mut taken_out = WatchList::default();
        if untrack(|| self.is_saved(id)) {
            taken_out.add(id.clone());
        }
        self.list.taken_out.set(taken_out);
        self.list.saved.update(|list| list.toggle(id));
    }

    /// Empties the reader's list.
    pub fn clear_list(&self) {
        self.list.taken_out.set(self.list.saved.get_untracked());
        self.list.saved.set(WatchList::default());
    }

    /// Undoes the last removal.
    pub fn put_back(&self) {
        let list = self.list.taken_out.get_untracked();
        self.list.taken_out.set(WatchList::default());
        self.list.saved.update(|own| own.merge(list));
    }

    /// Shows only the talks of the reader's list, or all again.
    pub fn toggle_list(&self) {
        let saved = (!untrack(|| self.shows_own_list())).then_some(Saved::Own);
        self.search.query.update(|query| query.saved = saved);
    }

    /// Adds a list that somebody sent to the reader's own list, and shows that.
    pub fn take_over_list(&self) {
        let shown = self.search.query.read_untracked().saved.clone();
        if let Some(Saved::Shared(list)) = shown {
            self.list.saved.update(|own| own.merge(list));
            self.search
                .query
                .update(|query| query.saved = Some(Saved::Own));
        }
    }

    /// How many talks would be shown if only the reader's list were shown.
    #[must_use]
    pub fn saved_count(&self) -> usize {
        let (own, found) = (self.list.own.read(), self.search.found.read());
        let mut query = self.search.query.read().clone();
        match query.saved.take() {
            Some(Saved::Own) => found.talks.len(),
            None => {
                let talks = found.talks.iter();
                talks.filter(|talk| own.binary_search(talk).is_ok()).count()
            }
            Some(Saved::Shared(_)) => {
                let index = self.search.index.read();
                index.find_among(&query, &[], Some(&own)).talks.len()
            }
        }
    }

    /// The talks of the shown list that the event has.
    #[must_use]
    pub fn shown_list(&self) -> WatchList {
        let list = match &self.search.query.read().saved {
            Some(Saved::Shared(list)) => list.clone(),
            _ => self.list.saved.get(),
        };
        let event = &self.catalogue().event;
        list.split(event).0
    }

    /// The address to share with others. It contains the ids of the reader's own list.
    #[must_use]
    pub fn address_for_others(&self, event: Option<String>) -> Address {
        let mut address = self.address(event);
        if address.query.saved == Some(Saved::Own) {
            address.query.saved = Some(Saved::Shared(self.shown_list()));
        }
        address
    }

    /// The address of the shown list, without other filters.
    #[must_use]
    pub fn list_address(&self, event: Option<String>) -> Address {
        Address {
            query: Query::of_list(Saved::Shared(self.shown_list())),
            target: None,
            ..self.address(event)
        }
    }
}
