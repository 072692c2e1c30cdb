//! When an item began and how long it took, as written in the file. The module `times` later
//! converts it to the clock of the event.

use jiff::civil::{Date, Time};
use nachlese_event::{Seconds, problem::Finding};
use nachlese_reader::{
    cursor::{Fields, Node},
    time::civil_date,
};

use super::{
    clock::{DAY, later, since_midnight},
    day_time::DayTime,
    length::length,
    moment::{Clock, Moment},
    programme::Programme,
    times::{Begin, Length, Times},
    value::word,
};

/// The place of an item in the programme.
#[derive(Default, Clone, Copy)]
pub(super) struct Slot<'a> {
    pub(super) day: Option<Date>,
    pub(super) room: Option<&'a str>,
}

/// Reads the start and duration of an item.
pub(super) fn times(fields: &Fields<'_>, slot: Slot<'_>, programme: &mut Programme) -> Times {
    let date = fields.get("date");
    let start = fields.any(&["start", "startsAt", "start_time", "begin"]);
    let end = fields.any(&["end", "endsAt", "end_time"]);
    let begins = begin(fields, date, start, slot, programme);
    let told = fields.get("duration");
    let duration = told.and_then(|told| length(told, programme.is_schedule));
    let duration = duration.filter(|length| length.0 > 0);
    let text = |node: Option<Node<'_>>| node.and_then(|node| node.as_str().map(str::to_owned));
    let has_end = end.is_some() && text(end) != text(start);
    let is_placeholder = told.is_some() && duration.is_none() && !has_end;
    // An item at midnight without a duration has no known time: programs write unknown times like
    // this.
    let is_known = |begins: &Begin| !is_placeholder || since_midnight(begins.clock()) > 0;
    let length = match duration {
        Some(length) => Length::Told(length),
        None => match (end, &begins) {
            (Some(end), Some(begins)) => until(end, begins, programme),
            _ => Length::Unknown,
        },
    };
    let begins = begins.filter(is_known);
    let day = if begins.is_none() { slot.day } else { None };
    if let Some(day) = day {
        programme.note_day(day);
    }
    Times { begins, length }
}

fn begin(
    fields: &Fields<'_>,
    date: Option<Node<'_>>,
    start: Option<Node<'_>>,
    slot: Slot<'_>,
    programme: &mut Programme,
) -> Option<Begin> {
    let dated = date.and_then(|date| moment(date, programme));
    let day_of = |node: Node<'_>| civil_date(&word(node)?);
    let day = date.and_then(day_of).or(slot.day);
    let Some(node) = start else {
        match (date, &dated) {
            (Some(node), None) if day_of(node).is_none() => invalid(node),
            // Programmes that are not scheduled yet have neither.
            (None, None) if slot.day.is_some() => {
                fields.node.report(Finding::MissingField { field: "start" });
            }
            _ => {}
        }
        return dated.map(Begin::At);
    };
    if let Some(moment) = moment(node, programme) {
        return Some(Begin::At(moment));
    }
    let text = word(node)?;
    if let Some(clock) = DayTime::read(&text) {
        if let Some(dated) = dated {
            return Some(Begin::Dated(dated, clock.shown()));
        }
        if let Some(node) = date.filter(|node| day_of(*node).is_none()) {
            invalid(node);
        }
        let midnight = day?.to_datetime(Time::midnight());
        // Before the schedule's day ends, the clock already shows the next date. If the item has a
        // date of its own, that is the calendar date.
        let is_night = date.is_none() && clock.seconds() < programme.day_change;
        let wall = later(midnight, clock.seconds() + if is_night { DAY } else { 0 })?;
        return Some(Begin::At(Moment::at_event(wall)));
    }
    match civil_date(&text) {
        // A whole day. It only counts for the days of the event.
        Some(day) => {
            node.skip();
            programme.note_day(day);
        }
        None => invalid(node),
    }
    None
}

/// Reads a time, and reports what is not known about it. Returns `None` if it is not a time.
fn moment(node: Node<'_>, programme: &mut Programme) -> Option<Moment> {
    let text = word(node)?;
    let moment = Moment::read(&text, &mut programme.zones)?;
    if let Some(value) = programme.zones.take_unknown() {
        node.report(programme.zones.unknown(value));
    }
    if matches!(moment.clock, Clock::Universal) && programme.universal.is_none() {
        programme.universal = Some((node.path(), text));
    }
    Some(moment)
}

/// The longest item that ends on the next day by its clock time alone.
const LONGEST_NIGHT: i64 = 18 * 3_600;

fn until(end: Node<'_>, begins: &Begin, programme: &mut Programme) -> Length {
    // A clock time is on the same day, or in the night after.
    if let Some(clock) = word(end).and_then(|text| DayTime::read(&text)) {
        let seconds = clock.seconds() - since_midnight(begins.clock());
        let seconds = if seconds < 0 { seconds + DAY } else { seconds };
        // Nobody plans a night of 23 hours: „10:00–09:00“ is a slip.
        if seconds > LONGEST_NIGHT && clock.seconds() < since_midnight(begins.clock()) {
            end.report(Finding::EndsBeforeStart);
            return Length::Unknown;
        }
        let seconds = u32::try_from(seconds).unwrap_or_default();
        return match seconds {
            0 => Length::Unknown,
            seconds => Length::Told(Seconds(seconds)),
        };
    }
    if let Some(moment) = moment(end, programme) {
        return Length::Until(moment, end.path());
    }
    // The end of a whole day is the day after.
    if word(end).is_some_and(|text| civil_date(&text).is_none()) {
        invalid(end);
    }
    Length::Unknown
}

fn invalid(node: Node<'_>) {
    if let Some(value) = word(node) {
        node.report(Finding::InvalidDate { value });
    }
}
