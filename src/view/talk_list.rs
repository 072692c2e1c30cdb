//! The talks found as a list of cards: of long programmes as much as the reader sees, and the rest
//! while nobody types.

use std::time::Duration;

use leptos::prelude::{Get, GetUntracked, Memo, Read, RwSignal, Set, WithUntracked, set_timeout};

use super::{
    markup::{El, Markup, Place, el, follow, group, rows, show},
    talk_card::talk_card,
};
use crate::{
    search::Query,
    state::{AppState, EVERY_TALK, MORE_TALKS, Outside},
};

/// Of long programmes the reader gets this many talks, and as many more at a time.
const PAGE: usize = 30;
/// So many are drawn as soon as the first of them are shown, lest whoever scrolls has to wait.
const NEAR: usize = 6;
/// How long a search stands until these are drawn.
const SOON: Duration = Duration::from_millis(50);
/// How long a search stands until the rest of its page is drawn.
const PAUSE: Duration = Duration::from_millis(150);
/// So many more are drawn at a time: whatever the reader does in between comes first.
const STEP: usize = 2;
/// Of the longest programmes no more are printed: nobody wants a book.
const MOST_PRINTED: usize = 2_000;

/// Lists the talks, those of long programmes page by page.
///
/// Rows are keyed by talk: while the reader types, cards that stay are not rebuilt.
pub(super) fn talk_list(state: AppState) -> Markup {
    let extent = Extent::new(state);
    let listed = Memo::new(move |_| {
        let found = state.found.read();
        let listed = found.talks.iter().take(extent.drawn.get());
        listed.copied().collect::<Vec<_>>()
    });
    let keys = move || listed.read().iter().map(u32::to_string).collect();
    let heading = state.catalogue().frame.heading(2);
    let card = move |key: &str| {
        let at: u32 = key.parse().unwrap_or_default();
        let catalogue = state.catalogue();
        let talk = catalogue.event.talks.get(at as usize);
        let card = talk.map(|talk| talk_card(talk, heading));
        // Nothing is marked in a card that is about to go.
        let card = card.map(|card| card.together(move || listed.read().contains(&at)));
        el("li").class("programme__item").child(card)
    };
    let place = Place::new();
    let list = el("ol")
        .class("programme__list")
        .at(place)
        .attr("part", "talk-list")
        .attr("data-long", state.catalogue().is_long())
        .live_attr("data-growing", move || extent.growing())
        .attr("role", "list")
        .child(rows(keys, card));
    let has_more = move || extent.hidden() > 0;
    let button = move || more_button(extent, place);
    group([list.into(), show(has_more, button)])
}

/// How many of the talks found are listed.
#[derive(Clone, Copy)]
struct Extent {
    state: AppState,
    /// How many the reader wants to see of which search.
    wanted: RwSignal<(Query, usize)>,
    /// How many are there already.
    drawn: Memo<usize>,
    /// The search that stood for a while, and how many of its talks are drawn meanwhile.
    grown: RwSignal<(Query, usize)>,
}

impl Extent {
    /// The first page of each search and whatever more was asked for, or a watch-list whole; a talk
    /// that the address names is always among them.
    fn new(state: AppState) -> Self {
        let catalogue = state.catalogue();
        let is_long = catalogue.is_long();
        // What was prerendered is drawn whole already.
        let is_gradual = is_long && cfg!(target_arch = "wasm32") && catalogue.deployed.is_none();
        // All that is drawn while the reader goes on typing.
        let first = Outside::expect().cards_in_sight;
        let query = state.query.get_untracked();
        let wanted = RwSignal::new((query.clone(), PAGE));
        let grown = RwSignal::new((query, if is_gradual { first } else { PAGE }));
        let drawn = Memo::new(move |_| {
            // A list is short, and printed as it is shown.
            if !is_long || state.query.read().saved.is_some() {
                return usize::MAX;
            }
            if state.draws(EVERY_TALK) {
                return MOST_PRINTED;
            }
            let grown = grown.read();
            let is_same = grown.0 == *state.query.read();
            let grown = if is_same { grown.1 } else { first };
            grown.max(place_of_named(state).map_or(0, |at| at + 1))
        });
        let extent = Self {
            state,
            wanted,
            drawn,
            grown,
        };
        if is_long && cfg!(target_arch = "wasm32") {
            let mut is_first = true;
            follow(move || {
                let query = state.query.get();
                if state.draws(MORE_TALKS) {
                    let (soon, pause) = if is_first {
                        (Duration::ZERO, Duration::ZERO)
                    } else {
                        (SOON, PAUSE)
                    };
                    is_first = false;
                    let same = query.clone();
                    set_timeout(move || extent.grow(same, NEAR), soon);
                    set_timeout(move || extent.grow(query, usize::MAX), pause);
                }
            });
        }
        extent
    }

    /// How many talks the reader wants to see; nothing if the page is gone.
    fn wanted(self) -> Option<usize> {
        let query = self.state.query.try_get_untracked()?;
        let wanted = self.wanted.try_get_untracked()?;
        Some(if wanted.0 == query { wanted.1 } else { PAGE })
    }

    /// Draws more of a search until there are as many as wanted, `most` at most, unless another has
    /// taken its place.
    fn grow(self, query: Query, most: usize) {
        let is_same = self.state.query.try_with_untracked(|now| *now == query);
        let Some(wanted) = self.wanted().filter(|_| is_same == Some(true)) else {
            return;
        };
        let (drawn, wanted) = (self.drawn.get_untracked(), wanted.min(most));
        if drawn < wanted {
            self.grown.set((query.clone(), (drawn + STEP).min(wanted)));
            set_timeout(move || self.grow(query, most), Duration::ZERO);
        }
    }

    /// Lists another page, and says how many talks stand before it.
    fn grow_by_page(self) -> usize {
        let query = self.state.query.get_untracked();
        let before = self
            .wanted()
            .unwrap_or(PAGE)
            .max(self.drawn.get_untracked());
        // Whoever is quicker than the drawing does not wait for what should be there already.
        self.grown.set((query.clone(), before));
        self.wanted.set((query.clone(), before + PAGE));
        self.grow(query, usize::MAX);
        before
    }

    /// How many talks found the reader has not asked for yet.
    fn hidden(self) -> usize {
        let found = self.state.found.read().talks.len();
        found.saturating_sub(self.asked_for().max(self.drawn.get()))
    }

    /// Whether some more of the talks found are about to be drawn, or a page of them: about how
    /// much place they will take (`programme.css`).
    fn growing(self) -> Option<&'static str> {
        let found = self.state.found.read().talks.len();
        let coming = found.min(self.asked_for());
        let word = match coming {
            PAGE.. => "page",
            _ if coming > NEAR => "some",
            _ => "few",
        };
        (self.drawn.get() < coming).then_some(word)
    }

    /// How many talks the reader wants to see, for what follows it.
    fn asked_for(self) -> usize {
        let wanted = self.wanted.read();
        let is_same = wanted.0 == *self.state.query.read();
        if is_same { wanted.1 } else { PAGE }
    }
}

/// Where among the talks found the one is that the address names.
fn place_of_named(state: AppState) -> Option<usize> {
    let target = state.target.read();
    let target = target.as_ref()?;
    let catalogue = state.catalogue();
    let mut talks = catalogue.event.talks.iter();
    let place = talks.position(|talk| talk.id.as_str() == target.id)?;
    let found = state.found.read();
    found.talks.iter().position(|talk| *talk as usize == place)
}

/// Lists more talks, and leads on to the first of them.
fn more_button(extent: Extent, list: Place) -> El {
    let label = move || {
        let hidden = extent.hidden();
        extent.state.speech().show_more(hidden.min(PAGE), hidden)
    };
    let more = move |_| {
        let before = extent.grow_by_page();
        list.focus_within(format!("li:nth-child({}) > [data-talk]", before + 1));
    };
    el("button")
        .attr("type", "button")
        .class("button programme__more")
        .attr("data-look", "quiet")
        .on("click", more)
        .live_text(label)
}
