//! The programme: filters, number of matches, and the matching talks as cards or timetable.

use std::time::Duration;

use leptos::prelude::{
    Get, GetUntracked, Memo, Read, ReadUntracked, RwSignal, Set, WithUntracked, set_timeout,
};

use super::{
    active_filters::active_filters,
    filter_bar::filter_bar,
    markup::{El, Markup, Place, el, follow, group, live, rows, show, switch},
    no_match::no_match,
    sections_found::sections_found,
    sort_menu::sort_menu,
    talk_card::talk_card,
    timetable::timetable,
    view_switch::{view_switch, zone_switch},
    watch_list::watch_list,
};
use crate::{
    model::TalkId,
    search::Query,
    state::{AppState, EVERY_TALK, MORE_TALKS, Outside},
};

/// Programmes of this many talks are listed whole.
const MOST_LISTED: usize = 60;
/// Of longer ones the reader sees this many, and as many more at a time.
const PAGE: usize = 30;
/// More than anybody sees at first, and all that is drawn while the reader goes on typing.
const FIRST: usize = 8;
/// Of the longest ones no more are printed: nobody wants a book.
const MOST_PRINTED: usize = 2_000;
/// How long a search stands until the rest of its first page is drawn.
const PAUSE: Duration = Duration::from_millis(250);

/// Shows the talks that match the reader's search: listed in the order of the query, or as a
/// timetable.
///
/// Rows are keyed by talk: while the reader types, cards that stay are not rebuilt.
pub fn programme() -> Markup {
    let state = AppState::expect();
    let speech = state.speech();
    let total = state.catalogue().event.talks.len();
    let search_field = Place::new();
    let found = move || state.found.read().talks.len();
    let is_filtered = move || !state.query.read().is_empty();
    let status = el("p")
        .class("programme__status")
        .attr("role", "status")
        .live_text(move || {
            let found = state.found.read();
            let count = speech.match_count(found.talks.len(), total);
            let rest = if !found.is_complete() {
                speech.still_reading(found.searched)
            } else if found.unheard > 0 && state.is_searching() {
                speech.still_listening().to_owned()
            } else {
                return count;
            };
            count + &rest
        });
    let reset = move || {
        let button = reset_button(state, search_field).attr("data-look", "quiet");
        button.child(speech.reset())
    };
    let outside = Outside::expect();
    let has_timetable = state.catalogue().timetable().is_some();
    let is_timetable = move || has_timetable && state.is_timetable.get();
    let sorting = move || (total > 2 && !is_timetable()).then(|| sort_menu(state));
    let summary = el("div")
        .class("programme__summary")
        .child(status)
        .child(view_switch(state))
        .child(live(sorting))
        .child(live(move || zone_switch(state, outside)))
        .child(show(is_filtered, reset));
    // Another zone is another timetable; the list has no key but itself.
    let shown = move || (is_timetable(), is_timetable() && outside.is_own_time.get());
    let draw = move |(is_timetable, _)| {
        if is_timetable {
            timetable(state)
        } else {
            list(state, total)
        }
    };
    group([
        (total > 1).then(|| filter_bar(search_field)).into(),
        summary.into(),
        live(move || active_filters(state, search_field)),
        watch_list(state, search_field).into(),
        sections_found(state).into(),
        switch(shown, draw),
        live(move || (found() == 0).then(|| no_match(state, total, search_field))),
    ])
}

/// Lists the talks, those of long programmes page by page.
fn list(state: AppState, total: usize) -> Markup {
    let limit = limit(state, total);
    let ids = move || {
        let catalogue = state.catalogue();
        let found = state.found.read();
        let talks = found.talks.iter().take(limit.count.get());
        let talks = talks.filter_map(|at| catalogue.event.talks.get(*at as usize));
        talks.map(|talk| talk.id.as_str().to_owned()).collect()
    };
    let heading = state.catalogue().frame.heading(2);
    let card = move |id: &str| {
        let card = TalkId::new(id).ok().and_then(|id| talk_card(&id, heading));
        el("li").class("programme__item").child(card)
    };
    let place = Place::new();
    let list = el("ol")
        .class("programme__list")
        .at(place)
        .attr("part", "talk-list")
        .attr("data-long", total > MOST_LISTED)
        .attr("role", "list")
        .child(rows(ids, card));
    let hidden = move || {
        let found = state.found.read().talks.len();
        found.saturating_sub(limit.count.get())
    };
    group([
        list.into(),
        show(
            move || hidden() > 0,
            move || more_button(state, limit, place),
        ),
    ])
}

/// How many of the talks found are listed.
#[derive(Clone, Copy)]
struct Limit {
    count: Memo<usize>,
    /// The last search that stood for a while, and how many the reader asked for beyond its first page.
    more: RwSignal<(Query, usize)>,
}

/// The first page of each search and whatever more was asked for, or a watch-list whole; a talk that the address names
/// is always among them.
fn limit(state: AppState, total: usize) -> Limit {
    let more = RwSignal::new((Query::default(), 0));
    let count = Memo::new(move |_| {
        // A list is short, and printed as it is shown.
        if total <= MOST_LISTED || state.query.read().saved.is_some() {
            return total;
        }
        if state.draws(EVERY_TALK) {
            return MOST_PRINTED;
        }
        let named = state.target.read().as_ref().and_then(|target| {
            let catalogue = state.catalogue();
            let mut talks = catalogue.event.talks.iter();
            let place = talks.position(|talk| talk.id.as_str() == target.id)?;
            let found = state.found.read();
            found.talks.iter().position(|talk| *talk as usize == place)
        });
        let more = more.read();
        let stands = more.0 == *state.query.read();
        let page = if state.draws(MORE_TALKS) && (stands || !HAS_TIMERS) {
            PAGE
        } else {
            FIRST
        };
        let more = if stands { more.1 } else { 0 };
        (page + more).max(named.map_or(0, |at| at + 1))
    });
    if HAS_TIMERS && total > MOST_LISTED {
        follow(move || {
            let query = state.query.get();
            let settle = move || {
                // Both are gone if the page is.
                let is_same = state.query.try_with_untracked(|now| *now == query);
                let stood = more.try_with_untracked(|more| more.0 == query);
                if is_same == Some(true) && stood == Some(false) {
                    more.set((query, 0));
                }
            };
            set_timeout(settle, PAUSE);
        });
    }
    Limit { count, more }
}

/// Elsewhere pages are written whole.
const HAS_TIMERS: bool = cfg!(target_arch = "wasm32");

/// Lists more talks, and leads on to the first of them.
fn more_button(state: AppState, limit: Limit, list: Place) -> El {
    let speech = state.speech();
    let label = move || {
        let found = state.found.read().talks.len();
        let hidden = found.saturating_sub(limit.count.get());
        speech.show_more(hidden.min(PAGE), hidden)
    };
    let more = move |_| {
        let query = state.query.read_untracked().clone();
        let shown = limit.count.get_untracked();
        limit.more.set((query, shown));
        list.focus_within(format!("li:nth-child({}) > [data-talk]", shown + 1));
    };
    el("button")
        .attr("type", "button")
        .class("button programme__more")
        .attr("data-look", "quiet")
        .on("click", more)
        .live_text(label)
}

/// Shows every talk again. The button goes: the focus moves to the search field.
pub(super) fn reset_button(state: AppState, search_field: Place) -> El {
    let reset = move |_| {
        state.reset();
        search_field.focus();
    };
    el("button")
        .attr("type", "button")
        .class("button")
        .on("click", reset)
}
