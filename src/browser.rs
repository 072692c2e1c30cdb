//! Everything that talks to the browser: fetching, history, storage, clipboard, marks.

mod cues;
mod exporter;
mod fetch;
mod importer;
mod keys;
mod pace;
mod place;
mod playing;
mod storage;
mod transcript;
mod way_back;
mod zone;

use std::time::Duration;

use leptos::{
    prelude::{document, on_cleanup, set_timeout, window, window_event_listener_untyped},
    tachys::renderer::Rndr,
};
use nachlese_event::LanguageTag;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

pub(crate) use self::{
    cues::move_cues,
    exporter::{ListFile, export, has_exporter},
    fetch::{Fetched, fetch},
    importer::Importer,
    keys::{on_arrows, on_search_field, on_search_keys},
    pace::{Pace, in_slices, rest},
    place::{show_place, top_of_row},
    playing::{leave_player, meet_player, play_if_pressed, seek},
    storage::{on_stored_elsewhere, store, stored},
    transcript::{look_after_words, text_of, transcript},
    way_back::on_way_back,
    zone::find_own_zone,
};

/// Adds an element for a note at the top of a prerendered page.
pub(crate) fn place_for_note(root: &HtmlElement) -> Option<Element> {
    let main = root.query_selector("main").ok()??;
    let place = document().create_element("div").ok()?;
    place.set_class_name("notices");
    main.prepend_with_node_1(&place).ok()?;
    Some(place)
}

/// Shows the progress of loading. Screen readers do not read out each change.
pub(crate) fn show_progress(root: &HtmlElement, text: &str) {
    let Ok(Some(sign)) = root.query_selector(".loading") else {
        return;
    };
    let place = sign.first_element_child().or_else(|| {
        let place = document().create_element("span").ok()?;
        place.set_attribute("aria-hidden", "true").ok()?;
        sign.append_child(&place).ok()?;
        Some(place)
    });
    if let Some(place) = place {
        place.set_text_content(Some(&format!(" {text}")));
    }
}

/// The root element of the page.
pub(crate) fn root() -> Option<HtmlElement> {
    document()
        .query_selector("[data-nachlese][data-event]")
        .ok()??
        .dyn_into()
        .ok()
}

/// Reloads the page.
pub(crate) fn reload() {
    let _ = window().location().reload();
}

/// Scheme and host of this page.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Sets language and direction of the page's root and of the whole document.
pub(crate) fn set_language(root: &HtmlElement, language: &LanguageTag) {
    let page = document().document_element();
    let root: &Element = root;
    for element in page.as_ref().into_iter().chain([root]) {
        let _ = element.set_attribute("lang", language.as_str());
        let _ = element.set_attribute("dir", language.direction());
    }
}

/// Tells search engines and other programs what the page is about, unless that is not known.
pub(crate) fn describe(text: &str) {
    if text.is_empty() {
        return;
    }
    let page = document();
    let add = || {
        let tag = page.create_element("meta").ok()?;
        tag.set_attribute("name", "description").ok()?;
        let head = page.query_selector("head").ok()??;
        head.append_child(&tag).ok()?;
        Some(tag)
    };
    let found = page.query_selector("[name=description]").ok().flatten();
    if let Some(tag) = found.or_else(add) {
        let _ = tag.set_attribute("content", text);
    }
}

/// The parts of the address from `?` and from `#`.
pub(crate) fn address() -> (String, String) {
    let location = window().location();
    (
        location.search().unwrap_or_default(),
        location.hash().unwrap_or_default(),
    )
}

/// The address of this page with another `?…#…`.
pub(crate) fn full_address(rest: &str) -> String {
    // Not by origin, because a page from disk has none.
    let here = window().location().href().unwrap_or_default();
    here.split(['?', '#']).next().unwrap_or_default().to_owned() + rest
}

/// Shows another `?…#…` in the address bar, as a new history entry or in place of the current one.
pub(crate) fn show_address(rest: &str, is_step: bool) {
    let address = full_address(rest);
    let Ok(history) = window().history() else {
        return;
    };
    // Browsers refuse more than about 100 changes in 30 seconds. The page works without.
    let _ = if is_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

/// Calls back when the address changes in another way: back, forward, a link within the page.
pub(crate) fn on_address_change(callback: impl Fn() + 'static) {
    let listening = window_event_listener_untyped("popstate", move |_| callback());
    on_cleanup(move || listening.remove());
}

/// Calls back before the page is printed, and after.
pub(crate) fn on_print(before: impl Fn() + 'static, after: impl Fn() + 'static) {
    let listening = [
        window_event_listener_untyped("beforeprint", move |_| before()),
        window_event_listener_untyped("afterprint", move |_| after()),
    ];
    on_cleanup(move || {
        for listening in listening {
            listening.remove();
        }
    });
}

/// Prints the page once the current work is done.
pub(crate) fn print() {
    set_timeout(|| drop(window().print()), Duration::ZERO);
}

/// Notes the time of an action of the reader, for [`measure_filter`].
pub(crate) fn mark_input(root: &HtmlElement) {
    let closure = Closure::<dyn Fn()>::new(|| mark("nachlese:input"));
    for name in ["input", "click"] {
        let listener = closure.as_ref().unchecked_ref();
        let _ = root.add_event_listener_with_callback_and_bool(name, listener, true);
    }
    closure.forget();
}

/// Notes a moment, for measurements.
pub(crate) fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// Measures the time since the reader's last action, once the current work is done.
pub(crate) fn measure_filter() {
    leptos::prelude::queue_microtask(|| {
        if let Some(performance) = window().performance() {
            let _ = performance.measure_with_start_mark("nachlese:filter", "nachlese:input");
        }
    });
}

/// Scrolls only as far as needed to show an element.
pub(crate) fn bring_into_sight(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls to the programme, where the results of the address's search are.
pub(crate) fn show_hits(root: &HtmlElement) {
    let root = root.clone();
    leptos::prelude::request_animation_frame(move || {
        if let Ok(Some(programme)) = root.query_selector(".programme") {
            programme.scroll_into_view();
        }
    });
}

/// Calls back with the fragment of a clicked link within an element, because the browser does not
/// find places in a shadow root.
pub(crate) fn on_fragment_click(root: &HtmlElement, callback: impl Fn(String) + 'static) {
    let listener = move |event: JsValue| {
        let event: web_sys::Event = event.unchecked_into();
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='#']").ok().flatten());
        if let Some(fragment) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            callback(fragment);
        }
    };
    let listening = Rndr::add_event_listener(root, "click", Box::new(listener));
    on_cleanup(move || drop(listening));
}

/// Copies a text to the clipboard. Returns whether the browser allowed it.
pub(crate) async fn copy(text: String) -> bool {
    // Without a secure context there is no clipboard at all.
    let navigator = window().navigator();
    let has_clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if !has_clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(&text))
        .await
        .is_ok()
}

/// Prints what is wrong with the data to the console, for developers and editors.
pub(crate) fn warn(message: &str) {
    web_sys::console::warn_1(&message.into());
}
