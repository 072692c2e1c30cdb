//! A loaded event as a page of its own.

use leptos::{html::Main, prelude::*};

use super::{
    contents::Contents, intro::Intro, notices::Notices, page_footer::PageFooter,
    page_header::PageHeader, section::EventSection,
};
use crate::state::AppState;

/// Shows the event: header, introduction, sections in the order of the file, footer.
#[component]
pub fn Page() -> impl IntoView {
    let state = AppState::expect();
    let main = NodeRef::<Main>::new();
    let skip = move |event: leptos::ev::MouseEvent| {
        // The fragment belongs to talks and sections: the link moves the focus, not the address.
        event.prevent_default();
        if let Some(main) = main.get() {
            let _ = main.focus();
            main.scroll_into_view();
        }
    };
    view! {
        <div class="page">
            <a class="skip-link" href="#nachlese-main" on:click=skip>
                {move || state.speech().skip_to_content()}
            </a>
            <PageHeader />
            <main class="page__main" id="nachlese-main" tabindex="-1" node_ref=main>
                // Another language is another page: drawn afresh, while the header keeps the focus.
                <For each=move || [state.language.get()] key=Clone::clone let:_language>
                    <Article />
                </For>
            </main>
            <For each=move || [state.language.get()] key=Clone::clone let:_language>
                <PageFooter />
            </For>
        </div>
    }
}

/// The event itself.
#[component]
fn Article() -> impl IntoView {
    let sections = AppState::expect().catalogue().event.shown_sections();
    view! {
        <Intro />
        <Notices />
        <div class="page__columns">
            <Contents sections=sections.clone() />
            <div class="page__sections">
                {sections
                    .into_iter()
                    .map(|section| view! { <EventSection section /> })
                    .collect_view()}
            </div>
        </div>
    }
}
