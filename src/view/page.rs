//! A loaded event as a page of its own.

use std::{ops::Range, sync::Arc};

use leptos::ev::Event;
use nachlese_event::{Section, SectionKind};
use nachlese_markup::{El, ElementRef, Markup, el, group};

use super::{
    contents::contents,
    in_language::in_language,
    intro::{intro, is_told_on_top},
    landmark::landmark,
    notices::{closing_note, notices},
    page_footer::page_footer,
    page_header::page_header,
    section::event_section,
    stage::stage,
    talk_page::talk_article,
};
use crate::{
    state::{AppState, Catalogue, Outside},
    text::prelude::*,
};

/// Shows the event: header, introduction, sections in the order of the file, footer.
pub fn page() -> El {
    let state = AppState::expect();
    let main = ElementRef::new();
    let skip = move |event: Event| {
        // Fragments are for talks and sections, so this link moves the focus without changing the
        // address.
        event.prevent_default();
        main.focus();
        if let Some(main) = main.element() {
            main.scroll_into_view();
        }
    };
    let outside = Outside::expect();
    let catalogue = state.catalogue();
    let frame = &catalogue.frame;
    let skip_link = || {
        el("a")
            .class("skip-link")
            .attr("href", "#nachlese-main")
            .on("click", skip)
            .live_text(move || state.speech().skip_to_content())
    };
    let content = el(frame.main_element())
        .class("page__main")
        .attr("id", "nachlese-main")
        .attr("tabindex", "-1")
        .at(main)
        .child(article(state));
    // In an `article`, header and footer are not landmarks. The host has its own.
    el(if frame.is_embedded { "article" } else { "div" })
        .class("page")
        .live_attr("aria-label", move || {
            let is_embedded = state.catalogue().frame.is_embedded;
            is_embedded.then(|| landmark(state, ""))
        })
        // The host page may have the other direction of text.
        .live_attr("dir", move || state.language.read().direction())
        .child((!frame.is_embedded).then(skip_link))
        .child(frame.has_chrome.then(page_header))
        .child(content)
        .child(
            frame
                .has_chrome
                .then(|| in_language(state, || page_footer().into())),
        )
        // Not a `status`, because the programme's `status` is the number of matches.
        .child(
            el("p")
                .class("visually-hidden")
                .attr("aria-live", "polite")
                .live_text(move || outside.announced.get()),
        )
}

/// The event itself, or the talk that the page is about. In another language, all is drawn again
/// except for the stage, which may play something.
fn article(state: AppState) -> Markup {
    let catalogue = state.catalogue();
    if let Some(talk) = catalogue.only_talk() {
        return talk_article(talk);
    }
    let is_whole = catalogue.frame.sections.is_empty();
    let has_contents = is_whole && catalogue.frame.has_chrome;
    let sections = Arc::new(sections(&catalogue));
    // Above the search.
    let is_programme = |section: &Section| matches!(section.kind, SectionKind::Talks);
    let stage_at = sections.iter().position(is_programme);
    let stage_at = stage_at.unwrap_or(sections.len());
    let draw = |range: Range<usize>| {
        let sections = Arc::clone(&sections);
        in_language(state, move || {
            let shown: Vec<_> = sections[range.clone()].iter().map(event_section).collect();
            shown.into()
        })
    };
    let shown = el("div")
        .class("page__sections")
        .child(draw(0..stage_at))
        .child(stage())
        .child(draw(stage_at..sections.len()));
    let listed = Arc::clone(&sections);
    let columns = el("div")
        .class("page__columns")
        .child(has_contents.then(|| in_language(state, move || contents(&listed).into())))
        .child(shown);
    group([
        in_language(state, move || {
            group([notices().into(), is_whole.then(intro).into()])
        }),
        columns.into(),
        in_language(state, || closing_note().into()),
    ])
}

/// The sections that this page shows.
fn sections(catalogue: &Catalogue) -> Vec<Section> {
    let frame = &catalogue.frame;
    let mut sections = catalogue.event.shown_sections().into_owned();
    if frame.sections.is_empty() && sections.iter().any(is_told_on_top) {
        sections.retain(|section| !is_told_on_top(section));
    }
    sections.retain(|section| frame.shows(section));
    sections
}

#[cfg(test)]
mod tests {
    use nachlese_event::LanguageTag;

    use crate::{
        url::Address,
        view::test_support::{assert_has, assert_lacks, html},
    };

    const HEARING: &str = include_str!("../../public/events/ki-stadtratshearing-2024/event.json");
    const SAMPLE: &str = include_str!("../../public/events/beispielkonferenz-2026/event.json");

    fn shown(event: &str, language: Option<&str>) -> String {
        let language = language.map(|tag| LanguageTag::new(tag).unwrap());
        let address = Address {
            language,
            ..Address::default()
        };
        html(event, address, |_| super::page())
    }

    #[test]
    fn shows_the_whole_hearing() {
        let html = shown(HEARING, None);
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
        assert_lacks(&html, &["<iframe", "Moderation, Moderation", "fehlen hier"]);
        assert_lacks(&shown(HEARING, Some("en")), &["Moderator, Moderator"]);
    }

    #[test]
    fn ids_on_the_page_are_unique() {
        for event in [HEARING, SAMPLE] {
            let html = shown(event, None);
            let ids = html.split(" id=\"").skip(1);
            let ids: Vec<_> = ids.filter_map(|rest| rest.split('"').next()).collect();
            let unique: std::collections::BTreeSet<_> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{ids:?}");
        }
    }

    #[test]
    fn shows_the_sample_in_english() {
        let html = shown(SAMPLE, Some("en"));
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
