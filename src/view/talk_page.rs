//! A page about one talk: the way back to the event, and the talk.

use leptos::prelude::Get;

use super::{
    markup::{El, Markup, el, group},
    notices::notices,
    talk_card::{talk_card, talk_label},
    words::label,
};
use crate::{model::Talk, search::Query, state::AppState, url::Address};

/// Shows a talk as a page of its own.
pub fn talk_article(talk: &Talk) -> Markup {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let frame = &catalogue.frame;
    let card = talk_card(talk, frame.heading(0));
    let way_back = (!frame.is_embedded).then(|| breadcrumb(state, talk));
    let card = el("div").class("talk-page").child(card);
    group([way_back.into(), notices().into(), card.into()])
}

/// The way from the event's page to this one.
fn breadcrumb(state: AppState, talk: &Talk) -> El {
    let catalogue = state.catalogue();
    let event = el("a")
        .attr("href", event_page(state, Query::default()))
        .child(label(&catalogue.event.title));
    let here = el("span")
        .attr("aria-current", "page")
        .child(talk_label(state, talk));
    let steps = el("ol")
        .child(el("li").child(event))
        .child(el("li").child(here));
    el("nav")
        .class("breadcrumb")
        .attr("aria-label", state.speech().breadcrumb())
        .child(steps)
}

/// The event's page with a search, from the page of a talk.
pub(super) fn event_page(state: AppState, query: Query) -> String {
    let language = state.language.get();
    let is_own = language == *state.catalogue().own_language();
    let address = Address {
        query,
        language: (!is_own).then_some(language),
        ..Address::default()
    };
    format!("../../{}", address.write())
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use crate::{
        model::TalkId,
        state::Deployed,
        view::{
            markup::Markup,
            page::page,
            test_support::{assert_has, assert_lacks, event, html_on},
        },
    };

    fn talk_page(talk: &str) -> String {
        let fields = r#""date": "2024-06-07", "people": [{"id": "ada", "name": "Ada Beispiel"}],
            "talks": [{"id": "t", "kind": "talk", "title": "Ethik", "people": ["ada"]},
                      {"id": "u", "kind": "talk", "title": "Praxis",
                       "start": "2024-06-07T09:30"}]"#;
        let deployed = |language| Deployed {
            language,
            talk: TalkId::new(talk).ok(),
            is_current: true,
        };
        html_on(&event(fields), deployed, |_| Markup::from(page()))
    }

    #[test]
    fn shows_one_talk_and_the_way_back() {
        let html = talk_page("t");
        assert_has(
            &html,
            &[
                r#"<a href="../../">Titel</a>"#,
                r#"aria-current="page">Ethik"#,
            ],
        );
        assert_has(
            &html,
            &[
                "<h1 class=\"heading talk-card__title\">",
                r#"href="../../?person=ada""#,
            ],
        );
        assert_lacks(&html, &["Praxis", r#"type="search""#]);
    }

    #[test]
    fn says_on_which_day_it_was() {
        assert_has(&talk_page("t"), &["Freitag, 7. Juni 2024"]);
        assert_has(&talk_page("u"), &["Freitag, 7. Juni 2024, 9.30 Uhr"]);
    }

    #[test]
    fn a_talk_that_is_gone_leaves_the_whole_event() {
        assert_has(&talk_page("gone"), &["Praxis", "Ethik"]);
    }
}
