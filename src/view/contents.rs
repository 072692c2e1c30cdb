//! The contents of the page, as links to its sections.

use leptos::prelude::*;

use super::words::Words;
use crate::{model::Section, state::AppState};

/// Lists the sections that have a heading.
#[component]
pub fn Contents(
    /// The page's sections, in order.
    sections: Vec<Section>,
) -> impl IntoView {
    let speech = AppState::expect().speech();
    let items = sections
        .into_iter()
        .filter_map(|section| {
            let text = section.heading?;
            Some(view! { <li><a href=format!("#{}", section.id)><Words text /></a></li> })
        })
        .collect_view();
    view! {
        <nav class="contents" aria-label=speech.on_this_page()>
            <details class="contents__details">
                <summary>{speech.on_this_page()}</summary>
                <ol>{items}</ol>
            </details>
        </nav>
    }
}
