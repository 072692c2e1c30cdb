//! A time zone: its offset at an instant, and what its clocks mean.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use jiff::civil::DateTime;

use super::{
    ZoneRules,
    clock::{DAY, civil, seconds},
};

/// A time zone.
#[derive(Clone)]
pub(super) enum Zone {
    /// A zone of the IANA database.
    Named(Rc<Named>),
    /// A zone with a fixed offset.
    Fixed(i64),
    /// A zone whose changes are all known.
    Changing(Rc<Changing>),
}

/// A zone whose rules come from outside.
pub(super) struct Named {
    name: String,
    rules: Rc<dyn ZoneRules>,
    /// A cache of the offsets at the beginning and at the end of days, because asking a browser is
    /// slow.
    days: RefCell<BTreeMap<i64, [i64; 2]>>,
}

/// The offset before the first change, then instants and the offset from each on, in order.
pub(super) struct Changing(i64, Vec<(i64, i64)>);

impl Zone {
    /// A zone of the IANA database, by a name that the rules know.
    pub(super) fn named(name: &str, rules: &Rc<dyn ZoneRules>) -> Self {
        Self::Named(Rc::new(Named {
            name: name.to_owned(),
            rules: Rc::clone(rules),
            days: RefCell::default(),
        }))
    }

    /// A zone whose relevant changes are all known: the offset before the first one, then instants
    /// with the offset from each on, in any order.
    pub(super) fn changing(before: i64, mut changes: Vec<(i64, i64)>) -> Self {
        changes.sort_unstable();
        Self::Changing(Rc::new(Changing(before, changes)))
    }

    /// Its name in the IANA database.
    pub(super) fn name(&self) -> Option<String> {
        match self {
            Self::Named(named) => Some(named.name.clone()),
            Self::Fixed(0) => Some("UTC".to_owned()),
            // Their signs are inverted, as in POSIX.
            Self::Fixed(ahead) if ahead % 3_600 == 0 && (-14..=12).contains(&(-ahead / 3_600)) => {
                Some(format!("Etc/GMT{:+}", -ahead / 3_600))
            }
            Self::Fixed(_) | Self::Changing(_) => None,
        }
    }

    /// How many seconds its clocks are ahead of universal time at an instant.
    pub(super) fn ahead(&self, instant: i64) -> i64 {
        match self {
            Self::Named(named) => named.ahead(instant),
            Self::Fixed(ahead) => *ahead,
            Self::Changing(changing) => {
                let before = changing.1.iter().rev();
                let last = before.clone().find(|(from, _)| *from <= instant);
                last.map_or(changing.0, |(_, ahead)| *ahead)
            }
        }
    }

    /// Which instant a clock time means.
    ///
    /// A time that the clock skips counts as before the change. A time that it shows twice counts
    /// as the first one (RFC 5545, section 3.3.5).
    pub(super) fn instant(&self, wall: DateTime) -> i64 {
        let wall = seconds(wall);
        let [before, after] = [wall - DAY, wall + DAY].map(|near| self.ahead(near));
        let [first, second] = [wall - before, wall - after];
        let is_skipped = self.ahead(second) != after;
        if self.ahead(first) == before || is_skipped {
            first
        } else {
            second
        }
    }

    /// What its clocks show at an instant, or `None` if it is out of the calendar's range.
    pub(super) fn wall(&self, instant: i64) -> Option<DateTime> {
        civil(instant + self.ahead(instant))
    }

    /// Whether it is universal time, under any name.
    pub(super) fn is_universal(&self) -> bool {
        self.name().is_some_and(|name| {
            let name = name.strip_prefix("Etc/").unwrap_or(&name);
            let names = ["UTC", "UCT", "Universal", "Zulu", "GMT"];
            names.iter().any(|known| known.eq_ignore_ascii_case(name))
        })
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Changing(one), Self::Changing(other)) => Rc::ptr_eq(one, other),
            _ => self.name().is_some() && self.name() == other.name(),
        }
    }
}

impl Named {
    fn ahead(&self, instant: i64) -> i64 {
        let ask = |instant| self.rules.ahead(&self.name, instant).unwrap_or_default();
        let day = instant.div_euclid(DAY);
        let known = self.days.borrow().get(&day).copied();
        let [start, end] = known.unwrap_or_else(|| {
            let bounds = [day * DAY, (day + 1) * DAY].map(ask);
            self.days.borrow_mut().insert(day, bounds);
            bounds
        });
        if start == end { start } else { ask(instant) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;
    use crate::import::{NativeZones, zones::Zones};

    #[test]
    fn knows_which_instant_a_clock_means() {
        let at = |day: i16, hour, minute| {
            let [month, day] = [day / 100, day % 100].map(|it| i8::try_from(it).unwrap());
            datetime(2026, month, day, hour, minute, 0, 0)
        };
        for (name, wall, universal, shown) in [
            ("Europe/Berlin", at(612, 9, 0), at(612, 7, 0), at(612, 9, 0)),
            // Skipped, shown twice, and the hours around.
            (
                "Europe/Berlin",
                at(329, 1, 59),
                at(329, 0, 59),
                at(329, 1, 59),
            ),
            (
                "Europe/Berlin",
                at(329, 2, 30),
                at(329, 1, 30),
                at(329, 3, 30),
            ),
            ("Europe/Berlin", at(329, 3, 0), at(329, 1, 0), at(329, 3, 0)),
            (
                "Europe/Berlin",
                at(1025, 1, 30),
                at(1024, 23, 30),
                at(1025, 1, 30),
            ),
            (
                "Europe/Berlin",
                at(1025, 2, 30),
                at(1025, 0, 30),
                at(1025, 2, 30),
            ),
            (
                "Europe/Berlin",
                at(1025, 3, 0),
                at(1025, 2, 0),
                at(1025, 3, 0),
            ),
            (
                "America/Los_Angeles",
                at(308, 2, 30),
                at(308, 10, 30),
                at(308, 3, 30),
            ),
            (
                "America/Los_Angeles",
                at(1101, 1, 30),
                at(1101, 8, 30),
                at(1101, 1, 30),
            ),
            // Half an hour only.
            (
                "Australia/Lord_Howe",
                at(405, 1, 45),
                at(404, 14, 45),
                at(405, 1, 45),
            ),
            ("Pacific/Apia", at(612, 9, 0), at(611, 20, 0), at(612, 9, 0)),
            ("UTC-11", at(612, 20, 0), at(613, 7, 0), at(612, 20, 0)),
        ] {
            let zone = Zones::new(Rc::new(NativeZones)).find(name).unwrap();
            let instant = zone.instant(wall);
            assert_eq!(civil(instant), Some(universal), "{name} {wall}");
            assert_eq!(zone.wall(instant), Some(shown), "{name} {wall}");
        }
    }
}
