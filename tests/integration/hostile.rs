//! Damaged and hostile files: nothing panics, and a defect costs only its own part.

use std::path::Path;

use nachlese_reader::{ParseError, parse};
use serde_json::{Value, json};

use crate::support::{read, valid_events};

#[test]
fn a_defect_costs_only_its_own_part() {
    let files = valid_events();
    std::thread::scope(|scope| {
        for file in &files {
            scope.spawn(|| damage_everywhere(file));
        }
    });
}

/// Puts another value in each place of a file in turn.
fn damage_everywhere(file: &Path) {
    let document: Value = serde_json::from_str(&read(file)).unwrap();
    let others = [
        json!(null),
        json!(-7.5),
        json!("\u{202e}x"),
        json!([[]]),
        json!({"x": {}}),
    ];
    let talk_count = parse(&document.to_string()).unwrap().0.talks.len();
    // Every value in the fixtures; in the long files of the shipped events, one after the other.
    let is_fixture = file.to_string_lossy().contains("fixtures");
    for (at, pointer) in pointers(&document).into_iter().enumerate() {
        let chosen = if is_fixture {
            &others[..]
        } else {
            &others[at % 5..=at % 5]
        };
        for other in chosen {
            let mut damaged = document.clone();
            *damaged.pointer_mut(&pointer).unwrap() = other.clone();
            let Ok((event, _)) = parse(&damaged.to_string()) else {
                assert!(pointer.is_empty(), "{pointer} = {other} costs the event");
                continue;
            };
            let expected = match pointer.split('/').nth(1) {
                Some("talks") if pointer == "/talks" => 0,
                Some("talks") => talk_count - 1,
                _ if pointer.is_empty() => 0,
                _ => talk_count,
            };
            assert!(
                event.talks.len() >= expected,
                "{}: {pointer} = {other}",
                file.display()
            );
        }
    }
}

#[test]
fn a_file_that_breaks_off_anywhere_is_an_error() {
    for file in valid_events() {
        let text = read(&file);
        let text = text.trim_end();
        let ends = (0..text.len()).filter(|end| text.is_char_boundary(*end));
        for end in ends.step_by(text.len() / 500 + 1) {
            let result = parse(&text[..end]);
            let is_cut = matches!(
                result,
                Err(ParseError::Truncated { .. } | ParseError::Empty)
            );
            assert!(is_cut, "cut at {end}: {:?}", result.err());
        }
    }
}

#[test]
fn deep_nesting_and_huge_numbers_are_errors_or_findings() {
    for text in [
        "[".repeat(100_000),
        format!("{}1{}", "{\"title\":".repeat(100_000), "}".repeat(100_000)),
        r#"{"title": 1e999}"#.to_owned(),
    ] {
        assert!(matches!(parse(&text), Err(ParseError::NotJson { .. })));
    }
    let (_, problems) = parse(
        r#"{"title": "x", "attendance": [{"label": "x", "count": 99999999999999999999999}],
            "talks": [{"id": "a", "title": "A", "duration": 1e300, "start": "9999-12-31T23:59:59"},
                      {"id": "b", "title": "B", "duration": "P999999999DT999999999S"}]}"#,
    )
    .unwrap();
    assert!(problems.iter().any(|p| p.code() == "invalid-time"));
    assert_eq!(
        parse(r#"{"title": "x", "schemaVersion": 1e300}"#)
            .unwrap_err()
            .code(),
        "too-new"
    );
}

#[test]
fn places_are_those_of_the_file() {
    let error = parse("\n\n {\"title\": nonsense}").unwrap_err();
    assert_eq!(error.position(), Some((3, 13)));
    let (_, problems) = parse(
        r#"{"title": "x", "people": [null, 5, {"id": "a", "name": "A"}],
            "talks": ["", {}, {"id": "t", "kind": "talk", "people": [7, {"person": "b"}]}]}"#,
    )
    .unwrap();
    let paths: Vec<_> = problems
        .iter()
        .map(|problem| problem.path.to_string())
        .collect();
    for path in [
        "people[1]",
        "talks[1]",
        "talks[2].people[0]",
        "talks[2].people[1].person",
    ] {
        assert!(
            paths.iter().any(|found| found == path),
            "{path} is not in {paths:?}"
        );
    }
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert!(parse("\u{feff} {\"title\": \"x\"}").is_ok());
    assert_eq!(parse("\u{feff}\n<!doctype html>"), Err(ParseError::Html));
    assert_eq!(parse("\u{feff} \n"), Err(ParseError::Empty));
}

#[test]
fn twenty_thousand_talks_with_the_worst_defects_are_read() {
    // What grew with the square of their number would not come to an end here.
    let talks: Vec<_> = (0..20_000)
        .map(|n| {
            json!({"id": "same", "kind": "tlak", "title": format!("Talk {n}"), "abstract": "Lorem ipsum ".repeat(15),
                   "people": [{"person": format!("unknown-{n}")}], "unknown": 1})
        })
        .collect();
    let people: Vec<_> = (0..5_000)
        .map(|n| json!({"id": format!("person-{n}"), "name": "N"}))
        .collect();
    let text = json!({"title": "x", "people": people, "talks": talks}).to_string();
    let (event, problems) = parse(&text).unwrap();
    assert_eq!(event.talks.len(), 20_000);
    assert_eq!(problems.len(), 10_000);
}

/// The place of every value of a document, the document itself first.
pub(crate) fn pointers(document: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut add = |key: &str, child: &Value| {
        let key = key.replace('~', "~0").replace('/', "~1");
        found.extend(pointers(child).iter().map(|rest| format!("/{key}{rest}")));
    };
    match document {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                add(&at.to_string(), item);
            }
        }
        Value::Object(fields) => fields.iter().for_each(|(key, child)| add(key, child)),
        _ => {}
    }
    found
}
