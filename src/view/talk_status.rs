//! Marks talks that were cancelled or moved, and counts them.

use nachlese_event::{Talk, TalkStatus};
use nachlese_markup::{El, Markup, el, group};
use nachlese_search::Field;

use super::words::found_text;
use crate::{state::AppState, text::prelude::*};

/// A talk's title after „Abgesagt“ or „Verlegt“. The title of a cancelled talk is struck out.
pub(super) fn with_status(state: AppState, talk: &Talk, title: impl Into<Markup>) -> Markup {
    let title = title.into();
    let Some(status) = talk.status else {
        return title;
    };
    let title = match status {
        TalkStatus::Cancelled => el("s").child(title).into(),
        TalkStatus::Moved => title,
    };
    group([badge(state, status).into(), " ".into(), title])
}

fn badge(state: AppState, status: TalkStatus) -> El {
    let word = state.speech().talk_status(status).to_owned();
    el("span")
        .class("badge")
        .attr("data-status", status.as_str())
        .child(found_text(word, Field::Tag))
}

/// „3 von 8 Programmpunkten, 1 abgesagt“: the numbers of `shown` talks and of `all` talks.
/// Cancelled talks are counted in neither.
pub(super) fn talk_count(state: AppState, shown: &[u32], all: &[u32]) -> String {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let talks = &catalogue.event.talks;
    let cancelled = |places: &[u32]| {
        let is_cancelled = |at: &&u32| talks.get(**at as usize).is_some_and(Talk::is_cancelled);
        places.iter().filter(is_cancelled).count()
    };
    let left_out = cancelled(shown);
    let count = speech.match_count(shown.len() - left_out, all.len() - cancelled(all));
    match left_out {
        0 => count,
        _ => count + &speech.and_cancelled(left_out),
    }
}

#[cfg(test)]
mod tests {
    use nachlese_event::TalkId;

    use crate::{
        state::Deployed,
        url::Address,
        view::{
            page_title,
            programme::programme,
            test_support::{assert_has, assert_lacks, event, html, html_on, sections, text},
        },
    };

    const TALKS: &str = r#""people": [{"id": "ada", "name": "Ada Beispiel"}],
        "talks": [
            {"id": "a", "kind": "workshop", "title": "Leim kochen", "people": ["ada"], "room": "Hof",
             "start": "2026-03-09T10:00", "duration": "PT1H"},
            {"id": "b", "kind": "workshop", "title": "Sägen schärfen", "people": ["ada"],
             "status": "cancelled", "room": "Halle", "start": "2026-03-09T10:00", "duration": "PT1H"},
            {"id": "c", "kind": "talk", "title": "Holz", "status": "moved", "people": ["ada"],
             "room": "Hof", "start": "2026-03-09T11:00", "duration": "PT1H"}]"#;

    fn found(address: &str) -> String {
        html(&event(TALKS), Address::default(), |state| {
            let event = &state.catalogue().event;
            let (address, dropped) = Address::read(address, "", event, &event.language);
            assert_eq!(dropped, Vec::<String>::new());
            state.search.query.set(address.query);
            state.view.is_timetable.set(address.is_timetable);
            programme()
        })
    }

    #[test]
    fn says_in_words_what_was_called_off_or_moved() {
        for address in ["", "?view=timetable"] {
            let html = found(address);
            assert_has(
                &html,
                &[
                    r#"<span class="badge" data-status="cancelled">Abgesagt</span> <s>"#,
                    r#"<span class="badge" data-status="moved">Verlegt</span> "#,
                ],
            );
            assert_has(&text(&html), &["Abgesagt Sägen schärfen", "Verlegt Holz"]);
            assert_lacks(&html, &["<s>Leim", "<s>Holz"]);
        }
    }

    #[test]
    fn says_so_wherever_talks_are_named() {
        let html = sections(&format!(
            r#"{TALKS}, "playlists": [{{"title": "Alle", "items": ["a", "b"]}}],
               "sections": [{{"type": "people"}}, {{"type": "playlist"}}]"#
        ));
        assert_has(
            &text(&html),
            &[
                "Abgesagt Workshop: Sägen schärfen",
                "Verlegt Vortrag: Holz",
                "Abgesagt Sägen schärfen",
            ],
        );
        assert_has(&html, &[r##"<a href="#a">Workshop: Leim kochen</a>"##]);
    }

    #[test]
    fn counts_what_was_called_off_apart() {
        for (address, expected) in [
            ("", "2 Programmpunkte, 1 abgesagt"),
            ("?kind=workshop", "1 von 2 Programmpunkten, 1 abgesagt"),
            ("?kind=talk", "1 von 2 Programmpunkten"),
            ("?q=abgesagt", "0 von 2 Programmpunkten, 1 abgesagt"),
            ("?q=cancelled", "0 von 2 Programmpunkten, 1 abgesagt"),
            ("?q=-abgesagt", "2 Programmpunkte"),
            ("?status=moved", "1 von 2 Programmpunkten"),
            ("?status=cancelled", "0 von 2 Programmpunkten, 1 abgesagt"),
        ] {
            let html = found(address);
            let status = r#"role="status" aria-live="off">"#;
            assert_has(&html, &[&format!("{status}{expected}</p>")]);
        }
    }

    #[test]
    fn is_a_facet_where_a_talk_has_one() {
        let html = found("?status=cancelled");
        assert_has(
            &html,
            &[
                r#"data-facet="status" data-value="cancelled" aria-pressed="true""#,
                r#"data-facet="status" data-value="moved" aria-pressed="false""#,
                r#"aria-label="Stand: Abgesagt, entfernen""#,
            ],
        );
        let plain = html_of_plain_event();
        assert_lacks(&plain, &[r#"data-facet="status""#, "abgesagt"]);
    }

    fn html_of_plain_event() -> String {
        let fields = TALKS.replace(r#""status": "cancelled","#, "");
        let fields = fields.replace(r#""status": "moved","#, "");
        html(&event(&fields), Address::default(), |_| programme())
    }

    #[test]
    fn stands_in_the_title_of_the_talks_own_page() {
        let deployed = |language| Deployed {
            language,
            talk: TalkId::new("b").ok(),
            is_current: true,
        };
        let title = html_on(&event(TALKS), deployed, page_title);
        assert_eq!(title, "Abgesagt: Sägen schärfen – Titel");
    }

    #[test]
    fn marks_the_word_that_was_looked_for() {
        assert_has(
            &found("?q=abgesagt"),
            &[r#"data-status="cancelled"><mark>Abgesagt</mark>"#],
        );
    }
}
