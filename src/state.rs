//! What the page shows right now.

mod catalogue;
mod outside;
mod own_zone;
mod passages;
mod playing;
mod reading;
mod recordings;
mod transcripts;
mod watch_list;

use std::sync::Arc;

use leptos::prelude::*;

use self::{catalogue::MOST_TALKS_AT_ONCE, reading::LATER_PARTS};
pub use self::{
    catalogue::{Catalogue, Deployed, Kept, LoadState},
    outside::{ListAction, Outside, Theme, anew},
    own_zone::OwnZone,
    playing::{Playable, Playing},
    reading::{EVERY_TALK, MORE_TALKS, PEOPLE, PEOPLE_PARTS},
    recordings::CommonStatus,
    transcripts::TranscriptFile,
};
use nachlese_event::{LanguageTag, Speech};
use nachlese_markup::{ElementRef, Signal};
use nachlese_programme::watch_list::{Saved, WatchList};
use nachlese_search::{Facet, Found, Index, Marks, Query};

use crate::url::{Address, Target};

/// The page's state. It consists of handles and is cheap to copy.
#[derive(Clone, Copy)]
pub struct AppState {
    catalogue: StoredValue<Arc<Catalogue>>,
    /// The reader's language.
    pub language: Signal<LanguageTag>,
    /// What the reader is looking for, and what there is.
    pub search: SearchState,
    /// The reader's watch-list.
    pub list: ListState,
    /// What of the page the reader has open.
    pub view: ViewState,
    /// How many of the parts that nobody sees at once are drawn: see [`AppState::draws`].
    drawn: Signal<usize>,
}

/// What the reader is looking for, and what there is.
#[derive(Clone, Copy)]
pub struct SearchState {
    /// What the reader is looking for.
    pub query: Signal<Query>,
    /// The talks' searchable texts, complete or still being read.
    pub index: Signal<Index>,
    /// The talks that match, in the order of the query, and what each facet value would give.
    pub found: Memo<Found>,
    /// What to mark in the texts of these talks.
    pub marks: Memo<Marks>,
}

/// The reader's watch-list.
#[derive(Clone, Copy)]
pub struct ListState {
    /// The talks on it, also those that this version of the programme lacks.
    pub saved: Signal<WatchList>,
    /// The indices of its talks in the programme.
    pub own: Memo<Vec<u32>>,
    /// What was removed from it last, so that this can be undone.
    pub taken_out: Signal<WatchList>,
}

/// What of the page the reader has open.
#[derive(Clone, Copy)]
pub struct ViewState {
    /// The place that the address names.
    pub target: Signal<Option<Target>>,
    /// Whether the programme is shown as a timetable.
    pub is_timetable: Signal<bool>,
    /// The day of the timetable that the reader chose, counted from 1. 0 is the default day.
    pub day: Signal<usize>,
    /// What is played or read.
    pub playing: Signal<Playing>,
    /// The button with which the reader opened the stage.
    opener: StoredValue<Option<ElementRef>>,
}

impl AppState {
    /// Starts with the state of an address.
    #[must_use]
    pub fn new(catalogue: Arc<Catalogue>, address: Address) -> Self {
        let language = address
            .language
            .unwrap_or_else(|| catalogue.own_language().clone());
        let query = Signal::new(address.query);
        let day = Signal::new(catalogue.day_number(address.day));
        let catalogue = StoredValue::new(catalogue);
        let language = Signal::new(language);
        let order = Memo::new(move |_| query.read().order());
        let ranks = Memo::new(move |_| {
            catalogue.with_value(|catalogue| order.get().ranks(&catalogue.event, &language.read()))
        });
        let index = catalogue.with_value(|catalogue| catalogue.index());
        let index = Signal::new(index);
        let saved = Signal::new(WatchList::default());
        let places =
            move |list: &WatchList| catalogue.with_value(|catalogue| list.places(&catalogue.event));
        let own = Memo::new(move |_| places(&saved.read()));
        let found = Memo::new(move |_| {
            let query = query.read();
            let among = match &query.saved {
                None => None,
                Some(Saved::Own) => Some(own.get()),
                Some(Saved::Shared(list)) => Some(places(list)),
            };
            let index = index.read();
            let find = |query: &Query| index.find_among(query, &ranks.read(), among.as_deref());
            let mut found = find(&query);
            let near = catalogue.with_value(|own| found.nearest(&query.text, &index, &own.event));
            let Some(text) = near else {
                return found;
            };
            let mut near = query.clone();
            near.text.clone_from(&text);
            let near = find(&near);
            if !near.talks.is_empty() {
                found = near;
            }
            // What is shown is never passed off as what was typed.
            if !found.talks.is_empty() {
                found.instead = Some(text);
            }
            found
        });
        let drawn = catalogue.with_value(|catalogue| {
            let is_huge = catalogue.event.talks.len() > MOST_TALKS_AT_ONCE;
            // A prerendered page is drawn completely already.
            let has_time = cfg!(target_arch = "wasm32") && catalogue.deployed.is_none();
            if is_huge && has_time { 0 } else { LATER_PARTS }
        });
        let marks = Memo::new(move |_| found.read().marks());
        let own_talk =
            catalogue.with_value(|catalogue| catalogue.only_talk().map(|it| it.id.clone()));
        let playing = Playing {
            shown: own_talk.map(Playable::Talk),
            ..Playing::default()
        };
        Self {
            catalogue,
            language,
            search: SearchState {
                query,
                index,
                found,
                marks,
            },
            list: ListState {
                saved,
                own,
                taken_out: Signal::default(),
            },
            view: ViewState {
                target: Signal::new(address.target),
                is_timetable: Signal::new(address.is_timetable),
                day,
                playing: Signal::new(playing),
                opener: StoredValue::new(None),
            },
            drawn: Signal::new(drawn),
        }
    }

    /// The state that was provided to this part of the page.
    ///
    /// # Panics
    /// If there is none, because a component is used outside of the page.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "a component outside of the page is a programming error"
    )]
    pub fn expect() -> Self {
        use_context().expect("components of the page stand inside of `App`")
    }

    /// The loaded event.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        self.catalogue.get_value()
    }

    /// The language of the program's own sentences.
    #[must_use]
    pub fn speech(&self) -> Speech {
        Speech::of(&self.language.read())
    }

    /// Whether the page that shows this is gone. Then work that was postponed must not run.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.search.query.is_disposed()
    }

    /// Changes the words searched for.
    pub fn search(&self, text: String) {
        self.search.query.update(|query| query.text = text);
    }

    /// Chooses a facet value, or removes the choice.
    pub fn toggle(&self, facet: Facet, value: &str) {
        self.search.query.update(|query| query.toggle(facet, value));
    }

    /// Shows every talk.
    pub fn reset(&self) {
        self.search.query.set(Query::default());
    }

    /// The address of the current state.
    #[must_use]
    pub fn address(&self, event: Option<String>) -> Address {
        let language = self.language.get();
        let own = self
            .catalogue
            .with_value(|catalogue| *catalogue.own_language() == language);
        Address {
            query: self.search.query.get(),
            is_timetable: self.view.is_timetable.get(),
            day: self.catalogue().day_name(self.view.day.get()),
            language: (!own).then_some(language),
            event,
            target: self.view.target.get(),
        }
    }

    /// Changes the state to that of another address of the same event.
    pub fn go_to(&self, address: Address) {
        let own = self
            .catalogue
            .with_value(|catalogue| catalogue.own_language().clone());
        let language = address.language.unwrap_or(own);
        if *self.language.read_untracked() != language {
            self.language.set(language);
        }
        if *self.search.query.read_untracked() != address.query {
            self.search.query.set(address.query);
        }
        if self.view.is_timetable.get_untracked() != address.is_timetable {
            self.view.is_timetable.set(address.is_timetable);
        }
        self.view.day.set(self.catalogue().day_number(address.day));
        self.view.target.set(address.target);
    }
}
