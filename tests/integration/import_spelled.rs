//! Clock times and durations that people have spelled in another way: what each format reads, or
//! the finding. Table: `beginning | duration | day, clock, minutes | finding`.

use nachlese_formats::import::{NativeZones, native_xml, read_any};

const SPELLED: &str = "
9:00      | 00:45       | 06-12 09:00 45  | -
9.00      | 90 min      | 06-12 09:00 90  | -
09.00 Uhr | 90 Min.     | 06-12 09:00 90  | -
09:00 AM  | 1h30        | 06-12 09:00 90  | -
9 PM      | 1:30 h      | 06-12 21:00 90  | -
9h30      | PT90M       | 06-12 09:30 90  | -
24:00     | 1,5 Std.    | 06-13 00:00 90  | -
9:00      | 1.30 h      | 06-12 09:00 -   | invalid-time
9:00      | 1:30 min    | 06-12 09:00 -   | invalid-time
9:00      | 45-60 min   | 06-12 09:00 -   | invalid-time
13 AM     | 45          | - 45            | invalid-date
neun      | 45          | - 45            | invalid-date
24:30     | 45          | - 45            | invalid-date
";

/// How a format writes an item with a beginning and a duration.
type Format = fn(&str, &str) -> String;

fn json(start: &str, duration: &str) -> String {
    format!(
        r#"{{"schedule": {{"conference": {{"title": "T", "days": [{{"date": "2026-06-12", "rooms":
            {{"R": [{{"id": 1, "title": "A", "start": "{start}", "duration": "{duration}"}}]}}}}]}}}}}}"#
    )
}

fn xml(start: &str, duration: &str) -> String {
    format!(
        "<schedule><conference><title>T</title></conference><day date='2026-06-12'><room name='R'>
         <event id='1'><title>A</title><start>{start}</start><duration>{duration}</duration></event>
         </room></day></schedule>"
    )
}

/// A day and a clock time in one text.
fn widget(start: &str, duration: &str) -> String {
    format!(
        r#"{{"rooms": [], "talks": [{{"code": "A", "title": "A", "start": "2026-06-12 {start}",
            "duration": "{duration}"}}]}}"#
    )
}

fn table(start: &str, duration: &str) -> String {
    format!("Titel;Datum;Beginn;Dauer\nA;2026-06-12;{start};\"{duration}\"\n")
}

#[test]
fn reads_what_can_only_mean_one_time_and_tells_the_rest() {
    let formats: [Format; 4] = [json, xml, widget, table];
    for row in SPELLED.trim().lines() {
        let cells: Vec<_> = row.split('|').map(str::trim).collect();
        let [start, duration, expected, code] = cells[..] else {
            panic!("{row}");
        };
        for format in formats {
            let text = format(start, duration);
            let (event, problems) = read_any(&text, native_xml, NativeZones).unwrap();
            let talk = &event.talks[0];
            let begins = talk.start.map(|start| start.strftime("%m-%d %H:%M"));
            let begins = begins.map_or_else(|| "-".to_owned(), |it| it.to_string());
            let length = talk.duration.map(|length| (length.0 / 60).to_string());
            let length = length.unwrap_or_else(|| "-".to_owned());
            assert_eq!(format!("{begins} {length}"), expected, "{text}");
            let told = problems.iter().map(|problem| match problem.code() {
                "invalid-clock-time" => "invalid-date",
                code => code,
            });
            let told = told.filter(|code| code.starts_with("invalid-"));
            assert_eq!(told.collect::<String>(), code.trim_matches('-'), "{text}");
        }
    }
}

#[test]
fn the_end_of_a_day_is_its_twenty_fourth_hour() {
    for (start, end, minutes) in [
        ("00:00", "24:00", 1_440),
        ("23:00", "24:00", 60),
        ("23:00", "00:30", 90),
        ("9 AM", "10.30 Uhr", 90),
    ] {
        for text in [
            json(start, "").replace("duration\": \"", &format!("end\": \"{end}")),
            format!("Titel;Datum;Beginn;Ende\nA;2026-06-12;{start};{end}\n"),
        ] {
            let (event, _) = read_any(&text, native_xml, NativeZones).unwrap();
            let length = event.talks[0].duration.map(|length| length.0 / 60);
            assert_eq!(length, Some(minutes), "{text}");
        }
    }
}

#[test]
fn a_day_that_ends_after_midnight_has_the_night() {
    for (bounds, clock, expected) in [
        (
            "2026-06-12T09:00:00+02:00 2026-06-13T04:00:00+02:00",
            "00:30",
            "06-13 00:30",
        ),
        (
            "2026-06-12T09:00:00+02:00 2026-06-13T04:00:00+02:00",
            "08:30",
            "06-12 08:30",
        ),
        (
            "2026-06-12T09:00:00+02:00 2026-06-12T18:00:00+02:00",
            "00:30",
            "06-12 00:30",
        ),
        (
            "2026-06-12T09:00:00+02:00 2026-06-13T10:00:00+02:00",
            "08:30",
            "06-12 08:30",
        ),
        (
            "2026-06-12T07:00:00Z 2026-06-13T02:00:00Z",
            "01:30",
            "06-12 01:30",
        ),
    ] {
        let (start, end) = bounds.split_once(' ').unwrap();
        let day = format!("\"day_start\": \"{start}\", \"day_end\": \"{end}\", \"rooms\"");
        let json = json(clock, "30").replace("\"rooms\"", &day);
        let day = format!("'2026-06-12' start='{start}' end='{end}'>");
        let xml = xml(clock, "30").replace("'2026-06-12'>", &day);
        for text in [json, xml] {
            let (event, _) = read_any(&text, native_xml, NativeZones).unwrap();
            let start = event.talks[0].start.unwrap().strftime("%m-%d %H:%M");
            assert_eq!(start.to_string(), expected, "{text}");
        }
    }
}

#[test]
fn an_end_before_the_beginning_is_no_night() {
    for (start, end, minutes) in [
        ("18:00", "12:00", Some(1_080)),
        ("10:00", "09:00", None),
        ("15:00", "14:30", None),
    ] {
        let text = format!("Titel;Datum;Beginn;Ende\nA;2026-06-12;{start};{end}\n");
        let (event, problems) = read_any(&text, native_xml, NativeZones).unwrap();
        let length = event.talks[0].duration.map(|length| length.0 / 60);
        assert_eq!(length, minutes, "{text}");
        let is_told = problems.iter().any(|it| it.code() == "ends-before-start");
        assert_eq!(is_told, minutes.is_none(), "{text}");
    }
}
