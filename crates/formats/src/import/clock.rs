//! Clock times in seconds: the import counts with them, and a few clocks are ahead of others.

use jiff::{
    SignedDuration,
    civil::{DateTime, Time},
};

/// The seconds of a day.
pub(super) const DAY: i64 = 86_400;

const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

/// How many seconds of its day have passed.
pub(super) fn since_midnight(clock: Time) -> i64 {
    clock.duration_since(Time::midnight()).as_secs()
}

/// The seconds from the beginning of 1970 to a clock time, if all days have the same length.
pub(super) fn seconds(wall: DateTime) -> i64 {
    wall.duration_since(EPOCH).as_secs()
}

/// The clock time some seconds after the beginning of 1970.
pub(super) fn civil(seconds: i64) -> Option<DateTime> {
    later(EPOCH, seconds)
}

/// The clock time some seconds later, or earlier.
pub(super) fn later(wall: DateTime, by: i64) -> Option<DateTime> {
    wall.checked_add(SignedDuration::from_secs(by)).ok()
}

/// Reads `+02:00`, `+0200` or `+2` as seconds ahead of universal time. By hand, as jiff reads no `+2`.
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

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn counts_seconds_back_and_forth() {
        for (wall, expected) in [
            (datetime(1970, 1, 1, 0, 0, 7, 0), 7),
            (datetime(1969, 12, 31, 23, 59, 59, 0), -1),
            (datetime(2024, 3, 1, 0, 0, 0, 0), 1_709_251_200),
            (datetime(-1, 3, 1, 0, 0, 0, 0), -62_193_657_600),
        ] {
            assert_eq!(seconds(wall), expected, "{wall}");
            assert_eq!(civil(expected), Some(wall), "{wall}");
        }
        let leap = later(datetime(2024, 2, 28, 23, 0, 0, 0), 7_200);
        assert_eq!(leap, Some(datetime(2024, 2, 29, 1, 0, 0, 0)));
        assert_eq!((civil(i64::MAX), civil(i64::MIN)), (None, None));
        assert_eq!(later(DateTime::MAX, 1), None);
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
