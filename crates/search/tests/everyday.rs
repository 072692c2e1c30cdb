//! Words that people use: synonyms, titles, questions, names of facets, slips in short words.

use nachlese_event::Event;
use nachlese_reader::parse;
use nachlese_search::{Field, Index, Query};

fn event() -> Event {
    let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
        "synonyms": [["Wärmewende", "kommunale Wärmeplanung", {"en": "heat transition"}]],
        "people": [
            {"id": "ada", "name": "Ada Lämmle", "honorific": "Dr."},
            {"id": "bo", "name": "Bo Post"}],
        "talks": [
            {"id": "a", "kind": "panel", "title": "Wer zahlt das?", "people": ["ada", "bo"],
             "abstract": "Über den Einsatz künstlicher Intelligenz im Amt."},
            {"id": "b", "kind": "talk", "title": "Ethik", "people": ["ada"], "language": "en",
             "abstract": "Auf dem Weg zur kommunalen Wärmeplanung."},
            {"id": "c", "kind": "talk", "title": "KI im Rathaus", "people": ["bo"],
             "recording": {"sources": [{"provider": "file", "url": "c.mp4"}]}},
            {"id": "d", "kind": "lightning", "title": "Die Wärmewende", "status": "cancelled"}]}"#;
    parse(text).unwrap().0
}

fn check(text: &str, expected: &str) {
    let event = event();
    let found = Index::new(&event).find(&Query::of_text(text), &[]);
    let talks = found.talks.iter().map(|at| &event.talks[*at as usize]);
    let ids: String = talks.map(|talk| talk.id.as_str()).collect();
    assert_eq!(ids, expected, "{text}");
}

#[test]
fn finds_what_means_the_same() {
    for (text, expected) in [
        ("ki", "ca"),
        ("AI", "ca"),
        ("künstliche intelligenz", "ca"),
        ("Kunstliche Intelligenz", "ca"),
        ("künstlicher Intelligenz rathaus", "c"),
        ("künstliche int", "ca"),
        ("artificial intelligence", "ca"),
        ("wärmewende", "db"),
        ("Waermewende weg", "b"),
        ("heat transition", "db"),
        ("kommunale Wärmeplanung", "db"),
        ("titel:ai", "c"),
        ("rathaus -ai", "c"),
        ("\"artificial intelligence\"", ""),
        ("künstliche", "a"),
    ] {
        check(text, expected);
    }
}

#[test]
fn marks_what_means_the_same() {
    let marks = |text| {
        Index::new(&event())
            .find(&Query::of_text(text), &[])
            .marks()
    };
    let text = "Über den Einsatz künstlicher Intelligenz im Amt.";
    let ranges = marks("AI").ranges(Field::Abstract, text).into_iter();
    let marked: Vec<_> = ranges.map(|range| &text[range]).collect();
    assert_eq!(marked, ["künstlicher Intelligenz"]);
    assert_eq!(
        marks("wer war im amt").ranges(Field::Abstract, text).len(),
        1
    );
}

#[test]
fn titles_and_small_words_of_questions_keep_nothing_out() {
    for (text, expected) in [
        ("frau lämmle", "ba"),
        ("Prof. Laemmle", "ba"),
        ("Mr. Post", "ca"),
        ("was sagte lämmle", "ba"),
        ("what did Post say", "ca"),
        ("wer war auf dem podium", "a"),
        ("who was on the panel", "a"),
        ("wer zahlt das", "a"),
        ("vortrag von frau lämmle", "b"),
        ("lämmle sagte", ""),
        // Nothing else was typed.
        ("wer", "a"),
        ("wer war das", ""),
        ("-die", "abc"),
    ] {
        check(text, expected);
    }
}

#[test]
fn finds_values_of_facets_by_their_names() {
    for (text, expected) in [
        ("Podiumsdiskussion", "a"),
        ("panels", "a"),
        ("vorträge", "bcd"),
        ("Kurzvortrag", "d"),
        ("video", "c"),
        ("Aufzeichnungen", "c"),
        ("vortrag auf englisch", "b"),
        ("abgesagt", "d"),
        ("cancelled", "d"),
        ("talk -video", "bd"),
        ("titel:panel", ""),
        ("„video“", ""),
    ] {
        check(text, expected);
    }
}

#[test]
fn a_slip_in_the_word_for_a_kind_finds_the_kind() {
    let event = event();
    let index = Index::new(&event);
    for (typed, kind) in [
        ("Vortag", "vortrag"),
        ("Pannel", "panel"),
        ("Aufzeichung", "aufzeichnung"),
    ] {
        let found = index.find(&Query::of_text(typed), &[]);
        let near = found.nearest(typed, &index, &event).unwrap();
        let near = index.find(&Query::of_text(&near), &[]).talks;
        assert!(!near.is_empty(), "{typed}");
        assert_eq!(
            near,
            index.find(&Query::of_text(kind), &[]).talks,
            "{typed}"
        );
    }
}

#[test]
fn typing_a_word_narrows_down() {
    let event = event();
    let index = Index::new(&event);
    let count = |text: &str| index.find(&Query::of_text(text), &[]).talks.len();
    for word in ["ethik", "rathaus", "intelligenz", "einsatz"] {
        let mut last = usize::MAX;
        for (end, _) in word.char_indices().skip(1) {
            let now = count(&word[..end]);
            assert!(
                now <= last && now > 0,
                "{}: {now} after {last}",
                &word[..end]
            );
            last = now;
        }
    }
}

#[test]
fn where_nothing_is_found_the_nearest_words_are_told() {
    let event = event();
    let index = Index::new(&event);
    for (text, expected) in [
        ("etik", Some("Ethik")),
        ("frau pots", Some("frau Post")),
        ("etik rathaus", Some("Ethik rathaus")),
        // As typed, if only in part of a word.
        ("rath", None),
        ("zahl", None),
        ("ethik", None),
        ("xy", None),
        // Talks are found by what is near, and that is told too.
        ("Lämle", Some("Lämmle")),
        ("frau Lämle rathaus", Some("frau Lämmle rathaus")),
        ("Intelligens", Some("Intelligenz")),
        // The word is not finished.
        ("Wärmplan", Some("Wärmeplanung")),
        ("Lämmle", None),
        ("KI", None),
        // Words for kinds and other facets, if there are such talks.
        ("Vortag", Some("Vortrag")),
        ("Vortrege", Some("Vorträge")),
        ("Pannel", Some("Panel")),
        ("Aufzeichung", Some("Aufzeichnung")),
        ("Wrokshop", None),
        ("titel:Pannel", None),
        // Another first letter is no slip, unless nothing else is wrong.
        ("wethik", Some("Ethik")),
        ("wasser", None),
        ("\"etik\"", None),
        ("quastenflosser", None),
        // There are words like these, only not together.
        ("ethik rathaus", None),
    ] {
        let found = index.find(&Query::of_text(text), &[]);
        let near = found.nearest(text, &index, &event);
        assert_eq!(near.as_deref(), expected, "{text}");
    }
}
