//! The event and its talks as calendar entries: iCalendar (RFC 5545, RFC 7986).
//!
//! A talk without a clock time gets none: it is an entry for the event's whole day. Times are
//! those of the event's zone, whose rules come along as `VTIMEZONE`; without a zone they are
//! floating. `DTSTAMP` is the day of publication, so that the same event gives the same bytes.
//!
//! Written by hand: the `icalendar` crate brings a second library for dates and still leaves
//! `VTIMEZONE` to its callers. <https://www.rfc-editor.org/rfc/rfc5545>, read on 2026-11-24.

mod content_line;
mod time_zone;

use jiff::civil::{Date, DateTime};

use self::content_line::{Lines, escaped};
use super::{Edition, ExportError, edition::released, guid, media::media_type};
use crate::{
    model::{Figure, Illustration, Talk, When},
    text::date,
};

/// Writes the event, and each talk whose beginning is known.
///
/// # Errors
/// [`ExportError::NoDate`] if neither the event nor a talk names a day.
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

/// Writes one talk; without a beginning of its own on the day or days of the event.
///
/// # Errors
/// [`ExportError::NoDate`] if neither the talk nor the event names a day.
pub fn talk(edition: &Edition<'_>, talk: &Talk) -> Result<String, ExportError> {
    selection(edition, &[talk])
}

/// Writes some talks, for example those that a search found.
///
/// # Errors
/// [`ExportError::NoDate`] if there is none of which a day is known; others without a day are
/// left out.
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
    lines.add("METHOD", "PUBLISH");
    let name = escaped(&edition.line(&edition.event.title));
    lines.add(&with_language(edition, "NAME"), &name);
    // Programs older than RFC 7986 know the name only so.
    lines.add("X-WR-CALNAME", &name);
    // Whole days have no zone.
    if let Some(zone) = edition.zone.as_ref().filter(|_| found.has_zone()) {
        time_zone::time_zone(zone, first, last, &mut lines);
    }
    lines.append(found);
    lines.add("END", "VCALENDAR");
    Ok(lines.into_text())
}

fn event_entry(edition: &Edition<'_>, when: &When, lines: &mut Lines) {
    let event = edition.event;
    begin(edition, &guid::event(&event.id).to_string(), lines);
    times(edition, when, lines);
    let summary = escaped(&edition.line(&event.title));
    lines.add(&with_language(edition, "SUMMARY"), &summary);
    let when = date::when(when, edition.speech).replace('\u{a0}', " ");
    let account = edition.some_text(event.summary.as_ref());
    describe(edition, std::iter::once(when).chain(account), lines);
    place(edition, None, lines);
    let page = edition.site.event_page().map(str::to_owned);
    let source = || event.source.as_ref()?.url.origin().map(|_| ());
    let source = source().and(event.source.as_ref().map(|source| source.url.to_string()));
    if let Some(url) = page.or(source) {
        lines.add("URL", &url);
    }
    if let Some((address, media_type)) = event.figure.as_ref().and_then(|f| picture(edition, f)) {
        lines.add(
            &format!("IMAGE;VALUE=URI;DISPLAY=FULLSIZE;FMTTYPE={media_type}"),
            &address,
        );
    }
    if let Some(kind) = edition.some_text(event.kind.as_ref()) {
        lines.add("CATEGORIES", &escaped(&kind));
    }
    end(lines);
}

fn talk_entry(edition: &Edition<'_>, talk: &Talk, lines: &mut Lines) {
    begin(edition, &edition.guid(talk), lines);
    let own = talk.start.map(|start| When::Clock {
        start,
        end: edition.end(talk),
    });
    if let Some(when) = own.or(edition.event.when.map(|when| whole_days(&when))) {
        times(edition, &when, lines);
    }
    let summary = escaped(&edition.heading(talk));
    lines.add(&with_language(edition, "SUMMARY"), &summary);
    let watch = released(talk)
        .and_then(|recording| recording.sources.iter().find_map(|s| s.watch_address(None)));
    describe(
        edition,
        edition.account(talk).into_iter().chain(watch),
        lines,
    );
    place(edition, Some(talk), lines);
    if let Some(url) = edition.site.talk_page(&talk.id) {
        lines.add("URL", &url);
    }
    let words = talk.track.iter().chain(&talk.tags);
    let words: Vec<_> = words.map(|word| escaped(&edition.line(word))).collect();
    if !words.is_empty() {
        lines.add("CATEGORIES", &words.join(","));
    }
    let parent = guid::event(&edition.event.id).to_string();
    lines.add("RELATED-TO;RELTYPE=PARENT", &parent);
    end(lines);
}

fn begin(edition: &Edition<'_>, uid: &str, lines: &mut Lines) {
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", uid);
    let published = edition.event.published;
    let known = published.or(edition.days().map(|(_, last)| last));
    let stamp = known.map_or("19700101".to_owned(), basic_day);
    lines.add("DTSTAMP", &format!("{stamp}T000000Z"));
    lines.add("STATUS", "CONFIRMED");
}

fn end(lines: &mut Lines) {
    // An event that is over blocks nobody's time.
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("END", "VEVENT");
}

fn times(edition: &Edition<'_>, when: &When, lines: &mut Lines) {
    if let When::Clock { start, end } = *when {
        let zone = edition.zone.as_ref();
        let parameter = zone.map_or(String::new(), |zone| format!(";TZID={}", zone.name));
        lines.add(&format!("DTSTART{parameter}"), &basic(start));
        if let Some(end) = end.filter(|end| *end > start) {
            lines.add(&format!("DTEND{parameter}"), &basic(end));
        }
        return;
    }
    lines.add("DTSTART;VALUE=DATE", &basic_day(when.first_day()));
    // The end is the first day that does not belong to it any more.
    if let Ok(end) = when.last_day().tomorrow() {
        lines.add("DTEND;VALUE=DATE", &basic_day(end));
    }
}

fn whole_days(when: &When) -> When {
    When::Days {
        start: when.first_day(),
        end: when.last_day(),
    }
}

fn describe(edition: &Edition<'_>, paragraphs: impl Iterator<Item = String>, lines: &mut Lines) {
    let text = paragraphs.collect::<Vec<_>>().join("\n\n");
    if !text.is_empty() {
        lines.add(&with_language(edition, "DESCRIPTION"), &escaped(&text));
    }
}

/// Room, venue and address, as far as they are known.
fn place(edition: &Edition<'_>, talk: Option<&Talk>, lines: &mut Lines) {
    let room = talk.and_then(|talk| talk.room.as_ref());
    let venue = edition.event.venue.as_ref();
    let parts = room
        .into_iter()
        .chain(venue.map(|venue| &venue.name))
        .chain(venue.and_then(|venue| venue.address.as_ref()));
    let parts: Vec<_> = parts.map(|part| edition.line(part)).collect();
    if !parts.is_empty() {
        let place = escaped(&parts.join(", "));
        lines.add(&with_language(edition, "LOCATION"), &place);
    }
}

/// The picture that the page shows, if its address is known.
fn picture(edition: &Edition<'_>, figure: &Figure) -> Option<(String, &'static str)> {
    let photo = figure.photo.as_ref().filter(|photo| photo.is_complete());
    let drawing = figure.illustration.as_ref().map(Illustration::file);
    let file = photo.map(|photo| photo.src.clone()).or(drawing)?;
    Some((edition.site.asset(&file)?, media_type(&file)?))
}

fn with_language(edition: &Edition<'_>, property: &str) -> String {
    format!("{property};LANGUAGE={}", edition.language.as_str())
}

fn basic_day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn basic(at: DateTime) -> String {
    let (day, time) = (basic_day(at.date()), at.time());
    format!(
        "{day}T{:02}{:02}{:02}",
        time.hour(),
        time.minute(),
        time.second()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{export::Site, parse::parse};

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
                &["TZID", "VTIMEZONE"],
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
    fn nothing_without_a_day() {
        let (parsed, _) = parse(r#"{"id": "e", "title": "T", "talks": [{"id": "a"}]}"#).unwrap();
        let site = Site::unknown();
        let edition = Edition::new(&parsed, &parsed.language, &site);
        assert_eq!(event(&edition), Err(ExportError::NoDate));
        assert_eq!(talk(&edition, &parsed.talks[0]), Err(ExportError::NoDate));
    }
}
