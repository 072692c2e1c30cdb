//! Entries of the calendar (`VEVENT`, RFC 5545, section 3.6.1).

use jiff::civil::{Date, DateTime};
use nachlese_event::{Figure, Illustration, Talk, TalkStatus, When, date};

use super::content_line::{Lines, escaped};
use crate::export::{Edition, edition::released, guid, media::media_type, zone::Clocked};

/// Appends the event itself.
pub(super) fn event_entry(edition: &Edition<'_>, when: &When, lines: &mut Lines) {
    let event = edition.event;
    begin(edition, &guid::event(&event.id).to_string(), None, lines);
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

/// Appends a talk. If it has no start of its own, it is on the event's day or days.
pub(super) fn talk_entry(edition: &Edition<'_>, talk: &Talk, lines: &mut Lines) {
    begin(edition, &escaped(&edition.uid(talk)), talk.status, lines);
    match (talk.start, talk.whole_days()) {
        (Some(_), Some((start, end))) => days(&When::Days { start, end }, lines),
        (Some(start), None) => span(edition, start, edition.end(talk), lines),
        (None, _) => {
            if let Some(when) = &edition.event.when {
                days(when, lines);
            }
        }
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

fn begin(edition: &Edition<'_>, uid: &str, status: Option<TalkStatus>, lines: &mut Lines) {
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", uid);
    let published = edition.event.published;
    let known = published.or(edition.days().map(|(_, last)| last));
    let stamp = known.map_or("19700101".to_owned(), basic_day);
    lines.add("DTSTAMP", &format!("{stamp}T000000Z"));
    match status {
        None => lines.add("STATUS", "CONFIRMED"),
        Some(TalkStatus::Cancelled) => lines.add("STATUS", "CANCELLED"),
        // The format has no word for it.
        Some(TalkStatus::Moved) => {
            lines.add("STATUS", "CONFIRMED");
            lines.add("X-NACHLESE-STATUS", "MOVED");
        }
    }
}

fn end(lines: &mut Lines) {
    // An event that is over makes nobody busy.
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("END", "VEVENT");
}

fn times(edition: &Edition<'_>, when: &When, lines: &mut Lines) {
    match *when {
        When::Clock { start, end } => {
            let end = end.map(|end| Clocked::new(end, edition.zone.as_ref()));
            span(edition, start, end, lines);
        }
        When::Day { .. } | When::Days { .. } => days(when, lines),
    }
}

fn span(edition: &Edition<'_>, start: DateTime, end: Option<Clocked>, lines: &mut Lines) {
    let zone = edition.zone.as_ref();
    let parameter = zone.map_or(String::new(), |zone| format!(";TZID={}", zone.name));
    lines.add(&format!("DTSTART{parameter}"), &basic(start));
    let start = Clocked::new(start, zone);
    let Some(end) = end.filter(|end| *end > start) else {
        return;
    };
    if end.is_second(zone) {
        // Of two equal clock times, the format means the first. A duration is exact.
        lines.add("DURATION", &end.since(start).to_iso());
    } else {
        lines.add(&format!("DTEND{parameter}"), &basic(end.wall));
    }
}

fn days(when: &When, lines: &mut Lines) {
    lines.add("DTSTART;VALUE=DATE", &basic_day(when.first_day()));
    // The end is the first day after the event.
    if let Ok(end) = when.last_day().tomorrow() {
        lines.add("DTEND;VALUE=DATE", &basic_day(end));
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

/// A property's name with the language of its text.
pub(super) fn with_language(edition: &Edition<'_>, property: &str) -> String {
    format!("{property};LANGUAGE={}", edition.language.as_str())
}

fn basic_day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// `20260917T090000`.
pub(super) fn basic(at: DateTime) -> String {
    let (day, time) = (basic_day(at.date()), at.time());
    format!(
        "{day}T{:02}{:02}{:02}",
        time.hour(),
        time.minute(),
        time.second()
    )
}
