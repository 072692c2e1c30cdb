//! The event and its talks as calendar entries: iCalendar (RFC 5545, RFC 7986).
//!
//! A talk without a clock time becomes an entry for the event's whole day. Times are in the
//! event's zone, whose rules are included as `VTIMEZONE`; without a zone they are floating.
//! `DTSTAMP` is the day of publication, so that the same event gives the same bytes.
//!
//! Written by hand: the `icalendar` crate (0.17.17) brings a second library for dates and still
//! leaves `VTIMEZONE` to its callers. <https://www.rfc-editor.org/rfc/rfc5545>

mod content_line;
mod entry;
mod time_zone;

use nachlese_event::Talk;

use self::{
    content_line::{Lines, escaped},
    entry::{event_entry, talk_entry, with_language},
};
use super::{Edition, ExportError};

/// Writes the event, and each talk whose start is known.
///
/// # Errors
/// [`ExportError::NoDate`] if neither the event nor a talk has a day.
pub fn event(edition: &Edition<'_>) -> Result<String, ExportError> {
    calendar(edition, |lines| {
        if let Some(when) = &edition.event.when {
            event_entry(edition, when, lines);
        }
        for talk in edition
            .event
            .talks
            .iter()
            .filter(|talk| talk.start.is_some())
        {
            talk_entry(edition, talk, lines);
        }
    })
}

/// Writes one talk. If it has no start of its own, it is on the day or days of the event.
///
/// # Errors
/// [`ExportError::NoDate`] if neither the talk nor the event has a day.
pub fn talk(edition: &Edition<'_>, talk: &Talk) -> Result<String, ExportError> {
    selection(edition, &[talk])
}

/// Writes some talks, for example those that a search found.
///
/// # Errors
/// [`ExportError::NoDate`] if none of them has a day. Otherwise talks without a day are left out.
pub fn selection(edition: &Edition<'_>, talks: &[&Talk]) -> Result<String, ExportError> {
    let has_day = |talk: &&&Talk| talk.start.is_some() || edition.event.when.is_some();
    let talks: Vec<_> = talks.iter().filter(has_day).collect();
    if talks.is_empty() {
        return Err(ExportError::NoDate);
    }
    calendar(edition, |lines| {
        for talk in talks {
            talk_entry(edition, talk, lines);
        }
    })
}

fn calendar(
    edition: &Edition<'_>,
    entries: impl FnOnce(&mut Lines),
) -> Result<String, ExportError> {
    let (first, last) = edition.days().ok_or(ExportError::NoDate)?;
    let mut found = Lines::default();
    entries(&mut found);
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Nachlese//Nachlese//EN");
    lines.add("CALSCALE", "GREGORIAN");
    // No METHOD: that belongs to invitations (RFC 5546), and some programs then ask for an answer.
    let name = escaped(&edition.line(&edition.event.title));
    lines.add(&with_language(edition, "NAME"), &name);
    // Programs older than RFC 7986 know the name only in this form.
    lines.add("X-WR-CALNAME", &name);
    // Whole days have no zone.
    if let Some(zone) = edition.zone.as_ref().filter(|_| found.has_zone()) {
        time_zone::time_zone(zone, first, last, &mut lines);
    }
    lines.append(found);
    lines.add("END", "VCALENDAR");
    Ok(lines.into_text())
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::export::Site;

    /// Checks the unfolded lines of the calendar of an event with these fields.
    fn check(fields: &str, parts: &[&str], absent: &[&str]) {
        let start = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T""#;
        let (parsed, _) = parse(&format!("{start}, {fields}}}")).unwrap();
        let site = Site::unknown();
        let edition = Edition::new(&parsed, &parsed.language, &site);
        let text = event(&edition).unwrap().replace("\r\n ", "");
        for part in parts {
            assert!(
                text.contains(&format!("\r\n{part}\r\n")),
                "{part} in\n{text}"
            );
        }
        for part in absent {
            assert!(!text.contains(part), "{part} in\n{text}");
        }
    }

    #[test]
    fn times_without_a_known_zone_float() {
        for zone in ["", r#""timeZone": "Europe/Muenchen", "#] {
            check(
                &format!(r#"{zone}"start": "2026-03-04T09:00", "end": "2026-03-04T17:00""#),
                &["DTSTART:20260304T090000", "DTEND:20260304T170000"],
                &["TZID", "VTIMEZONE", "METHOD"],
            );
        }
    }

    #[test]
    fn a_talk_over_the_change_of_the_clock_ends_when_it_ended() {
        check(
            r#""timeZone": "Europe/Berlin",
               "talks": [{"id": "a", "start": "2024-03-31T01:30", "duration": "PT1H"}]"#,
            &[
                "DTSTART;TZID=Europe/Berlin:20240331T013000",
                "DTEND;TZID=Europe/Berlin:20240331T033000",
            ],
            &[],
        );
    }

    #[test]
    fn an_end_that_the_clock_shows_for_the_second_time_is_a_length() {
        for (start, length, line) in [
            ("02:30", "PT30M", "DURATION:PT30M"),
            ("01:30", "PT2H", "DURATION:PT2H"),
            ("01:30", "PT1H", "DTEND;TZID=Europe/Berlin:20261025T023000"),
            ("01:30", "PT3H", "DTEND;TZID=Europe/Berlin:20261025T033000"),
        ] {
            check(
                &format!(
                    r#""timeZone": "Europe/Berlin",
                       "talks": [{{"id": "a", "start": "2026-10-25T{start}", "duration": "{length}"}}]"#
                ),
                &[line],
                &[],
            );
        }
    }

    #[test]
    fn days_end_on_the_day_after_the_last() {
        check(
            r#""timeZone": "Europe/Berlin", "start": "2025-12-30", "end": "2025-12-31",
               "talks": [{"id": "a", "topic": "T"}]"#,
            &[
                "DTSTART;VALUE=DATE:20251230",
                "DTEND;VALUE=DATE:20260101",
                "DTSTAMP:20251231T000000Z",
            ],
            &["Thema", "VTIMEZONE"],
        );
    }

    #[test]
    fn a_talk_of_whole_days_has_no_clock_times() {
        check(
            r#""timeZone": "Europe/Berlin",
               "talks": [{"id": "a", "start": "2024-03-30T00:00", "duration": "P2D"}]"#,
            &["DTSTART;VALUE=DATE:20240330", "DTEND;VALUE=DATE:20240401"],
            &["VTIMEZONE"],
        );
    }

    #[test]
    fn nothing_without_a_day() {
        let (parsed, _) = parse(r#"{"id": "e", "title": "T", "talks": [{"id": "a"}]}"#).unwrap();
        let site = Site::unknown();
        let edition = Edition::new(&parsed, &parsed.language, &site);
        assert_eq!(event(&edition), Err(ExportError::NoDate));
        assert_eq!(talk(&edition, &parsed.talks[0]), Err(ExportError::NoDate));
    }
}
