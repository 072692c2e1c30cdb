//! Tests of a talk's page as HTML.

use nachlese_event::TalkId;
use nachlese_markup::Markup;

use crate::{
    state::Deployed,
    view::{
        page::page,
        test_support::{assert_has, assert_lacks, event, html_on, text},
    },
};

const TALKS: &str = r#""date": "2024-06-07", "people": [{"id": "ada", "name": "Ada Beispiel"}],
    "talks": [
        {"id": "s", "kind": "talk", "title": "Auftakt", "room": "Hof"},
        {"id": "t", "kind": "talk", "title": "Ethik", "people": ["ada"], "room": "Saal",
         "abstract": "Worum es geht.", "recording": {"status": "released",
         "chapters": [{"start": 7, "title": "Mitte"}], "sources": [{"provider": "vimeo", "id": "76979871"}]}},
        {"id": "u", "kind": "talk", "title": "Praxis", "start": "2024-06-07T09:30", "room": "Saal"},
        {"id": "v", "kind": "panel", "title": "Runde", "people": ["ada"], "room": "Hof",
         "recording": {"status": "withheld"}}]"#;

fn talk_page(talk: &str, is_current: bool) -> String {
    let deployed = |language| Deployed {
        language,
        talk: TalkId::new(talk).ok(),
        is_current,
    };
    html_on(&event(TALKS), deployed, |_| Markup::from(page()))
}

#[test]
fn the_recording_comes_first_then_what_and_who_and_words() {
    let html = talk_page("t", true);
    let places = [
        r#"<a href="../../">Titel</a>"#,
        r#"aria-current="page">Ethik"#,
        r#"data-talk="t""#,
        r#"data-consent="vimeo""#,
        r#"<h1 class="heading talk-page__title" id="t~">Ethik</h1>"#,
        r#"href="../../?person=ada""#,
        r#"data-share="./""#,
        "Worum es geht.",
        "Mitte",
    ];
    assert_has(&html, &places);
    let found: Vec<_> = places.iter().filter_map(|part| html.find(part)).collect();
    assert!(found.is_sorted(), "{found:?} in {html}");
    assert_eq!(html.matches("data-talk=").count(), 1);
}

#[test]
fn leads_to_what_came_before_and_after_in_its_room_and_to_more_by_the_same_people() {
    let html = talk_page("t", true);
    assert_has(
        &html,
        &[r#"<span class="talk-page__step">Danach</span><a href="../u/">Praxis</a>"#],
    );
    assert_has(
        &text(&html),
        &["9.30 Uhr", "Mehr mit denselben Beteiligten"],
    );
    assert_has(&html, &[r#"<a href="../v/">Runde</a>"#, r#"type="search""#]);
    assert_lacks(&html, &[">Davor<", "Auftakt"]);
    assert_has(&talk_page("t", false), &[r#"<a href="../../#v">Runde</a>"#]);
    assert_has(
        &talk_page("v", true),
        &[">Davor<", r#"<a href="../s/">Auftakt</a>"#],
    );
}

#[test]
fn where_nothing_can_be_played_a_sentence_says_so() {
    let html = talk_page("v", true);
    assert_has(&html, &["keine Aufzeichnung veröffentlicht"]);
    assert_lacks(&html, &["talk-page__stage", "talk-page__beside"]);
}

#[test]
fn says_on_which_day_it_was() {
    assert_has(&talk_page("t", true), &["Freitag, 7. Juni 2024"]);
    assert_has(&talk_page("u", true), &["Freitag, 7. Juni 2024, 9.30 Uhr"]);
}

#[test]
fn a_talk_that_is_gone_leaves_the_whole_event() {
    assert_has(&talk_page("gone", true), &["Praxis", "Ethik"]);
}
