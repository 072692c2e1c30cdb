//! The bar that stays visible above the programme: the search field, the number of matches, and
//! the buttons that open and reset the filters.

use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::{GetValue, Read, SetValue, StoredValue, event_target_value},
    wasm_bindgen::JsCast,
};
use nachlese_markup::{El, ElementRef, Signal, el, is_typed, show};
use nachlese_search::Facet;

use super::{landmark::landmark, reset_button::reset_button};
use crate::{state::AppState, text::prelude::*};

/// The first hit, or the first way out of a search without any.
const HITS: &str =
    ".programme__list .heading a, .timetable [data-talk] > a, .programme__empty button";

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

    /// Moves the focus to the first hit.
    fn go_to_hits(self) {
        self.is_open.set(false);
        self.whole.focus_within(HITS.to_owned());
    }
}

/// Shows the search field, the number of matches, the button that opens the filters, and the button
/// that resets everything.
pub(super) fn filter_bar(state: AppState, handles: Handles, status: El) -> El {
    let speech = state.speech();
    let press = move |event: Event| {
        let key: &KeyboardEvent = event.unchecked_ref();
        match key.key().as_str() {
            "Escape" => state.search(String::new()),
            // Not the Enter that ends the writing of a Japanese word, for example.
            "Enter" if !key.is_composing() => handles.go_to_hits(),
            _ => return,
        }
        event.prevent_default();
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
        .on("keydown", press);
    let field = el("div").class("filter-bar__search").child(field);
    // The filters come before the list.
    let skip = move || {
        el("button")
            .attr("type", "button")
            .class("button filter-bar__skip")
            .on("click", move |_| handles.go_to_hits())
            .child(speech.to_hits())
    };
    let has_hits = move || !state.search.found.read().talks.is_empty();
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
            // The filters reach from the bar to the lower edge of the window.
            handles.whole.pull_up();
        })
        .live_text(move || speech.filters(chosen_count(state)));
    let reset = move || {
        reset_button(state, handles.field, "button filter-bar__reset")
            .attr("data-look", "quiet")
            .child(speech.reset())
    };
    el("search")
        .class("filter-bar")
        .attr("part", "filter-bar")
        .attr("aria-label", (!is_page).then(|| landmark(state, "")))
        .child(field)
        .child(show(has_hits, skip))
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
