//! The button that adds a talk to the reader's watch-list.

use leptos::prelude::untrack;
use nachlese_event::TalkId;
use nachlese_markup::{El, el, focus_beside};

use super::filter_bar::true_or_false;
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// Saves the talk with this title, or removes it from the list. There is no button inside other
/// pages, because no list is stored there.
pub(super) fn save_button(state: AppState, id: &TalkId, title: &str) -> Option<El> {
    if state.catalogue().frame.is_embedded {
        return None;
    }
    let name = state.speech().save();
    let (saved, id) = (id.clone(), id.clone());
    let said = Outside::expect().said;
    let save = move |event| {
        said.set(Vec::new());
        if untrack(|| state.shows_own_list() && state.is_saved(&id)) {
            // The card will be removed, so the focus moves on first.
            focus_beside(&event, "li", ("section", "[type=search]"));
        }
        state.save(&id);
    };
    let button = el("button")
        .attr("type", "button")
        .class("chip talk-card__save")
        .attr("aria-label", format!("{name}: {title}"))
        .live_attr("aria-pressed", move || {
            true_or_false(state.is_saved(&saved))
        })
        .on("click", save)
        .child(name);
    Some(button)
}
