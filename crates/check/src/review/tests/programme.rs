//! People, talks and quotes.

use nachlese_event::problem::{Advice, Finding};

use super::{check, found};

fn people(names: &[&str]) -> Vec<String> {
    let person = |(at, name): (usize, &&str)| {
        format!(r#"{{"id": "p{at}", "name": "{name}", "roleAtEvent": "R"}}"#)
    };
    let people: Vec<_> = names.iter().enumerate().map(person).collect();
    found(&format!(r#""people": [{}]"#, people.join(",")))
}

#[test]
fn one_name_spelled_two_ways_is_one_person() {
    for (one, other, code) in [
        ("Stefanie Lämmle", "Stefanie Lämmle", Some("name-twice")),
        ("Stefanie Lämmle", "Stefanie Laemmle", Some("name-twice")),
        ("Stefanie Lämmle", "Stefanie Lammle", Some("name-twice")),
        ("Stefanie Lämmle", "STEFANIE LÄMMLE", Some("name-twice")),
        ("Stefanie Lämmle", "Dr. Stefanie Lämmle", Some("name-twice")),
        (
            "Stefanie Lämmle",
            "Prof. Dr.-Ing. Stefanie Lämmle",
            Some("name-twice"),
        ),
        ("Stefanie Lämmle", "Lämmle, Stefanie", Some("name-twice")),
        ("Stefanie Lämmle", "Lämmle Stefanie", Some("name-twice")),
        (
            "Stefanie Lämmle",
            "Frau Stefanie Lämmle",
            Some("name-twice"),
        ),
        ("Anna Maria Groß", "Annamaria Gross", Some("name-twice")),
        ("Karl-Heinz Weiß", "Karl Heinz Weiss", Some("name-twice")),
        ("Anna M. Huber", "Anna Huber", Some("name-twice")),
        ("Tristan Post", "Tristan Prost", Some("names-alike")),
        ("Totinia Hörner", "Totinia Hörnre", Some("names-alike")),
        ("Rebekka Reinhard", "Rebekka Reinhart", Some("names-alike")),
        ("Rebekka Reinhard", "Rebeka Reinhard", Some("names-alike")),
        ("Paul Huber", "Paula Huber", None),
        ("Christian Weber", "Christina Weber", None),
        ("Stefan Weber", "Stefanie Weber", None),
        ("Andrea Rossi", "Andreas Rossi", None),
        ("Julian Roth", "Juliane Roth", None),
        ("Marco Vogt", "Mario Vogt", None),
        ("Anna Lee", "Anna Li", None),
        ("Wei Wang", "Wei Zhang", None),
        ("Anna Huber", "Anna Gruber", None),
        ("Anna Huber", "Jan Huber", None),
        ("J. Smith", "K. Smith", None),
        ("Ada", "Ada", None),
        ("Team 1", "Team 2", None),
        ("Gast Nr 1", "Gast Nr 2", None),
    ] {
        for (one, other) in [(one, other), (other, one)] {
            let expected: Vec<_> = code
                .iter()
                .map(|it| format!("{it} people[1].name"))
                .collect();
            assert_eq!(people(&[one, other]), expected, "{one} {other}");
        }
    }
    let same_id = r#""people": [{"id": "a", "name": "A B", "roleAtEvent": "R"},
                                {"id": "a", "name": "A B", "roleAtEvent": "R"}]"#;
    check(&[(same_id, &[])]);
}

#[test]
fn people_have_a_role() {
    let list = |with: usize, without: usize| {
        let with = (0..with)
            .map(|at| format!(r#"{{"id": "w{at}", "name": "W{at}", "roleAtEvent": "R"}}"#));
        let without = (0..without).map(|at| format!(r#"{{"id": "o{at}", "name": "O{at}"}}"#));
        let all: Vec<_> = with.chain(without).collect();
        let people = format!(r#""people": [{}]"#, all.join(","));
        let published = format!(r#"{people}, "published": "2024-06-18""#);
        (found(&people), found(&published))
    };
    let both = |expected: &str| (vec![expected.to_owned()], vec![expected.to_owned()]);
    assert_eq!(list(3, 0), (vec![], vec![]));
    // Until the page is published, roles may come later.
    assert_eq!(
        list(0, 1),
        (vec![], vec!["role-missing people[0]".to_owned()])
    );
    assert_eq!(list(3, 2), both("role-missing people[3]"));
    assert_eq!(list(1, 500), both("role-missing people[1]"));
    // A programme that has no roles at all has none on purpose.
    assert_eq!(list(0, 21), (vec![], vec![]));
}

#[test]
fn nobody_is_listed_twice_or_sits_on_an_empty_panel() {
    let talk = |kind: &str, rest: &str| {
        format!(
            r#""people": [{{"id": "a", "name": "A", "roleAtEvent": "R"}}],
               "talks": [{{"id": "t", "kind": "{kind}", "title": "T" {rest}}}]"#
        )
    };
    let panel = |seats: &str| format!(r#", "sections": [{{"type": "panel" {seats}}}]"#);
    let on = r#", "people": ["a"]"#;
    let seated = |seats: &str| talk("panel", on) + &panel(seats);
    let twice = r#", "people": [{"person": "a"}, "a"]"#;
    let in_two_parts = r#", "people": [{"person": "a", "part": "moderator"}, "a"]"#;
    check(&[
        (
            &talk("talk", twice),
            &["person-repeated talks[0].people[1]"],
        ),
        (&talk("talk", in_two_parts), &[]),
        (&talk("talk", ""), &[]),
        (&talk("panel", ""), &["panel-without-people talks[0]"]),
        (&talk("panel", r#", "status": "cancelled""#), &[]),
        (&talk("panel", on), &[]),
        (
            &seated(r#", "talk": "t", "seats": ["a", "a"]"#),
            &["person-repeated sections[0].seats[1]"],
        ),
        (&seated(r#", "talk": "t""#), &[]),
        (&seated(""), &["panel-without-people sections[0]"]),
    ]);
}

#[test]
fn a_quote_is_signed_once() {
    for (text, is_signed) in [
        ("KI ist eine Chance.", false),
        ("Laura Dornheim: KI ist eine Chance.", true),
        ("Dr. Laura Dornheim: KI ist eine Chance.", true),
        ("KI ist eine Chance. – Laura Dornheim", true),
        ("KI ist eine Chance (Dr. Laura Dornheim)", true),
        ("KI ist eine Chance — Prof. Dr. Laura Dornheim.", true),
        ("Laura Dornheim sagte, KI sei eine Chance.", false),
        ("Das ist das Verdienst von Laura Dornheim", false),
        ("So sieht es auch: Laura Dornheim", false),
    ] {
        let fields = format!(
            r#""people": [{{"id": "a", "name": "Laura Dornheim", "roleAtEvent": "R"}}],
               "sections": [{{"type": "quote", "person": "a", "text": "{text}"}}]"#
        );
        let expected: &[&str] = if is_signed {
            &["name-in-quote sections[0].text"]
        } else {
            &[]
        };
        check(&[(&fields, expected)]);
    }
}

#[test]
fn nobody_speaks_twice_at_the_same_time() {
    let talks = |first: &str, second: &str| {
        format!(
            r#""people": [{{"id": "a", "name": "Ada Muster", "roleAtEvent": "R"}},
                          {{"id": "b", "name": "Bo Beispiel", "roleAtEvent": "R"}}],
               "talks": [{{"id": "t", "kind": "talk", "title": "T", {first}}},
                         {{"id": "u", "kind": "talk", "title": "U", {second}}}]"#
        )
    };
    let at = |time: &str, minutes: u32, people: &str| {
        format!(r#""start": "2024-06-07T{time}", "duration": {minutes}, "people": [{people}]"#)
    };
    let first = at("10:00", 60, r#""a", "b""#);
    let leads = r#"{"person": "a", "part": "moderator"}"#;
    let double: &[&str] = &["double-booked talks[1].start"];
    for (second, expected) in [
        (at("10:30", 60, r#""a""#), double),
        (at("10:00", 60, r#""a", "b""#), double),
        (at("10:59", 1, r#""b""#), double),
        (at("11:00", 60, r#""a""#), &[]),
        (at("10:30", 60, r#""c""#), &[]),
        (at("10:10", 20, leads), &[]),
        (at("10:30", 60, leads), double),
        (at("10:30", 300, r#""a""#), &[]),
        (
            at("10:30", 60, r#""a""#) + r#", "status": "cancelled""#,
            &[],
        ),
        (at("10:30", 60, r#""a""#) + r#", "status": "moved""#, double),
        (
            r#""start": "2024-06-07T10:30", "people": ["a"]"#.to_owned(),
            double,
        ),
        (r#""people": ["a"]"#.to_owned(), &[]),
        (
            r#""start": "2024-06-08T10:30", "people": ["a"]"#.to_owned(),
            &[],
        ),
    ] {
        check(&[(&talks(&first, &second), expected)]);
    }
    let before = at("09:30", 40, r#""a""#);
    check(&[(&talks(&first, &before), &["double-booked talks[0].start"])]);
}

#[test]
fn two_kinds_do_not_show_the_same_word() {
    let kinds = |kinds: &[&str]| {
        let talk = |(at, kind): (usize, &&str)| {
            format!(r#"{{"id": "t{at}", "kind": "{kind}", "title": "T"}}"#)
        };
        let talks: Vec<_> = kinds.iter().enumerate().map(talk).collect();
        found(&format!(r#""talks": [{}]"#, talks.join(",")))
    };
    let second = ["kinds-alike talks[1].kind"];
    assert_eq!(kinds(&["talk", "Vortrag", "Vortrag"]), second);
    assert_eq!(kinds(&["break", "Pause"]), second);
    assert_eq!(kinds(&["Vortrag", "talk"]), ["kinds-alike talks[0].kind"]);
    assert_eq!(kinds(&["Führung", "führung"]), second);
    // The reader says that `Talk` is a slip.
    assert_eq!(kinds(&["talk", "Talk"]), [""; 0]);
    assert_eq!(kinds(&["talk", "Kurzvortrag", "lightnin"]), [""; 0]);
    assert_eq!(kinds(&["talk", "keynote", "Führung"]), [""; 0]);
}

#[test]
fn a_published_page_says_who_is_responsible() {
    let found = |fields: &str| {
        let text = format!(
            r#"{{"schemaVersion": 1, "id": "x", "language": "de", "title": "T" {fields}}}"#
        );
        let (event, _) = nachlese_reader::parse(&text).unwrap();
        let found = crate::review(&text, &event);
        found
            .into_iter()
            .map(|problem| problem.finding)
            .collect::<Vec<_>>()
    };
    let missing = |fields: &[&'static str]| {
        let fields = fields.to_vec();
        vec![Finding::Advice(Advice::LegalMissing { fields })]
    };
    let all = ["imprint", "privacy", "accessibility"];
    assert_eq!(found(""), []);
    assert_eq!(found(r#", "published": "2024-06-18""#), missing(&all));
    assert_eq!(found(r#", "legal": {}"#), missing(&all));
    assert_eq!(found(r#", "legal": {"contact": "c"}"#), missing(&all));
    assert_eq!(
        found(r#", "legal": {"imprint": "i", "privacy": " "}"#),
        missing(&all[1..])
    );
    let complete = r#", "legal": {"imprint": "i", "privacy": "p", "accessibility": "a"}"#;
    assert_eq!(found(complete), []);
}
