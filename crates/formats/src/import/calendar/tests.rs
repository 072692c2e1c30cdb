//! Tests with whole calendars.

use nachlese_event::{
    Event, LocalizedText, Part, Seconds, TalkStatus,
    problem::{Finding, Problem},
};

use crate::import::{NativeZones, read};

mod hostile;
mod series;
mod whole;

fn no_xml(_: &str, _: &mut crate::import::Tree) -> bool {
    false
}

fn import(lines: &str) -> (Event, Vec<Problem>) {
    let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{lines}END:VCALENDAR\n");
    read(&text, no_xml, NativeZones).unwrap()
}

fn entry(lines: &str) -> String {
    format!("BEGIN:VEVENT\nSUMMARY:a\n{lines}END:VEVENT\n")
}

/// `id start length`, a line each.
fn programme(event: &Event) -> String {
    let talks = event.talks.iter().map(|talk| {
        let start = talk
            .start
            .map_or_else(|| "?".to_owned(), |start| start.to_string());
        let length = talk
            .duration
            .map_or_else(|| "?".to_owned(), Seconds::to_iso);
        let status = match talk.status {
            Some(TalkStatus::Cancelled) => " cancelled",
            _ => "",
        };
        let start = start.strip_suffix(":00").unwrap_or(&start);
        let start = start.replace("2026-", "");
        format!("{} {start} {length}{status}", talk.id)
    });
    talks.collect::<Vec<_>>().join("\n")
}

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    let codes = problems.iter().map(Problem::code);
    codes.filter(|code| *code != "assumed").collect()
}

fn check(lines: &str, expected: &[&str]) {
    let (event, problems) = import(lines);
    assert_eq!(
        programme(&event),
        expected.join("\n"),
        "{lines}\n{problems:?}"
    );
}

const BERLIN: &str = "X-WR-TIMEZONE:Europe/Berlin\n";

#[test]
fn tells_moments_on_the_clock_of_the_event() {
    let check = |times: &str, expected: &str| {
        check(
            &(BERLIN.to_owned() + &entry(&format!("UID:u\n{times}"))),
            &[expected],
        );
    };
    check(
        "DTSTART:20260612T070000Z\nDTEND:20260612T074500Z\n",
        "u 06-12T09:00 PT45M",
    );
    check(
        "DTSTART:20260612T223000Z\nDTEND:20260612T231500Z\n",
        "u 06-13T00:30 PT45M",
    );
    check(
        "DTSTART:20260612T090000\nDURATION:PT1H\n",
        "u 06-12T09:00 PT1H",
    );
    // Both ends in zones of their own.
    check(
        "DTSTART;TZID=Eastern Standard Time:20260612T090000\nDTEND;TZID=Europe/London:20260612T150000\n",
        "u 06-12T15:00 PT1H",
    );
    // Over a change of the clocks.
    check(
        "DTSTART;TZID=Europe/Berlin:20261025T013000\nDTEND;TZID=Europe/Berlin:20261025T033000\n",
        "u 10-25T01:30 PT3H",
    );
    // In the hour that is skipped, and in the one that comes twice.
    check(
        "DTSTART;TZID=Europe/Berlin:20260329T023000\nDTEND;TZID=Europe/Berlin:20260329T040000\n",
        "u 03-29T03:30 PT30M",
    );
    check(
        "DTSTART;TZID=Europe/Berlin:20260329T023000\nDURATION:PT1H\n",
        "u 03-29T03:30 PT1H",
    );
    check(
        "DTSTART;TZID=Europe/Berlin:20261025T023000\nDTEND;TZID=Europe/Berlin:20261025T024500\n",
        "u 10-25T02:30 PT15M",
    );
    check(
        "DTSTART;TZID=Europe/Berlin:20260328T120000\nDURATION:P1D\n",
        "u 03-28T12:00 PT23H",
    );
    check(
        "DTSTART;TZID=Europe/Berlin:20260328T120000\nDURATION:PT24H\n",
        "u 03-28T12:00 PT24H",
    );
    check(
        "DTSTART;TZID=Europe/Berlin:20260804T140000\nDURATION:P1W\n",
        "u 08-04T14:00 PT168H",
    );
}

#[test]
fn finds_the_zone_of_the_event() {
    let in_zone = |zone: &str| entry(&format!("DTSTART;TZID={zone}:20260612T090000\n"));
    for (lines, expected) in [
        (in_zone("W. Europe Standard Time"), Some("Europe/Berlin")),
        (
            in_zone("Asia/Tokyo") + &in_zone("Asia/Tokyo") + &in_zone("UTC"),
            Some("Asia/Tokyo"),
        ),
        (in_zone("Nirgends"), None),
        (
            "X-WR-TIMEZONE:GMT Standard Time\n".to_owned() + &in_zone("Asia/Tokyo"),
            Some("Europe/London"),
        ),
        // Universal time for the calendar only means that nobody has set its zone.
        (
            "X-WR-TIMEZONE:UTC\n".to_owned() + &in_zone("Asia/Tokyo"),
            Some("Asia/Tokyo"),
        ),
        (
            "X-WR-TIMEZONE:UTC\n".to_owned() + &in_zone("UTC"),
            Some("UTC"),
        ),
        (entry("DTSTART:20260612T070000Z\n"), Some("UTC")),
        (
            entry("DTSTART:20260612T070000Z\n") + &entry("DTSTART:20260612\n"),
            Some("UTC"),
        ),
        (entry("DTSTART:20260612T090000\n"), None),
    ] {
        let (event, problems) = import(&lines);
        assert_eq!(event.time_zone.as_deref(), expected, "{lines}");
        let is_unknown = lines.contains("Nirgends");
        assert_eq!(
            codes(&problems).contains(&"unknown-time-zone"),
            is_unknown,
            "{lines}"
        );
    }
    let (_, problems) = import(&("X-WR-TIMEZONE:Nirgends\n".to_owned() + &entry("UID:a\n")));
    assert!(codes(&problems).contains(&"unknown-time-zone"));
}

#[test]
fn counts_whole_days() {
    for (times, length, days) in [
        (
            "DTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260806\n",
            "PT72H",
            "3",
        ),
        ("DTSTART:20260803\nDURATION:P1W\n", "PT168H", "7"),
        ("DTSTART;VALUE=DATE:20260803\n", "PT24H", "1"),
        (
            "DTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260803\n",
            "PT24H",
            "1",
        ),
        // Over a change of the clocks, too.
        (
            "DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261027\n",
            "PT72H",
            "3",
        ),
    ] {
        let (event, problems) = import(&(BERLIN.to_owned() + &entry(times)));
        assert_eq!(event.talks[0].duration.unwrap().to_iso(), length, "{times}");
        let when = event.when.unwrap();
        let span = when.last_day().day() - when.first_day().day() + 1;
        assert_eq!(span.to_string(), days, "{times}");
        assert_eq!(codes(&problems), Vec::<&str>::new(), "{times}");
    }
}

#[test]
fn shows_people_who_come_and_no_mail_address() {
    let (event, problems) = import(
        &(entry(
            "ORGANIZER;CN=\"Öttl, Vera\":mailto:vera@tisch.example\n\
         ATTENDEE;CUTYPE=ROOM;CN=Saal:mailto:saal@tisch.example\n\
         ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:beamer@tisch.example\n\
         ATTENDEE;CUTYPE=GROUP;CN=Alle:mailto:alle@tisch.example\n\
         ATTENDEE;PARTSTAT=DECLINED;CN=\"Kurz, Ben; (Bau)\":mailto:ben@tisch.example\n\
         ATTENDEE;ROLE=NON-PARTICIPANT;CN=Nora Nur:mailto:nora@tisch.example\n\
         ATTENDEE;X-A=\"Siehe: https://a.example/a;b\";ROLE=CHAIR;CN=Lea Sommer:mailto:lea@tisch.example\n\
         ATTENDEE;CN=gast@privat.example:mailto:gast@privat.example\n\
         ATTENDEE:mailto:tim@tisch.example\n\
         ATTENDEE;PARTSTAT=TENTATIVE;CN=Kim ^'Kiki^' Ott:mailto:kim@tisch.example\n",
        ) + &entry("ATTENDEE;CN=Tim Tal:MAILTO:Tim@tisch.example\n")),
    );
    let people = event.talks[0]
        .people
        .iter()
        .map(|it| (it.person.as_str(), it.part));
    let expected = [
        ("vera-oettl", Part::Organizer),
        ("lea-sommer", Part::Moderator),
        ("tim-tal", Part::Speaker),
        ("kim-kiki-ott", Part::Speaker),
    ];
    assert_eq!(people.collect::<Vec<_>>(), expected);
    let filed = event.people[0].sort_name.as_deref();
    assert_eq!(
        (event.people[0].name.as_str(), filed),
        ("Vera Öttl", Some("Öttl, Vera"))
    );
    let written = serde_json::to_string(&event).unwrap();
    assert!(
        !written.contains("tisch.example") && !written.contains('@'),
        "{written}"
    );
    let left_out = problems.iter().find_map(|problem| match &problem.finding {
        Finding::NotImported { field, count } if field == "ATTENDEE" => Some(*count),
        _ => None,
    });
    assert_eq!(left_out, Some(6));
}

#[test]
fn leaves_out_what_is_for_few_and_marks_what_is_cancelled() {
    let (event, problems) = import(&(entry("CLASS:PRIVATE\n") + &entry("CLASS:PUBLIC\nUID:b\n")));
    assert_eq!(programme(&event), "b ? ?");
    assert_eq!(codes(&problems), ["missing-field", "not-imported"]);
    let (event, _) = import(&("METHOD:CANCEL\n".to_owned() + &entry("UID:a\n")));
    assert_eq!(programme(&event), "a ? ? cancelled");
    let (event, _) = import(&entry("UID:a\nSTATUS:TENTATIVE\n"));
    assert_eq!(programme(&event), "a ? ?");
}

#[test]
fn reads_several_calendars_however_their_lines_end() {
    let text = "begin:vcalendar\nname:Eins\nbegin:vevent\nuid:a\nsummary:Gro\n ß\nend:vevent\n\
                end:vcalendar\nBEGIN:VCALENDAR\nNAME:Zwei\nBEGIN:VEVENT\nUID:b\nSUMMARY:b\n\
                DESCRIPTION:eins\n\nzwei\nX-ALT-DESC:<p>eins</p>\nEND:VEVENT\nEND:VCALENDAR";
    for end in ["\n", "\r\n", "\r"] {
        let (event, problems) = read(&text.replace('\n', end), no_xml, NativeZones).unwrap();
        assert_eq!(programme(&event), "a ? ?\nb ? ?", "{end:?}");
        let title =
            |text: &nachlese_event::LocalizedText| text.variants().next().unwrap().1.to_owned();
        assert_eq!(title(&event.title), "Eins");
        assert_eq!(title(event.talks[0].title.as_ref().unwrap()), "Groß");
        let missing = codes(&problems)
            .into_iter()
            .filter(|it| *it == "missing-field");
        assert_eq!(missing.count(), 2, "neither has a time");
        assert!(
            codes(&problems).contains(&"not-imported"),
            "the second name"
        );
    }
}
