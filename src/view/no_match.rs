//! What is shown if no talk matches.

use leptos::prelude::Read;
use nachlese_markup::{El, ElementRef, el};
use nachlese_search::Advice;

use super::reset_button::reset_button;
use crate::{state::AppState, text::prelude::*};

/// Says that nothing was found, and offers suggestions.
pub(super) fn no_match(state: AppState, total: usize, search_field: ElementRef) -> El {
    let speech = state.speech();
    let block = el("div").class("programme__empty");
    if total == 0 {
        return block.child(el("p").child(speech.no_programme()));
    }
    let show_all = reset_button(state, search_field, "button").child(speech.show_all());
    if state.shows_own_list() && state.list.own.read().is_empty() {
        let hint = el("p").child(speech.list_is_empty());
        return block.child(hint).child(show_all);
    }
    let advice = {
        let found = state.search.found.read();
        found.advice(
            &state.search.index.read_untracked(),
            &state.catalogue().event,
        )
    };
    let ways = advice.into_iter().map(|advice| {
        let label = speech.advice(&advice);
        let button = el("button")
            .attr("type", "button")
            .class("button")
            .attr("data-look", "quiet")
            .on("click", move |_| {
                follow(state, &advice);
                search_field.focus();
            });
        el("li").child(button.child(label))
    });
    block
        .child(el("p").child(speech.no_match(&state.search.query.read().text)))
        .child(el("p").child(speech.no_match_help()))
        .child(
            el("ul")
                .class("programme__ways")
                .attr("role", "list")
                .children(ways)
                .child(el("li").child(show_all)),
        )
}

fn follow(state: AppState, advice: &Advice) {
    state.search.query.update(|query| match advice {
        Advice::Spelling { typed, nearest } => query.text = query.text.replace(typed, nearest),
        Advice::DropFilter { facet, .. } => query.clear(*facet),
        Advice::DropList { .. } => query.saved = None,
        Advice::DropWord { word, .. } => query.text = query.text.replace(word, ""),
    });
}
