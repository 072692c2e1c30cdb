//! Clock times of other programs' files. None is shifted to another time zone.

use jiff::civil::{Date, DateTime, Time};

use super::small::{first_of, swap};
use crate::parse::time::{civil_date, civil_time};

/// A clock time as a file writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// What the clock on the wall shows.
    pub(super) wall: DateTime,
    /// How many seconds it is ahead of universal time, where the file says so.
    offset: Option<i64>,
    /// Whether it ends in `Z`.
    pub(super) is_universal: bool,
}

impl Moment {
    /// Reads `2024-12-27T10:30:00+01:00`, with or without offset or seconds.
    pub(super) fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let middle = first_of(text, b"Tt ")?;
        let (day, rest) = (&text[..middle], &text[middle + 1..]);
        let end = first_of(rest, b"+-Zz").unwrap_or(rest.len());
        let (clock, zone) = rest.split_at(end);
        let wall = civil_date(day)?.to_datetime(civil_time(clock.trim())?);
        let is_universal = zone.starts_with(['Z', 'z']);
        let offset = match zone.split_at_checked(1) {
            None => None,
            Some(_) if is_universal => Some(0),
            Some((sign, digits)) => {
                let digits = swap(digits, &[':'], "");
                let (hours, minutes) = digits.split_at_checked(2)?;
                let ahead = hours.parse::<i64>().ok()? * 3_600
                    + minutes.parse::<i64>().unwrap_or_default() * 60;
                Some(if sign == "-" { -ahead } else { ahead })
            }
        };
        Some(Self {
            wall,
            offset,
            is_universal,
        })
    }

    /// A clock time on the wall.
    pub(super) fn local(wall: DateTime) -> Self {
        Self {
            wall,
            offset: None,
            is_universal: false,
        }
    }

    /// How many seconds later the other one is.
    pub(super) fn until(self, other: Self) -> i64 {
        let ahead = other.offset.zip(self.offset).map_or(0, |(a, b)| a - b);
        seconds(other.wall) - seconds(self.wall) - ahead
    }

    /// A moment of universal time on the clock that the other one is told in, if it is local.
    pub(super) fn on_clock_of(self, other: Self) -> Option<Self> {
        let ahead = other
            .offset
            .filter(|_| self.is_universal && !other.is_universal)?;
        Some(Self {
            wall: later(self.wall, ahead)?,
            offset: other.offset,
            is_universal: false,
        })
    }

    /// The same moment on the clock that shows `clock`: where both differ, the date is told in
    /// another zone than the clock time, and the day is the one that makes them meet.
    pub(super) fn on_clock(self, clock: Time) -> Option<DateTime> {
        let half = DAY / 2;
        let apart = since_midnight(clock) - since_midnight(self.wall.time());
        let apart = (apart + half).rem_euclid(DAY) - half;
        later(self.wall, apart)
    }
}

const DAY: i64 = 86_400;

/// The clock time some seconds later, or earlier.
pub(super) fn later(wall: DateTime, by: i64) -> Option<DateTime> {
    let total = seconds(wall) + by;
    let clock = total.rem_euclid(DAY);
    let part = |number: i64| i8::try_from(number).ok();
    let time = Time::new(
        part(clock / 3_600)?,
        part(clock / 60 % 60)?,
        part(clock % 60)?,
        0,
    );
    Some(date(total.div_euclid(DAY))?.to_datetime(time.ok()?))
}

/// How many seconds of its day have passed.
pub(super) fn since_midnight(clock: Time) -> i64 {
    i64::from(clock.hour()) * 3_600 + i64::from(clock.minute()) * 60 + i64::from(clock.second())
}

fn seconds(wall: DateTime) -> i64 {
    day_number(wall.date()) * DAY + since_midnight(wall.time())
}

/// Counts days from 1 March of the year 0 on. By hand: jiff's arithmetic brings all its error
/// texts along. The method is Howard Hinnant's, <https://howardhinnant.github.io/date_algorithms.html>,
/// read on 2026-11-24.
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
    use jiff::civil::{date as day, datetime, time};

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
    }

    #[test]
    fn reads_moments() {
        let wall = datetime(2024, 12, 27, 10, 30, 0, 0);
        for (text, offset) in [
            ("2024-12-27T10:30:00+01:00", Some(3_600)),
            ("2024-12-27 10:30", None),
            ("2024-12-27T10:30:00.000Z", Some(0)),
            ("2024-12-27T10:30-0330", Some(-12_600)),
        ] {
            let moment = Moment::new(text).unwrap();
            assert_eq!((moment.wall, moment.offset), (wall, offset), "{text}");
        }
        for text in [
            "",
            "T",
            "2024-12-27",
            "2024-12-27T25:00",
            "2024-12-27T10:30+é",
            "+",
        ] {
            assert_eq!(Moment::new(text), None, "{text}");
        }
    }

    #[test]
    fn measures_across_offsets() {
        let [start, end] = ["2024-12-27T10:30+01:00", "2024-12-27T10:15Z"].map(Moment::new);
        assert_eq!(start.unwrap().until(end.unwrap()), 2_700);
    }

    #[test]
    fn believes_the_clock_and_finds_its_day() {
        for (date, clock, expected) in [
            (
                "2024-12-27T23:30:00Z",
                (0, 30),
                datetime(2024, 12, 28, 0, 30, 0, 0),
            ),
            (
                "2024-12-28T00:30:00+01:00",
                (0, 30),
                datetime(2024, 12, 28, 0, 30, 0, 0),
            ),
            (
                "2025-01-01T00:15:00Z",
                (23, 15),
                datetime(2024, 12, 31, 23, 15, 0, 0),
            ),
        ] {
            let clock = time(clock.0, clock.1, 0, 0);
            assert_eq!(Moment::new(date).unwrap().on_clock(clock), Some(expected));
        }
    }
}
