//! What the exports write, against the formats' own rules.

use std::{collections::HashSet, path::Path, process::Command};

use nachlese_event::{Event, Href};
use nachlese_formats::export::{
    Edition, Site, calendar, schedule_json, schedule_json2, schedule_xml,
};
use nachlese_reader::parse;
use serde_json::Value;

use crate::support::{left_out, read, root, valid_events};

/// Calls with every valid event that has a day, with and without an address.
pub(crate) fn with_each(check: impl Fn(&Edition<'_>, &Event, &Path)) {
    let base = Href::new("https://nachlese.example/x/").unwrap();
    for file in valid_events() {
        let (event, _) = parse(&read(&file)).unwrap();
        if event.when.is_none() {
            continue;
        }
        for site in [Site::unknown(), Site::at(&base, "events/x/").unwrap()] {
            check(&Edition::new(&event, &event.language, &site), &event, &file);
        }
    }
}

/// A file of the shared corpus, unless it is not there.
fn shared_schema(name: &str) -> Option<std::path::PathBuf> {
    let file = root().join("../shared/corpus/schema").join(name);
    if !file.exists() {
        println!("skipped: there is no {}", file.display());
        return None;
    }
    Some(file)
}

#[test]
fn calendars_keep_to_the_lines_of_rfc_5545() {
    with_each(|edition, event, file| {
        let text = calendar::event(edition).unwrap();
        assert!(
            text.split("\r\n")
                .all(|line| line.len() <= 75 && !line.contains('\n'))
        );
        let unfolded = text.replace("\r\n ", "");
        let values = |name: &str| -> Vec<_> {
            let lines = unfolded.lines().filter_map(|line| line.strip_prefix(name));
            lines.map(str::to_owned).collect()
        };
        let uids = values("UID:");
        let timed = event
            .talks
            .iter()
            .filter(|talk| talk.start.is_some())
            .count();
        assert_eq!(uids.len(), timed + 1, "{}", file.display());
        assert_eq!(uids.iter().collect::<HashSet<_>>().len(), uids.len());
        let defined = values("TZID:");
        for line in values("DTSTART;TZID=").iter().chain(&values("DTEND;TZID=")) {
            let (zone, _) = line.split_once(':').unwrap();
            assert!(defined.iter().any(|name| name == zone), "{line}");
        }
    });
}

#[test]
fn munichs_calendar_has_no_invented_clock_time() {
    let file = root().join("public/events/ki-stadtratshearing-2024/event.json");
    let (event, _) = parse(&read(&file)).unwrap();
    let site = Site::unknown();
    let edition = Edition::new(&event, &event.language, &site);
    let whole = calendar::event(&edition).unwrap();
    assert_eq!(whole.matches("BEGIN:VEVENT").count(), 1);
    let talks = event
        .talks
        .iter()
        .map(|talk| calendar::talk(&edition, talk).unwrap());
    for text in talks.chain([whole]) {
        assert!(text.contains("DTSTART;VALUE=DATE:20240607\r\n"), "{text}");
        assert!(text.contains("DTEND;VALUE=DATE:20240608\r\n"), "{text}");
        assert!(!text.contains("VTIMEZONE"), "{text}");
    }
}

#[test]
fn schedule_json_is_valid_for_c3voc() {
    let Some(file) = shared_schema("schedule-v1.schema.json") else {
        return;
    };
    let schema: Value = serde_json::from_str(&read(&file)).unwrap();
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    let name = "https://c3voc.de/schedule/schema.json";
    compiler.add_resource(name, schema).unwrap();
    let mut schemas = boon::Schemas::new();
    let schema = compiler.compile(name, &mut schemas).unwrap();
    with_each(|edition, _, file| {
        let json = schedule_json::schedule_json(edition).unwrap();
        let valid = schemas.validate(&json, schema);
        assert!(valid.is_ok(), "{}: {valid:#?}", file.display());
    });
    assert!(
        schemas
            .validate(&serde_json::json!({"schedule": {}}), schema)
            .is_err()
    );
}

#[test]
fn version_2_is_valid_for_the_draft_of_c3voc() {
    let Some(file) = shared_schema("schedule-v2.schema.json") else {
        return;
    };
    let mut schema: Value = serde_json::from_str(&read(&file)).unwrap();
    // Its pattern looks ahead, which the validator's regular expressions cannot.
    let duration = schema["definitions"]["Duration"].as_object_mut().unwrap();
    duration.remove("pattern");
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    let name = "https://c3voc.de/schema/schedule2";
    compiler.add_resource(name, schema).unwrap();
    let mut schemas = boon::Schemas::new();
    let schema = compiler.compile(name, &mut schemas).unwrap();
    with_each(|edition, _, file| {
        let json = schedule_json2::schedule_json2(edition).unwrap();
        let valid = schemas.validate(&json, schema);
        assert!(valid.is_ok(), "{}: {valid:#?}", file.display());
    });
}

#[test]
fn schedule_xml_is_valid_for_c3voc() {
    let Some(schema) = shared_schema("schedule.xml.xsd") else {
        return;
    };
    let file = std::env::temp_dir().join(format!("nachlese-schedule-{}.xml", std::process::id()));
    with_each(|edition, _, source| {
        std::fs::write(&file, schedule_xml::schedule_xml(edition).unwrap()).unwrap();
        let xmllint = Command::new("xmllint")
            .args(["--nonet", "--noout", "--schema"])
            .args([&schema, &file])
            .output();
        match xmllint {
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stderr);
                assert!(output.status.success(), "{}: {said}", source.display());
            }
            Err(error) => left_out(&format!("there is no xmllint ({error})")),
        }
    });
    std::fs::remove_file(&file).ok();
}

#[test]
fn items_of_the_schedule_have_ids_of_their_own() {
    with_each(|edition, event, _| {
        let json = schedule_json::schedule_json(edition).unwrap();
        let mut seen = HashSet::new();
        let mut count = 0;
        for day in json["schedule"]["conference"]["days"].as_array().unwrap() {
            for item in day["rooms"]
                .as_object()
                .unwrap()
                .values()
                .flat_map(|it| it.as_array().unwrap())
            {
                count += 1;
                for name in ["guid", "id", "slug", "url"] {
                    assert!(
                        seen.insert(format!("{name} {}", item[name])),
                        "{name}: {item}"
                    );
                }
            }
        }
        assert_eq!(count, event.talks.len());
    });
}
