//! What holds for all events: no edit is lost, and a merge says all that it does.
//!
//! Events come from a small world, so that they meet often: few ids, few texts, everything optional.

use std::collections::BTreeMap;

use nachlese_event::Event;
use nachlese_merge::{Settings, merge};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::event;

/// A talk by its id, with some fields.
type Talks = BTreeMap<u8, BTreeMap<&'static str, Value>>;

/// Fields that a talk can have, each with few values.
fn field() -> impl Strategy<Value = (&'static str, Value)> {
    let number = 0..3_u8;
    prop_oneof![
        number
            .clone()
            .prop_map(|n| ("title", json!(format!("T{n}")))),
        number
            .clone()
            .prop_map(|n| ("title", json!({"de": format!("T{n}"), "en": "E"}))),
        number
            .clone()
            .prop_map(|n| ("room", json!(format!("R{n}")))),
        number
            .clone()
            .prop_map(|n| ("start", json!(format!("2026-03-04T0{n}:00:00")))),
        prop::collection::vec(number.clone(), 0..3).prop_map(|tags| {
            let tags = tags.into_iter().collect::<std::collections::BTreeSet<_>>();
            (
                "tags",
                tags.iter().map(|n| json!(format!("G{n}"))).collect(),
            )
        }),
        prop::collection::vec(number.clone(), 0..3).prop_map(|people| {
            let one = |n: &u8| json!({"person": format!("p{n}"), "part": "speaker"});
            let people = people
                .into_iter()
                .collect::<std::collections::BTreeSet<_>>();
            ("people", people.iter().map(one).collect())
        }),
        number.prop_map(|n| {
            let source = json!([{"provider": "file", "url": format!("{n}.mp4")}]);
            (
                "recording",
                json!({"status": "released", "sources": source, "aiGenerated": false}),
            )
        }),
    ]
}

fn talks() -> impl Strategy<Value = Talks> {
    let fields = prop::collection::vec(field(), 0..5);
    let fields = fields.prop_map(|fields| fields.into_iter().collect());
    prop::collection::btree_map(0..5_u8, fields, 0..5)
}

/// The same talks with other values, some missing and some more.
fn changed(talks: Talks) -> impl Strategy<Value = Talks> {
    let edit = (0..5_u8, prop::option::of(field()), any::<bool>());
    prop::collection::vec(edit, 0..5).prop_map(move |edits| {
        let mut talks = talks.clone();
        for (id, field, is_removal) in edits {
            match (field, is_removal) {
                (Some((name, value)), false) => {
                    talks.entry(id).or_default().insert(name, value);
                }
                (Some((name, _)), true) => {
                    talks.entry(id).and_modify(|talk| _ = talk.remove(name));
                }
                (None, true) => _ = talks.remove(&id),
                (None, false) => _ = talks.entry(id).or_default(),
            }
        }
        talks
    })
}

fn versions() -> impl Strategy<Value = [Talks; 3]> {
    talks().prop_flat_map(|last| {
        let both = (changed(last.clone()), changed(last.clone()));
        both.prop_map(move |(source, edited)| [last.clone(), source, edited])
    })
}

fn as_text(talks: &Talks) -> String {
    let one = |(id, fields): (&u8, &BTreeMap<&str, Value>)| {
        let mut talk = json!({"id": format!("t{id}"), "kind": "talk", "title": "T"});
        for (name, value) in fields {
            talk[*name] = value.clone();
        }
        // Two talks of one title at one time would be the same.
        let title = &mut talk["title"];
        let german = if title.is_object() {
            &mut title["de"]
        } else {
            title
        };
        *german = json!(format!("{} of {id}", german.as_str().unwrap()));
        talk
    };
    let people = (0..3).map(|n| json!({"id": format!("p{n}"), "name": format!("P{n}")}));
    let event = json!({"schemaVersion": 1, "id": "e", "language": "de", "title": "E",
        "people": people.collect::<Vec<_>>(), "talks": talks.iter().map(one).collect::<Vec<_>>()});
    format!("{event:#}\n")
}

/// As an import writes it.
fn read(talks: &Talks) -> Event {
    event(&as_text(talks))
}

/// Every value without parts of its own, under a name that does not depend on the order of lists.
fn leaves(value: &Value, path: &str, found: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                leaves(value, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(elements) if !elements.is_empty() => {
            for element in elements {
                let names = ["id", "person", "url"].into_iter();
                let key = names.map(|name| &element[name]).find(|key| !key.is_null());
                let key = key.unwrap_or(element);
                leaves(element, &format!("{path}/{key}"), found);
            }
        }
        // An empty list says as much as none.
        Value::Array(_) => {}
        // A text in one language is one in the event's.
        Value::String(_) if path.ends_with("/title") => {
            found.insert(format!("{path}/de"), value.clone());
        }
        _ => _ = found.insert(path.to_owned(), value.clone()),
    }
}

fn leaves_of(text: &str) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    leaves(&serde_json::from_str(text).unwrap(), "", &mut found);
    found
}

fn written(talks: &Talks) -> String {
    serde_json::to_string(&read(talks)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn no_edit_is_lost([last, source, edited] in versions()) {
        let text = as_text(&edited);
        let merged = merge(Some(read(&last)), read(&source), &text, Settings::default()).unwrap();
        let (before, after) = (leaves_of(&written(&last)), leaves_of(&merged.text));
        for (path, value) in leaves_of(&text) {
            if before.get(&path) != Some(&value) {
                prop_assert_eq!(after.get(&path), Some(&value), "{}\n{}", path, merged.text);
            }
        }
        // What the editor took out does not come back, unless within what the editor added.
        let here = leaves_of(&text);
        for path in before.keys().filter(|path| !here.contains_key(*path)) {
            prop_assert!(!after.contains_key(path), "{} is back: {}", path, merged.text);
        }
    }

    #[test]
    fn everything_else_is_the_sources([last, source, _] in versions()) {
        let text = written(&last);
        let merged = merge(Some(read(&last)), read(&source), &text, Settings::default()).unwrap();
        let mut expected = leaves_of(&written(&source));
        let found = leaves_of(&merged.text);
        // Talks that are gone stay, with their people.
        let gone = |path: &str| {
            let id = path.strip_prefix("/talks/\"t").and_then(|rest| rest.split('"').next());
            id.is_some_and(|id| id.parse().is_ok_and(|id: u8| !source.contains_key(&id)))
        };
        expected.extend(leaves_of(&text).into_iter().filter(|(path, _)| gone(path)));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn an_unchanged_source_changes_nothing([last, _, edited] in versions()) {
        let text = as_text(&edited);
        let merged = merge(Some(read(&last)), read(&last), &text, Settings::default()).unwrap();
        prop_assert_eq!(merged.text, text);
        prop_assert_eq!(merged.changes, vec![]);
    }

    #[test]
    fn twice_is_the_same_as_once([last, source, edited] in versions(), cancels: bool) {
        let settings = Settings { cancels };
        let first = merge(Some(read(&last)), read(&source), &as_text(&edited), settings).unwrap();
        // The next time the last import is this one; or the old one, if it could not be kept.
        let again = merge(Some(read(&source)), read(&source), &first.text, settings).unwrap();
        prop_assert_eq!(&again.text, &first.text);
        prop_assert_eq!(again.changes, vec![]);
        let again = merge(Some(read(&last)), read(&source), &first.text, settings).unwrap();
        prop_assert_eq!(&again.text, &first.text);
        let is_open = again.changes.iter().all(|change| change.what.is_open());
        prop_assert!(is_open, "{:?}", again.changes);
    }

    #[test]
    fn without_the_last_import_nothing_is_changed([_, source, edited] in versions()) {
        let text = as_text(&edited);
        let merged = merge(None, read(&source), &text, Settings::default()).unwrap();
        let (here, after) = (leaves_of(&text), leaves_of(&merged.text));
        for (path, value) in here {
            prop_assert_eq!(after.get(&path), Some(&value));
        }
        let twice = merge(None, read(&source), &merged.text, Settings::default()).unwrap();
        prop_assert_eq!(twice.text, merged.text);
    }
}
