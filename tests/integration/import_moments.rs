//! Moments of other programs' files, told on the clock at the event: what each format writes, and
//! when and how long it is then. Tables: `zone | beginning | end | day, clock, minutes`.

use jiff::civil::DateTime;
use nachlese_event::{Event, Seconds};
use nachlese_formats::{
    export::{Edition, Site, calendar, schedule_json, schedule_xml},
    import::{self, NativeZones, native_xml},
};
use nachlese_reader::parse;

/// The event, and the codes of the findings.
fn read(text: &str) -> (Event, Vec<&'static str>) {
    let (event, problems) = import::read(text, native_xml, NativeZones).unwrap();
    let codes = problems.iter().map(nachlese_event::problem::Problem::code);
    (event, codes.collect())
}

/// `06-12 09:00 45`: day, clock and minutes of each talk.
fn lines(event: &Event) -> Vec<String> {
    let talks = event.talks.iter().map(|talk| {
        let start = talk.start.unwrap().strftime("%m-%d %H:%M");
        let minutes = talk.duration.map_or(0, |Seconds(length)| length / 60);
        format!("{start} {minutes}")
    });
    talks.collect()
}

/// The rows of a table; `-` is an empty cell.
fn rows<const CELLS: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; CELLS]> {
    table.trim().lines().map(|line| {
        let cells = line.split('|').map(|cell| cell.trim().trim_matches('-'));
        let cells: Vec<_> = cells.collect();
        cells.try_into().unwrap()
    })
}

/// How a format writes one item: the event's zone, if there is one, the beginning and the end.
type Format = fn(&str, &str, &str) -> String;

const FORMATS: [Format; 5] = [ics, widget, sessionize, second, xml];

fn ics(zone: &str, start: &str, end: &str) -> String {
    let property = |name: &str, time: &str| {
        let (time, zone) = match time.split_once('[') {
            Some((time, zone)) => (time, format!(";TZID={}", zone.trim_end_matches(']'))),
            None => (time, String::new()),
        };
        format!("{name}{zone}:{}\n", time.replace(['-', ':'], ""))
    };
    let head = match zone {
        "" => String::new(),
        zone => format!("X-WR-TIMEZONE:{zone}\n"),
    };
    let times = property("DTSTART", start) + &property("DTEND", end);
    let entry = format!("BEGIN:VEVENT\nUID:a\nSUMMARY:A\n{times}END:VEVENT\n");
    format!("BEGIN:VCALENDAR\n{head}{entry}END:VCALENDAR\n")
}

fn widget(zone: &str, start: &str, end: &str) -> String {
    format!(
        r#"{{"timezone": "{zone}", "rooms": [],
            "talks": [{{"code": "A", "title": "A", "start": "{start}", "end": "{end}"}}]}}"#
    )
}

fn sessionize(zone: &str, start: &str, end: &str) -> String {
    let text = widget(zone, start, end).replace("talks", "sessions");
    text.replace("\"start\"", "\"startsAt\"")
        .replace("\"end\"", "\"endsAt\"")
}

fn second(zone: &str, start: &str, end: &str) -> String {
    format!(
        r#"{{"schedule": {{"conference": {{"title": "T", "time_zone_name": "{zone}"}},
            "events": [{{"guid": "a", "title": "A", "start": "{start}", "end": "{end}"}}]}}}}"#
    )
}

fn xml(zone: &str, start: &str, end: &str) -> String {
    format!(
        "<schedule><conference><title>T</title><time_zone_name>{zone}</time_zone_name>
         </conference><day date='2026-06-12'><room name='R'><event id='1'><title>A</title>
         <date>{start}</date><end>{end}</end></event></room></day></schedule>"
    )
}

/// What all formats write: `Z`, or the clock at the event.
const UNIVERSAL_AND_FLOATING: &str = "
Europe/Berlin       | 2026-06-12T07:00:00Z | 2026-06-12T07:45:00Z | 06-12 09:00 45
Europe/Berlin       | 2026-06-12T22:30:00Z | 2026-06-12T23:15:00Z | 06-13 00:30 45
Europe/Berlin       | 2026-06-12T09:00:00  | 2026-06-12T09:45:00  | 06-12 09:00 45
Europe/Berlin       | 2026-06-12T09:00:00  | 2026-06-12T07:45:00Z | 06-12 09:00 45
Europe/Berlin       | 2026-06-12T07:00:00Z | 2026-06-12T09:45:00  | 06-12 09:00 45
Europe/Berlin       | 2026-03-29T01:30:00  | 2026-03-29T03:30:00  | 03-29 01:30 60
Europe/Berlin       | 2026-03-29T00:30:00Z | 2026-03-29T01:30:00Z | 03-29 01:30 60
Europe/Berlin       | 2026-10-25T01:30:00  | 2026-10-25T03:30:00  | 10-25 01:30 180
Europe/Berlin       | 2026-10-25T00:30:00Z | 2026-10-25T01:00:00Z | 10-25 02:30 30
Europe/Berlin       | 2026-10-25T02:30:00  | 2026-10-25T03:30:00  | 10-25 02:30 120
Europe/Berlin       | 2026-03-29T02:30:00  | 2026-03-29T04:00:00  | 03-29 03:30 30
Europe/Berlin       | 2026-03-29T01:30:00  | 2026-03-29T02:30:00  | 03-29 01:30 60
Europe/Berlin       | 2026-10-24T23:30:00Z | 2026-10-25T01:30:00Z | 10-25 01:30 120
Asia/Kolkata        | 2026-06-12T20:00:00Z | 2026-06-12T20:30:00Z | 06-13 01:30 30
America/St_Johns    | 2026-06-12T01:00:00Z | 2026-06-12T02:00:00Z | 06-11 22:30 60
America/Los_Angeles | 2026-06-12T03:00:00Z | 2026-06-12T03:30:00Z | 06-11 20:00 30
Pacific/Auckland    | 2026-06-11T22:00:00Z | 2026-06-11T23:00:00Z | 06-12 10:00 60
UTC                 | 2026-06-12T07:00:00Z | 2026-06-12T07:45:00Z | 06-12 07:00 45
-                   | 2026-06-12T07:00:00Z | 2026-06-12T07:45:00Z | 06-12 07:00 45
-                   | 2026-06-12T07:00:00  | 2026-06-12T07:45:00  | 06-12 07:00 45
Europe/Berln        | 2026-06-12T07:00:00  | 2026-06-12T07:45:00  | 06-12 07:00 45
";

/// What all formats but calendars write.
const OFFSETS: &str = "
Europe/Berlin | 2026-06-12T07:00:00+00:00 | 2026-06-12T07:45:00+00:00 | 06-12 09:00 45
Europe/Berlin | 2026-06-12T10:00:00+03:00 | 2026-06-12T09:45:00+02:00 | 06-12 09:00 45
Europe/Berlin | 2026-06-12T11:00:00+02:00 | 2026-06-12T09:30:00Z      | 06-12 11:00 30
Europe/Berlin | 2026-06-12T12:30:00+05:30 | 2026-06-12T00:45:00-07:00 | 06-12 09:00 45
Europe/Berlin | 2026-06-11T23:30:00-07:00 | 2026-06-12T08:45:00       | 06-12 08:30 15
-             | 2026-06-12T09:00:00+02:00 | 2026-06-12T09:45:00+02:00 | 06-12 09:00 45
-             | 2026-06-12T07:00:00Z      | 2026-06-12T09:45:00+02:00 | 06-12 09:00 45
-             | 2026-10-25T02:30:00+02:00 | 2026-10-25T02:15:00+01:00 | 10-25 02:30 45
Europe/Berlin | 2026-10-24T00:00:00+02:00 | 2026-10-26T00:00:00+01:00 | 10-24 00:00 2880
";

/// What calendars write: each end has a zone of its own.
const ZONES: &str = "
Europe/Berlin | 2026-06-12T03:00:00[America/New_York] | 2026-06-12T09:45:00[Europe/Berlin]   | 06-12 09:00 45
Europe/Berlin | 2026-06-12T13:00:00[Asia/Kolkata]     | 2026-06-12T08:00:00Z                 | 06-12 09:30 30
-             | 2026-06-12T09:00:00[Europe/Berlin]    | 2026-06-12T08:45:00[Europe/London]   | 06-12 09:00 45
-             | 2026-03-29T02:30:00[Europe/Berlin]    | 2026-03-29T04:00:00[Europe/Berlin]   | 03-29 03:30 30
Europe/Berlin | 2026-06-12T09:00:00[Europe/Muenchen]  | 2026-06-12T09:45:00[Europe/Muenchen] | 06-12 09:00 45
";

#[test]
fn every_format_tells_moments_on_the_clock_at_the_event() {
    let check = |formats: &[Format], table| {
        for [zone, start, end, expected] in rows(table) {
            for format in formats {
                let text = format(zone, start, end);
                let (event, codes) = read(&text);
                assert_eq!(lines(&event), [expected], "{text}");
                let names = [zone, start].join(" ");
                let is_unknown = ["Berln", "Muenchen"]
                    .iter()
                    .any(|name| names.contains(name));
                assert_eq!(codes.contains(&"unknown-time-zone"), is_unknown, "{text}");
                // A file that lists its days may have talks in the night after them.
                if !text.contains("<day") {
                    let day = event.talks[0].start.map(DateTime::date);
                    assert_eq!(event.when.map(|when| when.first_day()), day, "{text}");
                }
            }
        }
    };
    check(&FORMATS, UNIVERSAL_AND_FLOATING);
    check(&FORMATS[1..], OFFSETS);
    check(&[ics], ZONES);
}

/// `zone | date | clock | day, clock, minutes | finding`.
const DATES_BESIDE_CLOCKS: &str = "
Europe/Berlin    | 2026-06-12T09:00:00+02:00 | 09:00 | 06-12 09:00 30 | -
Europe/Berlin    | 2026-06-12T07:00:00Z      | 09:00 | 06-12 09:00 30 | -
Europe/Berlin    | 2026-06-12T22:30:00Z      | 00:30 | 06-13 00:30 30 | -
Europe/Berlin    | 2026-06-12T07:00:00Z      | 07:00 | 06-12 09:00 30 | -
Europe/Berlin    | 2026-06-12T10:00:00+03:00 | 10:00 | 06-12 09:00 30 | -
Pacific/Auckland | 2026-01-11T22:00:00Z      | 11:00 | 01-12 11:00 30 | -
Europe/Berlin    | 2026-06-12T09:00:00+02:00 | 10:00 | 06-12 10:00 30 | -
UTC              | 2026-06-12T09:00:00+01:00 | 09:00 | 06-12 09:00 30 | doubtful-time-zone
UTC              | 2026-06-12T09:00:00+01:00 | 08:00 | 06-12 08:00 30 | -
-                | 2026-06-12T22:30:00Z      | 00:30 | 06-13 00:30 30 | -
-                | 2026-06-12T09:00:00Z      | 09:00 | 06-12 09:00 30 | -
-                | 2026-06-12T09:00:00+02:00 | 09:00 | 06-12 09:00 30 | -
Berlin           | 2026-06-12T09:00:00+02:00 | 09:00 | 06-12 09:00 30 | unknown-time-zone
";

const ABOUT_ZONES: [&str; 4] = [
    "mixed-offsets",
    "utc-time",
    "doubtful-time-zone",
    "unknown-time-zone",
];

/// Checks that of the findings about zones only this one was made, or none.
fn check_finding(codes: &[&str], expected: &str, text: &str) {
    for code in ABOUT_ZONES {
        assert_eq!(codes.contains(&code), code == expected, "{code} {text}");
    }
}

#[test]
fn a_date_beside_a_clock_agrees_or_the_clock_is_believed() {
    for [zone, date, start, expected, code] in rows(DATES_BESIDE_CLOCKS) {
        let item = format!(
            r#"{{"id": 1, "title": "A", "date": "{date}", "start": "{start}", "duration": "00:30"}}"#
        );
        let text = format!(
            r#"{{"schedule": {{"conference": {{"title": "T", "time_zone_name": "{zone}",
                "days": [{{"date": "2026-06-12", "rooms": {{"R": [{item}]}}}}]}}}}}}"#
        );
        let (event, codes) = read(&text);
        assert_eq!(lines(&event), [expected], "{text}");
        check_finding(&codes, code, &text);
    }
}

/// `zone | beginnings | the event's zone | days and clocks | finding`. In turn: universal and local
/// time; nothing but universal time; a change of the clocks, three times; the hour that comes
/// twice; somebody far away, twice; nobody knows which clock it is, twice.
const TOGETHER: &str = "
-             | 2026-06-12T07:00:00Z, 2026-06-12T10:00:00+02:00 | - | 06-12 09:00, 06-12 10:00 | -
-             | 2026-06-12T07:00:00Z, 2026-06-12T08:00:00+00:00 | UTC | 06-12 07:00, 06-12 08:00 | -
Nowhere       | 2026-06-12T07:00:00Z | UTC | 06-12 07:00 | unknown-time-zone
-             | 2026-10-24T10:00:00+02:00, 2026-10-25T10:00:00+01:00, 2026-10-25T11:00:00Z | - | 10-24 10:00, 10-25 10:00, 10-25 12:00 | -
-             | 2026-03-28T10:00:00Z, 2026-03-29T10:00:00+01:00 | - | 03-28 11:00, 03-29 10:00 | -
-             | 2026-10-24T10:00:00+01:00, 2026-10-25T10:00:00+00:00 | - | 10-24 10:00, 10-25 10:00 | -
Europe/Berlin | 2026-10-25T02:15:00+01:00, 2026-10-25T02:30:00+02:00 | Europe/Berlin | 10-25 02:30, 10-25 02:15 | -
-             | 2026-06-12T10:00:00+02:00, 2026-06-12T09:00:00-04:00, 2026-06-12T11:00:00+02:00 | - | 06-12 10:00, 06-12 11:00, 06-12 15:00 | mixed-offsets
Europe/Berlin | 2026-06-12T09:00:00-04:00, 2026-06-12T10:00:00 | Europe/Berlin | 06-12 10:00, 06-12 15:00 | -
-             | 2026-06-12T07:00:00Z, 2026-06-12T10:00:00 | - | 06-12 07:00, 06-12 10:00 | utc-time
w. europe     | 2026-06-12T10:00:00 | w. europe | 06-12 10:00 | unknown-time-zone
";

#[test]
fn several_items_tell_the_zone_together() {
    for [zone, starts, name, expected, code] in rows(TOGETHER) {
        let item = |start: &str| format!(r#"{{"title": "A", "start": "{start}", "duration": 30}}"#);
        let items: Vec<_> = starts.split(", ").map(item).collect();
        let items = items.join(",");
        let text = format!(r#"{{"timezone": "{zone}", "rooms": [], "talks": [{items}]}}"#);
        let (event, codes) = read(&text);
        let expected: Vec<_> = expected.split(", ").map(|it| format!("{it} 30")).collect();
        assert_eq!(lines(&event), expected, "{text}");
        assert_eq!(event.time_zone.unwrap_or_default(), name, "{text}");
        check_finding(&codes, code, &text);
    }
}

#[test]
fn the_bounds_of_an_event_are_moments_too() {
    let text = r#"{"schedule": {"conference": {"title": "T", "time_zone_name": "Europe/Berlin",
        "start": "2026-06-11T22:00:00Z", "end": "2026-06-13T21:59:00+00:00"},
        "events": [{"title": "A", "start": "2026-06-12T08:00:00Z", "duration": "00:30"}]}}"#;
    let when = read(text).0.when.unwrap();
    assert_eq!(when.first_day().to_string(), "2026-06-12");
    assert_eq!(when.last_day().to_string(), "2026-06-13");
}

/// `zone | beginning and length of each`.
const OVER_CHANGES: &str = "
Europe/Berlin       | 2026-10-24T23:30 PT3H, 2026-10-25T01:30 PT2H, 2026-10-25T02:30 PT30M
Europe/Berlin       | 2026-03-28T23:30 PT3H, 2026-03-29T01:30 PT30M, 2026-03-29T01:45 PT6H
America/St_Johns    | 2026-03-08T01:30 PT1H, 2026-03-07T23:00 PT6H, 2026-11-01T01:15 PT45M
Australia/Lord_Howe | 2026-04-05T01:15 PT45M, 2026-04-05T01:45 PT15M
UTC                 | 2026-06-12T23:30 PT1H
";

#[test]
fn what_is_exported_over_a_change_of_the_clocks_comes_back() {
    for [zone, talks] in rows(OVER_CHANGES) {
        let talks = talks.split(", ").zip('a'..).map(|(talk, id)| {
            let (start, length) = talk.split_once(' ').unwrap();
            format!(
                r#"{{"id": "{id}", "kind": "talk", "title": "{id}", "start": "{start}",
                    "duration": "{length}", "room": "R"}}"#
            )
        });
        let talks = talks.collect::<Vec<_>>().join(",");
        let text = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "T",
                "timeZone": "{zone}", "talks": [{talks}]}}"#
        );
        let (event, _) = parse(&text).unwrap();
        let site = Site::unknown();
        let edition = Edition::new(&event, &event.language, &site);
        let mut expected = lines(&event);
        expected.sort();
        for text in [
            schedule_json::schedule_json(&edition).unwrap().to_string(),
            schedule_xml::schedule_xml(&edition).unwrap(),
            calendar::event(&edition).unwrap(),
        ] {
            let (again, _) = read(&text);
            assert_eq!(again.time_zone.as_deref(), Some(zone));
            let mut found = lines(&again);
            found.sort();
            assert_eq!(found, expected, "{text}");
        }
    }
}
