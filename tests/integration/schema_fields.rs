//! The reader and the schema know the same fields.

use std::collections::BTreeSet;

use nachlese_event::{problem::Finding, schema::schema};
use nachlese_reader::parse;
use serde_json::Value;

use crate::{
    schema::Validator,
    support::{files, fixtures, read, root},
};

#[test]
fn each_field_that_the_reader_asks_for_is_in_the_schema_and_the_other_way_round() {
    let words = words();
    let document: Value =
        serde_json::from_str(&read(&fixtures("valid").join("full.json"))).unwrap();
    let (_, problems) = parse(&document.to_string()).unwrap();
    assert_eq!(problems, []);
    let mut schema = Known {
        validator: Validator::new(),
        whole: schema(),
    };
    let mut drifts = Vec::new();
    let mut seen = BTreeSet::new();
    let mut places = Vec::new();
    objects("", &document, &mut places);
    for place in places {
        let by_schema = schema.fields(&document, &place);
        // Maps by language have fields of their own.
        if by_schema.is_empty() || by_schema.contains("de-x-easy") || place == "/foreignTerms" {
            continue;
        }
        let by_reader = asked(&document, &place, &words);
        seen.extend(by_schema.iter().cloned());
        for field in by_schema.symmetric_difference(&by_reader) {
            let whose = if by_reader.contains(field) {
                "the reader"
            } else {
                "the schema"
            };
            drifts.push(format!("{place}: only {whose} knows `{field}`"));
        }
    }
    assert_eq!(drifts, Vec::<String>::new());
    let never_met: Vec<_> = declared(&schema.whole).difference(&seen).cloned().collect();
    assert_eq!(
        never_met,
        Vec::<String>::new(),
        "full.json has no object with these fields"
    );
}

/// All words that could be names of fields: in the reader's sources and in the schema.
fn words() -> BTreeSet<String> {
    let is_name = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_lowercase() || c == '$')
            && word.bytes().skip(1).all(|b| b.is_ascii_alphanumeric())
    };
    let mut words = declared(&schema());
    for file in files(&root().join("crates/reader/src"), &["rs"]) {
        let text = read(&file);
        let quoted = text.split('"').skip(1).step_by(2).filter(is_name);
        words.extend(quoted.map(str::to_owned));
    }
    assert!(words.contains("roleAtEvent") && words.contains("$schema"));
    words
}

/// Every field that the schema declares, but those of maps by language.
fn declared(schema: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if let Some(fields) = schema["properties"].as_object()
        && !fields.contains_key("de-x-easy")
    {
        found.extend(fields.keys().cloned());
    }
    match schema {
        Value::Object(all) => found.extend(all.values().flat_map(declared)),
        Value::Array(all) => found.extend(all.iter().flat_map(declared)),
        _ => {}
    }
    found
}

/// The places of all objects, as JSON pointers.
fn objects(at: &str, value: &Value, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            places.push(at.to_owned());
            for (name, inner) in fields {
                objects(&format!("{at}/{name}"), inner, places);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                objects(&format!("{at}/{index}"), inner, places);
            }
        }
        _ => {}
    }
}

/// Which of the words the reader asks for in an object: those that it does not call unknown.
fn asked(document: &Value, place: &str, words: &BTreeSet<String>) -> BTreeSet<String> {
    let mut document = document.clone();
    let object = document
        .pointer_mut(place)
        .unwrap()
        .as_object_mut()
        .unwrap();
    for word in words {
        // An absent value changes nothing but that the field is there.
        object.entry(word.clone()).or_insert(Value::Null);
    }
    let (_, problems) = parse(&document.to_string()).unwrap();
    let mut asked = words.clone();
    for problem in problems {
        if let Finding::UnknownField { field, .. } = problem.finding {
            asked.remove(&field);
        }
    }
    asked
}

/// The schema, asked for the fields of an object.
struct Known {
    validator: Validator,
    whole: Value,
}

impl Known {
    /// The fields at a place of a valid document.
    fn fields(&mut self, document: &Value, place: &str) -> BTreeSet<String> {
        let mut schemas = vec![String::new()];
        let mut value = document;
        for step in place.split('/').skip(1) {
            let applied = self.applied(&schemas, value);
            let next = match value {
                Value::Array(_) => "items".to_owned(),
                _ => format!("properties/{step}"),
            };
            schemas = applied.iter().map(|at| format!("{at}/{next}")).collect();
            schemas.retain(|at| self.whole.pointer(at).is_some());
            value = value.pointer(&format!("/{step}")).unwrap();
        }
        let applied = self.applied(&schemas, value);
        let fields = applied
            .iter()
            .filter_map(|at| self.whole.pointer(at)?["properties"].as_object());
        fields.flat_map(|fields| fields.keys().cloned()).collect()
    }

    /// The schemas themselves and whatever they refer to or choose for the value.
    fn applied(&mut self, schemas: &[String], value: &Value) -> Vec<String> {
        let mut open = schemas.to_vec();
        let mut applied = Vec::new();
        while let Some(at) = open.pop() {
            let schema = self.whole.pointer(&at).unwrap().clone();
            if let Some(to) = schema["$ref"].as_str() {
                open.push(to.trim_start_matches('#').to_owned());
            }
            for choice in ["anyOf", "oneOf"] {
                let count = schema[choice].as_array().map_or(0, Vec::len);
                for branch in (0..count).map(|index| format!("{at}/{choice}/{index}")) {
                    let compiled = self.validator.at(&branch);
                    if self.validator.takes(value, compiled) {
                        open.push(branch);
                    }
                }
            }
            applied.push(at);
        }
        applied
    }
}
