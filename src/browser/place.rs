//! Scrolls to a place of the page, or leaves it where the reader has it in view already.

use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions};

/// The title of a talk, in its row or in its card.
const TITLE: &str = ".heading";

/// Where in the window the title of a talk's row is, if the reader is just opening it there. Not
/// every browser puts the focus on a link that is clicked.
pub(crate) fn top_of_row(root: &HtmlElement, id: &str) -> Option<f64> {
    let row = format!(".hit[data-talk='{id}']:is(:hover, :focus-within) {TITLE}");
    let title = root.query_selector(&row).ok()??;
    Some(title.get_bounding_client_rect().top())
}

/// Scrolls to a place within an element and, if wanted, moves the focus there.
///
/// The card of a talk whose row was at `row_top` opens in place: its title stays where it was.
pub(crate) fn show_place(root: &HtmlElement, id: String, takes_focus: bool, row_top: Option<f64>) {
    let root = root.clone();
    request_animation_frame(move || {
        // A second is played or read on the stage, if its talk is there.
        let on_stage = format!(".stage__inner[data-talk='{id}']");
        let on_stage = root.query_selector(&on_stage).ok().flatten();
        let element = on_stage.filter(|_| !takes_focus).or_else(|| {
            let place = root.query_selector(&format!("[id='{id}']"));
            place.ok().flatten()
        });
        let Some(element) = element else { return };
        let row_top = row_top.filter(|_| takes_focus);
        if !row_top.is_some_and(|top| keeps_title_at(&element, top)) {
            scroll_to(&root, &element);
        }
        // A player takes the focus when it opens; before that the reader has to agree.
        let next = if takes_focus {
            Some(element)
        } else {
            element
                .query_selector("[data-consent] button")
                .ok()
                .flatten()
        };
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(row_top.is_some());
            let _ = next.focus_with_options(&options);
        }
    });
}

/// Scrolls so that the title of a card is where its row's title was. Returns whether it is there:
/// not if something within a host's page would have to be scrolled.
fn keeps_title_at(card: &Element, top: f64) -> bool {
    let Ok(Some(title)) = card.query_selector(TITLE) else {
        return false;
    };
    let distance = || title.get_bounding_client_rect().top() - top;
    window().scroll_by_with_x_and_y(0.0, distance());
    distance().abs() < 2.0
}

fn scroll_to(root: &HtmlElement, element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    // In another page, a bar of the host may cover the place now. It is measured when the page has
    // scrolled (src/embed/host.js).
    if let Ok(None) = root.closest("body") {
        let element = element.clone();
        let again = move || element.scroll_into_view_with_scroll_into_view_options(&options);
        set_timeout(again, Duration::from_millis(100));
    }
}
