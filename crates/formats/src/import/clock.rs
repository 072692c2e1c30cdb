//! Clock times and days in seconds, counted by hand: jiff's arithmetic brings all its error texts
//! along.

use jiff::civil::{Date, DateTime, Time};

/// The seconds of a day.
pub(super) const DAY: i64 = 86_400;

/// How many seconds of its day have passed.
pub(super) fn since_midnight(clock: Time) -> i64 {
    i64::from(clock.hour()) * 3_600 + i64::from(clock.minute()) * 60 + i64::from(clock.second())
}

/// The seconds from the beginning of 1970 to a clock time, if all days have the same length.
pub(super) fn seconds(wall: DateTime) -> i64 {
    (day_number(wall.date()) - EPOCH) * DAY + since_midnight(wall.time())
}

/// The clock time some seconds after the beginning of 1970.
pub(super) fn civil(seconds: i64) -> Option<DateTime> {
    let clock = seconds.rem_euclid(DAY);
    let part = |number: i64| i8::try_from(number).ok();
    let time = Time::new(
        part(clock / 3_600)?,
        part(clock / 60 % 60)?,
        part(clock % 60)?,
        0,
    );
    Some(date(seconds.div_euclid(DAY) + EPOCH)?.to_datetime(time.ok()?))
}

/// The clock time some seconds later, or earlier.
pub(super) fn later(wall: DateTime, by: i64) -> Option<DateTime> {
    civil(seconds(wall) + by)
}

/// Reads `+02:00`, `+0200` or `+2` as seconds ahead of universal time.
pub(super) fn offset(text: &str) -> Option<i64> {
    let (sign, digits) = text.split_at_checked(1)?;
    let sign = match sign {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let digits = digits.replace(':', "");
    if digits.is_empty() || digits.len() > 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hours, rest) = digits.split_at(digits.len().min(2));
    let (minutes, seconds) = rest.split_at(rest.len().min(2));
    let number = |text: &str| text.parse::<i64>().unwrap_or_default();
    let ahead = number(hours) * 3_600 + number(minutes) * 60 + number(seconds);
    // No clock is farther away than a day.
    (ahead < DAY).then_some(sign * ahead)
}

/// `+02:00`, as people write it.
pub(super) fn offset_text(ahead: i64) -> String {
    let sign = if ahead < 0 { '-' } else { '+' };
    let minutes = ahead.unsigned_abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// 1 January 1970.
const EPOCH: i64 = 719_468;

/// Counts days from 1 March of the year 0 on. The method is Howard Hinnant's,
/// <https://howardhinnant.github.io/date_algorithms.html>, read on 2026-11-24.
fn day_number(date: Date) -> i64 {
    let (month, day) = (i64::from(date.month()), i64::from(date.day()));
    let year = i64::from(date.year()) - i64::from(month < 3);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}

fn date(number: i64) -> Option<Date> {
    let (era, of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month < 3);
    let small = |number: i64| i8::try_from(number).ok();
    Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date as day, datetime};

    use super::*;

    #[test]
    fn counts_days_back_and_forth() {
        for year in [-1, 0, 1, 1900, 1970, 2000, 2024, 2100] {
            let start = day_number(day(year, 1, 1));
            for number in start..start + 366 {
                assert_eq!(day_number(date(number).unwrap()), number);
            }
        }
        assert_eq!(
            day_number(day(2024, 3, 1)) - day_number(day(2024, 2, 28)),
            2
        );
        assert_eq!(date(i64::MAX / 2), None);
        assert_eq!(seconds(datetime(1970, 1, 1, 0, 0, 7, 0)), 7);
        assert_eq!(civil(-1), Some(datetime(1969, 12, 31, 23, 59, 59, 0)));
    }

    #[test]
    fn reads_offsets() {
        for (text, expected) in [
            ("+01:00", Some(3_600)),
            ("-0330", Some(-12_600)),
            ("+5", Some(18_000)),
            ("+14", Some(50_400)),
            ("+053000", Some(19_800)),
            ("+é", None),
            ("+", None),
            ("", None),
            ("01:00", None),
            ("+99:00", None),
        ] {
            assert_eq!(offset(text), expected, "{text}");
        }
        assert_eq!(offset_text(-12_600), "-03:30");
        assert_eq!(offset_text(7_200), "+02:00");
    }
}
