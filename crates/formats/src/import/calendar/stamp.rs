//! Dates and times as calendars write them (RFC 5545, sections 3.3.4 and 3.3.5).

use jiff::civil::{Date, Time};

use crate::import::clock::{DAY, offset, seconds};

/// A day, with or without a clock time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Counted from the beginning of 1970.
    pub(super) day: i64,
    /// The seconds since the beginning of the day. Without them, it is the whole day.
    pub(super) clock: Option<i64>,
    /// How many seconds ahead of universal time the clock is, if the text says so: 0 for `Z`.
    pub(super) ahead: Option<i64>,
}

impl Stamp {
    /// Reads `20260312`, `20260312T100000` or `20260312T080000Z`. Also accepts dashes and colons,
    /// and an offset, which no standard allows but some programs write.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, rest) = text.split_at(text.find(['T', 't', ' ']).unwrap_or(text.len()));
        let day = day_number(&digits(day, '-')?)?;
        let Some(rest) = rest.get(1..) else {
            return Some(Self {
                day,
                clock: None,
                ahead: None,
            });
        };
        let (clock, zone) = rest.split_at(rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len()));
        let ahead = match zone {
            "" => None,
            "Z" | "z" => Some(0),
            zone => Some(offset(zone)?),
        };
        let clock = since_midnight(&digits(clock.trim(), ':')?)?;
        Some(Self {
            day: day + clock.div_euclid(DAY),
            clock: Some(clock.rem_euclid(DAY)),
            ahead,
        })
    }

    /// The seconds from the beginning of 1970 to the clock time, or to the beginning of a whole
    /// day.
    pub(super) fn wall(self) -> i64 {
        self.day * DAY + self.clock.unwrap_or_default()
    }
}

/// The digits without the signs in between. `None` if there is anything else.
fn digits(text: &str, between: char) -> Option<String> {
    let digits: String = text.chars().filter(|c| *c != between).collect();
    digits.bytes().all(|b| b.is_ascii_digit()).then_some(digits)
}

fn day_number(digits: &str) -> Option<i64> {
    if digits.len() != 8 {
        return None;
    }
    let (year, month, day) = (&digits[..4], &digits[4..6], &digits[6..]);
    day_of(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The number of a day of the calendar, counted from the beginning of 1970.
pub(super) fn day_of(year: i16, month: i8, day: i8) -> Option<i64> {
    let day = Date::new(year, month, day).ok()?;
    Some(seconds(day.to_datetime(Time::midnight())).div_euclid(DAY))
}

/// The seconds since the beginning of the day. `240000` is its end.
fn since_midnight(digits: &str) -> Option<i64> {
    if digits == "240000" || digits == "2400" {
        return Some(DAY);
    }
    let part = |from: usize, most: i64| {
        let part: i64 = digits.get(from..from + 2)?.parse().ok()?;
        // A minute may have a 60th second (section 3.3.12).
        (part <= most).then_some(part.min(59))
    };
    let second = match digits.len() {
        4 => 0,
        6 => part(4, 60)?,
        _ => return None,
    };
    Some(part(0, 23)? * 3_600 + part(2, 59)? * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_calendars_write() {
        let day = day_of(2026, 3, 12).unwrap();
        for (text, clock, ahead) in [
            ("20260312", None, None),
            ("2026-03-12", None, None),
            ("20260312T100000", Some(36_000), None),
            ("20260312T100060", Some(36_059), None),
            ("20260312T1000", Some(36_000), None),
            ("20260312T080000Z", Some(28_800), Some(0)),
            (" 2026-03-12T10:00:00+01:00 ", Some(36_000), Some(3_600)),
        ] {
            let expected = Stamp { day, clock, ahead };
            assert_eq!(Stamp::read(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "T",
            "20260230",
            "2026031",
            "20260312T",
            "20260312T250000",
            "20260312T10",
            "20260312Tzehn",
            "2026031２",
            "20260312T100000+é",
            "bald",
        ] {
            assert_eq!(Stamp::read(text), None, "{text}");
        }
        let midnight = Stamp::read("20260311T240000Z");
        assert_eq!(midnight, Stamp::read("20260312T000000Z"));
        assert_eq!(Stamp::read("20260311T240001"), None);
        assert_eq!(Stamp::read("19700102T000001").unwrap().wall(), DAY + 1);
    }
}
