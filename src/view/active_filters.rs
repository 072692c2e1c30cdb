//! The active filters, each with a button that removes it.

use leptos::ev::Event;
use nachlese_markup::{El, ElementRef, el};
use nachlese_programme::watch_list::Saved;
use nachlese_search::Facet;

use super::{facet_label::facet_label, words::with_terms};
use crate::{state::AppState, text::prelude::*};

/// Lists the shown watch-list and the chosen facet values. Nothing if there are none.
///
/// A removed value disappears from the list, so the focus moves to the search field.
pub(super) fn active_filters(state: AppState, search_field: ElementRef) -> Option<El> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let query = state.search.query.read();
    let chosen = Facet::ALL.into_iter().flat_map(|facet| {
        let values = query.chosen(facet).map(str::to_owned);
        values.map(move |value| (facet, value)).collect::<Vec<_>>()
    });
    let items = chosen.map(|(facet, value)| {
        let label = facet_label(state, &catalogue.event, facet, &value);
        let remove = move |_| {
            state.toggle(facet, &value);
            search_field.focus();
        };
        let name = format!("{}: {label}, {}", speech.facet(facet), speech.remove());
        el("li").child(chip(state, &label, name, Box::new(remove)))
    });
    let list = query.saved.as_ref().map(|saved| {
        let name = match saved {
            Saved::Own => speech.watch_list(),
            Saved::Shared(_) => speech.shared_list(),
        };
        let remove = move |_| {
            state.search.query.update(|query| query.saved = None);
            search_field.focus();
        };
        let label = format!("{name}, {}", speech.remove());
        el("li").child(chip(state, name, label, Box::new(remove)))
    });
    let items: Vec<_> = list.into_iter().chain(items).collect();
    (!items.is_empty()).then(|| {
        el("ul")
            .class("programme__active")
            .attr("role", "list")
            .attr("aria-label", speech.chosen())
            .children(items)
    })
}

fn chip(state: AppState, label: &str, name: String, remove: Box<dyn FnMut(Event) + Send>) -> El {
    el("button")
        .attr("type", "button")
        .class("chip")
        .attr("aria-label", name)
        .on("click", remove)
        .child(el("bdi").child(with_terms(state, label, None)))
        .child(el("span").attr("aria-hidden", "true").child("×"))
}
