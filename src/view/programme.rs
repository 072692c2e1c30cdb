//! The programme: filters, number of matches, and a card per matching talk.

use leptos::prelude::{Read, With};

use super::{
    filter_bar::filter_bar,
    markup::{El, Markup, Place, el, group, live, rows, show},
    talk_card::talk_card,
};
use crate::{model::TalkId, state::AppState};

/// Lists the talks that match the reader's search, in the order of the programme.
///
/// Rows are keyed by talk: while the reader types, cards that stay are not rebuilt.
pub fn programme() -> Markup {
    let state = AppState::expect();
    let speech = state.speech();
    let total = state.catalogue().event.talks.len();
    let search_field = Place::new();
    let shown = move || state.matches.read().len();
    let is_filtered = move || !state.query.read().is_empty();
    let status = el("p")
        .class("programme__status")
        .attr("role", "status")
        .live_text(move || speech.match_count(shown(), total));
    let reset = move || {
        let button = reset_button(state, search_field).attr("data-look", "quiet");
        button.child(speech.reset())
    };
    let ids = move || {
        state
            .matches
            .with(|ids| ids.iter().map(|id| id.as_str().to_owned()).collect())
    };
    let heading = state.catalogue().frame.heading(2);
    let card = move |id: &str| {
        let card = TalkId::new(id).ok().and_then(|id| talk_card(&id, heading));
        el("li").class("programme__item").child(card)
    };
    let summary = el("div")
        .class("programme__summary")
        .child(status)
        .child(show(is_filtered, reset));
    let list = el("ol")
        .class("programme__list")
        .attr("part", "talk-list")
        .attr("role", "list")
        .child(rows(ids, card));
    group([
        (total > 1).then(|| filter_bar(search_field)).into(),
        summary.into(),
        list.into(),
        live(move || (shown() == 0).then(|| empty(state, total, search_field))),
    ])
}

/// What stands in place of a list without talks.
fn empty(state: AppState, total: usize, search_field: Place) -> El {
    let speech = state.speech();
    let block = el("div").class("programme__empty");
    if total == 0 {
        return block.child(el("p").child(speech.no_programme()));
    }
    let show_all = reset_button(state, search_field).child(speech.show_all());
    block
        .child(el("p").child(speech.no_match(&state.query.read().text)))
        .child(el("p").child(speech.no_match_help()))
        .child(show_all)
}

/// Shows every talk again. The button goes: the focus moves to the search field.
fn reset_button(state: AppState, search_field: Place) -> El {
    let reset = move |_| {
        state.reset();
        search_field.focus();
    };
    el("button")
        .attr("type", "button")
        .class("button")
        .on("click", reset)
}
