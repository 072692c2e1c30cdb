//! Ways through the search by keyboard.

use leptos::prelude::{on_cleanup, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

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
            "/" if !is("input, textarea, select") => find("input[type=search]"),
            "ArrowDown" if is("input[type=search]") => {
                find(".programme__list [data-talk], .timetable [data-talk] > a")
            }
            "ArrowDown" => row().and_then(|row| card(row.next_element_sibling())),
            "ArrowUp" => row().and_then(|row| {
                card(row.previous_element_sibling()).or_else(|| find("input[type=search]"))
            }),
            _ => None,
        };
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            let _ = next.focus();
        }
    });
    on_cleanup(move || listening.remove());
}
