//! The talks as a list of cards, or as rows if they were searched for. Long programmes are shown
//! page by page.

use leptos::prelude::{Get, GetUntracked, Memo, Read, untrack};
use nachlese_event::TalkId;
use nachlese_markup::{
    El, ElementRef, Markup, Signal, attribute_around, el, focus_beside, group, numbered, rows,
    show, switch,
};
use nachlese_search::{Facet, Query};

use super::{hit::hit, talk_card::talk_card};
use crate::{
    state::{AppState, EVERY_TALK, MORE_TALKS, Outside},
    text::prelude::*,
};

/// In long programmes, the reader sees this many talks, and as many more at a time.
const PAGE: usize = 30;
/// How many cards are drawn with the page.
const FIRST: usize = 6;
/// The most talks that are printed. Nobody wants a book.
const MOST_PRINTED: usize = 2_000;

/// Lists the talks, those of long programmes page by page.
///
/// Rows are keyed by talk, so that cards that stay are not rebuilt while the reader types.
pub(super) fn talk_list(state: AppState) -> Markup {
    let extent = Extent::new(state);
    let listed = Memo::new(move |_| {
        let found = state.search.found.read();
        let listed = found.talks.iter().take(extent.drawn.get());
        listed.copied().collect::<Vec<_>>()
    });
    let is_compact = state.catalogue().frame.is_compact;
    // A watch-list is the reader's choice, so it is shown whole.
    let is_found = Memo::new(move |_| {
        let query = state.search.query.read();
        let mut facets = Facet::ALL.into_iter();
        let is_searching = !query.text.trim().is_empty();
        is_compact || is_searching || facets.any(|facet| query.chosen(facet).next().is_some())
    });
    let outside = Outside::expect();
    // An opened card is not drawn again while the reader types, so that a player in it goes on.
    let has_card = Memo::new(move |_| {
        let named = named(state);
        named.is_some_and(|named| listed.read().contains(&named))
    });
    let heading = state.catalogue().frame.heading(2);
    let place = ElementRef::new();
    let has_rows_only = move || is_found.get() && !has_card.get();
    let items = switch(has_rows_only, move |has_rows_only| {
        if has_rows_only {
            // If the focus was in a card, it moves to the first row.
            if place.has_focus_within() {
                place.focus_within(".heading a".to_owned());
            }
            let row = move |at| {
                let talk = move || listed.read().get(at).copied();
                hit(state, heading, at, Box::new(talk))
            };
            numbered(move || listed.read().len(), row)
        } else {
            cards(state, listed, is_found)
        }
    });
    let save = move |event| {
        let is_it = attribute_around(&event, "data-save").is_some();
        let id = attribute_around(&event, "data-talk").filter(|_| is_it);
        if let Some(Ok(id)) = id.as_deref().map(TalkId::new) {
            outside.said.set(Vec::new());
            // A card is removed, but a row stays and shows the next talk.
            let goes = || state.shows_own_list() && state.is_saved(&id) && !has_rows_only();
            if untrack(goes) {
                focus_beside(&event, "li", ("section", "[type=search]"));
            }
            state.save(&id);
        }
    };
    let list = el("ol")
        .class("programme__list")
        .at(place)
        .attr("part", "talk-list")
        .attr("data-long", state.catalogue().is_long())
        .attr("role", "list")
        .on("click", save)
        .child(items);
    let has_more = move || extent.hidden() > 0;
    let button = move || more_button(extent, place);
    group([list.into(), show(has_more, button)])
}

/// Cards of talks. During a search, the card of the talk that the address names, and rows.
fn cards(state: AppState, listed: Memo<Vec<u32>>, is_found: Memo<bool>) -> Markup {
    let heading = state.catalogue().frame.heading(2);
    // The key of a talk: its place, and whether it is shown as a row.
    let keys = move || {
        let (is_found, named) = (is_found.get(), named(state));
        let key = |at: &u32| (*at, is_found && named != Some(*at));
        listed.read().iter().map(key).collect()
    };
    let item = move |(at, is_row): &(u32, bool)| {
        let at = *at;
        // Nothing is marked in what is about to go.
        let is_listed = move || listed.read().contains(&at);
        if *is_row {
            let talk = move || is_listed().then_some(at);
            return hit(state, heading, at as usize, Box::new(talk));
        }
        let catalogue = state.catalogue();
        let talk = catalogue.event.talks.get(at as usize);
        let card = talk.map(|talk| talk_card(talk, heading).together(is_listed));
        el("li").class("programme__item").child(card)
    };
    rows(keys, item)
}

/// How many of the talks found are listed.
#[derive(Clone, Copy)]
struct Extent {
    state: AppState,
    /// How many talks the reader wants to see, and of which search.
    wanted: Signal<(Query, usize)>,
    /// How many are there.
    drawn: Memo<usize>,
}

impl Extent {
    /// The first page of each search and the further ones that the reader asked for, or a whole
    /// watch-list. A talk that the address names is always included.
    fn new(state: AppState) -> Self {
        let is_long = state.catalogue().is_long();
        let wanted = Signal::new((state.search.query.get_untracked(), PAGE));
        let drawn = Memo::new(move |_| {
            let query = state.search.query.read();
            // A list is short, and printed as it is shown.
            if !is_long || query.saved.is_some() {
                return usize::MAX;
            }
            if state.draws(EVERY_TALK) {
                return MOST_PRINTED;
            }
            let wanted = wanted.read();
            let wanted = if wanted.0 == *query { wanted.1 } else { PAGE };
            // Cards that nobody sees at first are drawn after the page.
            let is_late = query.is_empty() && !state.draws(MORE_TALKS);
            let drawn = if is_late { FIRST } else { wanted };
            drawn.max(place_of_named(state).map_or(0, |at| at + 1))
        });
        Self {
            state,
            wanted,
            drawn,
        }
    }

    /// Lists another page, and returns how many talks are before it.
    fn grow_by_page(self) -> usize {
        let before = self.drawn.get_untracked();
        let query = self.state.search.query.get_untracked();
        self.wanted.set((query, before + PAGE));
        before
    }

    /// How many talks found are not listed.
    fn hidden(self) -> usize {
        let found = self.state.search.found.read().talks.len();
        found.saturating_sub(self.drawn.get().max(PAGE))
    }
}

/// The index in the programme of the talk that the address names.
fn named(state: AppState) -> Option<u32> {
    let target = state.view.target.read();
    let target = target.as_ref()?;
    let catalogue = state.catalogue();
    let mut talks = (0..).zip(&catalogue.event.talks);
    let (place, _) = talks.find(|(_, talk)| talk.id.as_str() == target.id)?;
    Some(place)
}

/// The index of that talk among the talks found.
fn place_of_named(state: AppState) -> Option<usize> {
    let named = named(state)?;
    let found = state.search.found.read();
    found.talks.iter().position(|talk| *talk == named)
}

/// Lists more talks, and moves the focus to the first of them.
fn more_button(extent: Extent, list: ElementRef) -> El {
    let label = move || {
        let hidden = extent.hidden();
        extent.state.speech().show_more(hidden.min(PAGE), hidden)
    };
    let outside = Outside::expect();
    let more = move |_| {
        let hidden = extent.hidden();
        let before = extent.grow_by_page();
        let (shown, total) = (hidden.min(PAGE), before + hidden);
        let said = extent
            .state
            .speech()
            .shown_more(shown, before + shown, total);
        outside.announce(said);
        list.focus_within(format!("li:nth-child({}) .heading a", before + 1));
    };
    el("button")
        .attr("type", "button")
        .class("button programme__more")
        .attr("data-look", "quiet")
        .on("click", more)
        .live_text(label)
}
