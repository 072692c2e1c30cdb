//! The event's time zone: what the clock on the wall meant.

use jiff::{
    civil::{Date, DateTime, Time},
    tz::{Offset, TimeZone},
};

use crate::model::Seconds;

/// A time zone with its rules from the IANA database.
#[derive(Debug, Clone)]
pub(super) struct Zone {
    /// The IANA name, spelled as the database spells it.
    pub name: String,
    /// The rules.
    pub rules: TimeZone,
}

impl Zone {
    /// Finds a zone; `None` if the database has none of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        let rules = TimeZone::get(name).ok()?;
        let name = rules.iana_name().unwrap_or(name).to_owned();
        Some(Self { name, rules })
    }

    /// UTC.
    pub(super) fn utc() -> Self {
        let name = "UTC".to_owned();
        let rules = TimeZone::UTC;
        Self { name, rules }
    }

    /// How far the clock was from UTC.
    ///
    /// A time that the clock skipped counts as before the change, one that it showed twice as the
    /// first (RFC 5545, section 3.3.5).
    pub(super) fn offset(&self, at: DateTime) -> Offset {
        let instant = self.rules.to_ambiguous_timestamp(at).compatible();
        instant.map_or(Offset::UTC, |instant| self.rules.to_offset(instant))
    }

    /// What the clock showed some seconds later.
    pub(super) fn after(&self, start: DateTime, length: Seconds) -> Option<DateTime> {
        let instant = self.rules.to_ambiguous_timestamp(start).compatible().ok()?;
        let end = instant.as_second() + i64::from(length.0);
        let end = jiff::Timestamp::from_second(end).ok()?;
        Some(self.rules.to_datetime(end))
    }
}

/// `2026-09-17T09:00:00+02:00` (RFC 3339); without a zone the offset is left out.
pub(super) fn iso(at: DateTime, zone: Option<&Zone>) -> String {
    let civil = civil(at);
    match zone {
        Some(zone) => format!("{civil}{}", offset(zone.offset(at), ":")),
        None => civil,
    }
}

/// `+02:00`, with another text between hours and minutes.
pub(super) fn offset(offset: Offset, between: &str) -> String {
    let sign = if offset.seconds() < 0 { '-' } else { '+' };
    let minutes = offset.seconds().unsigned_abs() / 60;
    format!("{sign}{:02}{between}{:02}", minutes / 60, minutes % 60)
}

/// The first moment of a day.
pub(super) fn midnight(day: Date) -> DateTime {
    day.to_datetime(Time::midnight())
}

fn civil(at: DateTime) -> String {
    let (date, time) = (at.date(), at.time());
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        date.year(),
        date.month(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn knows_the_offset_of_the_day() {
        for (zone, at, expected) in [
            (
                "Europe/Berlin",
                datetime(2024, 6, 7, 9, 0, 0, 0),
                "2024-06-07T09:00:00+02:00",
            ),
            (
                "europe/berlin",
                datetime(2024, 1, 7, 9, 0, 0, 0),
                "2024-01-07T09:00:00+01:00",
            ),
            (
                "America/St_Johns",
                datetime(2024, 1, 7, 9, 0, 0, 0),
                "2024-01-07T09:00:00-03:30",
            ),
            // The hour that the clock skips, and the one that it shows twice.
            (
                "Europe/Berlin",
                datetime(2024, 3, 31, 2, 30, 0, 0),
                "2024-03-31T02:30:00+02:00",
            ),
            (
                "Europe/Berlin",
                datetime(2024, 10, 27, 2, 30, 0, 0),
                "2024-10-27T02:30:00+02:00",
            ),
        ] {
            assert_eq!(iso(at, Zone::named(zone).as_ref()), expected);
        }
        assert!(Zone::named("Europe/Muenchen").is_none());
    }

    #[test]
    fn counts_real_time_over_the_change_of_the_clock() {
        let berlin = Zone::named("Europe/Berlin").unwrap();
        let start = datetime(2024, 3, 31, 1, 30, 0, 0);
        let end = berlin.after(start, Seconds(3_600)).unwrap();
        assert_eq!(end, datetime(2024, 3, 31, 3, 30, 0, 0));
    }
}
