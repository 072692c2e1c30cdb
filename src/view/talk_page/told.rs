//! What the sections of the event's page tell of a talk: statements, key messages and photos.

use nachlese_event::{SectionKind, Talk};
use nachlese_markup::{El, el};

use super::super::{
    figure::shown_photo, panel::core_message, quote::quote_figure, section::gallery,
};
use crate::{state::AppState, text::prelude::*};

/// „In diesem Vortrag gesagt“: quotations and key messages, each with a link to its second.
pub(super) fn statements(state: AppState, talk: &Talk) -> Option<El> {
    let catalogue = state.catalogue();
    let own = Some(&talk.id);
    let sections = catalogue.event.sections.iter();
    let said = sections.filter_map(|section| match &section.kind {
        SectionKind::Quote(quote) => (quote.talk.as_ref() == own).then(|| quote_figure(quote)),
        SectionKind::Panel {
            talk,
            core_message: message,
            core_message_at: at,
            ..
        } => {
            let message = message.as_ref().filter(|_| talk.as_ref() == own);
            message.map(|text| core_message(state, text, own, *at))
        }
        _ => None,
    });
    part(state, state.speech().said_in(&talk.kind), said.collect())
}

/// The photos of a talk, each once.
pub(super) fn photos(state: AppState, talk: &Talk) -> Option<El> {
    let catalogue = state.catalogue();
    let mut files = Vec::new();
    let mut shown = catalogue.event.figures();
    shown.retain(|figure| {
        let photo = shown_photo(state, figure);
        let photo = photo.filter(|photo| photo.talk.as_ref() == Some(&talk.id));
        photo.is_some_and(|photo| {
            let is_new = !files.contains(&&photo.src);
            files.push(&photo.src);
            is_new
        })
    });
    let photos = (!shown.is_empty()).then(|| gallery(shown));
    part(state, state.speech().photos(), Vec::from_iter(photos))
}

/// A part of the page with its heading, if there is anything in it.
fn part(state: AppState, heading: &'static str, shown: Vec<El>) -> Option<El> {
    let level = state.catalogue().frame.heading(1);
    (!shown.is_empty()).then(|| {
        el("section")
            .class("talk-page__told")
            .child(el(level).class("heading talk-page__more").child(heading))
            .children(shown)
    })
}

#[cfg(test)]
mod tests {
    use nachlese_event::TalkId;
    use nachlese_markup::Markup;

    use crate::{
        state::Deployed,
        view::{
            page::page,
            test_support::{assert_has, assert_lacks, between, event, html_on, text},
        },
    };

    fn talk_page(talk: &str) -> String {
        let photo = |file: &str, is_cleared: bool, fields: &str| {
            format!(
                r#"{{"photo": {{"src": "{file}.jpg", "width": 4, "height": 3, "alt": "Saal",
                    "credit": "M. Muster", "rightsCleared": {is_cleared}, {fields}}},
                    "illustration": {{"ref": "hall", "alt": ""}}}}"#
            )
        };
        let first = photo("saal", true, r#""talk": "t", "at": "0:42""#);
        let figures = [
            photo("saal", true, r#""talk": "t""#),
            photo("andere", true, r#""talk": "u""#),
            photo("offen", false, r#""talk": "t""#),
        ];
        let file = |id: &str| {
            format!(
                r#""recording": {{"status": "released",
                    "sources": [{{"provider": "file", "url": "{id}.mp4"}}]}}"#
            )
        };
        let fields = format!(
            r#""people": [{{"id": "ada", "name": "Ada Beispiel"}}],
               "talks": [{{"id": "t", "kind": "talk", "title": "Ethik", "abstract": "Worum es geht.",
                       "tags": ["Wort"], {}}},
                   {{"id": "p", "kind": "panel", "title": "Runde", {}}},
                   {{"id": "u", "kind": "workshop", "title": "Praxis"}}],
               "sections": [
                   {{"type": "quote", "text": "Daten helfen.", "verbatim": true, "person": "ada",
                       "talk": "t", "at": "12:34"}},
                   {{"type": "quote", "text": "Man redet.", "talk": "p", "at": "0:05"}},
                   {{"type": "panel", "heading": "Podium", "talk": "p", "coreMessage": "Miteinander",
                       "coreMessageAt": "1:06"}},
                   {{"type": "text", "text": "Ein Absatz.", "figure": {}}},
                   {{"type": "gallery", "figures": [{}]}}]"#,
            file("t"),
            file("p"),
            first,
            figures.join(","),
        );
        let deployed = |language| Deployed {
            language,
            talk: TalkId::new(talk).ok(),
            is_current: true,
        };
        html_on(&event(&fields), deployed, |_| Markup::from(page()))
    }

    #[test]
    fn tells_what_was_said_in_the_talk_after_what_it_was_about() {
        let html = talk_page("t");
        let said = between(&html, "In diesem Vortrag gesagt</h2>", "</section>");
        assert_has(said, &[r##"href="#t@12:34""##, "Im Video ab 12:34"]);
        assert_has(&text(said), &["„Daten helfen.“", "Ada Beispiel"]);
        assert_lacks(&html, &["Man redet", "Miteinander", "Ein Absatz"]);
        let places = [
            "Worum es geht.",
            "Wort",
            "In diesem Vortrag gesagt",
            "Fotos",
        ];
        let found: Vec<_> = places.iter().filter_map(|part| html.find(part)).collect();
        assert!(found.len() == 4 && found.is_sorted(), "{found:?} in {html}");
    }

    #[test]
    fn tells_what_was_said_on_a_panel_with_its_key_message() {
        let html = talk_page("p");
        let said = between(&html, "Auf dem Podium gesagt</h2>", "</section>");
        assert_has(
            &text(said),
            &["Man redet.", "sinngemäß", "KernaussageMiteinander"],
        );
        assert_has(said, &[r##"href="#p@0:05""##, r##"href="#p@1:06""##]);
        assert_lacks(&html, &["Fotos</h2>", "Daten helfen"]);
    }

    #[test]
    fn shows_the_photos_of_the_talk_once_and_no_drawing_in_their_place() {
        let html = talk_page("t");
        let photos = between(&html, "Fotos</h2>", "</section>");
        assert_eq!(photos.matches("<img").count(), 1, "{photos}");
        assert_has(photos, &["events/x/saal.jpg", "Foto: M. Muster"]);
        assert_has(photos, &[r##"href="#t@0:42""##]);
        assert_has(&talk_page("u"), &["events/x/andere.jpg"]);
        assert_lacks(&talk_page("u"), &["gesagt</h2>"]);
    }
}
