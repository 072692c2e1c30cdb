//! The event's time zone: which instant a clock time means.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::{Offset, TimeZone},
};
use nachlese_event::{Event, Seconds};

/// A time zone with its rules from the IANA database.
#[derive(Debug, Clone)]
pub(super) struct Zone {
    /// The IANA name, spelled as the database spells it.
    pub name: String,
    /// The rules.
    pub rules: TimeZone,
}

impl Zone {
    /// Finds a zone. Returns `None` if the database has no zone of this name.
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
    /// A time that the clock skipped counts as before the change. A time that it showed twice
    /// counts as the first one (RFC 5545, section 3.3.5).
    pub(super) fn offset(&self, at: DateTime) -> Offset {
        let ahead = self.instant(at).and_then(|instant| ahead(at, instant));
        ahead.unwrap_or(Offset::UTC)
    }

    fn instant(&self, at: DateTime) -> Option<Timestamp> {
        self.rules.to_ambiguous_timestamp(at).compatible().ok()
    }

    /// What the clock showed some seconds later.
    pub(super) fn after(&self, start: DateTime, length: Seconds) -> Option<Clocked> {
        let end = self.instant(start)?.as_second() + i64::from(length.0);
        let end = jiff::Timestamp::from_second(end).ok()?;
        Some(Clocked {
            instant: Some(end),
            wall: self.rules.to_datetime(end),
        })
    }
}

/// A moment with the clock time at the event. Sorted in the order in which moments happen.
///
/// The hour before clocks are put back comes twice. Only the instant says which one is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Clocked {
    /// Unknown without a zone.
    instant: Option<Timestamp>,
    /// What the clock showed.
    pub wall: DateTime,
}

impl Clocked {
    /// What a clock time means, see [`Zone::offset`].
    pub(super) fn new(wall: DateTime, zone: Option<&Zone>) -> Self {
        let instant = zone.and_then(|zone| zone.instant(wall));
        Self { instant, wall }
    }

    /// The real time since an earlier moment, if it is known.
    pub(super) fn since(self, earlier: Self) -> Seconds {
        let instants = self.instant.zip(earlier.instant);
        let passed = instants.map(|(end, start)| end.as_second() - start.as_second());
        Seconds(
            passed
                .and_then(|passed| u32::try_from(passed).ok())
                .unwrap_or_default(),
        )
    }

    /// Whether the clock time alone would mean another moment, an hour earlier.
    pub(super) fn is_second(self, zone: Option<&Zone>) -> bool {
        self != Self::new(self.wall, zone)
    }

    /// `2026-09-17T09:00:00+02:00` (RFC 3339). Without a zone, the offset is left out.
    pub(super) fn iso(self, zone: Option<&Zone>) -> String {
        let civil = civil(self.wall);
        let offset = zone.map(|zone| {
            let known = self.instant.and_then(|instant| ahead(self.wall, instant));
            offset(known.unwrap_or_else(|| zone.offset(self.wall)), ":")
        });
        civil + &offset.unwrap_or_default()
    }
}

/// The talks during which the clocks changed: the start, the duration, and by how many seconds the
/// clocks were put forward.
pub fn clock_changes(event: &Event) -> Vec<(DateTime, Seconds, i32)> {
    let Some(zone) = event.time_zone.as_deref().and_then(Zone::named) else {
        return Vec::new();
    };
    let clocked = event
        .talks
        .iter()
        .filter(|talk| talk.whole_days().is_none());
    let changes = clocked.filter_map(|talk| {
        let (start, length) = (talk.start?, talk.duration?);
        let before = zone.rules.to_offset(zone.instant(start)?);
        let after = zone.rules.to_offset(zone.after(start, length)?.instant?);
        let forward = after.seconds() - before.seconds();
        (forward != 0).then_some((start, length, forward))
    });
    changes.collect()
}

/// The offset from UTC of a clock that shows a time at an instant.
fn ahead(wall: DateTime, instant: Timestamp) -> Option<Offset> {
    let shown = Offset::UTC.to_timestamp(wall).ok()?;
    let ahead = shown.as_second() - instant.as_second();
    Offset::from_seconds(i32::try_from(ahead).ok()?).ok()
}

/// A clock time as [`Clocked::iso`] writes it.
pub(super) fn iso(at: DateTime, zone: Option<&Zone>) -> String {
    Clocked::new(at, zone).iso(zone)
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
                "2024-03-31T02:30:00+01:00",
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
        assert_eq!(end.wall, datetime(2024, 3, 31, 3, 30, 0, 0));
    }

    #[test]
    fn tells_the_second_of_two_equal_clock_times() {
        let at = |hour, minute| datetime(2026, 10, 25, hour, minute, 0, 0);
        for (name, start, minutes, end, is_second) in [
            (
                "Europe/Berlin",
                at(2, 30),
                30,
                "2026-10-25T02:00:00+01:00",
                true,
            ),
            (
                "Europe/Berlin",
                at(1, 30),
                120,
                "2026-10-25T02:30:00+01:00",
                true,
            ),
            (
                "Europe/Berlin",
                at(1, 30),
                60,
                "2026-10-25T02:30:00+02:00",
                false,
            ),
            (
                "Europe/Berlin",
                at(2, 30),
                90,
                "2026-10-25T03:00:00+01:00",
                false,
            ),
            (
                "Atlantic/Azores",
                at(0, 30),
                30,
                "2026-10-25T00:00:00-01:00",
                true,
            ),
            (
                "Asia/Kolkata",
                at(2, 30),
                30,
                "2026-10-25T03:00:00+05:30",
                false,
            ),
        ] {
            let zone = Zone::named(name);
            let found = zone
                .as_ref()
                .and_then(|zone| zone.after(start, Seconds(minutes * 60)));
            let found = found.unwrap();
            assert_eq!(found.iso(zone.as_ref()), end);
            assert_eq!(found.is_second(zone.as_ref()), is_second, "{end}");
            assert!(found > Clocked::new(start, zone.as_ref()), "{end}");
        }
    }
}
