//! What readers can rely on: the language of searches, ranks, facets, orders, ways out.

use nachlese_event::Event;
use nachlese_reader::parse;
use nachlese_search::{Advice, Facet, Found, Index, Query, Sort};

fn event() -> Event {
    let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
        "people": [
            {"id": "laemmle", "name": "Stefanie Lämmle", "honorific": "Dr.",
             "organization": "Stadtverwaltung"},
            {"id": "post", "name": "Tristan Post"}],
        "talks": [
            {"id": "a", "kind": "talk", "title": "Offene Werkstatt", "track": "Daten",
             "abstract": "Wer offene Türen sucht, findet auch Daten. Am Ende ein Workshop.",
             "room": "Großer Saal", "tags": ["Rust"], "duration": "PT40M"},
            {"id": "b", "kind": "talk", "title": "Was kommt?", "people": ["post"],
             "abstract": "Ein langer Weg: Daten sind noch selten offene Daten.",
             "duration": "PT10M", "start": "2026-09-17T10:00"},
            {"id": "c", "kind": "panel", "title": "Offene Daten", "track": "Daten",
             "people": ["post", "laemmle"], "tags": ["Rust", "Web"],
             "start": "2026-09-18T10:00"},
            {"id": "d", "kind": "film", "title": "Datenbank", "room": "Foyer",
             "abstract": "Ein Film."}]}"#;
    parse(text).unwrap().0
}

fn ids(event: &Event, found: &Found) -> String {
    let talks = found.talks.iter().map(|at| &event.talks[*at as usize]);
    talks.map(|talk| talk.id.as_str()).collect()
}

fn check(query: &Query, expected: &str) {
    let event = event();
    let ranks = query.order().ranks(&event, &event.language);
    let found = Index::new(&event).find(query, &ranks);
    assert_eq!(ids(&event, &found), expected, "{query:?}");
    assert!(found.is_complete());
}

#[test]
fn finds_words_phrases_and_fields_and_leaves_out() {
    for (text, expected) in [
        ("", "abcd"),
        ("\"offene Daten\"", "cb"),
        ("„offene Dat", "cb"),
        ("offene -workshop", "cb"),
        ("offene -\"noch selten\"", "ac"),
        ("offene -tag:web", "ab"),
        ("-offene", "d"),
        ("-daten", ""),
        ("-date", ""),
        ("-dat", "abcd"),
        ("person:post", "bc"),
        ("person:verwaltung", "c"),
        ("titel:daten", "cd"),
        ("raum:saal", "a"),
        ("room:foyer", "d"),
        ("thema:rust", "ac"),
        ("track:daten offene", "ca"),
        ("daten-bank", "d"),
        ("offenedaten", "cb"),
        // Three letters: the beginning and the end of words, else within them.
        ("dat", "dcab"),
        ("ank", "d"),
        ("enb", "d"),
        // One letter: no long texts, unless it is a word there.
        ("w", "bac"),
        ("s", "ac"),
        ("werkstat", "a"),
        ("werkstaat", "a"),
        ("Tritsan", "bc"),
        ("quastenflosser", ""),
    ] {
        check(&Query::of_text(text), expected);
    }
}

#[test]
fn lists_the_best_match_first_unless_told_otherwise() {
    let mut query = Query::of_text("offene daten");
    check(&query, "cab");
    query.sort = Some(Sort::Programme);
    check(&query, "abc");
    query.sort = Some(Sort::Title);
    check(&query, "cab");
    query.sort = Some(Sort::Length);
    check(&query, "bac");
    query.sort = Some(Sort::Newest);
    check(&query, "cba");
    query.sort = Some(Sort::Person);
    check(&query, "bca");
    // Without words the programme stays a programme.
    assert_eq!(Query::default().order(), Sort::Programme);
    assert_eq!(Query::of_text(" x ").order(), Sort::Relevance);
}

#[test]
fn choices_of_a_facet_add_up_and_facets_narrow_down() {
    let mut query = Query::default();
    query.toggle(Facet::Kind, "talk");
    check(&query, "ab");
    query.toggle(Facet::Kind, "panel");
    check(&query, "abc");
    query.toggle(Facet::Person, "post");
    check(&query, "bc");
    query.toggle(Facet::Kind, "panel");
    check(&query, "b");
    query.toggle(Facet::Room, "Nirgends");
    check(&query, "");
}

#[test]
fn tells_which_words_were_taken_for_slips() {
    let index = Index::new(&event());
    for (text, expected) in [
        ("werkstatt", &[][..]),
        ("offene werkstaat", &["werkstaat"]),
        ("quastenflosser", &[]),
    ] {
        let found = index.find(&Query::of_text(text), &[]);
        assert_eq!(
            found.inexact_words().collect::<Vec<_>>(),
            expected,
            "{text}"
        );
    }
}

fn counts(query: &Query, facet: Facet) -> Vec<(String, usize)> {
    let index = Index::new(&event());
    let found = index.find(query, &[]);
    let choices = index.choices(facet);
    choices
        .map(|(choice, value)| (value.to_owned(), found.count(choice)))
        .collect()
}

#[test]
fn counts_tell_what_each_choice_would_give() {
    let check = |query: &Query, facet, expected: &[(&str, usize)]| {
        let counts = counts(query, facet);
        let counts: Vec<_> = counts
            .iter()
            .map(|(value, n)| (value.as_str(), *n))
            .collect();
        assert_eq!(counts, expected);
    };
    let mut query = Query::default();
    query.toggle(Facet::Kind, "film");
    check(
        &query,
        Facet::Kind,
        &[("talk", 2), ("panel", 1), ("film", 1)],
    );
    check(&query, Facet::Track, &[("Daten", 0)]);
    query.text = "offene".to_owned();
    check(
        &query,
        Facet::Kind,
        &[("talk", 2), ("panel", 1), ("film", 0)],
    );
    check(&query, Facet::Day, &[("2026-09-17", 0), ("2026-09-18", 0)]);
    check(
        &Query::of_text("offene"),
        Facet::Tag,
        &[("Rust", 2), ("Web", 1)],
    );
}

#[test]
fn tells_what_to_drop_and_how_to_spell() {
    let advice = |text: &str, chosen: &[(Facet, &str)]| {
        let event = event();
        let index = Index::new(&event);
        let mut query = Query::of_text(text);
        for (facet, value) in chosen {
            query.choose(*facet, value);
        }
        index.find(&query, &[]).advice(&index, &event)
    };
    let word = |word: &str, talks| Advice::DropWord {
        word: word.to_owned(),
        talks,
    };
    let filter = |facet, talks| Advice::DropFilter { facet, talks };
    assert_eq!(advice("offene", &[]), []);
    assert_eq!(
        advice("offene quastenflosser", &[]),
        [word("quastenflosser", 3)]
    );
    assert_eq!(advice("offene -daten", &[]), [word("daten", 3)]);
    assert_eq!(
        advice("\"daten offene\" werkstatt", &[]),
        [word("daten offene", 1)]
    );
    assert_eq!(
        advice("offene", &[(Facet::Kind, "film")]),
        [filter(Facet::Kind, 3), word("offene", 1)]
    );
    assert_eq!(
        advice("offene tristan", &[(Facet::Kind, "film")]),
        [filter(Facet::Kind, 2)]
    );
    assert_eq!(
        advice("lmle", &[]),
        [] as [Advice; 0],
        "too far from anything"
    );
    let spelling = |typed: &str, nearest: &str| Advice::Spelling {
        typed: typed.to_owned(),
        nearest: nearest.to_owned(),
    };
    assert_eq!(advice("foier", &[])[..], []);
    assert_eq!(
        advice("steffanny", &[]),
        [spelling("steffanny", "Stefanie")]
    );
    assert_eq!(advice("wekstad", &[]), [spelling("wekstad", "Werkstatt")]);
}
