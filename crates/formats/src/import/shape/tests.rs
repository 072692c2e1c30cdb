//! Shapes that are named, and JSON that has none.

use super::*;

fn check(json: &str, expected: &str) {
    let error = of_json(&serde_json::from_str(json).unwrap());
    let found = match error {
        Some(ParseError::NoTalks { shape, count, .. }) => format!("{shape} {count}"),
        other => format!("{other:?}"),
    };
    assert_eq!(found, expected, "{json}");
}

#[test]
fn knows_shapes_that_are_not_read() {
    check(
        r#"[{"date": "2026-06-01T00:00:00", "rooms": [{"id": 1, "name": "Halle", "sessions":
            [{"id": "1", "title": "A", "startsAt": "2026-06-01T09:00:00"}]}]}]"#,
        "Sessionize GridSmart 1",
    );
    check(
        r#"[{"groupId": null, "groupName": "All", "sessions":
            [{"title": "A", "startsAt": "2026-06-01T09:00"}, {"title": "B", "startsAt": "x"}]}]"#,
        "Sessionize Sessions 2",
    );
    check(
        r#"[{"id": "p", "fullName": "Ann Berg", "tagLine": "", "sessions": []}]"#,
        "Sessionize Speakers 1",
    );
    check(
        r#"[{"id": "p", "fullName": "Ann Berg", "tagLine": ""}]"#,
        "Sessionize SpeakerWall 1",
    );
    check(
        r#"{"count": 1, "next": null, "results": [{"code": "ABC", "title": "A", "speakers": [],
            "submission_type": 1}]}"#,
        "pretalx API 1",
    );
    check(
        r#"{"count": 1, "results": [{"_type": "Conference", "title": "A", "startDate": {"date": "2026"}}]}"#,
        "Indico API 1",
    );
    check(
        r#"[{"event_key": "1", "name": "A", "event_start": "2026-06-01 09:00"}]"#,
        "Sched 1",
    );
    check(
        r#"[{"title": "A", "start": "09:00"}, {"title": "B", "date": "x"}]"#,
        "JSON 2",
    );
    check(
        r#"{"title": "T", "start": "2026", "sessions": [{"name": "A", "time": "09:00"}]}"#,
        "JSON 1",
    );
    check(
        r#"{"data": [{"type": "session", "attributes": {"title": "A", "starts-at": "x"}}]}"#,
        "JSON 1",
    );
    check(
        r#"["vcalendar", [], [["vevent", [["summary", {}, "text", "A"]], []], ["vtodo", [], []]]]"#,
        "jCal 1",
    );
    check(
        r#"{"results": {"5": {"20260612": {"c1": {"entryType": "Contribution", "title": "A"},
            "s2": {"entryType": "Session", "entries": {"c3": {"entryType": "Contribution"}}}}}}}"#,
        "Indico timetable 3",
    );
    for nothing in [
        "[]",
        "{}",
        "[1]",
        r#"{"a": [{"title": "A"}]}"#,
        r#"{"results": []}"#,
    ] {
        check(nothing, "None");
    }
}
