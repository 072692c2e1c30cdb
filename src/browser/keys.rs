//! Keyboard shortcuts of the search.

use std::rc::Rc;

use leptos::{
    prelude::{on_cleanup, window_event_listener_untyped},
    tachys::renderer::Rndr,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

const SEARCH_FIELD: &str = "input[type=search]";

/// The links and buttons in a hit of the programme.
const HITS: &str = ".programme__list [data-talk] .heading a, .timetable [data-talk] > a";

/// Makes Ctrl+K and ⌘K lead to the search field, on the event's own page, and `/` within the programme.
///
/// Whoever speaks to the computer, or hits a key by mistake, must not be taken away from what they
/// read by a single character: <https://www.w3.org/TR/WCAG22/#character-key-shortcuts>.
pub(crate) fn on_search_keys(root: &HtmlElement) {
    let root = root.clone();
    let listening = window_event_listener_untyped("keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let Some(target) = target_of(event) else {
            return;
        };
        let is_other = event.default_prevented() || event.alt_key() || event.shift_key();
        let is_wanted = if event.ctrl_key() == event.meta_key() {
            event.key() == "/"
                && !(event.alt_key() || event.ctrl_key())
                && !is(&target, "input, textarea, select")
                && is(&target, ".programme *")
        } else {
            // In a field, it may delete the rest of the line.
            !is_other && event.key() == "k" && !is(&target, "textarea, [contenteditable]")
        };
        if is_wanted && let Some(field) = find(&root, SEARCH_FIELD) {
            event.prevent_default();
            let _ = field.focus();
            // The results are below the field.
            if let Ok(Some(whole)) = field.closest(".programme") {
                whole.scroll_into_view();
            }
        }
    });
    on_cleanup(move || listening.remove());
}

/// Makes arrow keys lead from the search field to the talks found, and from one to the next.
pub(crate) fn on_arrows(root: &HtmlElement) {
    let page = root.clone();
    let listener = move |event: JsValue| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let Some((target, key)) = pressed(event) else {
            return;
        };
        let row = || {
            let is_hit = is(&target, ".programme__list [data-talk] .heading a");
            target.closest("li").ok()?.filter(|_| is_hit)
        };
        let hit = |row: Option<Element>| find(&row?, ".heading a");
        let next = match key.as_str() {
            "ArrowDown" if is(&target, SEARCH_FIELD) => find(&page, HITS),
            "ArrowDown" => row().and_then(|row| hit(row.next_element_sibling())),
            "ArrowUp" => row().and_then(|row| {
                hit(row.previous_element_sibling()).or_else(|| find(&page, SEARCH_FIELD))
            }),
            _ => None,
        };
        if let Some(next) = next {
            event.prevent_default();
            let _ = next.focus();
        }
    };
    let listening = Rndr::add_event_listener(root, "keydown", Box::new(listener));
    on_cleanup(move || drop(listening));
}

fn target_of(event: &KeyboardEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The element and the key, unless it is a shortcut of the browser.
fn pressed(event: &KeyboardEvent) -> Option<(Element, String)> {
    let target = target_of(event)?;
    let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
    (!is_command).then(|| (target, event.key()))
}

fn is(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or_default()
}

fn find(within: &Element, selector: &str) -> Option<HtmlElement> {
    let found = within.query_selector(selector).ok()??;
    found.dyn_into().ok()
}

/// Calls back with true when the reader enters the search field, and with false when the reader
/// leaves it or presses Enter.
pub(crate) fn on_search_field(root: &HtmlElement, callback: impl Fn(bool) + 'static) {
    let listener = Rc::new(move |event: JsValue| {
        let event: Event = event.unchecked_into();
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let is_field = target.is_some_and(|target| target.matches(SEARCH_FIELD) == Ok(true));
        let (kind, key) = (event.type_(), event.unchecked_ref::<KeyboardEvent>());
        if is_field && (kind != "keydown" || key.key() == "Enter") {
            callback(kind == "focusin");
        }
    });
    for name in ["focusin", "focusout", "keydown"] {
        let listener = Rc::clone(&listener);
        let listening =
            Rndr::add_event_listener(root, name, Box::new(move |event| listener(event)));
        on_cleanup(move || drop(listening));
    }
}
