//! Clock times as people and programs write them, in German and English.

use std::fmt;

use jiff::civil::Time;
use nachlese_reader::time::civil_time;

use super::clock::{DAY, since_midnight};

/// A clock time from `00:00` to `24:00`, in seconds. `24:00` is the end of its day, not the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayTime(i64);

impl DayTime {
    /// Reads `09:30`, and everything else that can only be a clock time: `9:30`, `9.30`,
    /// `9.30 Uhr`, `9 Uhr`, `9h30`, `9:30 AM`, `9 a.m.`, `24:00`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        civil_time(text)
            .map(Self::from)
            .or_else(|| Self::spelled(&text.to_lowercase(), false))
    }

    /// Reads a text in lower case. A number alone is a clock time only if `is_hour`.
    pub(super) fn spelled(text: &str, is_hour: bool) -> Option<Self> {
        let text = ["von ", "from ", "um ", "at ", "ab "]
            .iter()
            .find_map(|word| text.strip_prefix(word))
            .unwrap_or(text);
        let undotted;
        let mut rest = text.trim();
        let mut is_hour = is_hour;
        let mut half = None;
        if rest.ends_with('.') {
            undotted = rest.replace("a.m.", "am").replace("p.m.", "pm");
            rest = undotted.as_str();
        }
        for (ending, is_afternoon) in [
            ("am", Some(false)),
            ("pm", Some(true)),
            ("uhr", None),
            ("h", None),
        ] {
            if let Some(before) = rest.strip_suffix(ending) {
                rest = before.trim_end();
                (half, is_hour) = (is_afternoon, true);
                break;
            }
        }
        let mut parts = rest.split([':', '.', 'h']);
        let hour = number(parts.next()?)?;
        let minute = match parts.next() {
            None if is_hour => 0,
            None => return None,
            Some(minute) => number(minute).filter(|_| minute.len() == 2)?,
        };
        let second = parts.next().map_or(Some(0), number)?;
        if parts.next().is_some() {
            return None;
        }
        let hour = match half {
            Some(_) if !(1..=12).contains(&hour) => return None,
            Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
            None if (hour, minute, second) == (24, 0, 0) => return Some(Self(DAY)),
            None => hour,
        };
        Time::new(hour, minute, second, 0).ok().map(Self::from)
    }

    /// The seconds since the beginning of the day. At most those of a whole day.
    pub(super) fn seconds(self) -> i64 {
        self.0
    }

    /// What the clock shows, which is `00:00` at the end of a day, too.
    pub(super) fn shown(self) -> Time {
        let part = |seconds: i64, most: i64| i8::try_from(seconds % most).unwrap_or_default();
        let [hour, minute, second] = [
            part(self.0 / 3_600, 24),
            part(self.0 / 60, 60),
            part(self.0, 60),
        ];
        Time::constant(hour, minute, second, 0)
    }
}

impl From<Time> for DayTime {
    fn from(clock: Time) -> Self {
        Self(since_midnight(clock))
    }
}

impl fmt::Display for DayTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == DAY {
            f.write_str("24:00:00")
        } else {
            self.shown().fmt(f)
        }
    }
}

fn number(text: &str) -> Option<i8> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_can_only_be_a_clock_time() {
        for (text, expected) in [
            ("09:30", "09:30:00"),
            (" 9:30 ", "09:30:00"),
            ("9:30:15", "09:30:15"),
            ("9.00", "09:00:00"),
            ("09.00 Uhr", "09:00:00"),
            ("9 Uhr", "09:00:00"),
            ("9h30", "09:30:00"),
            ("9H30", "09:30:00"),
            ("09:00 AM", "09:00:00"),
            ("9 AM", "09:00:00"),
            ("9:30pm", "21:30:00"),
            ("9 p.m.", "21:00:00"),
            ("12:00 AM", "00:00:00"),
            ("12:15 PM", "12:15:00"),
            ("24:00", "24:00:00"),
            ("24.00 Uhr", "24:00:00"),
            ("00:00", "00:00:00"),
        ] {
            let read = DayTime::read(text).map(|it| it.to_string());
            assert_eq!(read.as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "9",
            "9:3",
            "9.5",
            ":30",
            "é:30",
            "123:30",
            "24:01",
            "24:00:01",
            "25:00",
            "13 PM",
            "0:30 AM",
            "24:00 PM",
            "neun",
            "Uhr",
            "9:00 10:00",
        ] {
            assert_eq!(DayTime::read(text), None, "{text}");
        }
    }
}
