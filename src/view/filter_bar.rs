//! The bar that stays visible above the programme: the search field, the number of matches, and
//! the buttons that open and reset the filters.

use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::{GetValue, SetValue, StoredValue, event_target_value},
    wasm_bindgen::JsCast,
};
use nachlese_markup::{El, ElementRef, Signal, el, is_typed, show};
use nachlese_search::Facet;

use super::{landmark::landmark, reset_button::reset_button};
use crate::{state::AppState, text::prelude::*};

/// After this time without typing, the reader may have scrolled.
const PAUSE_MS: f64 = 500.0;

/// The state that the parts around the list share.
#[derive(Clone, Copy)]
pub(super) struct Handles {
    /// The search field.
    pub(super) field: ElementRef,
    /// The button that opens the filters.
    pub(super) toggle: ElementRef,
    /// Whether they are open where there is no room for them beside the list.
    pub(super) is_open: Signal<bool>,
    /// All of it, from the bar on.
    pub(super) whole: ElementRef,
}

impl Handles {
    pub(super) fn new() -> Self {
        Self {
            field: ElementRef::new(),
            toggle: ElementRef::new(),
            is_open: Signal::new(false),
            whole: ElementRef::new(),
        }
    }
}

/// Shows the search field, the number of matches, the button that opens the filters, and the button
/// that resets everything.
pub(super) fn filter_bar(state: AppState, handles: Handles, status: El) -> El {
    let speech = state.speech();
    let clear = move |event: Event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            event.prevent_default();
            state.search(String::new());
        }
    };
    let is_page = !state.catalogue().frame.is_embedded;
    let typed_at = StoredValue::new(f64::NEG_INFINITY);
    let field = el("input")
        .attr("type", "search")
        .class("field")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("aria-label", speech.search_label())
        .attr("aria-keyshortcuts", is_page.then_some("/ Control+K Meta+K"))
        .attr("dir", "auto")
        .attr("placeholder", speech.search_label())
        .at(handles.field)
        .live_value(move || state.search.query.read().text.clone())
        .on("input", move |event| {
            // Text that was typed before the page was taken over scrolls nothing. Asking for the
            // scroll position costs time, and nobody scrolls between two letters.
            let (now, last) = (event.time_stamp(), typed_at.get_value());
            if is_typed(&event) && now - last > PAUSE_MS {
                handles.whole.bring_up();
            }
            typed_at.set_value(now);
            state.search(event_target_value(&event));
        })
        .on("keydown", clear);
    let field = el("div").class("filter-bar__search").child(field);
    let Handles {
        toggle, is_open, ..
    } = handles;
    let toggle = el("button")
        .attr("type", "button")
        .class("button filter-bar__toggle")
        .attr("data-look", "quiet")
        .at(toggle)
        .live_attr("aria-expanded", move || true_or_false(is_open.get()))
        .on("click", move |_| {
            is_open.update(|is_open| *is_open = !*is_open);
        })
        .live_text(move || speech.filters(chosen_count(state)));
    let reset = move || {
        reset_button(state, handles.field, "button filter-bar__reset")
            .attr("data-look", "quiet")
            .attr("aria-label", speech.reset())
            .attr("title", speech.reset())
    };
    el("search")
        .class("filter-bar")
        .attr("part", "filter-bar")
        .attr("aria-label", (!is_page).then(|| landmark(state, "")))
        .child(field)
        .child(status)
        .child(toggle)
        .child(show(move || !state.search.query.read().is_empty(), reset))
}

/// How many values are chosen. A watch-list counts as one.
fn chosen_count(state: AppState) -> usize {
    let query = state.search.query.read();
    let values = Facet::ALL.map(|facet| query.chosen(facet).count());
    values.iter().sum::<usize>() + usize::from(query.saved.is_some())
}

/// The value for `aria-pressed` and similar attributes.
pub(super) fn true_or_false(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}
