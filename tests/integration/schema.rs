//! `nachlese schema`: shipped events and valid fixtures are valid, broken ones are not.

use std::fs;

use boon::{Compiler, SchemaIndex, Schemas};
use nachlese_cli::Exit;
use nachlese_event::schema::schema;
use serde_json::Value;

use crate::support::{compare, files, fixtures, nachlese, read, root, valid_events};

/// Fixtures whose defect a schema does not tell, and why.
const BEYOND: &[(&str, &str)] = &[
    ("address-as-id", "allowed; a note"),
    ("file-missing", "what lies beside a file"),
    ("captions-not-utf-8", "what lies beside a file"),
    ("captions-without-words", "what lies beside a file"),
    ("captions-lost", "what lies beside a file"),
    ("captions-other-language", "what lies beside a file"),
    ("captions-out-of-order", "what lies beside a file"),
    ("captions-past-end", "what lies beside a file"),
    ("captions-repeated", "two values are compared; a warning"),
    ("chapter-out-of-order", "values are compared; a note"),
    ("chapter-past-end", "what lies beside a file"),
    (
        "film-not-described",
        "true of a film that waits for it; a warning",
    ),
    ("chapters-unreadable", "what lies beside a file"),
    ("position-past-end", "what lies beside a file"),
    ("quote-elsewhere", "what lies beside a file"),
    ("quote-not-said", "what lies beside a file"),
    ("unknown-voice", "what lies beside a file"),
    ("unknown-time-zone", "a schema has no list of zones"),
    ("guessed-encoding", "no JSON"),
    ("not-utf-8", "no JSON"),
    ("unknown-encoding", "no JSON"),
    ("unreadable-letters", "no JSON"),
    ("duplicate-id", "JSON Schema compares whole elements only"),
    ("editorial-note", "an open note is no defect of the file"),
    ("empty", "no JSON"),
    ("ends-before-start", "two values are compared"),
    ("repeated-synonym", "two values are compared; a warning"),
    (
        "too-few-synonyms",
        "a map counts by its languages; a warning",
    ),
    ("html", "no JSON"),
    (
        "missing-captions",
        "true of a recording that waits for them; a warning",
    ),
    (
        "missing-translation",
        "the event's language decides; a warning",
    ),
    ("link-not-possible", "a text is read; a warning"),
    ("not-json", "no JSON"),
    ("not-xml", "no JSON"),
    ("outside-event", "values are compared; a warning"),
    (
        "photo-incomplete",
        "true of a photograph that waits for its clearance, not of a cleared one; a warning",
    ),
    ("rule-not-followed", "no JSON"),
    ("series-goes-on", "no JSON"),
    ("truncated", "no JSON"),
    (
        "unknown-field",
        "allowed: a newer program may know it; a warning",
    ),
    (
        "published-missing",
        "true of an event whose recordings nobody looks for; a note",
    ),
    ("unknown-person", "a reference is followed"),
    ("unknown-talk", "a reference is followed"),
    ("unusual-kind", "kinds are open; a warning"),
];

/// The compiled schema.
pub(crate) struct Validator {
    schemas: Schemas,
    compiler: Compiler,
}

const NAME: &str = "https://nachlese.example/event.schema.json";

impl Validator {
    /// Compiles the schema; that it is one itself is checked too.
    pub(crate) fn new() -> Self {
        let mut compiler = Compiler::new();
        compiler.set_default_draft(boon::Draft::V2020_12);
        compiler.add_resource(NAME, schema()).unwrap();
        let schemas = Schemas::new();
        Self { schemas, compiler }
    }

    /// The schema at a place of the whole, `""` or for example `/$defs/Talk`.
    pub(crate) fn at(&mut self, pointer: &str) -> SchemaIndex {
        let place = format!("{NAME}#{pointer}");
        let compiled = self.compiler.compile(&place, &mut self.schemas);
        compiled.unwrap_or_else(|error| panic!("{pointer}: {error:#}"))
    }

    /// Whether a value is valid there.
    pub(crate) fn takes(&self, value: &Value, at: SchemaIndex) -> bool {
        self.schemas.validate(value, at).is_ok()
    }
}

#[test]
fn shipped_events_and_valid_fixtures_are_valid() {
    let mut validator = Validator::new();
    let whole = validator.at("");
    for file in valid_events() {
        let event: Value = serde_json::from_str(&read(&file)).unwrap();
        let result = validator.schemas.validate(&event, whole);
        assert!(
            result.is_ok(),
            "{}: {:#}",
            file.display(),
            result.unwrap_err()
        );
    }
}

#[test]
fn broken_files_are_invalid_where_a_schema_can_tell() {
    let mut validator = Validator::new();
    let whole = validator.at("");
    let advice = read(&root().join("crates/event/src/problem/advice.rs"));
    for file in files(&fixtures("broken"), &["json"]) {
        let code = file.file_stem().unwrap().to_str().unwrap();
        let event: Option<Value> = serde_json::from_slice(&fs::read(&file).unwrap()).ok();
        let is_refused = event.is_some_and(|event| !validator.takes(&event, whole));
        let reason = BEYOND.iter().find(|(beyond, _)| *beyond == code);
        // What an editor looks at is allowed by the format.
        let is_advice = advice.contains(&format!("=> \"{code}\""));
        let is_allowed = reason.is_some() || is_advice;
        assert_eq!(is_refused, !is_allowed, "{code}: {reason:?}");
    }
}

#[test]
fn the_event_that_it_shows_is_valid_and_found_without_fault() {
    let mut validator = Validator::new();
    let whole = validator.at("");
    let shown = &schema()["examples"][0];
    assert!(validator.takes(shown, whole));
    let (_, problems) = nachlese_reader::parse(&shown.to_string()).unwrap();
    assert_eq!(problems, []);
}

#[test]
fn is_the_same_text_each_time_and_lies_beside_the_shipped_events() {
    let (exit, text, stderr) = nachlese(&["schema"], "C");
    assert_eq!((exit, stderr.as_str()), (Exit::Fine, ""));
    assert_eq!(nachlese(&["schema"], "de_DE.UTF-8").1, text);
    assert!(text.starts_with("{\n") && text.ends_with("}\n"));
    compare(&root().join("public/event.schema.json"), &text);
}

#[test]
fn lies_in_the_bundle() {
    let dist = std::env::temp_dir().join(format!("nachlese-schema-{}", std::process::id()));
    fs::create_dir_all(&dist).unwrap();
    let shell = r#"<!doctype html><div data-nachlese="loading" data-event="event.json"></div>"#;
    fs::write(dist.join("index.html"), shell).unwrap();
    fs::copy(
        fixtures("valid").join("minimal.json"),
        dist.join("event.json"),
    )
    .unwrap();
    let (exit, _, stderr) = nachlese(&["prerender", &dist.display().to_string()], "C");
    let written = fs::read_to_string(dist.join("event.schema.json"));
    let packed = dist.join("event.schema.json.br").exists();
    fs::remove_dir_all(&dist).unwrap();
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert_eq!(written.unwrap(), nachlese_event::schema::text());
    assert!(packed);
}

#[test]
fn tells_editors_what_each_field_is_for() {
    let mut untold = Vec::new();
    let mut told = Vec::new();
    each("", &schema(), &mut |at, schema| {
        told.extend(schema["description"].as_str().map(str::to_owned));
        // The objects of rules have no type, and nothing to tell.
        let fields = schema["properties"].as_object();
        for (name, field) in fields
            .filter(|_| schema["type"] == "object")
            .into_iter()
            .flatten()
        {
            // The word of a section's type is told by its branch.
            if field["description"].is_null() && field["const"].is_null() {
                untold.push(format!("{at}/{name}"));
            }
        }
    });
    assert_eq!(untold, Vec::<String>::new());
    for left_of_rust in ["](", "[`", "::", "\n"] {
        let found = told.iter().find(|text| text.contains(left_of_rust));
        assert_eq!(found, None, "{left_of_rust}");
    }
}

/// Calls with every value in a document and its place.
fn each(at: &str, value: &Value, call: &mut impl FnMut(&str, &Value)) {
    call(at, value);
    match value {
        Value::Object(all) => {
            for (name, inner) in all {
                each(&format!("{at}/{name}"), inner, call);
            }
        }
        Value::Array(all) => {
            for (index, inner) in all.iter().enumerate() {
                each(&format!("{at}/{index}"), inner, call);
            }
        }
        _ => {}
    }
}
