//! What `docs/editors.md` tells editors to write is read as it says.

use nachlese_reader::parse;
use serde_json::{Value, json};

use crate::support::{read, root};

/// The codes of what is found in an event.
fn findings(event: &str) -> Vec<String> {
    match parse(event) {
        Ok((_, problems)) => problems
            .iter()
            .map(|problem| format!("{} {}", problem.path, problem.code()))
            .collect(),
        Err(error) => vec![error.to_string()],
    }
}

fn page() -> String {
    read(&root().join("docs/editors.md"))
}

#[test]
fn whole_events_have_no_findings() {
    let page = page();
    let blocks = page.split("```json\n").skip(1);
    let blocks = blocks.filter_map(|rest| rest.split("\n```").next());
    let events: Vec<_> = blocks
        .filter(|block| block.contains("schemaVersion"))
        .collect();
    assert_eq!(events.len(), 2, "the first event and the full example");
    for event in events {
        assert_eq!(findings(event), Vec::<String>::new(), "{event}");
    }
}

/// Puts a row's examples where the row says.
fn with(says: &str, examples: &[Value]) -> Value {
    let mut event = json!({
        "schemaVersion": 1, "id": "test", "language": "en", "title": "Test", "published": "2026-03-05",
        "people": [{"id": "ada", "name": "Ada Example"}],
        "talks": [
            {
                "id": "opening", "kind": "talk", "title": "Opening", "people": [{"person": "ada", "part": "speaker"}],
                "recording": {"status": "released", "sources": [{"provider": "file", "url": "opening.mp4"}]},
            },
            {"id": "discussion", "kind": "panel", "title": "Discussion", "people": [{"person": "ada", "part": "panelist"}]},
        ],
        "sections": [{"type": "talks"}],
    });
    for example in examples {
        if example.get("type").is_some() {
            if let Some(sections) = event["sections"].as_array_mut() {
                sections.push(example.clone());
            }
            continue;
        }
        let place = if example.get("provider").is_some() {
            event["talks"][0]["recording"]["sources"][0] = example.clone();
            continue;
        } else if says.contains("in the event") {
            &mut event
        } else if says.contains("in the recording") {
            &mut event["talks"][0]["recording"]
        } else if example["kind"] == "panel" {
            &mut event["talks"][1]
        } else {
            &mut event["talks"][0]
        };
        for (name, value) in example.as_object().into_iter().flatten() {
            place[name] = value.clone();
        }
    }
    // Without them, the recording would be a finding.
    let captions = &mut event["talks"][0]["recording"]["captions"];
    if captions.is_null() {
        *captions = json!([{"url": "opening.en.vtt", "language": "en", "origin": "human"}]);
    }
    event
}

/// An object, or fields without the braces around them. What is shortened by „…“ is none.
fn example(code: &str) -> Option<Value> {
    let is_object = code.starts_with('{');
    if code.contains('…') || !(is_object || code.starts_with('"')) {
        return None;
    }
    let text = if is_object {
        code.to_owned()
    } else {
        format!("{{{code}}}")
    };
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{code}: {error}")))
}

#[test]
fn each_row_of_what_one_has_can_be_written_so() {
    let page = page();
    let table = page
        .split("| I have | I write |")
        .nth(1)
        .unwrap_or_default();
    let rows = table.trim_start().lines().skip(1);
    let mut count = 0;
    for row in rows.take_while(|line| line.starts_with('|')) {
        let examples: Vec<_> = row
            .split('`')
            .skip(1)
            .step_by(2)
            .filter_map(example)
            .collect();
        if examples.is_empty() {
            continue;
        }
        count += 1;
        let event = with(row, &examples).to_string();
        assert_eq!(findings(&event), Vec::<String>::new(), "{row}");
    }
    assert!(count >= 12, "{count} rows with examples");
}
