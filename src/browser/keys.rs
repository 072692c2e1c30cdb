//! Ways through the search by keyboard.

use std::rc::Rc;

use leptos::{
    prelude::{on_cleanup, window_event_listener_untyped},
    tachys::renderer::Rndr,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

const SEARCH_FIELD: &str = "input[type=search]";

/// `/` leads to the search field, arrows from there to the talks found and from one to the next.
pub(crate) fn on_search_keys(root: &HtmlElement) {
    let root = root.clone();
    let listening = window_event_listener_untyped("keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let (Some(target), false) = (
            target,
            event.ctrl_key() || event.meta_key() || event.alt_key(),
        ) else {
            return;
        };
        let is = |selector| target.matches(selector).unwrap_or_default();
        let find = |selector| root.query_selector(selector).ok().flatten();
        let row = || {
            target
                .parent_element()
                .filter(|_| is(".programme__list [data-talk]"))
        };
        let card = |row: Option<Element>| row.and_then(|row| row.first_element_child());
        let next = match event.key().as_str() {
            "/" if !is("input, textarea, select") => find(SEARCH_FIELD),
            "ArrowDown" if is(SEARCH_FIELD) => {
                find(".programme__list [data-talk], .timetable [data-talk] > a")
            }
            "ArrowDown" => row().and_then(|row| card(row.next_element_sibling())),
            "ArrowUp" => row().and_then(|row| {
                card(row.previous_element_sibling()).or_else(|| find(SEARCH_FIELD))
            }),
            _ => None,
        };
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            let _ = next.focus();
            // What is found comes below the field.
            if event.key() == "/"
                && let Ok(Some(bar)) = next.closest("search")
            {
                bar.scroll_into_view();
            }
        }
    });
    on_cleanup(move || listening.remove());
}

/// Calls back with true when the reader comes to the search field, and with false when what
/// stands in it is meant: the reader leaves it, or presses Enter.
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
