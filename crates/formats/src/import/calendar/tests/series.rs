//! Tests of series, and of changes to single dates of them.

use super::*;

#[test]
fn writes_series_out() {
    check(
        &(entry(
            "UID:leim@w.example\nDTSTART;TZID=Europe/Berlin:20260309T100000\n\
             DTEND;TZID=Europe/Berlin:20260309T110000\nRRULE:FREQ=DAILY;COUNT=3\n\
             EXDATE;TZID=Europe/Berlin:20260310T100000\n",
        ) + &entry(
            "UID:leim@w.example\nRECURRENCE-ID:20260311T090000Z\n\
             DTSTART;TZID=Europe/Berlin:20260311T140000\nDURATION:PT1H\n",
        ) + &entry(
            "UID:saege@w.example\nDTSTART;TZID=Europe/Berlin:20260310T160000\n\
             STATUS:CANCELLED\n",
        )),
        &[
            "leim-2026-03-09 03-09T10:00 PT1H",
            "saege 03-10T16:00 ? cancelled",
            "leim-2026-03-11 03-11T14:00 PT1H",
        ],
    );
    // On the clock of the zone, whatever the change of the clocks; until a moment. The clock skips
    // the second date, which is read as if DTSTART said it (RFC 5545, section 3.3.10).
    check(
        &entry(
            "UID:u\nDTSTART;TZID=Europe/Berlin:20260328T020000\nDURATION:PT30M\n\
             RRULE:FREQ=DAILY;UNTIL=20260330T000000Z\n",
        ),
        &[
            "u-2026-03-28 03-28T02:00 PT30M",
            "u-2026-03-29 03-29T03:00 PT30M",
            "u-2026-03-30 03-30T02:00 PT30M",
        ],
    );
    // Further dates, a period among them, and exceptions by day.
    check(
        &entry(
            "UID:u\nDTSTART:20260301T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n\
             RDATE:20260301T150000,20260302T100000\nRDATE;VALUE=PERIOD:20260303T090000/PT5M\n\
             EXDATE;VALUE=DATE:20260308\n",
        ),
        &[
            "u-2026-03-01 03-01T10:00 PT1H",
            "u-2026-03-01-1500 03-01T15:00 PT1H",
            "u-2026-03-02 03-02T10:00 PT1H",
            "u-2026-03-03-0900 03-03T09:00 PT5M",
            "u-2026-03-15 03-15T10:00 PT1H",
        ],
    );
    check(
        &entry("UID:u\nDTSTART;VALUE=DATE:20260301\nRRULE:FREQ=MONTHLY;BYDAY=1SU;UNTIL=20260405\n"),
        &[
            "u-2026-03-01 03-01T00:00 PT24H",
            "u-2026-04-05 04-05T00:00 PT24H",
        ],
    );
    // A time that is cancelled, and one of a series that the file does not have.
    check(
        &(entry("UID:u\nDTSTART:20260301T100000\nRRULE:FREQ=DAILY;COUNT=2\n")
            + &entry("UID:u\nRECURRENCE-ID:20260302T100000\nSTATUS:CANCELLED\n")
            + &entry("UID:v\nRECURRENCE-ID:20260302T100000\nDTSTART:20260303T100000\n")),
        &[
            "u-2026-03-01 03-01T10:00 ?",
            "u-2026-03-02 03-02T10:00 ? cancelled",
            "v-2026-03-02 03-03T10:00 ?",
        ],
    );
}

#[test]
fn ends_series_that_have_no_end() {
    let lunch = entry("UID:u\nDTSTART:20250101T120000\nRRULE:FREQ=DAILY\n");
    let talks = entry("UID:a\nDTSTART:20260302T100000\n")
        + &entry("UID:b\nDTSTART:20260303T100000\nDURATION:PT1H\n");
    check(
        &(talks.clone() + &lunch),
        &[
            "a 03-02T10:00 ?",
            "u-2026-03-02 03-02T12:00 ?",
            "b 03-03T10:00 PT1H",
            "u-2026-03-03 03-03T12:00 ?",
        ],
    );
    let mondays = entry("UID:u\nDTSTART:20250106T120000\nRRULE:FREQ=WEEKLY\n");
    let tuesday = entry("UID:b\nDTSTART:20260303T100000\n");
    check(
        &(tuesday + &mondays),
        &["u-2026-03-02 03-02T12:00 ?", "b 03-03T10:00 ?"],
    );

    let (event, problems) = import(&lunch);
    assert_eq!(event.talks.len(), 366);
    assert_eq!(codes(&problems), ["series-goes-on"]);
    let (event, problems) = import(&lunch.repeat(3).replace("UID:u\n", ""));
    assert_eq!(event.talks.len(), 999);
    assert_eq!(codes(&problems), ["series-goes-on"; 3]);
}

#[test]
fn names_rules_that_it_cannot_follow() {
    for (rule, part) in [
        ("RRULE:FREQ=HOURLY;COUNT=9", "FREQ=HOURLY"),
        ("RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1", "BYSETPOS=-1"),
        ("EXRULE:FREQ=DAILY\nRRULE:FREQ=DAILY", "EXRULE"),
        (
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20260301T100000",
            "RANGE=THISANDFUTURE",
        ),
    ] {
        let lines = entry(&format!("UID:u\nDTSTART:20260301T100000\n{rule}\n"));
        let (event, problems) = import(&lines);
        assert_eq!(programme(&event), "u-2026-03-01 03-01T10:00 ?", "{rule}");
        let found = problems.iter().find_map(|problem| match &problem.finding {
            Finding::RuleNotFollowed { rule } => Some(rule.as_str()),
            _ => None,
        });
        assert_eq!(found, Some(part), "{rule}");
    }
}

#[test]
fn keeps_ids_whatever_stands_beside_them() {
    let outlook = "0400000082".repeat(9);
    let [first, second] = ["01", "02"].map(|end| format!("{outlook}{end}@x"));
    let own = format!("{outlook}01");
    for (uid, other, expected) in [
        ("a@x.example", "b@x.example", "a"),
        ("a@x.example", "a@y.example", "a-x-example"),
        (first.as_str(), second.as_str(), &own[32..]),
    ] {
        let both = entry(&format!("UID:{other}\n")) + &entry(&format!("UID:{uid}\n"));
        let (event, problems) = import(&both);
        let ids: Vec<_> = event.talks.iter().map(|talk| talk.id.as_str()).collect();
        assert!(ids.contains(&expected), "{uid}: {ids:?}");
        assert_eq!(codes(&problems), ["missing-field"; 2], "they have no time");
        assert_eq!(event.talks[1].guid.as_deref(), Some(uid));
    }
    let (event, _) = import(&entry(
        "UID:a@x\nDTSTART:20260301T100000\nRRULE:FREQ=DAILY;COUNT=2\n",
    ));
    let guids: Vec<_> = event
        .talks
        .iter()
        .filter_map(|talk| talk.guid.as_deref())
        .collect();
    assert_eq!(guids, ["a-2026-03-01@x", "a-2026-03-02@x"]);
    // The later revision counts, wherever it stands.
    let revision = |number, hour| {
        entry(&format!(
            "UID:a\nSEQUENCE:{number}\nDTSTART:20260301T{hour}0000\n"
        ))
    };
    check(&(revision(2, 12) + &revision(1, 10)), &["a 03-01T12:00 ?"]);
    check(&(revision(1, 10) + &revision(1, 10)), &["a 03-01T10:00 ?"]);
    check(
        &(revision(1, 10) + &revision(1, 12)),
        &["a-20260301-1000 03-01T10:00 ?", "a 03-01T12:00 ?"],
    );
}
