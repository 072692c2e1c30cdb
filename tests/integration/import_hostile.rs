//! Foreign files that are damaged or meant to do harm: no panic, no hang, no deep recursion.

use nachlese_formats::import::{self, NativeZones, native_xml};
use nachlese_reader::ParseError;
use serde_json::{Value, json};

use crate::{
    hostile::pointers,
    import::foreign_files,
    support::{fixtures, read},
};

#[test]
fn a_wrong_value_costs_no_more_than_its_own_part() {
    let others = [
        json!(null),
        json!(-7.5),
        json!("\u{202e}x\u{0}"),
        json!([[]]),
        json!({"x": {}}),
        json!(true),
    ];
    for file in foreign_files()
        .iter()
        .filter(|file| file.extension().unwrap() == "json")
    {
        let document: Value = serde_json::from_str(&read(file)).unwrap();
        let talk_count = import::read(&document.to_string(), native_xml, NativeZones)
            .unwrap()
            .0
            .talks
            .len();
        for pointer in pointers(&document) {
            for other in &others {
                let mut damaged = document.clone();
                *damaged.pointer_mut(&pointer).unwrap() = other.clone();
                let read = import::read(&damaged.to_string(), native_xml, NativeZones);
                // A value within an item of a list of talks.
                let is_within = pointer
                    .split('/')
                    .filter(|step| step.parse::<u32>().is_ok())
                    .count()
                    > 1;
                if let Ok((event, _)) = read
                    && is_within
                {
                    assert!(event.talks.len() + 1 >= talk_count, "{pointer} = {other}");
                }
            }
        }
    }
}

#[test]
fn a_file_that_breaks_off_anywhere_is_an_error_or_the_good_part() {
    for file in foreign_files() {
        let text = read(&file);
        let text = text.trim_end();
        let is_calendar = text.starts_with("BEGIN");
        let ends = (1..text.len()).filter(|end| text.is_char_boundary(*end));
        for end in ends {
            let result = import::read(&text[..end], native_xml, NativeZones);
            assert!(
                is_calendar || result.is_err(),
                "{} cut at {end}",
                file.display()
            );
        }
    }
}

#[test]
fn xml_that_does_harm_is_refused() {
    let nested = format!(
        "<schedule>{}{}</schedule>",
        "<a>".repeat(500_000),
        "</a>".repeat(500_000)
    );
    let open = format!("<schedule>{}", "<a b='c'>".repeat(500_000));
    let pairs: Vec<_> = (0..100_000).map(|n| format!("a{n}='1'")).collect();
    let pairs = pairs.join(" ");
    let attributes = format!("<schedule {pairs}/>");
    let laughs = "<!DOCTYPE schedule [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><schedule>&b;</schedule>";
    for text in [
        nested.as_str(),
        &open,
        &attributes,
        laughs,
        "<schedule>&unknown;</schedule>",
        "<schedule><day></schedule></day>",
        "<schedule/><schedule/>",
        "<schedule a='1' a='2'/>",
        "<schedule a=1/>",
        "<schedule>&#0;</schedule>",
        "<schedule>x</schedule>y",
    ] {
        let result = import::read(text, native_xml, NativeZones);
        assert_eq!(
            result.err(),
            Some(ParseError::NotXml),
            "{}",
            &text[..text.len().min(60)]
        );
    }
    let html = "<!doctype html><html><body><schedule></schedule>";
    assert_eq!(
        import::read(html, native_xml, NativeZones).err(),
        Some(ParseError::Html)
    );
}

#[test]
fn characters_that_xml_forbids_are_blanks() {
    let text = "<schedule><conference><title>A\u{0}\u{b}B</title></conference></schedule>";
    let (event, _) = import::read(text, native_xml, NativeZones).unwrap();
    assert_eq!(event.title.in_event_language(&event.language), "A B");
}

#[test]
fn json_that_nests_deeply_is_an_error() {
    let deep = format!(
        "{{\"schedule\":{}1{}}}",
        "{\"days\":".repeat(100_000),
        "}".repeat(100_000)
    );
    assert!(matches!(
        import::read(&deep, native_xml, NativeZones),
        Err(ParseError::NotJson { .. })
    ));
}

#[test]
fn foreign_documents_of_other_sorts_get_the_usual_errors() {
    for (text, code) in [
        ("", "empty"),
        ("[]", "not-an-event"),
        ("{\"schedule\": 5}", "not-an-event"),
        ("{\"sessions\": []}", "not-an-event"),
        ("BEGIN:VCARD", "not-json"),
        ("<feed/>", "html"),
    ] {
        let found = import::read(text, native_xml, NativeZones)
            .err()
            .map(|error| error.code());
        assert_eq!(found, Some(code), "{text}");
    }
    let (event, _) = import::read("BEGIN:VCALENDAR", native_xml, NativeZones).unwrap();
    assert!(event.talks.is_empty());
}

#[test]
fn calendars_of_nothing_but_nesting_and_endless_lines_are_read() {
    // What grew with the square of their length would not come to an end here.
    for text in [
        format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(1_000_000)),
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:{}",
            "x\n y".repeat(2_000_000)
        ),
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:{}",
            "9".repeat(5_000_000)
        ),
    ] {
        // The first and the last have nothing that could be shown.
        let code = import::read(&text, native_xml, NativeZones)
            .err()
            .map(|error| error.code());
        assert!(code.is_none_or(|code| code == "no-talks"), "{code:?}");
    }
}

#[test]
fn huge_programmes_with_the_worst_defects_are_read() {
    let talks: Vec<_> = (0..20_000)
        .map(|n| {
            json!({"id": "same", "title": "T", "start": "x", "duration": {}, format!("unknown-{n}"): 1,
                   "persons": [{"id": 1, "name": format!("N{n}")}], "abstract": "*a _b `c [d ".repeat(20),
                   "links": [{"url": "x:y"}], "language": format!("l{n}")})
        })
        .collect();
    let text = json!({"schedule": {"events": talks}}).to_string();
    let (event, problems) = import::read(&text, native_xml, NativeZones).unwrap();
    assert_eq!(event.talks.len(), 20_000);
    assert!(problems.len() <= 10_200);
    let long = format!(
        "{{\"schedule\": {{\"events\": [{{\"title\": \"T\", \"abstract\": \"{}\"}}]}}}}",
        "![a](".repeat(2_000_000)
    );
    import::read(&long, native_xml, NativeZones).unwrap();
}

#[test]
fn the_fixtures_of_broken_files_are_errors_here_too() {
    for name in [
        "empty",
        "html",
        "not-an-event",
        "not-json",
        "not-xml",
        "no-talks",
        "too-new",
        "truncated",
    ] {
        let file = fixtures("broken").join(format!("{name}.json"));
        let error = import::read(&read(&file), native_xml, NativeZones).unwrap_err();
        assert_eq!(error.code(), name);
    }
}
