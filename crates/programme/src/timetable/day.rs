//! On which day of the event a talk takes place, or on which days.

#[cfg(test)]
mod over_days;

use jiff::civil::{Date, DateTime};
use nachlese_compact::{Interner, radix};
use nachlese_event::{Event, next_day};

/// A talk that begins before this time may belong to the day before.
const NIGHT_ENDS: u32 = 6 * 3_600;
const WHOLE_DAY: u32 = 86_400;
/// A talk that takes more days than this is shown only on its first day.
const MOST_DAYS: u32 = 31;
/// In a programme with more cells than this, talks over several days are shown only on the first.
const MOST_PARTS: usize = 20_000;
/// The assumed duration of a talk whose duration is unknown.
const USUAL_LENGTH: u32 = 1_800;

/// A talk with a time, in seconds from the midnight at which its day began.
#[derive(Debug, Clone, Copy)]
pub(super) struct Timed {
    /// Its index in the event's programme.
    pub(super) talk: u32,
    pub(super) start: u32,
    /// Later than the start.
    pub(super) end: u32,
    /// Whether the end is not known but assumed.
    pub(super) is_open: bool,
    /// Whether it goes on into the next morning, or takes whole days.
    pub(super) is_long: bool,
    /// Whether it takes whole days, without clock times.
    pub(super) is_whole_days: bool,
    /// The room's number in the order of the programme, or [`NO_ROOM`].
    pub(super) room: u32,
}

/// The room of talks without a room. It comes last.
pub(super) const NO_ROOM: u32 = u32::MAX;

/// The talks of one day of the event, in order of time.
pub(super) struct Talks {
    pub(super) date: Date,
    pub(super) talks: Vec<Timed>,
}

/// Sorts talks into days: those with a start by day and time, then the others.
///
/// A talk in the early hours belongs to the day before, if that day's programme is closer in time
/// than the programme of the morning. So a talk at half past midnight is the last one of a long
/// evening, but the run at five is the first one of its day. A talk that goes on into a morning, or
/// takes whole days, is shown on each of its days.
pub(super) fn days(event: &Event) -> (Vec<Talks>, Vec<u32>) {
    let mut keys = Vec::new();
    let mut parts = Vec::new();
    let mut untimed = Vec::new();
    for (at, talk) in (0..).zip(&event.talks) {
        let Some(start) = talk.start else {
            untimed.push(at);
            continue;
        };
        let end = seconds(start).saturating_add(talk.duration.map_or(0, |length| length.0));
        let (mut day, mut before) = (start.date(), 0);
        loop {
            let key = key(day, if before == 0 { seconds(start) } else { 0 });
            keys.push(key << PART_BITS | parts.len() as u64);
            parts.push((at, day, before));
            before += WHOLE_DAY;
            let goes_on = before + NIGHT_ENDS < end && end <= MOST_DAYS * WHOLE_DAY;
            match next_day(day).filter(|_| goes_on && parts.len() < MOST_PARTS) {
                Some(next) => day = next,
                None => break,
            }
        }
    }
    radix::sort(&mut keys);
    let mut rooms = Interner::default();
    let mut days: Vec<Talks> = Vec::new();
    for key in keys {
        let (place, date, before) = parts[(key & ((1 << PART_BITS) - 1)) as usize];
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
        let end = start.saturating_add(length.unwrap_or(USUAL_LENGTH));
        let is_whole_days = talk.whole_days().is_some();
        let timed = Timed {
            talk: place,
            start: if before == 0 { start } else { 0 },
            end: end - before,
            is_open: length.is_none(),
            is_long: is_whole_days || end > WHOLE_DAY + NIGHT_ENDS,
            is_whole_days,
            room,
        };
        match days.last_mut().filter(|day| day.date == date) {
            Some(day) => day.talks.push(timed),
            None => days.push(Talks {
                date,
                talks: vec![timed],
            }),
        }
    }
    end_late(event, &mut days);
    for at in 1..days.len() {
        let (before, rest) = days.split_at_mut(at);
        if let (Some(yesterday), Some(today)) = (before.last_mut(), rest.first_mut()) {
            move_night(yesterday, today);
        }
    }
    days.retain(|day| !day.talks.is_empty());
    days.iter_mut().for_each(fit);
    (days, untimed)
}

/// A talk that begins in the night after the last day belongs to that day, even if it is the only
/// one.
fn end_late(event: &Event, days: &mut [Talks]) {
    let Some(end) = event.when.map(|when| when.last_day()) else {
        return;
    };
    let [.., last] = days else { return };
    let is_night = last.talks.iter().all(|talk| talk.start < NIGHT_ENDS);
    if is_night && next_day(end) == Some(last.date) {
        let is_only = !days.iter().any(|day| day.date == end);
        if let ([.., last], true) = (days, is_only) {
            last.date = end;
            for talk in &mut last.talks {
                talk.start += WHOLE_DAY;
                talk.end = talk.end.saturating_add(WHOLE_DAY);
            }
        }
    }
}

/// Moves talks that belong to the evening before.
fn move_night(yesterday: &mut Talks, today: &mut Talks) {
    let (Some((_, mut last)), true) = (
        bounds(&yesterday.talks),
        next_day(yesterday.date) == Some(today.date),
    ) else {
        return;
    };
    let is_long = |talk: &&Timed| talk.is_long;
    let first = today.talks.iter().take_while(is_long).count();
    let mut talks = today.talks[first..].iter();
    let morning = talks.find(|talk| talk.start >= NIGHT_ENDS);
    let morning = morning.map_or(u32::MAX, |talk| talk.start);
    let mut end = first;
    for talk in &today.talks[first..] {
        let since = (talk.start + WHOLE_DAY).saturating_sub(last);
        let is_of_today = talk.start >= NIGHT_ENDS || since > morning.saturating_sub(talk.end);
        if is_of_today || talk.is_long {
            break;
        }
        last = last.max(talk.end.saturating_add(WHOLE_DAY));
        end += 1;
    }
    let moved = today.talks.drain(first..end).map(|talk| Timed {
        start: talk.start + WHOLE_DAY,
        end: talk.end.saturating_add(WHOLE_DAY),
        ..talk
    });
    yesterday.talks.extend(moved);
}

/// Makes talks that go on before or after a day's programme reach from its first to its last talk.
fn fit(day: &mut Talks) {
    let (first, last) = bounds(&day.talks).unwrap_or_default();
    for talk in day.talks.iter_mut().filter(|talk| talk.is_long) {
        if talk.start == 0 && first < talk.end {
            talk.start = first;
        }
        if talk.is_whole_days || talk.end > WHOLE_DAY + NIGHT_ENDS {
            talk.end = if last > talk.start { last } else { WHOLE_DAY };
        }
    }
}

/// When the first talk begins and the last one ends, without those over several days.
fn bounds(talks: &[Timed]) -> Option<(u32, u32)> {
    let mut short = talks.iter().filter(|talk| !talk.is_long);
    let first = short.next()?;
    Some((
        first.start,
        short.fold(first.end, |end, talk| end.max(talk.end)),
    ))
}

/// The bits of a key that say which part of a talk it is for.
const PART_BITS: u32 = 25;

/// A number of 39 bits that keeps the order of time.
fn key(day: Date, seconds: u32) -> u64 {
    let part = |number: i8| u64::from(number.unsigned_abs());
    let year = u64::from(day.year().max(0).unsigned_abs());
    // A calendar whose months all have 31 days keeps the order.
    let days = (year * 12 + part(day.month()) - 1) * 31 + part(day.day()) - 1;
    days << 17 | u64::from(seconds)
}

/// Seconds since midnight.
fn seconds(moment: DateTime) -> u32 {
    let part = |number: i8| u32::from(number.unsigned_abs());
    let time = moment.time();
    part(time.hour()) * 3_600 + part(time.minute()) * 60 + part(time.second())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use nachlese_event::When;

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
    fn the_night_after_the_last_day_is_part_of_it() {
        let mut event = event("a 2026-01-01T10:00 PT1H A, b 2026-01-03T00:30 PT1H A");
        let (start, end) = (date(2026, 1, 1), date(2026, 1, 2));
        event.when = Some(When::Days { start, end });
        let days = days(&event).0;
        let [first, second] = days.as_slice() else {
            panic!("{} days", days.len())
        };
        assert_eq!((first.date, second.date), (start, end));
        assert_eq!(second.talks[0].start, WHOLE_DAY + 1_800);
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
