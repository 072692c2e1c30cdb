//! Files of which nothing can be read: an error that says what they are, in every command.

use std::fs;

use nachlese_cli::Exit;
use nachlese_event::problem::Problem;
use nachlese_formats::import::{self, NativeZones, native_xml};
use nachlese_reader::ParseError;

use crate::support::nachlese;

/// What the file is, how many entries it has, and a part of what to take instead.
fn refused(text: &str) -> String {
    match import::read(text, native_xml, NativeZones) {
        Err(ParseError::NoTalks {
            shape,
            instead,
            count,
        }) => format!("{shape}: {count}, {instead}"),
        Err(error) => error.code().to_owned(),
        Ok((event, problems)) => {
            let codes: Vec<_> = problems.iter().map(Problem::code).collect();
            format!("{} talks, {}", event.talks.len(), codes.join(" "))
        }
    }
}

#[test]
fn says_what_a_file_is_of_which_nothing_can_be_read() {
    let titleless = r#"{"id": 1, "start": "10:00", "duration": "00:30", "subtitle": ""}"#;
    let schedule = |talk: &str| {
        format!(
            r#"{{"schedule": {{"conference": {{"title": "T", "acronym": "t", "language": "de",
                "days": [{{"date": "2026-05-01", "rooms": {{"A": [{talk}]}}}}]}}}}}}"#
        )
    };
    for (text, expected) in [
        (schedule(titleless), "schedule: 1, schedule.json: "),
        (schedule(""), "0 talks, no-items"),
        (
            "<schedule><day date='2026-05-01'><room name='A'><event id='1'><start>10:00</start>\
             </event></room></day></schedule>"
                .to_owned(),
            "schedule.xml: 1, `schedule/day/room/event/title`",
        ),
        (
            "<schedule><slots><slot><title>A</title><start>10:00</start></slot>\
             <slot><title>B</title><start>11:00</start></slot></slots></schedule>"
                .to_owned(),
            "schedule: 2, ",
        ),
        (
            "<?xml version='1.0'?><rss><channel><title>T</title><item><title>A</title>\
             <pubDate>x</pubDate></item></channel></rss>"
                .to_owned(),
            "<rss>: 1, schedule.xml, schedule.json, iCalendar",
        ),
        (
            "<programme><talk><title>A</title><begin>10:00</begin></talk></programme>".to_owned(),
            "<programme>: 1, ",
        ),
        ("<programme><a/></programme>".to_owned(), "html"),
        ("<programme><talk>".to_owned(), "html"),
        (
            "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:A\nEND:VTODO\nEND:VCALENDAR".to_owned(),
            "iCalendar: 1, `VEVENT` + `SUMMARY`",
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260501T100000\nEND:VEVENT\nEND:VCALENDAR"
                .to_owned(),
            "iCalendar: 1, ",
        ),
        (
            r#"{"sessions": [{"id": "1", "title": "A", "status": "Declined"}], "rooms": []}"#
                .to_owned(),
            "Sessionize All Data: 1, ",
        ),
        (
            r#"{"talks": [{"code": "A", "start": "2026-05-01T10:00", "title": ""}], "rooms": []}"#
                .to_owned(),
            "pretalx widget: 1, ",
        ),
        (
            r#"{"title": "T", "sessions": [{"title": "A", "startsAt": "2026-05-01T10:00"}]}"#
                .to_owned(),
            "JSON: 1, `Sessionize All Data`",
        ),
        (
            r#"{"talks": [{"name": "A", "start": "10:00"}]}"#.to_owned(),
            "JSON: 1, event.json",
        ),
        (
            r#"[{"title": "A", "start": "10:00", "persons": []}]"#.to_owned(),
            "JSON: 1, schedule.json",
        ),
        (r#"[{"title": "A"}]"#.to_owned(), "not-an-event"),
        (r#"{"title": "T"}"#.to_owned(), "0 talks, "),
        (r#"{"talks": []}"#.to_owned(), "JSON: 0, event.json"),
        (
            "<feed><entry><title>A</title><updated>x</updated></entry></feed>".to_owned(),
            "<feed>: 1, ",
        ),
        (
            "<icalendar><vcalendar><components><vevent><properties><summary><text>A</text>\
             </summary></properties></vevent></components></vcalendar></icalendar>"
                .to_owned(),
            "<icalendar>: 1, schedule.xml, schedule.json, iCalendar",
        ),
    ] {
        let found = refused(&text);
        assert!(found.starts_with(expected), "{found}, of {text}");
    }
}

#[test]
fn every_command_fails_and_says_so() {
    let folder = std::env::temp_dir().join(format!("nachlese-nothing-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("grid.json").display().to_string();
    let grid = r#"[{"date": "2026-05-02", "rooms": [{"id": 3, "name": "Laube", "sessions":
        [{"title": "A", "startsAt": "2026-05-02T09:00:00"}]}]}]"#;
    fs::write(&file, grid).unwrap();
    for (locale, sentence) in [
        (
            "C",
            "No entry of this file can be imported (Sessionize GridSmart; entries: 1). What can be read \
             instead: `Sessionize All Data` (…/view/All)",
        ),
        (
            "de_DE",
            "Aus dieser Datei lässt sich kein Eintrag übernehmen (Sessionize GridSmart; Einträge: 1). \
             Lesbar ist stattdessen: `Sessionize All Data` (…/view/All)",
        ),
    ] {
        for command in [
            &["check", &file][..],
            &["import", &file],
            &["export", &file, "--format", "ics"],
        ] {
            let (exit, stdout, stderr) = nachlese(command, locale);
            assert_eq!((exit, stdout.as_str()), (Exit::Failed, ""), "{command:?}");
            let code = format!("[no-talks] {file}: {sentence}");
            assert!(stderr.contains(&code), "{command:?}: {stderr}");
        }
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn counts_what_is_lost_in_the_last_line() {
    let folder = std::env::temp_dir().join(format!("nachlese-lost-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("lost.json").display().to_string();
    let lost = r#"{"schedule": {"conference": {"title": "T", "acronym": "t"}, "events": [
        {"title": "A", "language": "de"}, {"id": 2, "language": "de"}]}}"#;
    fs::write(&file, lost).unwrap();
    for (locale, end) in [
        ("C", "; 1 of 2 entries not imported"),
        ("de_DE", "; 1 von 2 Einträgen nicht übernommen"),
    ] {
        let (exit, _, stderr) = nachlese(&["import", &file], locale);
        assert_eq!(exit, Exit::Findings);
        assert!(stderr.trim_end().ends_with(end), "{stderr}");
    }
    fs::remove_dir_all(&folder).unwrap();
}
