//! Test: no link or button is inside another one. Browsers would take such prerendered HTML apart,
//! and the app would not find its elements again.

use nachlese_event::TalkId;
use nachlese_markup::Markup;
use nachlese_search::{Facet, Query};

use crate::{
    state::Deployed,
    url::{Address, Target},
    view::{
        page::page,
        test_support::{html, html_on, text},
    },
};

/// An event with a link in every text, `kind` being the kind of one section.
fn event() -> String {
    r#"{"schemaVersion": 1, "id": "x", "language": "de", "title": "Titel @", "kind": "Tag @",
    "motto": "Motto @", "summary": "Kurz @", "date": "2026-03-04", "timeZone": "Europe/Berlin",
    "venue": {"name": "Ort @", "address": "Weg @"}, "host": {"name": "Haus @"},
    "attendance": [{"label": "Gäste @", "count": 3, "unit": "Leute @"}],
    "source": {"url": "https://a.example/s", "title": "Quelle @", "publisher": "Amt @"},
    "figure": {"photo": {"src": "a.jpg", "alt": "Bild @", "caption": "Bild @", "credit": "Foto",
        "rightsCleared": true, "width": 4, "height": 3, "talk": "t", "at": "0:07"}},
    "links": [{"label": "Mehr @", "url": "https://a.example/m", "description": "Dazu @"}],
    "people": [
        {"id": "ada", "name": "Ada", "roleAtEvent": "Leitung @", "organization": "Amt @"},
        {"id": "bo", "name": "Bo"}],
    "talks": [
        {"id": "t", "kind": "talk", "title": "Vortrag @", "abstract": "Es ging um @.",
         "people": ["ada", "bo"], "track": "Strang @", "tags": ["Wort @"], "room": "Saal @",
         "start": "2026-03-04T09:00", "duration": "PT1H",
         "slides": [{"label": "Folien @", "url": "f.pdf"}],
         "recording": {"status": "released",
             "sources": [{"provider": "youtube", "id": "dQw4w9WgXcQ"}],
             "transcript": {"label": "Wortlaut @", "url": "t.txt"},
             "chapters": [{"start": "1:00", "title": "Anfang @"}]}},
        {"id": "u", "kind": "talk", "topic": "Thema @", "room": "Foyer @", "track": "Praxis",
         "start": "2026-03-04T09:00", "duration": "PT1H", "people": ["ada"]}],
    "playlists": [{"title": "Liste @", "items": ["t", "u"],
        "fallbackLinks": [{"label": "Kanal @", "url": "https://a.example/k"}]}],
    "sections": [
        {"type": "talks", "heading": "Programm @"},
        {"type": "text", "heading": "Text @", "text": "Absatz @"},
        {"type": "quote", "heading": "Zitat @", "text": "Gesagt @", "person": "ada", "talk": "t", "at": "0:05"},
        {"type": "panel", "heading": "Podium @", "talk": "t", "coreMessage": "Kern @",
            "coreMessageAt": "0:09"},
        {"type": "market", "heading": "Markt @", "exhibits": [{"title": "Stand @", "description": "Da @"}]},
        {"type": "film", "heading": "Film @", "talk": "t"},
        {"type": "playlist", "heading": "Listen @"},
        {"type": "people", "heading": "Leute @"},
        {"type": "links", "heading": "Links @"},
        {"type": "downloads", "heading": "Dateien @", "links": [{"label": "Datei @", "url": "d.pdf"}]},
        {"type": "facts", "heading": "Zahlen @", "facts": [{"label": "Ort @", "value": "Hier @"}]},
        {"type": "facts", "heading": "Mehr Zahlen @"}]}"#
        .replace('@', "mit [Verweis](https://b.example/)")
}

const VOID: [&str; 5] = ["br", "img", "input", "source", "track"];
const PRESSED: [&str; 3] = ["a", "button", "summary"];

/// The elements that stand within something to press, with what they stand in.
fn nested(html: &str) -> Vec<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for tag in html.split('<').skip(1) {
        let end = tag.find(|c: char| c.is_whitespace() || c == '>').unwrap();
        let name = &tag[..end];
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed));
            continue;
        }
        let around = open.iter().find(|own| PRESSED.contains(own));
        let is_pressed =
            PRESSED.contains(&name) || ["input", "select", "iframe", "video"].contains(&name);
        if let Some(around) = around.filter(|_| is_pressed) {
            found.push(format!("<{around}> … <{tag}"));
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    found
}

fn drawn(address: Address, query: &str) -> String {
    html(&event(), address, |state| {
        while !state.index_further() {}
        state.search(query.to_owned());
        Markup::from(page())
    })
}

#[test]
fn nothing_to_press_stands_within_another() {
    let timetable = Address {
        is_timetable: true,
        target: Some(Target::place("t")),
        ..Address::default()
    };
    let mut query = Query::default();
    query.choose(Facet::Person, "ada");
    let filtered = Address {
        query,
        ..Address::default()
    };
    let on_its_own = html_on(
        &event(),
        |language| Deployed {
            language,
            talk: TalkId::new("t").ok(),
            is_current: true,
        },
        |_| Markup::from(page()),
    );
    for html in [
        drawn(Address::default(), ""),
        drawn(Address::default(), "absatz"),
        drawn(Address::default(), "verweis"),
        drawn(timetable, ""),
        drawn(filtered, ""),
        on_its_own,
    ] {
        assert_eq!(nested(&html), Vec::<String>::new());
        let text = text(&html);
        assert!(!text.contains("](https"), "a link as it is written: {text}");
    }
}

#[test]
fn a_heading_keeps_its_words_in_the_contents() {
    let html = drawn(Address::default(), "");
    let contents = html.split_once("<nav class=\"contents\"").unwrap().1;
    let contents = contents.split_once("</nav>").unwrap().0;
    assert!(
        text(contents).contains("Programm mit Verweis"),
        "{contents}"
    );
}

#[test]
fn finds_what_it_looks_for() {
    assert_eq!(nested("<a href=x><b>c</b></a><p><a>d</a></p>").len(), 0);
    assert_eq!(nested("<a><span><a>c</a></span></a>").len(), 1);
    assert_eq!(nested("<button><input></button>").len(), 1);
}
