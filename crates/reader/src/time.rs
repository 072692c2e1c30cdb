//! Reads days, clock times, durations and positions of the event's own file. No time is ever
//! shifted. `nachlese_formats` converts the moments of other programs' files.

use jiff::civil::{Date, DateTime, Time};
use nachlese_event::{InvalidTime, PartOfDay, Seconds, When, problem::Finding};

use super::{
    cursor::{Fields, Node},
    json::{Json, shown},
    scalar::{string, word},
};

/// Reads when the event took place: `start` and `end`, or `date` and `partOfDay`.
pub(super) fn when(fields: &Fields<'_>) -> Option<When> {
    let day = fields.read("date", date);
    let part_of_day = fields.read("partOfDay", part_of_day);
    let start = fields.read("start", moment);
    let end = fields.read("end", moment);
    let Some(start) = start.or(day.map(WrittenTime::Day)) else {
        if end.is_some() {
            fields.node.report(Finding::MissingField { field: "start" });
        }
        return None;
    };
    let is_backwards = end.is_some_and(|end| match (start, end) {
        (WrittenTime::Clock(start), WrittenTime::Clock(end)) => end < start,
        _ => end.date() < start.date(),
    });
    if is_backwards {
        fields.report_at("end", Finding::EndsBeforeStart);
    }
    let end = end.filter(|_| !is_backwards);
    Some(match (start, end) {
        (WrittenTime::Clock(start), Some(WrittenTime::Clock(end))) => When::Clock {
            start,
            end: Some(end),
        },
        (WrittenTime::Clock(start), Some(WrittenTime::Day(end))) => {
            let expected = "date and time";
            let found = "date";
            fields.report_at("end", Finding::WrongType { expected, found });
            // The last day matters more than the first minute, unless both are on the same day.
            if end > start.date() {
                let start = start.date();
                When::Days { start, end }
            } else {
                When::Clock { start, end: None }
            }
        }
        (WrittenTime::Clock(start), None) => When::Clock { start, end: None },
        (WrittenTime::Day(start), Some(end)) if end.date() > start => When::Days {
            start,
            end: end.date(),
        },
        (WrittenTime::Day(date), _) => When::Day { date, part_of_day },
    })
}

/// Reads a day. If a clock time follows, it is left out.
pub(super) fn date(node: Node<'_>) -> Option<Date> {
    moment(node).map(WrittenTime::date)
}

/// Reads a day with a clock time.
pub(super) fn date_time(node: Node<'_>) -> Option<DateTime> {
    match moment(node)? {
        WrittenTime::Clock(time) => Some(time),
        WrittenTime::Day(_) => {
            let value = string(node)?;
            node.report(Finding::InvalidDate { value });
            None
        }
    }
}

/// Reads a duration. A number counts minutes.
pub fn length(node: Node<'_>) -> Option<Seconds> {
    seconds(node, (60.0, Seconds::LONGEST), Seconds::parse_length)
}

/// Reads a position in a recording. A number counts seconds.
pub(super) fn position(node: Node<'_>) -> Option<Seconds> {
    let longest = Seconds::LONGEST_RECORDING;
    seconds(node, (1.0, longest), Seconds::parse_position)
}

fn part_of_day(node: Node<'_>) -> Option<PartOfDay> {
    word(node, PartOfDay::WORDS, |word| word.parse().ok())
}

#[derive(Clone, Copy)]
enum WrittenTime {
    Day(Date),
    Clock(DateTime),
}

impl WrittenTime {
    fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Clock(time) => time.date(),
        }
    }
}

fn moment(node: Node<'_>) -> Option<WrittenTime> {
    let value = string(node)?;
    let found = match value.trim().split_once(['T', 't', ' ']) {
        None => civil_date(value.trim()).map(WrittenTime::Day),
        Some((day, time)) => {
            if time.ends_with(['Z', 'z']) {
                let value = value.clone();
                node.report(Finding::UtcTime { value });
            }
            // Times are local clock times, so the offset is not needed.
            let local = time.split(['+', '-', 'Z', 'z', '[']).next();
            let time = civil_time(local.unwrap_or_default().trim());
            civil_date(day)
                .zip(time)
                .map(|(day, time)| WrittenTime::Clock(day.to_datetime(time)))
        }
    };
    if found.is_none() {
        node.report(Finding::InvalidDate { value });
    }
    found
}

/// Reads `2024-06-07`. Written by hand, because jiff's parser with all its formats and error
/// messages would be a tenth of the bundle.
pub fn civil_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none() && year.len() == 4;
    let year = i16::try_from(digits(year)?).ok().filter(|_| is_whole)?;
    Date::new(year, two_digits(month)?, two_digits(day)?).ok()
}

/// Reads `09:30` or `09:30:15.5`. Fractions of a second are cut off.
pub fn civil_time(text: &str) -> Option<Time> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    digits(fraction)?;
    let mut parts = whole.split(':');
    let (hour, minute) = (two_digits(parts.next()?)?, two_digits(parts.next()?)?);
    let second = parts.next().map_or(Some(0), two_digits)?;
    parts
        .next()
        .is_none()
        .then(|| Time::new(hour, minute, second, 0).ok())
        .flatten()
}

fn two_digits(text: &str) -> Option<i8> {
    digits(text)
        .filter(|_| text.len() == 2)
        .and_then(|number| i8::try_from(number).ok())
}

fn digits(text: &str) -> Option<u32> {
    let is_number = (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

fn seconds(
    node: Node<'_>,
    (per_number, most): (f64, u32),
    parse: fn(&str) -> Result<Seconds, InvalidTime>,
) -> Option<Seconds> {
    let (parsed, value) = match node.json {
        Json::Number(number) => {
            let total = (number * per_number).trunc();
            (Seconds::within(0..=most, total), shown(*number))
        }
        Json::String(text) => (parse(text.trim()).ok(), text.clone()),
        _ => return node.wrong_type("time"),
    };
    if parsed.is_none() {
        node.report(Finding::InvalidTime { value });
    }
    parsed
}
