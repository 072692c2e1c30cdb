//! On which day of the event a talk takes place.

use jiff::civil::{Date, DateTime};

use crate::{
    model::{Event, next_day},
    search::{Interner, radix},
};

/// Whatever begins before this time of the day may belong to the day before.
const NIGHT_ENDS: u32 = 6 * 3_600;
const WHOLE_DAY: u32 = 86_400;
/// How long a talk of unknown length is taken to be.
const USUAL_LENGTH: u32 = 1_800;

/// A talk with a time, in seconds from the midnight at which its day began.
#[derive(Debug, Clone, Copy)]
pub(super) struct Timed {
    /// Its place in the event's programme.
    pub(super) talk: u32,
    pub(super) start: u32,
    /// After the start.
    pub(super) end: u32,
    /// Whether the end is not known but assumed.
    pub(super) is_open: bool,
    /// The room by the order of the programme, [`NO_ROOM`] if it is not known.
    pub(super) room: u32,
}

/// The room of talks that name none: the last one.
pub(super) const NO_ROOM: u32 = u32::MAX;

/// The talks of one day of the event, in order of time.
pub(super) struct Talks {
    pub(super) date: Date,
    pub(super) talks: Vec<Timed>,
}

/// Sorts talks into days: those with a start by day and time, then the others.
///
/// What begins in the early hours belongs to the day before if that day's programme is nearer than
/// what comes in the morning: a talk at half past midnight is the last one of a long evening, but
/// the run at five is the first one of its day.
pub(super) fn days(event: &Event) -> (Vec<Talks>, Vec<u32>) {
    let mut keys = Vec::new();
    let mut untimed = Vec::new();
    for (at, talk) in (0..).zip(&event.talks) {
        match talk.start {
            Some(start) => keys.push(key(start) << TALK_BITS | u64::from(at)),
            None => untimed.push(at),
        }
    }
    radix::sort(&mut keys);
    let mut rooms = Interner::default();
    let mut days: Vec<Talks> = Vec::new();
    for key in keys {
        let place = radix::low(key & ((1 << TALK_BITS) - 1));
        let talk = &event.talks[place as usize];
        let Some(moment) = talk.start else { continue };
        let room = talk.room.as_ref().map_or(NO_ROOM, |room| {
            rooms.intern(room.in_event_language(&event.language)).0
        });
        let start = seconds(moment);
        let length = talk
            .duration
            .map(|length| length.0)
            .filter(|length| *length > 0);
        let timed = Timed {
            talk: place,
            start,
            end: start.saturating_add(length.unwrap_or(USUAL_LENGTH)),
            is_open: length.is_none(),
            room,
        };
        match days.last_mut().filter(|day| day.date == moment.date()) {
            Some(day) => day.talks.push(timed),
            None => days.push(Talks {
                date: moment.date(),
                talks: vec![timed],
            }),
        }
    }
    for at in 1..days.len() {
        let (before, rest) = days.split_at_mut(at);
        if let (Some(yesterday), Some(today)) = (before.last_mut(), rest.first_mut()) {
            move_night(yesterday, today);
        }
    }
    days.retain(|day| !day.talks.is_empty());
    (days, untimed)
}

/// Moves what belongs to the evening before.
fn move_night(yesterday: &mut Talks, today: &mut Talks) {
    let last = yesterday.talks.iter().map(|talk| talk.end).max();
    let (Some(mut last), true) = (last, next_day(yesterday.date) == Some(today.date)) else {
        return;
    };
    let mut talks = today.talks.iter();
    let morning = talks.find(|talk| talk.start >= NIGHT_ENDS);
    let morning = morning.map_or(u32::MAX, |talk| talk.start);
    let mut night = 0;
    for talk in &today.talks {
        let since = (talk.start + WHOLE_DAY).saturating_sub(last);
        if talk.start >= NIGHT_ENDS || since > morning.saturating_sub(talk.end) {
            break;
        }
        last = last.max(talk.end.saturating_add(WHOLE_DAY));
        night += 1;
    }
    let moved = today.talks.drain(..night).map(|talk| Timed {
        start: talk.start + WHOLE_DAY,
        end: talk.end.saturating_add(WHOLE_DAY),
        ..talk
    });
    yesterday.talks.extend(moved);
}

/// The bits of a key that say which talk it is of.
const TALK_BITS: u32 = 25;

/// Keeps the order of time, in 39 bits.
fn key(start: DateTime) -> u64 {
    let day = start.date();
    let part = |number: i8| u64::from(number.unsigned_abs());
    let year = u64::from(day.year().max(0).unsigned_abs());
    // A calendar whose months all have 31 days keeps the order.
    let days = (year * 12 + part(day.month()) - 1) * 31 + part(day.day()) - 1;
    days << 17 | u64::from(seconds(start))
}

/// Seconds since midnight.
fn seconds(moment: DateTime) -> u32 {
    let part = |number: i8| u32::from(number.unsigned_abs());
    let time = moment.time();
    part(time.hour()) * 3_600 + part(time.minute()) * 60 + part(time.second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timetable::tests::event;

    fn check(talks: &str, expected: &str) {
        let event = event(talks);
        let days = days(&event).0.into_iter().map(|day| {
            let ids = day
                .talks
                .iter()
                .map(|talk| event.talks[talk.talk as usize].id.as_str());
            format!("{}: {}", day.date, ids.collect::<String>())
        });
        assert_eq!(days.collect::<Vec<_>>().join(", "), expected, "{talks}");
    }

    #[test]
    fn talks_after_midnight_belong_to_the_evening_before() {
        check(
            "c 2026-01-02T00:30 PT1H A, b 2026-01-01T22:00 PT2H A, a 2026-01-01T10:00 PT1H A,
             d 2026-01-02T02:00 PT1H A, e 2026-01-02T10:00 PT1H A",
            "2026-01-01: abcd, 2026-01-02: e",
        );
        check(
            "a 2026-01-01T23:00 PT1H A, b 2026-01-02T01:00 PT3H A",
            "2026-01-01: ab",
        );
    }

    #[test]
    fn an_early_start_is_none_of_the_night() {
        check(
            "a 2026-01-01T10:00 PT8H A, b 2026-01-02T05:00 PT1H A, c 2026-01-02T09:00 PT1H A",
            "2026-01-01: a, 2026-01-02: bc",
        );
        check(
            "a 2026-01-01T03:00 PT1H A, b 2026-01-01T09:00 PT1H A, c 2026-01-03T01:00 PT1H A",
            "2026-01-01: ab, 2026-01-03: c",
        );
    }

    #[test]
    fn years_and_months_keep_their_order() {
        check(
            "c 2026-02-01T09:00 - A, b 2026-01-31T09:00 - A, a 2025-12-31T23:59:59 - A",
            "2025-12-31: a, 2026-01-31: b, 2026-02-01: c",
        );
        check(
            "b 9999-12-31T23:00 - A, a 9999-12-31T00:00 - A",
            "9999-12-31: ab",
        );
    }
}
