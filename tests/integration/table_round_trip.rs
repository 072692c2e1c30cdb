//! A table that `export` wrote is read by `import` as the same programme.

use std::fs;

use nachlese_cli::Exit;
use serde_json::Value;

use crate::support::{nachlese, shipped_events};

/// What of an item a table holds, with texts in the event's language. A table has no soft hyphens,
/// and an import makes all blanks the same.
fn kept(talk: &Value, language: &str) -> Vec<String> {
    let text = |name: &str| match &talk[name] {
        Value::Object(texts) => texts.get(language).cloned().unwrap_or_default(),
        text => text.clone(),
    };
    let times = |name: &str| {
        let text = talk[name].as_str().unwrap_or_default();
        text.strip_suffix(":00")
            .filter(|_| text.len() > 16)
            .unwrap_or(text)
            .to_owned()
    };
    let mut kept = vec![times("start"), talk["duration"].to_string()];
    // A table has one column for what an item is called.
    let name = if talk["title"].is_null() {
        "topic"
    } else {
        "title"
    };
    for name in ["id", "kind", name, "abstract", "room", "track", "status"] {
        kept.push(
            text(name)
                .as_str()
                .unwrap_or_default()
                .replace(['\n', '\u{a0}'], " ")
                .replace('\u{ad}', ""),
        );
    }
    kept
}

#[test]
fn a_table_brings_its_programme_back() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("table.csv").display().to_string();
    for file in shipped_events() {
        let event: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let file = file.display().to_string();
        let language = event["language"].as_str().unwrap_or_default();
        for locale in ["de_DE", "C"] {
            let arguments = ["export", &file, "--format", "csv", "-o", &table];
            let (exit, _, stderr) = nachlese(&arguments, locale);
            assert_eq!(exit, Exit::Fine, "{file}: {stderr}");
            let (exit, again, stderr) = nachlese(&["import", &table], locale);
            assert_eq!(exit, Exit::Fine, "{file}: {stderr}");
            let again: Value = serde_json::from_str(&again).unwrap();
            let talks = |event: &Value| {
                let talks = event["talks"].as_array().cloned().unwrap_or_default();
                talks
                    .iter()
                    .map(|talk| kept(talk, language))
                    .collect::<Vec<_>>()
            };
            assert_eq!(talks(&event), talks(&again), "{file}, {locale}");
        }
    }
}
