//! From when to when. If something ends on another day, that day is named too.

use jiff::civil::{Date, DateTime, Time};

use super::{clock, day, days, hour_and_minute, o_clock, part_of_day, weekday_and_day};
use crate::{PartOfDay, Speech, next_day};

/// From when to when a talk took place: „9.30 bis 12 Uhr“ if the day is known already, else
/// „Freitag, 7. Juni 2024, 9.30 bis 12 Uhr“.
///
/// If a talk does not end on its day or in the night after it, both days are named: „Freitag, 7.
/// Juni 2024, 15 Uhr bis Samstag, 8. Juni 2024, 19 Uhr“.
#[must_use]
pub fn span(start: DateTime, end: Option<DateTime>, is_day_known: bool, speech: Speech) -> String {
    let on = |at: DateTime, clock: &str| weekday_and_day(at.date(), speech) + ", " + clock;
    let end = end.filter(|end| *end > start);
    let from = clock(start.time(), speech);
    match end {
        Some(end) if !is_of_one_day(start, end) => {
            let to = on(end, &clock(end.time(), speech));
            on(start, &from) + speech.pick(" bis ", " to ") + &to
        }
        _ => {
            let clock = end.map_or(from, |end| from_to(start.time(), end.time(), speech));
            if is_day_known {
                clock
            } else {
                on(start, &clock)
            }
        }
    }
}

/// Whether the end is clear without its day: it is on the same day, at its midnight, or less than
/// half a day later in the early hours.
pub(super) fn is_of_one_day(start: DateTime, end: DateTime) -> bool {
    let (from, to) = (start.hour(), end.hour());
    let is_in_night = to < 6 && from >= to + 12 || to == 0 && end.minute() == 0;
    start.date() == end.date() || is_in_night && next_day(start.date()) == Some(end.date())
}

/// „3. bis 5. August 2026“; for one day „Montag, 3. August 2026, ganztägig“, or without the day if
/// it is known.
#[must_use]
pub fn whole_days(first: Date, last: Date, is_day_known: bool, speech: Speech) -> String {
    let all_day = part_of_day(PartOfDay::AllDay, speech);
    if first < last {
        days(first, last, speech)
    } else if is_day_known {
        all_day.to_owned()
    } else {
        format!("{}, {all_day}", weekday_and_day(first, speech))
    }
}

/// „10. Juli 2026“, „10. bis 12. Juli 2026“: without clock times and weekdays.
#[must_use]
pub fn day_or_days(start: DateTime, end: Option<DateTime>, speech: Speech) -> String {
    match end {
        Some(end) if !is_of_one_day(start, end) => {
            let midnight = end.time() == Time::midnight();
            let last = if midnight {
                end.date().yesterday()
            } else {
                Ok(end.date())
            };
            days(start.date(), last.unwrap_or(end.date()), speech)
        }
        _ => day(start.date(), speech),
    }
}

/// „9.30 bis 12 Uhr“, „22 bis 1 Uhr“, „20 bis 24 Uhr“; English „09:30–12:00“.
fn from_to(start: Time, end: Time, speech: Speech) -> String {
    let (hour, minute) = (end.hour(), end.minute());
    let is_midnight = hour == 0 && minute == 0;
    let end = o_clock(if is_midnight { 24 } else { hour }, minute, speech);
    match speech {
        Speech::German => {
            let start = hour_and_minute(start.hour(), start.minute());
            format!("{start} bis {end}")
        }
        Speech::English => format!("{}–{end}", clock(start, speech)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn a_span_names_the_day_of_its_end() {
        let at = |day, hour, minute| datetime(2026, 6, day, hour, minute, 0, 0);
        let plain = |text: String| text.replace('\u{a0}', " ");
        for (start, end, german, english) in [
            (at(5, 9, 30), at(5, 12, 0), "9.30 bis 12 Uhr", "09:30–12:00"),
            (at(5, 22, 30), at(6, 1, 0), "22.30 bis 1 Uhr", "22:30–01:00"),
            (at(5, 18, 0), at(6, 5, 59), "18 bis 5.59 Uhr", "18:00–05:59"),
            (at(5, 9, 0), at(6, 0, 0), "9 bis 24 Uhr", "09:00–24:00"),
            (
                at(5, 15, 0),
                at(6, 19, 0),
                "Freitag, 5. Juni 2026, 15 Uhr bis Samstag, 6. Juni 2026, 19 Uhr",
                "Friday 5 June 2026, 15:00 to Saturday 6 June 2026, 19:00",
            ),
            (
                at(5, 15, 0),
                at(6, 15, 0),
                "Freitag, 5. Juni 2026, 15 Uhr bis Samstag, 6. Juni 2026, 15 Uhr",
                "Friday 5 June 2026, 15:00 to Saturday 6 June 2026, 15:00",
            ),
            // Less than a day, but the clock times alone do not show it.
            (
                at(5, 10, 0),
                at(6, 4, 0),
                "Freitag, 5. Juni 2026, 10 Uhr bis Samstag, 6. Juni 2026, 4 Uhr",
                "Friday 5 June 2026, 10:00 to Saturday 6 June 2026, 04:00",
            ),
            (
                at(5, 22, 0),
                at(7, 0, 0),
                "Freitag, 5. Juni 2026, 22 Uhr bis Sonntag, 7. Juni 2026, 0 Uhr",
                "Friday 5 June 2026, 22:00 to Sunday 7 June 2026, 00:00",
            ),
        ] {
            let told = |speech| plain(span(start, Some(end), true, speech));
            assert_eq!(told(Speech::German), german, "{start}–{end}");
            assert_eq!(told(Speech::English), english, "{start}–{end}");
        }
        let start = at(5, 9, 30);
        for (end, is_day_known, german) in [
            (None, true, "9.30 Uhr"),
            (Some(start), false, "Freitag, 5. Juni 2026, 9.30 Uhr"),
            (
                Some(at(5, 12, 0)),
                false,
                "Freitag, 5. Juni 2026, 9.30 bis 12 Uhr",
            ),
        ] {
            assert_eq!(
                plain(span(start, end, is_day_known, Speech::German)),
                german
            );
        }
    }
    #[test]
    fn days_alone_name_the_last_one_too() {
        let start = datetime(2026, 7, 10, 22, 0, 0, 0);
        for (end, expected) in [
            (None, "10. Juli 2026"),
            (Some(datetime(2026, 7, 11, 2, 0, 0, 0)), "10. Juli 2026"),
            (
                Some(datetime(2026, 7, 11, 18, 0, 0, 0)),
                "10. bis 11. Juli 2026",
            ),
            (
                Some(datetime(2026, 7, 13, 0, 0, 0, 0)),
                "10. bis 12. Juli 2026",
            ),
        ] {
            let told = day_or_days(start, end, Speech::German);
            assert_eq!(told.replace('\u{a0}', " "), expected);
        }
    }
}
