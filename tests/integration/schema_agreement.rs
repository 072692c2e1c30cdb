//! What the reader takes without an error is valid, and what it refuses is not.

use std::collections::BTreeSet;

use nachlese_event::problem::Severity;
use nachlese_reader::parse;
use serde_json::{Value, json};

use crate::{
    schema::Validator,
    support::{fixtures, read},
};

/// Findings that a schema cannot tell; see `schema::BEYOND`.
const BEYOND: &[&str] = &[
    "duplicate-id",
    "ends-before-start",
    "outside-event",
    "photo-incomplete",
    "unknown-person",
    "unknown-talk",
];

/// Warnings that it tells all the same.
const TOLD: &[&str] = &["missing-alt", "position-without-talk"];

/// Fields that the others refer to.
const HEAD: &[&str] = &[
    "schemaVersion",
    "id",
    "language",
    "title",
    "start",
    "end",
    "people",
    "talks",
];

#[test]
fn the_schema_and_the_reader_agree_on_each_value() {
    let mut validator = Validator::new();
    let whole = validator.at("");
    let mut differences = Vec::new();
    for name in ["full.json", "edge.json"] {
        let (document, changed) = document(name);
        for (pointer, value) in changed {
            let mut other = around(&document, &pointer);
            put(&mut other, &pointer, value.clone());
            let taken = is_taken(&other);
            if taken.is_some_and(|taken| taken != validator.takes(&other, whole)) {
                let value = value.map_or("left out".to_owned(), |value| value.to_string());
                differences.push(format!("{name}{pointer}: {value}: reader {taken:?}"));
            }
        }
    }
    assert!(
        differences.is_empty(),
        "{} of them\n{}",
        differences.len(),
        differences.join("\n")
    );
}

/// A valid event, and other values for each of its places.
fn document(name: &str) -> (Value, Vec<(String, Option<Value>)>) {
    let document: Value = serde_json::from_str(&read(&fixtures("valid").join(name))).unwrap();
    let mut changed = Vec::new();
    changes("", &document, &mut changed);
    let mut seen = BTreeSet::new();
    changed.retain(|(pointer, value)| seen.insert((shape(pointer), format!("{value:?}"))));
    (document, changed)
}

/// A valid event with another value in each of its places in turn.
pub(crate) fn changed_events(name: &str) -> Vec<Value> {
    let (document, changed) = document(name);
    let put_in = |(pointer, value): (String, Option<Value>)| {
        let mut other = around(&document, &pointer);
        put(&mut other, &pointer, value);
        other
    };
    changed.into_iter().map(put_in).collect()
}

/// As much of the document as decides about a place: less to read and to validate.
fn around(document: &Value, pointer: &str) -> Value {
    let mut near = document.clone();
    let (Some(place), Some(fields)) = (pointer.split('/').nth(1), near.as_object_mut()) else {
        return near;
    };
    fields.retain(|name, _| name == place || HEAD.contains(&name.as_str()));
    for list in ["people", "talks"].iter().filter(|list| **list != place) {
        for item in fields[*list].as_array_mut().unwrap() {
            let kept = |name: &str| ["id", "name", "kind"].contains(&name);
            item.as_object_mut().unwrap().retain(|name, _| kept(name));
        }
    }
    near
}

/// The same for places that are of the same sort; sections and sources are not.
fn shape(pointer: &str) -> String {
    let is_one_sort = |step: &&str| !step.bytes().all(|b| b.is_ascii_digit());
    if pointer.contains("/sections/") || pointer.contains("/sources/") {
        return pointer.to_owned();
    }
    pointer
        .split('/')
        .filter(is_one_sort)
        .collect::<Vec<_>>()
        .join("/")
}

/// Whether the reader finds nothing to correct; `None` if a schema could not tell.
fn is_taken(event: &Value) -> Option<bool> {
    let Ok((_, problems)) = parse(&event.to_string()) else {
        return Some(false);
    };
    let can_tell = |code: &str| !BEYOND.contains(&code);
    let is_told = |code: &str| TOLD.contains(&code);
    let mut errors = problems
        .iter()
        .filter(|p| p.severity() == Severity::Error || is_told(p.code()) || !can_tell(p.code()));
    if errors.clone().any(|p| can_tell(p.code())) {
        return Some(false);
    }
    errors.next().is_none().then_some(true)
}

/// Other values for each place, and the field left out (`None`).
fn changes(at: &str, value: &Value, changed: &mut Vec<(String, Option<Value>)>) {
    for other in others(value) {
        changed.push((at.to_owned(), Some(other)));
    }
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let place = format!("{at}/{name}");
                changed.push((place.clone(), None));
                changes(&place, inner, changed);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                changes(&format!("{at}/{index}"), inner, changed);
            }
        }
        _ => {}
    }
}

/// Values of every sort, and near misses of the one that is there.
fn others(value: &Value) -> Vec<Value> {
    let mut others = vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1.5),
        json!(7e9),
        json!(""),
        json!(" \t"),
        json!([]),
        json!([null, ""]),
        json!([[]]),
        json!({}),
        json!({"de": ""}),
        json!({"de": "x"}),
        json!({"de": 1}),
        json!({"de_DE": "x"}),
        json!({"de_DE": ""}),
        json!("x y"),
        json!("youtube"),
        json!("https://a.example/b"),
        json!("//a.example"),
        json!("javascript:x"),
        json!("mailto:a"),
        json!("2024-06-07"),
        json!("2024-06-07T09:30:15.5+02:00"),
        json!("2024-06-07T09:30Z"),
        json!("2024-06-07 09:30"),
        json!("2024-13-07"),
        json!("12:34"),
        json!("1:02:03"),
        json!("1:60"),
        json!("34"),
        json!("PT1H"),
        json!("P1D"),
        json!("PT"),
        json!("de-x-easy"),
        json!("d"),
        json!("größe.x"),
        json!("NUL.x"),
        json!("com1"),
        json!("a."),
        json!(".a"),
        json!("a\u{2060}"),
    ];
    if let Some(text) = value.as_str() {
        others.push(json!(format!(" {text} ")));
        others.push(json!(format!("{text}?")));
    }
    others
}

fn put(document: &mut Value, pointer: &str, value: Option<Value>) {
    if let Some(value) = value {
        *document.pointer_mut(pointer).unwrap() = value;
        return;
    }
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap();
    parent.as_object_mut().unwrap().remove(field);
}
