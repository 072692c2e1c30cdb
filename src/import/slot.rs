//! When an item began and how long it took, from whatever the file tells of it.

use jiff::civil::{Date, DateTime};

use super::{
    clock::{Moment, later, since_midnight},
    programme::Programme,
    value::word,
};
use crate::{
    model::Seconds,
    parse::{
        cursor::{Fields, Node},
        time::{civil_date, civil_time, length},
    },
    problem::Finding,
};

/// Where in the programme an item stands.
#[derive(Default, Clone, Copy)]
pub(super) struct Slot<'a> {
    pub(super) day: Option<Date>,
    pub(super) room: Option<&'a str>,
}

/// Reads start and length of an item.
pub(super) fn times(
    fields: &Fields<'_>,
    slot: Slot<'_>,
    programme: &mut Programme,
) -> (Option<DateTime>, Option<Seconds>) {
    if let Some(zone) = fields.get("TZID").and_then(word) {
        programme.zone.get_or_insert(zone);
    }
    let date = fields.get("date");
    let start = fields.any(&["start", "startsAt", "DTSTART"]);
    let end = fields.any(&["end", "endsAt", "DTEND"]);
    let ends = end.and_then(|end| Moment::new(&word(end)?));
    let begins = begin(fields, date, start, slot, ends, programme);
    let told = fields.any(&["duration", "DURATION"]);
    let duration = told.and_then(length).filter(|length| length.0 > 0);
    let is_placeholder = told.is_some() && duration.is_none() && end.is_none();
    let duration = duration.or_else(|| span(begins?, end?));
    let wall = begins.map(|begins| begins.wall);
    // Nothing lasts for no time at midnight: so write those who do not know when it was.
    let wall = wall.filter(|wall| !is_placeholder || since_midnight(wall.time()) > 0);
    let day = wall.map(DateTime::date).or(slot.day);
    if let Some(day) = day {
        note_day(day, programme);
    }
    (wall, duration)
}

/// Few days, whatever the number of talks.
fn note_day(day: Date, programme: &mut Programme) {
    let days = &mut programme.talk_days;
    if days.len() < 1_000 && !days.contains(&day) {
        days.push(day);
    }
}

fn begin(
    fields: &Fields<'_>,
    date: Option<Node<'_>>,
    start: Option<Node<'_>>,
    slot: Slot<'_>,
    ends: Option<Moment>,
    programme: &mut Programme,
) -> Option<Moment> {
    let moment_of = |node: Node<'_>| Moment::new(&word(node)?);
    let dated = date.and_then(moment_of);
    let day_of = |node: Node<'_>| civil_date(&word(node)?);
    let day = date.and_then(day_of).or(slot.day);
    let Some(node) = start else {
        match (date, dated) {
            (Some(node), None) if day_of(node).is_none() => invalid(node),
            // Programmes that are not scheduled yet have neither.
            (None, None) if slot.day.is_some() => {
                fields.node.report(Finding::MissingField { field: "start" });
            }
            _ => {}
        }
        return universal(date?, dated?, programme);
    };
    let text = word(node)?;
    if let Some(moment) = Moment::new(&text) {
        // pretalx' widget writes the beginning of breaks in universal time, their end in local.
        let moment = ends
            .and_then(|ends| moment.on_clock_of(ends))
            .unwrap_or(moment);
        return universal(node, moment, programme);
    }
    if let Some(clock) = civil_time(&text) {
        if let Some(wall) = dated.and_then(|dated| dated.on_clock(clock)) {
            programme.has_local_times = true;
            return Some(Moment::local(wall));
        }
        if let Some(node) = date.filter(|node| day_of(*node).is_none()) {
            invalid(node);
        }
        let wall = day?.to_datetime(clock);
        // Before the day changes, the clock shows the next date already. A date of the item's
        // own is that of the calendar.
        let is_night = date.is_none() && since_midnight(clock) < programme.day_change;
        programme.has_local_times = true;
        return Some(Moment::local(later(
            wall,
            if is_night { 86_400 } else { 0 },
        )?));
    }
    match civil_date(&text) {
        // A whole day, which only counts for the event's.
        Some(day) => {
            node.skip();
            note_day(day, programme);
        }
        None => invalid(node),
    }
    None
}

fn invalid(node: Node<'_>) {
    if let Some(value) = word(node) {
        node.report(Finding::InvalidDate { value });
    }
}

/// Remembers whether times are universal ones.
fn universal(node: Node<'_>, moment: Moment, programme: &mut Programme) -> Option<Moment> {
    if !moment.is_universal {
        programme.has_local_times = true;
    } else if programme.universal.is_none() {
        programme.universal = Some((node.path(), word(node)?));
    }
    Some(moment)
}

fn span(begins: Moment, end: Node<'_>) -> Option<Seconds> {
    let Some(end_moment) = Moment::new(&word(end)?) else {
        // The end of a whole day is the day after.
        if civil_date(&word(end)?).is_none() {
            invalid(end);
        }
        return None;
    };
    let seconds = begins.until(end_moment);
    if seconds < 0 {
        end.report(Finding::EndsBeforeStart);
    }
    let seconds = u32::try_from(seconds).ok()?;
    // As long as the format can tell.
    (1..=360_000).contains(&seconds).then_some(Seconds(seconds))
}
