//! `event.schema.json` means the same to validators in Rust (boon), JavaScript (ajv, strict) and
//! Python (jsonschema).

use std::{fs, path::PathBuf, process::Command};

use nachlese_event::schema::schema;
use serde_json::{Value, json};

use crate::{
    schema::Validator,
    schema_agreement::changed_events,
    support::{files, fixtures, left_out, read, root, valid_events},
};

/// Documents of every kind: whole events, broken ones, and events with one changed value.
fn documents() -> Vec<Value> {
    let broken = files(&fixtures("broken"), &["json"]);
    let all = valid_events().into_iter().chain(broken);
    let read = all.filter_map(|file| serde_json::from_slice(&fs::read(file).unwrap()).ok());
    // None ends in a line break: for Python, `$` stands before one.
    let ids = [
        "a",
        "größe",
        "数学",
        "a.b",
        "-",
        "",
        "a b",
        "a/b",
        ".a",
        "a.",
        "con",
        "NUL.x",
        "cone",
        "a\u{200b}",
        "\u{1f600}",
    ];
    let named = ids.map(|id| {
        json!({"schemaVersion": 1, "id": id, "language": "de", "title": "T",
            "people": [{"id": id, "name": "N"}]})
    });
    // One in so many: Python takes its time.
    let changed = changed_events("full.json").into_iter().step_by(20);
    read.chain(named).chain(changed).collect()
}

/// Runs a validator and compares what it says of each document with boon.
fn agrees(command: &mut Command, script: &str) {
    let place = tempfile::tempdir().unwrap();
    let documents = documents();
    let at = |name: &str, value: &Value| {
        let file = place.path().join(name);
        fs::write(&file, value.to_string()).unwrap();
        file
    };
    let (schema, all) = (at("schema.json", &schema()), Value::from(documents.clone()));
    let script = root().join("tests/integration/validators").join(script);
    command
        .arg(script)
        .arg(schema)
        .arg(at("documents.json", &all));
    let done = command.output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    let verdicts = String::from_utf8(done.stdout).unwrap();
    assert_eq!(verdicts.trim().len(), documents.len());
    let mut validator = Validator::new();
    let whole = validator.at("");
    for (document, verdict) in documents.iter().zip(verdicts.chars()) {
        let is_valid = validator.takes(document, whole);
        assert_eq!(verdict == '1', is_valid, "{document:#}");
    }
}

/// Something that `.ci/setup test` brings.
fn brought(path: &str) -> Option<PathBuf> {
    let file = root().join(".cache").join(path);
    if !file.exists() {
        left_out(&format!(
            "there is no .cache/{path}; .ci/setup test brings it"
        ));
        return None;
    }
    Some(file)
}

#[test]
fn ajv_agrees() {
    if let Some(packages) = brought("npm/ajv").and_then(|ajv| Some(ajv.parent()?.to_owned())) {
        agrees(Command::new("node").env("NODE_PATH", packages), "ajv.cjs");
    }
}

#[test]
fn pythons_jsonschema_agrees() {
    if let Some(python) = brought("python/bin/python") {
        agrees(&mut Command::new(python), "python.py");
    }
}

#[test]
fn patterns_are_those_of_all_validators() {
    let text = read(&root().join("public/event.schema.json"));
    for special in [r"\\p", r"(?=", r"(?!", r"(?<", r"\\u{"] {
        assert!(!text.contains(special), "{special}");
    }
}
