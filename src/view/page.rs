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

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use super::*;
    use crate::{
        model::LanguageTag,
        url::Address,
        view::test_support::{assert_has, assert_lacks, html},
    };

    const HEARING: &str = include_str!("../../public/events/ki-stadtratshearing-2024/event.json");
    const SAMPLE: &str = include_str!("../../public/events/beispielkonferenz-2026/event.json");

    fn page(event: &str, language: Option<&str>) -> String {
        let language = language.map(|tag| LanguageTag::new(tag).unwrap());
        let address = Address {
            language,
            ..Address::default()
        };
        html(event, address, |_| view! { <Page /> })
    }

    #[test]
    fn shows_the_whole_hearing() {
        let html = page(HEARING, None);
        assert_eq!(html.matches("data-talk=").count(), 8);
        assert_eq!(html.matches("<h1").count(), 1);
        assert_eq!(html.matches("<main").count(), 1);
        assert_has(
            &html,
            &[
                "Freitag, 7. Juni 2024, Vormittag",
                "etwa 100",
                "8 Programmpunkte",
            ],
        );
        assert_has(
            &html,
            &[
                r#"href="events/x/legal.html#impressum""#,
                "Zum Inhalt springen",
            ],
        );
        assert_lacks(&html, &["<iframe", "Moderation, Moderation", "fehlerhaft"]);
        assert_lacks(&page(HEARING, Some("en")), &["Moderator, Moderator"]);
    }

    #[test]
    fn ids_on_the_page_are_unique() {
        for event in [HEARING, SAMPLE] {
            let html = page(event, None);
            let ids = html.split(" id=\"").skip(1);
            let ids: Vec<_> = ids.filter_map(|rest| rest.split('"').next()).collect();
            let unique: std::collections::BTreeSet<_> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{ids:?}");
        }
    }

    #[test]
    fn shows_the_sample_in_english() {
        let html = page(SAMPLE, Some("en"));
        assert_eq!(html.matches("<h1").count(), 1);
        assert_has(
            &html,
            &[
                "a made-up day on open city data",
                "Skip to content",
                "Looking back",
            ],
        );
        assert_lacks(
            &html,
            &["Zum Inhalt springen", "Programmpunkte", "<iframe", "<video"],
        );
    }
}
