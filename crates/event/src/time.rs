//! Lengths of time and positions in recordings.

use std::{fmt, ops::RangeInclusive};

use serde::{Serialize, Serializer};
use thiserror::Error;

/// A position in a recording, or a duration, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Seconds(pub u32);

/// The text is neither a position nor a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a time looks like `12:34`, `1:02:03` or `PT45M`")]
pub struct InvalidTime;

impl Seconds {
    /// The longest duration of an item: a year, for exhibitions.
    pub const LONGEST: u32 = 366 * 86_400;

    /// The longest recording: 100 hours.
    pub const LONGEST_RECORDING: u32 = 360_000;

    /// Whole seconds, without the fraction. `None` if they are not within `range`.
    #[must_use]
    pub fn within(range: RangeInclusive<u32>, seconds: f64) -> Option<Self> {
        let (least, most) = (f64::from(*range.start()), f64::from(*range.end()));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked to be within the range"
        )]
        (least..=most)
            .contains(&seconds)
            .then_some(Self(seconds as u32))
    }

    /// Reads a position: `34`, `12:34`, `1:02:03` (fractions are cut off), as in W3C Media
    /// Fragments, or an ISO 8601 duration such as `PT1H2M3S`.
    ///
    /// # Errors
    /// [`InvalidTime`] for any other text, and for more than 100 hours.
    pub fn parse_position(text: &str) -> Result<Self, InvalidTime> {
        let position = Self::position(text)?;
        if position.0 > Self::LONGEST_RECORDING {
            return Err(InvalidTime);
        }
        Ok(position)
    }

    fn position(text: &str) -> Result<Self, InvalidTime> {
        if text.starts_with(['P', 'p']) {
            return Self::parse_iso(text);
        }
        let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        number(fraction)?;
        let parts = whole
            .split(':')
            .map(number)
            .collect::<Result<Vec<_>, _>>()?;
        match parts[..] {
            [s] => Self::of(0, 0, s),
            [m, s] if s < 60 => Self::of(0, m, s),
            [h, m, s] if m < 60 && s < 60 => Self::of(h, m, s),
            _ => Err(InvalidTime),
        }
    }

    /// Reads a duration: `PT45M`, `P3D` or `P1W` (ISO 8601), or hours and minutes `00:45` as in
    /// schedule.json. `0:45:30` also has seconds.
    ///
    /// # Errors
    /// [`InvalidTime`] for any other text, and for more than 366 days.
    pub fn parse_length(text: &str) -> Result<Self, InvalidTime> {
        if text.starts_with(['P', 'p']) {
            return Self::parse_iso(text);
        }
        let parts = text.split(':').map(number).collect::<Result<Vec<_>, _>>()?;
        match parts[..] {
            [h, m] if m < 60 => Self::of(h, m, 0),
            [h, m, s] if m < 60 && s < 60 => Self::of(h, m, s),
            _ => Err(InvalidTime),
        }
    }

    fn parse_iso(text: &str) -> Result<Self, InvalidTime> {
        let upper = text.to_ascii_uppercase();
        let (days, clock) = upper
            .strip_prefix('P')
            .ok_or(InvalidTime)?
            .split_once('T')
            .unwrap_or((upper.trim_start_matches('P'), ""));
        if days.is_empty() && clock.is_empty() {
            return Err(InvalidTime);
        }
        let mut total = 0_u64;
        let mut digits = String::new();
        let units = [
            (days, [('W', 604_800), ('D', 86_400), ('D', 86_400)]),
            (clock, [('H', 3_600), ('M', 60), ('S', 1)]),
        ];
        for (part, units) in units {
            for c in part.chars() {
                if c.is_ascii_digit() {
                    digits.push(c);
                } else {
                    let (_, factor) = units.iter().find(|(u, _)| *u == c).ok_or(InvalidTime)?;
                    total = total.saturating_add(u64::from(number(&digits)?) * factor);
                    digits.clear();
                }
            }
        }
        if !digits.is_empty() {
            return Err(InvalidTime);
        }
        let seconds = u32::try_from(total).map_err(|_| InvalidTime)?;
        Self::of(0, 0, seconds)
    }

    fn of(hours: u32, minutes: u32, seconds: u32) -> Result<Self, InvalidTime> {
        let total = u64::from(hours) * 3_600 + u64::from(minutes) * 60 + u64::from(seconds);
        match u32::try_from(total) {
            Ok(total) if total <= Self::LONGEST => Ok(Self(total)),
            _ => Err(InvalidTime),
        }
    }

    /// The duration in ISO 8601: `PT1H2M3S`.
    #[must_use]
    pub fn to_iso(self) -> String {
        let (h, m, s) = self.split();
        let part = |n: u32, unit| {
            if n == 0 {
                String::new()
            } else {
                format!("{n}{unit}")
            }
        };
        match format!("PT{}{}{}", part(h, 'H'), part(m, 'M'), part(s, 'S')) {
            empty if empty == "PT" => "PT0S".to_owned(),
            iso => iso,
        }
    }

    fn split(self) -> (u32, u32, u32) {
        (self.0 / 3_600, self.0 / 60 % 60, self.0 % 60)
    }
}

fn number(digits: &str) -> Result<u32, InvalidTime> {
    let is_number = (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if is_number {
        digits.parse().map_err(|_| InvalidTime)
    } else {
        Err(InvalidTime)
    }
}

/// Written as a position: `12:34`, or `1:02:03` from an hour on.
impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.split() {
            (0, m, s) => write!(f, "{m}:{s:02}"),
            (h, m, s) => write!(f, "{h}:{m:02}:{s:02}"),
        }
    }
}

impl Serialize for Seconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_iso())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_seconds_within_a_range() {
        for (seconds, expected) in [
            (-0.5, None),
            (0.9, None),
            (1.0, Some(1)),
            (2.9, Some(2)),
            (3.0, Some(3)),
            (3.1, None),
            (f64::NAN, None),
            (f64::INFINITY, None),
        ] {
            assert_eq!(
                Seconds::within(1..=3, seconds),
                expected.map(Seconds),
                "{seconds}"
            );
        }
    }

    #[test]
    fn reads_positions() {
        for (text, seconds) in [
            ("0", 0),
            ("34", 34),
            ("12:34", 754),
            ("1:02:03", 3_723),
            ("01:02:03.500", 3_723),
            ("00:00:03,200", 3),
            ("PT1H2M3S", 3_723),
            ("75:00", 4_500),
        ] {
            assert_eq!(
                Seconds::parse_position(text),
                Ok(Seconds(seconds)),
                "{text}"
            );
        }
    }

    #[test]
    fn reads_lengths() {
        for (text, seconds) in [
            ("PT45M", 2_700),
            ("00:45", 2_700),
            ("1:30", 5_400),
            ("0:01:05", 65),
            ("P1D", 86_400),
            ("P1W", 604_800),
            ("P1W1DT1H", 694_800),
            ("168:00", 604_800),
            ("P366D", 31_622_400),
        ] {
            assert_eq!(Seconds::parse_length(text), Ok(Seconds(seconds)), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in [
            "",
            ":",
            "1:60",
            "-1",
            "1:2:3:4",
            "P",
            "PT",
            "PT5",
            "PTM",
            "P1Y",
            "٣",
            "1e3",
            "99999999999999999999",
            "PT9999999999S",
            "9000:00:00",
            "P367D",
            "P53W",
            "1.",
            "12:3x",
        ] {
            assert_eq!(Seconds::parse_position(text), Err(InvalidTime), "{text}");
            assert_eq!(Seconds::parse_length(text), Err(InvalidTime), "{text}");
        }
    }

    #[test]
    fn writes_what_it_reads() {
        for seconds in [0, 5, 60, 754, 3_600, 3_723, 86_400] {
            let time = Seconds(seconds);
            assert_eq!(Seconds::parse_position(&time.to_string()), Ok(time));
            assert_eq!(Seconds::parse_length(&time.to_iso()), Ok(time));
        }
    }
}
