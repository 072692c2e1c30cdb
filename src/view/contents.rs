//! The contents of the page, as links to its sections.

use nachlese_event::Section;
use nachlese_markup::{El, ElementRef, attribute_around, el};

use super::{landmark::landmark, words::label};
use crate::{state::AppState, text::prelude::*};

/// Lists those of the page's sections that have a heading.
pub fn contents(sections: &[Section]) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let items = sections.iter().filter_map(|section| {
        let text = label(section.heading.as_ref()?);
        let href = format!("#{}", section.id);
        Some(el("li").child(el("a").attr("href", href).child(text)))
    });
    let place = ElementRef::new();
    // It stands over the text where there is room.
    let close = move |event| {
        if attribute_around(&event, "href").is_some()
            && let Some(details) = place.element()
        {
            let _ = details.remove_attribute("open");
        }
    };
    let details = el("details")
        .class("contents__details")
        .at(place)
        .on("click", close)
        .child(el("summary").child(speech.on_this_page()))
        .child(el("ol").children(items));
    el("nav")
        .class("contents")
        .attr("aria-label", landmark(state, speech.on_this_page()))
        .child(details)
}
