//! Gives the focus back to the link within the page that the reader followed, when the reader comes back.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    prelude::{on_cleanup, request_animation_frame, window, window_event_listener_untyped},
    tachys::renderer::Rndr,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement, MouseEvent};

/// Makes the browser's „Back“ lead to the link that was followed from the page's own address. From
/// one place to another it leads to the first place, as it does without this.
pub(crate) fn on_way_back(root: &HtmlElement) {
    let followed = Rc::new(RefCell::new(None));
    let last = Rc::clone(&followed);
    let listener = move |event: JsValue| {
        let event: &MouseEvent = event.unchecked_ref();
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let link = target.and_then(|target: Element| target.closest("a[href^='#']").ok()?);
        if let Some(link) = link.filter(|_| !event.default_prevented())
            && let Some(here) = place()
        {
            // Pressing a key is no click of a mouse, so it counts none.
            last.replace(Some((here, link, event.detail() == 0)));
        }
    };
    let listening = Rndr::add_event_listener(root, "click", Box::new(listener));
    on_cleanup(move || drop(listening));
    let listening = window_event_listener_untyped("popstate", move |_| {
        let is_back = |(from, ..): &mut (String, Element, bool)| Some(&*from) == place().as_ref();
        if let Some((_, link, is_by_key)) = followed.borrow_mut().take_if(is_back) {
            request_animation_frame(move || focus(link, is_by_key));
        }
    });
    on_cleanup(move || listening.remove());
}

/// The address, unless it names a place in the page.
fn place() -> Option<String> {
    let location = window().location();
    let is_whole = location.hash().is_ok_and(|hash| hash.is_empty());
    location.href().ok().filter(|_| is_whole)
}

/// Moves the focus to a link. If what it stands in was closed, that opens again for whoever uses the
/// keyboard; for others the focus moves to the line that opens it.
fn focus(link: Element, is_by_key: bool) {
    let closed = link.closest("details:not([open])").ok().flatten();
    let next = match closed {
        Some(closed) if is_by_key => closed.set_attribute("open", "").ok().map(|()| link),
        Some(closed) => closed.query_selector("summary").ok().flatten(),
        None => Some(link),
    };
    let next = next.and_then(|next| next.dyn_into::<HtmlElement>().ok());
    if let Some(next) = next {
        // The browser scrolls back by itself.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = next.focus_with_options(&options);
    }
}
