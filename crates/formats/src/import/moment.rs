//! Times as written in a file, and what they mean once the event's zone is known.

use jiff::civil::{DateTime, Time};
use nachlese_reader::time::civil_date;

use super::{
    clock::{DAY, later, offset, seconds, since_midnight},
    day_time::DayTime,
    zone::Zone,
    zones::Zones,
};

/// A time as written in a file.
#[derive(Clone)]
pub(super) struct Moment {
    /// The clock time in the file.
    pub(super) wall: DateTime,
    pub(super) clock: Clock,
}

/// The clock that a file used.
#[derive(Clone)]
pub(super) enum Clock {
    /// The local clock at the event.
    Event,
    /// A clock that is some seconds ahead of universal time.
    Ahead(i64),
    /// The clock of universal time: the file writes `Z`.
    Universal,
    /// The clock of a time zone.
    Zone(Zone),
}

impl Moment {
    /// Reads `2024-12-27T10:30:00+01:00`, with or without offset, zone in brackets and seconds.
    ///
    /// The clock of an unknown zone counts as the local clock at the event.
    pub(super) fn read(text: &str, zones: &mut Zones) -> Option<Self> {
        let (text, name) = match text.trim().split_once('[') {
            Some((text, name)) => (text, Some(name.trim_end_matches(']'))),
            None => (text.trim(), None),
        };
        let middle = text.find(['T', 't', ' '])?;
        let (day, rest) = (&text[..middle], &text[middle + 1..]);
        let end = rest.find(['+', '-', 'Z', 'z']).unwrap_or(rest.len());
        let (time, ahead) = rest.split_at(end);
        let day = civil_date(day)?.to_datetime(Time::midnight());
        let wall = later(day, DayTime::read(time)?.seconds())?;
        let zone = |name: &str| zones.find(name).map(Clock::Zone);
        let clock = if ahead.starts_with(['Z', 'z']) {
            Clock::Universal
        } else if ahead.is_empty() {
            name.and_then(zone).unwrap_or(Clock::Event)
        } else {
            Clock::Ahead(offset(ahead)?)
        };
        Some(Self { wall, clock })
    }

    /// A time on the clock at the event.
    pub(super) fn at_event(wall: DateTime) -> Self {
        let clock = Clock::Event;
        Self { wall, clock }
    }

    /// How many seconds its clock is ahead of universal time, if the file gives a number.
    pub(super) fn written_offset(&self) -> Option<i64> {
        match self.clock {
            Clock::Ahead(ahead) => Some(ahead),
            Clock::Universal => Some(0),
            Clock::Event | Clock::Zone(_) => None,
        }
    }

    /// The instant, in seconds since 1970. A local time has one only if the event's zone is known.
    pub(super) fn instant(&self, event: Option<&Zone>) -> Option<i64> {
        match &self.clock {
            Clock::Event => Some(event?.instant(self.wall)),
            Clock::Zone(zone) => Some(zone.instant(self.wall)),
            Clock::Ahead(_) | Clock::Universal => Some(seconds(self.wall) - self.written_offset()?),
        }
    }

    /// What the clock at the event shows. If its zone is not known, the time as written.
    ///
    /// A time that the clock skips is as long after the change as it was before (RFC 5545, section
    /// 3.3.5): 03:30 for 02:30.
    pub(super) fn wall(&self, event: Option<&Zone>) -> DateTime {
        // A whole day begins at midnight, even if the clock skips it.
        let is_day = matches!(self.clock, Clock::Event) && self.wall.time() == Time::midnight();
        let shown = event.filter(|_| !is_day).and_then(|zone| {
            let instant = self.instant(event)?;
            zone.wall(instant)
        });
        shown.unwrap_or(self.wall)
    }

    /// The same moment on the clock that shows `clock`. If both differ, the date is in another zone
    /// than the clock time, and the result has the day on which they are the same moment.
    pub(super) fn on_clock(&self, clock: Time) -> Option<DateTime> {
        let half = DAY / 2;
        let apart = since_midnight(clock) - since_midnight(self.wall.time());
        let apart = (apart + half).rem_euclid(DAY) - half;
        later(self.wall, apart)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use jiff::civil::{datetime, time};

    use super::*;
    use crate::import::NativeZones;

    fn moment(text: &str) -> Option<Moment> {
        Moment::read(text, &mut Zones::new(Rc::new(NativeZones)))
    }

    #[test]
    fn reads_moments() {
        let wall = datetime(2024, 12, 27, 10, 30, 0, 0);
        let nine = 1_735_290_000 + 1_800;
        for (text, instant) in [
            ("2024-12-27T10:30:00+01:00", Some(nine)),
            ("2024-12-27 10:30", None),
            ("2024-12-27 10:30:00 ", None),
            ("2024-12-27T10:30:00.000Z", Some(nine + 3_600)),
            ("2024-12-27T10:30-0330", Some(nine + 3_600 + 12_600)),
            ("2024-12-27T10:30[Europe/Berlin]", Some(nine)),
            ("2024-12-27T10:30[Europe/Muenchen]", None),
            ("2024-12-27T10:30+01:00[America/New_York]", Some(nine)),
            ("2024-12-27 10.30 Uhr", None),
            ("2024-12-27 10:30 AM", None),
            ("2024-12-27 10h30", None),
        ] {
            let moment = moment(text).unwrap();
            assert_eq!(
                (moment.wall, moment.instant(None)),
                (wall, instant),
                "{text}"
            );
        }
        let midnight = moment("2024-12-26T24:00:00+01:00").unwrap();
        assert_eq!(midnight.wall, datetime(2024, 12, 27, 0, 0, 0, 0));
        for text in [
            "",
            "T",
            "2024-12-27",
            "2024-12-27T25:00",
            "2024-12-27T10:30+é",
            "+",
            "[",
        ] {
            assert!(moment(text).is_none(), "{text}");
        }
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
            assert_eq!(moment(date).unwrap().on_clock(clock), Some(expected));
        }
    }
}
