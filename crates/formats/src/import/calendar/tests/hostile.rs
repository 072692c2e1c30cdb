//! Tests with hostile files: they are read in little time, and the result stays small.

use proptest::{collection::vec, prelude::*, sample::select};

use super::*;

/// Lines that calendars hold, also such as no program should write.
const LINES: &[&str] = &[
    "BEGIN:VCALENDAR",
    "END:VCALENDAR",
    "BEGIN:VEVENT",
    "BEGIN:VEVENT\nSUMMARY:a\nUID:a",
    "END:VEVENT",
    "BEGIN:VTIMEZONE\nTZID:z",
    "END:VTIMEZONE",
    "BEGIN:STANDARD\nTZOFFSETTO:+0100\nDTSTART:16010101T000000",
    "BEGIN:DAYLIGHT\nTZOFFSETTO:-2359\nDTSTART:99991231T235959",
    "END:DAYLIGHT",
    "BEGIN:VALARM",
    "END:VALARM",
    "SUMMARY:b",
    "UID:b@c",
    "X-WR-TIMEZONE:z",
    "DTSTART;TZID=z:20260301T100000",
    "DTSTART;TZID=(UTC+01:00) Ü, /:20260301T100000",
    "DTSTART:00010101T000000Z",
    "DTSTART;VALUE=DATE:99991231",
    "DTSTART:20260301T100000Z",
    "DTEND:00000101",
    "DTEND:99991231T235959Z",
    "DURATION:P999999999W",
    "DURATION:-P999999999D",
    "RRULE:FREQ=DAILY",
    "RRULE:FREQ=DAILY;INTERVAL=10000;COUNT=99999999999",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=00000101",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;WKST=TU",
    "RDATE:20260301T100000Z,00000101,99991231T000000/P999999999W",
    "EXDATE:20260301,20260302T100000Z,x",
    "RECURRENCE-ID:20260302",
    "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=z:00000101T000000",
    "ATTENDEE;CN=\"a",
    "ATTENDEE;CN=^;X=\":\";:mailto:",
    "SEQUENCE:-9223372036854775808",
    " folded",
    "\t",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_can_be_read(lines in vec(prop_oneof![4 => select(LINES).prop_map(str::to_owned), 1 => ".{0,40}"], 0..60)) {
        let lines = lines.join("\n");
        let entries = lines.matches("BEGIN:VEVENT").count();
        let text = format!("BEGIN:VCALENDAR\n{lines}");
        // A file of which nothing can be shown is an error.
        let talks = read(&text, no_xml, NativeZones).map_or(0, |(event, _)| event.talks.len());
        prop_assert!(talks <= 1_000 + entries);
    }
}

#[test]
fn many_endless_series_come_to_an_end() {
    let mut lines = String::new();
    for number in 0..3_000 {
        lines += &entry(&format!(
            "UID:{number}\nDTSTART;TZID=Nie {number}:16010101T100000\n\
             RRULE:FREQ=DAILY;COUNT=999999999\n"
        ));
    }
    let (event, _) = import(&lines);
    assert!(event.talks.len() <= 4_000, "{}", event.talks.len());
}

#[test]
fn tells_which_times_are_missing_or_damaged() {
    for (lines, expected, code) in [
        ("DTEND:20260612T100000\n", "u ? ?", "missing-field"),
        ("DURATION:PT1H\n", "u ? ?", "missing-field"),
        ("", "u ? ?", "missing-field"),
        ("DTSTART:bald\n", "u ? ?", "invalid-date"),
        (
            "DTSTART:20260612T090000\nDTEND:bald\n",
            "u 06-12T09:00 ?",
            "invalid-date",
        ),
        (
            "DTSTART:20260612T090000\nDURATION:1 Stunde\n",
            "u 06-12T09:00 ?",
            "invalid-time",
        ),
        (
            "DTSTART:20260612T090000\nRDATE:bald\n",
            "u 06-12T09:00 ?",
            "invalid-date",
        ),
        (
            "DTSTART:20260612T090000\nEXDATE:20260613T090000,bald\n",
            "u 06-12T09:00 ?",
            "invalid-date",
        ),
        (
            "DTSTART:20260612T090000\nRECURRENCE-ID:bald\n",
            "u 06-12T09:00 ?",
            "invalid-date",
        ),
        (
            "DTSTART:20260612\nDTEND:20280612\n",
            "u 06-12T00:00 ?",
            "invalid-time",
        ),
        (
            "DTSTART:20260612T090000\nDTEND:20280612T090000\n",
            "u 06-12T09:00 ?",
            "invalid-time",
        ),
        (
            "DTSTART:20260612T090000\nDURATION:P400D\n",
            "u 06-12T09:00 ?",
            "invalid-time",
        ),
        // The standard allows an entry without an end.
        ("DTSTART:20260612T090000\n", "u 06-12T09:00 ?", ""),
    ] {
        let (event, problems) = import(&(BERLIN.to_owned() + &entry(&format!("UID:u\n{lines}"))));
        assert_eq!(programme(&event), expected, "{lines}");
        assert_eq!(codes(&problems).join(" "), code, "{lines}");
        let places = problems.iter().filter(|it| it.code() != "assumed");
        for problem in places {
            let path = problem.path.to_string();
            assert!(path.starts_with("VCALENDAR[1]/VEVENT[1]"), "{path}");
        }
    }
}
