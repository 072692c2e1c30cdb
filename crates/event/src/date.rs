//! Dates, clock times and durations, written as the city's press office writes them.
//!
//! German: „Freitag, 7. Juni 2024“, „9.30 bis 12 Uhr“ (a dot, no `.00`). English: British.

mod span;

use jiff::civil::{Date, Time};

use self::span::is_of_one_day;
pub use self::span::{day_or_days, span, whole_days};
use super::Speech;
use crate::{PartOfDay, Seconds, When};

const MONTHS: [(&str, &str); 12] = [
    ("Januar", "January"),
    ("Februar", "February"),
    ("März", "March"),
    ("April", "April"),
    ("Mai", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("August", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Dezember", "December"),
];

const WEEKDAYS: [(&str, &str); 7] = [
    ("Montag", "Monday"),
    ("Dienstag", "Tuesday"),
    ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"),
    ("Freitag", "Friday"),
    ("Samstag", "Saturday"),
    ("Sonntag", "Sunday"),
];

/// `2024-06-07`, for `datetime` attributes.
#[must_use]
pub fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// „7. Juni 2024“.
#[must_use]
pub fn day(date: Date, speech: Speech) -> String {
    format!("{}\u{a0}{}", day_and_month(date, speech), date.year())
}

/// „Freitag, 7. Juni 2024“.
#[must_use]
pub fn weekday_and_day(date: Date, speech: Speech) -> String {
    format!(
        "{}{}{}",
        weekday(date, speech),
        speech.pick(", ", " "),
        day(date, speech)
    )
}

/// „So“, „Sun“.
#[must_use]
pub fn short_weekday(date: Date, speech: Speech) -> &'static str {
    let weekday = weekday(date, speech);
    &weekday[..speech.pick(2, 3)]
}

/// „So 7. Juni“, „Sun 7 June“.
#[must_use]
pub fn short_day(date: Date, speech: Speech) -> String {
    format!(
        "{} {}",
        short_weekday(date, speech),
        day_and_month(date, speech)
    )
}

fn weekday(date: Date, speech: Speech) -> &'static str {
    let weekday = WEEKDAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())];
    speech.pick(weekday.0, weekday.1)
}

fn day_and_month(date: Date, speech: Speech) -> String {
    let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
    let dot = speech.pick(".", "");
    format!("{}{dot}\u{a0}{}", date.day(), speech.pick(month.0, month.1))
}

/// „Freitag, 7. Juni 2024, Vormittag“, „7. Juni 2024, 9 bis 12 Uhr“, „7. bis 9. Juni 2024“.
#[must_use]
pub fn when(when: &When, speech: Speech) -> String {
    match *when {
        When::Day {
            date,
            part_of_day: None,
        } => weekday_and_day(date, speech),
        When::Day {
            date,
            part_of_day: Some(part),
        } => {
            format!(
                "{}, {}",
                weekday_and_day(date, speech),
                part_of_day(part, speech)
            )
        }
        When::Days { start, end } => days(start, end, speech),
        When::Clock {
            start,
            end: Some(end),
        } if !is_of_one_day(start, end) => days(start.date(), end.date(), speech),
        When::Clock { start, end } => span(start, end, false, speech),
    }
}

/// „Freitag, 7. Juni 2024“, „7. bis 9. Juni 2024“.
#[must_use]
pub fn days(start: Date, end: Date, speech: Speech) -> String {
    let to = speech.pick(" bis ", " to ");
    let same_month = start.first_of_month() == end.first_of_month();
    if start == end {
        weekday_and_day(start, speech)
    } else if same_month {
        format!(
            "{}{}{to}{}",
            start.day(),
            speech.pick(".", ""),
            day(end, speech)
        )
    } else if start.year() == end.year() {
        format!("{}{to}{}", day_and_month(start, speech), day(end, speech))
    } else {
        format!("{}{to}{}", day(start, speech), day(end, speech))
    }
}

/// „Vormittag“.
#[must_use]
pub fn part_of_day(part: PartOfDay, speech: Speech) -> &'static str {
    match part {
        PartOfDay::Morning => speech.pick("Vormittag", "morning"),
        PartOfDay::Afternoon => speech.pick("Nachmittag", "afternoon"),
        PartOfDay::Evening => speech.pick("Abend", "evening"),
        PartOfDay::AllDay => speech.pick("ganztägig", "all day"),
    }
}

/// „9 Uhr“, „9.30 Uhr“; English „9.30 am“.
#[must_use]
pub fn clock(time: Time, speech: Speech) -> String {
    o_clock(time.hour(), time.minute(), speech)
}

fn o_clock(hour: i8, minute: i8, speech: Speech) -> String {
    match speech {
        Speech::German => format!("{}\u{a0}Uhr", hour_and_minute(hour, minute)),
        Speech::English => format!("{hour:02}:{minute:02}"),
    }
}

fn hour_and_minute(hour: i8, minute: i8) -> String {
    match minute {
        0 => hour.to_string(),
        minute => format!("{hour}.{minute:02}"),
    }
}

/// „45 Min.“, „1 Std. 30 Min.“.
#[must_use]
pub fn length(length: Seconds, speech: Speech) -> String {
    let (hours, minutes) = (length.0 / 3_600, length.0 / 60 % 60);
    let hour = speech.pick("Std.", "h");
    let minute = speech.pick("Min.", "min");
    match (hours, minutes) {
        (0, 0) => format!("{}\u{a0}{}", length.0, speech.pick("Sek.", "s")),
        (0, m) => format!("{m}\u{a0}{minute}"),
        (h, 0) => format!("{h}\u{a0}{hour}"),
        (h, m) => format!("{h}\u{a0}{hour} {m}\u{a0}{minute}"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;

    fn check(value: When, german: &str, english: &str) {
        let plain = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(plain(when(&value, Speech::German)), german);
        assert_eq!(plain(when(&value, Speech::English)), english);
    }

    #[test]
    fn writes_days_as_the_press_office_does() {
        check(
            When::Day {
                date: date(2024, 6, 7),
                part_of_day: Some(PartOfDay::Morning),
            },
            "Freitag, 7. Juni 2024, Vormittag",
            "Friday 7 June 2024, morning",
        );
        check(
            When::Days {
                start: date(2026, 3, 4),
                end: date(2026, 3, 6),
            },
            "4. bis 6. März 2026",
            "4 to 6 March 2026",
        );
        check(
            When::Days {
                start: date(2025, 12, 31),
                end: date(2026, 1, 1),
            },
            "31. Dezember 2025 bis 1. Januar 2026",
            "31 December 2025 to 1 January 2026",
        );
    }

    #[test]
    fn writes_clock_times_with_a_dot_and_without_zeros() {
        check(
            When::Clock {
                start: datetime(2026, 3, 29, 1, 30, 0, 0),
                end: Some(datetime(2026, 3, 29, 12, 0, 0, 0)),
            },
            "Sonntag, 29. März 2026, 1.30 bis 12 Uhr",
            "Sunday 29 March 2026, 01:30–12:00",
        );
    }

    #[test]
    fn writes_lengths() {
        for (seconds, german) in [
            (45, "45 Sek."),
            (2_700, "45 Min."),
            (5_400, "1 Std. 30 Min."),
        ] {
            assert_eq!(
                length(Seconds(seconds), Speech::German).replace('\u{a0}', " "),
                german
            );
        }
    }
}
