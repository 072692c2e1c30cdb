//! Who is who in programmes of other programs: ids, guids and what became of an item, through import
//! and export.

use nachlese_event::{
    Event, Talk, TalkStatus,
    problem::{Problem, Severity},
};
use nachlese_formats::{
    export::{Edition, Site, calendar, schedule_json, schedule_xml},
    import::{NativeZones, native_xml, read},
};
use serde_json::{Value, json};

/// A schedule of items, each `[id, guid, time, room, title]`; an empty text is left out.
pub(crate) fn schedule(items: &[[&str; 5]]) -> String {
    let items = items.iter().map(|[id, guid, time, room, title]| {
        let mut item = json!({
            "start": time, "duration": "00:30", "room": room, "title": title, "persons": [],
        });
        for (name, value) in [("slug", id), ("guid", guid)] {
            if !value.is_empty() {
                item[name] = Value::from(*value);
            }
        }
        item
    });
    let day = json!({"index": 1, "date": "2026-05-01",
        "rooms": {"A": items.collect::<Vec<_>>()}});
    let conference = json!({"acronym": "kurs", "title": "Kurse", "start": "2026-05-01",
        "end": "2026-05-01", "time_zone_name": "Europe/Berlin", "days": [day]});
    json!({"schedule": {"version": "1", "conference": conference}}).to_string()
}

fn import(text: &str) -> (Event, Vec<Problem>) {
    read(text, native_xml, NativeZones).unwrap()
}

/// The ids of the talks, by their time.
pub(crate) fn ids(items: &[[&str; 5]]) -> Vec<String> {
    let (event, _) = import(&schedule(items));
    let time = |talk: &Talk| talk.start.unwrap().time().strftime("%H:%M").to_string();
    let ids = event.talks.iter();
    ids.map(|talk| format!("{} {}", time(talk), talk.id))
        .collect()
}

fn errors(items: &[[&str; 5]]) -> Vec<String> {
    let (_, problems) = import(&schedule(items));
    let errors = problems
        .iter()
        .filter(|it| it.severity() == Severity::Error);
    errors
        .map(|it| format!("{} {}", it.code(), it.path))
        .collect()
}

const G1: &str = "aaaaaaaa-0000-4000-8000-000000000001";
const G2: &str = "aaaaaaaa-0000-4000-8000-000000000002";
const G3: &str = "ffffffff-0000-4000-8000-000000000003";

#[test]
fn an_item_given_twice_is_no_mistake() {
    for items in [
        &[
            ["rost", G1, "10:00", "A", "Rost"],
            ["rost", G2, "14:00", "A", "Rost"],
        ][..],
        // Without guids, or with one for all of its slots.
        &[
            ["rost", "", "10:00", "A", "Rost"],
            ["rost", "", "10:00", "B", "Rost"],
        ],
        &[
            ["rost", G1, "10:00", "A", "Rost"],
            ["rost", G1, "14:00", "A", "Rost"],
        ],
        &[
            ["", "", "10:00", "A", "Pause"],
            ["", "", "14:00", "A", "Pause"],
        ],
    ] {
        assert_eq!(errors(items), Vec::<String>::new(), "{items:?}");
        let ids = ids(items);
        assert_ne!(ids[0].split(' ').next_back(), ids[1].split(' ').next_back());
    }
}

#[test]
fn two_items_with_one_id_are_a_mistake() {
    let place = "schedule.conference.days[0].rooms.A[1]";
    for items in [
        // Another talk with the guid of the first, or without one but its id.
        [
            ["rost", G1, "10:00", "A", "Rost"],
            ["lack", G1, "14:00", "A", "Lack"],
        ],
        [
            ["rost", "", "10:00", "A", "Rost"],
            ["rost", "", "14:00", "A", "Lack"],
        ],
        // One slot twice.
        [
            ["rost", "", "10:00", "A", "Rost"],
            ["rost", "", "10:00", "A", "Rost"],
        ],
    ] {
        assert_eq!(
            errors(&items),
            [format!("duplicate-id {place}")],
            "{items:?}"
        );
    }
}

#[test]
fn who_is_alone_has_the_id_that_people_can_read() {
    assert_eq!(
        ids(&[
            ["rost", G1, "10:00", "A", "Rost"],
            ["", G2, "11:00", "A", "Lack"],
            ["", "", "12:00", "A", "Große Pause"],
        ]),
        ["10:00 rost", &format!("11:00 {G2}"), "12:00 grosse-pause"]
    );
}

#[test]
fn ids_stay_when_slots_come_and_go() {
    let with_guid = [
        ["rost", G3, "08:00", "A", "Rost"],
        ["rost", G1, "10:00", "A", "Rost"],
        ["rost", G2, "14:00", "A", "Rost"],
        ["lack", "", "15:00", "A", "Lack"],
    ];
    let without = with_guid.map(|[id, _, time, room, title]| [id, "", time, room, title]);
    let nameless = without.map(|[_, _, time, room, title]| ["", "", time, room, title]);
    for all in [with_guid, without, nameless] {
        let expected = ids(&all);
        assert_eq!(ids(&all[1..]), expected[1..]);
        assert_eq!(ids(&all[..3]), expected[..3]);
        let mut others = vec![all[1], all[0]];
        others.extend(&all[2..]);
        assert_eq!(ids(&others), expected, "in another order");
    }
    // Who was alone keeps the plain id.
    assert_eq!(ids(&with_guid[1..2]), ids(&with_guid)[1..2]);
    assert_eq!(ids(&without[2..3]), ids(&without)[2..3]);
    // A slot that moves keeps its guid, and so its id.
    let mut moved = with_guid;
    moved[1][2] = "09:00";
    let id = |items, at: usize| ids(items)[at].split(' ').next_back().map(str::to_owned);
    assert_eq!(id(&moved, 1), id(&with_guid, 1));
    assert_eq!(
        ids(&without)[1..3],
        ["10:00 rost-20260501-1000-a", "14:00 rost"]
    );
}

#[test]
fn entries_of_a_series_differ_by_their_day() {
    let entry = |day: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:leim@werk.example\r\nRECURRENCE-ID:202603{day}T090000Z\r\n\
             DTSTART:202603{day}T090000Z\r\nSUMMARY:Leim {day}\r\nEND:VEVENT\r\n"
        )
    };
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}{}END:VCALENDAR\r\n",
        entry("09"),
        entry("10")
    );
    let (event, problems) = import(&text);
    assert!(
        problems.iter().all(|it| it.severity() != Severity::Error),
        "{problems:?}"
    );
    let guids: Vec<_> = event
        .talks
        .iter()
        .filter_map(|it| it.guid.as_deref())
        .collect();
    assert_eq!(
        guids,
        [
            "leim-2026-03-09@werk.example",
            "leim-2026-03-10@werk.example"
        ]
    );
}

/// What the export formats make of an event, read again.
fn read_again(event: &Event) -> [(&'static str, Event); 4] {
    let site = Site::unknown();
    let edition = Edition::new(event, &event.language, &site);
    let json = schedule_json::schedule_json(&edition).unwrap().to_string();
    let xml = schedule_xml::schedule_xml(&edition).unwrap();
    let ics = calendar::selection(&edition, &event.talks.iter().collect::<Vec<_>>()).unwrap();
    let own = serde_json::to_string(event).unwrap();
    [("json", json), ("xml", xml), ("ics", ics), ("own", own)]
        .map(|(format, text)| (format, import(&text).0))
}

#[test]
fn foreign_guids_are_written_again() {
    let (event, _) = import(&schedule(&[
        ["rost", G1, "10:00", "A", "Rost"],
        ["rost", G2, "14:00", "A", "Rost"],
        ["lack", "", "15:00", "A", "Lack"],
    ]));
    for (format, again) in read_again(&event) {
        let guids: Vec<_> = again.talks.iter().map(|it| it.guid.as_deref()).collect();
        assert_eq!(guids[..2], [Some(G1), Some(G2)], "{format}");
        // The format's own; ours has none where there was none.
        assert_eq!(guids[2].is_none(), format == "own", "{format}");
    }
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\\,b-1@werk.example\n\
                    DTSTART:20260501T090000Z\nSUMMARY:Leim\nEND:VEVENT\nEND:VCALENDAR\n";
    let (event, _) = import(calendar);
    for (format, again) in read_again(&event) {
        let guid = again.talks[0].guid.as_deref().unwrap();
        match format {
            // These take nothing but UUIDs.
            "json" | "xml" => assert_eq!(guid.len(), 36, "{format}"),
            _ => assert_eq!(guid, "a,b-1@werk.example", "{format}"),
        }
    }
}

#[test]
fn what_became_of_an_item_comes_back() {
    for language in ["de", "en"] {
        let item = |id: &str, status: Value| {
            json!({"id": id, "kind": "talk", "title": id, "start": "2026-05-01T10:00",
                   "duration": "PT30M", "status": status})
        };
        let talks = [
            item("a", Value::Null),
            item("b", "cancelled".into()),
            item("c", "moved".into()),
        ];
        let own = json!({"schemaVersion": 1, "id": "kurs", "language": language, "title": "K",
            "timeZone": "Europe/Berlin", "date": "2026-05-01", "talks": talks});
        let (event, problems) = import(&own.to_string());
        assert_eq!(problems, []);
        for (format, again) in read_again(&event) {
            let found = again.talks.iter();
            let title = |talk: &Talk| {
                talk.title
                    .as_ref()
                    .unwrap()
                    .in_event_language(&event.language)
                    .to_owned()
            };
            let found: Vec<_> = found.map(|talk| (title(talk), talk.status)).collect();
            let expected = [
                ("a".to_owned(), None),
                ("b".to_owned(), Some(TalkStatus::Cancelled)),
                ("c".to_owned(), Some(TalkStatus::Moved)),
            ];
            assert_eq!(found, expected, "{format}");
        }
    }
}

#[test]
fn other_programs_say_in_their_own_words_what_became_of_an_item() {
    for (fields, expected) in [
        (r#""state": "canceled""#, Some(Some(TalkStatus::Cancelled))),
        (r#""state": "CANCELED""#, Some(Some(TalkStatus::Cancelled))),
        (r#""state": "DELAYED""#, Some(Some(TalkStatus::Moved))),
        (r#""cancelled": true"#, Some(Some(TalkStatus::Cancelled))),
        (
            r#""subtitle": "Abgesagt""#,
            Some(Some(TalkStatus::Cancelled)),
        ),
        (
            r#""subtitle": "[CANCELLED]""#,
            Some(Some(TalkStatus::Cancelled)),
        ),
        (r#""state": "confirmed", "cancelled": false"#, Some(None)),
        (r#""state": "accepted""#, Some(None)),
        (r#""subtitle": "Abgesagte Züge""#, Some(None)),
        (r#""state": "rejected""#, None),
        (r#""state": "WITHDRAWN""#, None),
    ] {
        let text = format!(
            r#"{{"schedule": {{"conference": {{"title": "K"}}, "events": [
                {{"slug": "a", "title": "A", "date": "2026-05-01T10:00:00+02:00", {fields}}},
                {{"slug": "b", "title": "B", "date": "2026-05-01T11:00:00+02:00"}}]}}}}"#
        );
        let (event, _) = import(&text);
        let found = event.talks.iter().find(|talk| talk.id.as_str() == "a");
        assert_eq!(found.map(|talk| talk.status), expected, "{fields}");
    }
}
