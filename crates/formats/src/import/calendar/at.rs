//! A time of an entry: a clock time and the zone of the clock.

use super::stamp::Stamp;
use crate::import::{
    clock::{DAY, civil},
    moment::{Clock, Moment},
};

/// A day, with or without a clock time, on a clock.
#[derive(Clone)]
pub(super) struct At {
    pub(super) stamp: Stamp,
    pub(super) clock: Clock,
}

impl At {
    /// A time as written, in a zone if it names one.
    pub(super) fn new(stamp: Stamp, zone: Clock) -> Self {
        let clock = match (stamp.clock, stamp.ahead) {
            // A day is the same in every zone.
            (None, _) => Clock::Event,
            (_, Some(0)) => Clock::Universal,
            (_, Some(ahead)) => Clock::Ahead(ahead),
            (_, None) => zone,
        };
        Self { stamp, clock }
    }

    /// Whether a whole day is meant.
    pub(super) fn is_day(&self) -> bool {
        self.stamp.clock.is_none()
    }

    /// The same time on another day.
    pub(super) fn on(&self, day: i64) -> Self {
        Self {
            stamp: Stamp { day, ..self.stamp },
            clock: self.clock.clone(),
        }
    }

    /// This time plus a duration: days on the calendar, then seconds of real time.
    pub(super) fn later(&self, days: i64, seconds: i64) -> Self {
        let there = self.on(self.stamp.day + days);
        if seconds == 0 {
            return there;
        }
        // In universal time, which has no changes of the clock. An unknown clock has none either.
        let instant = there.instant() + seconds;
        let stamp = Stamp {
            day: instant.div_euclid(DAY),
            clock: Some(instant.rem_euclid(DAY)),
            ahead: there.stamp.ahead,
        };
        let clock = match there.clock {
            Clock::Event => Clock::Event,
            Clock::Ahead(_) | Clock::Universal | Clock::Zone(_) => Clock::Universal,
        };
        Self { stamp, clock }
    }

    /// In seconds since 1970. The local clock counts as if it showed universal time.
    pub(super) fn instant(&self) -> i64 {
        let wall = self.stamp.wall();
        match &self.clock {
            Clock::Event | Clock::Universal => wall,
            Clock::Ahead(ahead) => wall - ahead,
            Clock::Zone(zone) => civil(wall).map_or(wall, |shown| zone.instant(shown)),
        }
    }

    /// What the clock of this one shows at another time, in seconds since 1970.
    pub(super) fn wall_of(&self, other: &Self) -> i64 {
        let shown = match &self.clock {
            _ if other.is_day() => None,
            // As written, even if the clock skips this time.
            Clock::Zone(zone) if matches!(&other.clock, Clock::Zone(its) if its == zone) => None,
            Clock::Zone(zone) if !matches!(other.clock, Clock::Event) => {
                Some(other.instant() + zone.ahead(other.instant()))
            }
            Clock::Ahead(ahead) if !matches!(other.clock, Clock::Event) => {
                Some(other.instant() + ahead)
            }
            Clock::Universal => Some(other.instant()),
            Clock::Event | Clock::Ahead(_) | Clock::Zone(_) => None,
        };
        shown.unwrap_or_else(|| other.stamp.wall())
    }

    /// In the notation that is used for all formats.
    pub(super) fn moment(&self) -> Option<Moment> {
        Some(Moment {
            wall: civil(self.stamp.wall())?,
            clock: self.clock.clone(),
        })
    }
}
