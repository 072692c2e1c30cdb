//! The programme: filters, number of matches, and the matching talks as cards or timetable.

use leptos::prelude::{Get, Read};

use super::{
    active_filters::active_filters,
    filter_bar::filter_bar,
    markup::{El, Markup, Place, el, group, live, show, switch},
    no_match::no_match,
    sections_found::sections_found,
    sort_menu::sort_menu,
    talk_list::talk_list,
    talk_status::talk_count,
    timetable::timetable,
    view_switch::{view_switch, zone_switch},
    watch_list::watch_list,
};
use crate::state::{AppState, Outside};

/// Shows the talks that match the reader's search: listed in the order of the query, or as a
/// timetable.
pub fn programme() -> Markup {
    let state = AppState::expect();
    let speech = state.speech();
    let total = state.catalogue().event.talks.len();
    let all: Vec<u32> = (0..).take(total).collect();
    let search_field = Place::new();
    let found = move || state.found.read().talks.len();
    let is_filtered = move || !state.query.read().is_empty();
    let status = el("p")
        .class("programme__status")
        .attr("role", "status")
        .live_text(move || {
            let found = state.found.read();
            let mut count = talk_count(state, &found.talks, &all);
            if !found.left_out.is_empty() {
                count += &speech.not_searched(&found.left_out);
            }
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
    // Beside the field, where whoever types is looking.
    let (beside, alone) = if total > 1 {
        (Some(status), None)
    } else {
        (None, Some(status))
    };
    let summary = el("div")
        .class("programme__summary")
        .child(alone)
        .child(view_switch(state))
        .child(live(sorting))
        .child(show(is_filtered, reset))
        .child(live(move || zone_switch(state, outside)));
    // Another zone is another timetable; the list has no key but itself.
    let shown = move || (is_timetable(), is_timetable() && outside.is_own_time.get());
    let draw = move |(is_timetable, _)| {
        if is_timetable {
            timetable(state)
        } else {
            talk_list(state)
        }
    };
    group([
        beside.map(|status| filter_bar(search_field, status)).into(),
        summary.into(),
        live(move || active_filters(state, search_field)),
        watch_list(state, search_field).into(),
        sections_found(state).into(),
        switch(shown, draw),
        live(move || (found() == 0).then(|| no_match(state, total, search_field))),
    ])
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
