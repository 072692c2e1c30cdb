//! Tests: what addresses contain, and what they leave out.

use nachlese_reader::parse;

use super::*;

fn event() -> Event {
    let text = r#"{"schemaVersion": 1, "id": "e", "language": "de",
        "title": {"de": "Tag", "en": "Day"},
        "people": [{"id": "ada", "name": "Ada Muster"}],
        "talks": [
            {"id": "eins", "kind": "talk", "title": "Eins", "track": "Web & Daten",
             "people": [{"person": "ada", "part": "speaker"}], "tags": ["A+B"],
             "room": "Saal", "start": "2026-09-17T10:00", "duration": "PT20M"},
            {"id": "zwei", "kind": "panel", "title": "Zwei", "room": "Foyer",
             "start": "2026-09-17T10:00"}],
        "sections": [{"id": "programm", "type": "talks"}]}"#;
    parse(text).unwrap().0
}

#[test]
fn writes_what_it_reads() {
    for address in [
        "",
        "?q=caf%C3%A9+%26+mehr",
        "?kind=panel&kind=talk",
        "?lang=en&q=x&kind=talk&track=Web+%26+Daten&person=ada&tag=A%2BB#eins@12:34",
        "?q=daten&sort=programme&room=Saal&day=2026-09-17&language=de&length=30",
        "?sort=title",
        "?view=timetable",
        "?q=x&view=timetable&sort=title&kind=talk#eins",
        "?view=timetable&date=2026-09-17&day=2026-09-17",
        "?saved=*",
        "?q=x&saved=eins+zwei&kind=talk#eins",
        "?event=https%3A%2F%2Fa.example%2Fe.json&q=%22%3Cscript%3E",
        "#programm",
        "#zwei",
    ] {
        let (search, hash) = address.split_at(address.find('#').unwrap_or(address.len()));
        let (read, dropped) = Address::read(search, hash, &event(), &event().language);
        assert_eq!(dropped, Vec::<String>::new(), "{address}");
        assert_eq!(read.write(), address);
    }
}

#[test]
fn leaves_out_defaults() {
    for address in [
        "?",
        "?q=",
        "?lang=de",
        "?q=++",
        "?kind=",
        "?sort=",
        "?sort=programme",
    ] {
        assert_eq!(
            Address::read(address, "", &event(), &event().language)
                .0
                .write(),
            "",
            "{address}"
        );
    }
}

#[test]
fn drops_and_names_what_the_event_does_not_know() {
    for (search, hash, named) in [
        ("?kind=rave", "", "kind=rave"),
        ("?person=bob&q=x", "", "person=bob"),
        ("?lang=fr", "", "lang=fr"),
        ("?sort=colour", "", "sort=colour"),
        ("?view=list", "", "view=list"),
        ("?date=2026-09-18", "", "date=2026-09-18"),
        ("?saved=drei", "", "saved=drei"),
        ("?saved=%3Cb%3E", "", "saved=<b>"),
        ("?day=2026-09-18", "", "day=2026-09-18"),
        ("", "#nirgends", "#nirgends"),
    ] {
        let (address, dropped) = Address::read(search, hash, &event(), &event().language);
        assert_eq!(dropped, [named]);
        assert!(
            !address
                .write()
                .contains(named.split('=').next_back().unwrap())
        );
    }
}

#[test]
fn takes_a_close_language_and_ignores_foreign_keys() {
    let (address, dropped) =
        Address::read("?lang=en-GB&utm_source=x", "", &event(), &event().language);
    assert_eq!((address.write().as_str(), dropped.len()), ("?lang=en", 0));
}

#[test]
fn reads_any_bytes() {
    for junk in ["?%ff=%fe&q=%f0%28", "?q=%", "?&&==&", "?q=\u{0}"] {
        let _ = Address::read(junk, "#%ff@99:99", &event(), &event().language);
    }
}
