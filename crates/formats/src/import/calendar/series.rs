//! All times at which an entry takes place.

use std::collections::BTreeSet;

use super::{
    at::At,
    entry::{End, Entry},
    follow::Wanted,
    rule::Rule,
};
use crate::import::clock::DAY;

/// One time at which an entry takes place.
#[derive(Clone)]
pub(super) struct Occurrence {
    /// When. Unknown if the file has no time, or an invalid one.
    pub(super) at: Option<At>,
    pub(super) end: End,
    /// Which date of the series it is. This stays the same if the date is moved.
    pub(super) instance: Option<At>,
}

/// The times of a series, in order.
pub(super) struct Series {
    pub(super) all: Vec<Occurrence>,
    /// Whether there are no others.
    pub(super) is_whole: bool,
}

/// How much work may still be done. Without a limit, a hostile file could ask for any amount.
pub(super) struct Budget {
    pub(super) steps: usize,
    pub(super) occurrences: usize,
}

impl Entry {
    /// The times within some days, at most as many as wanted, without exceptions.
    pub(super) fn series(&self, wanted: Wanted, budget: &mut Budget) -> Series {
        let Some(start) = &self.start else {
            let at = None;
            let (end, instance) = (End::Unknown, None);
            return Series {
                all: vec![Occurrence { at, end, instance }],
                is_whole: true,
            };
        };
        let wanted = Wanted {
            most: wanted.most.min(budget.occurrences),
            ..wanted
        };
        let is_wanted = |day: i64| (wanted.from..=wanted.to).contains(&day);
        let mut is_whole = true;
        let mut times = Vec::new();
        if is_wanted(start.stamp.day) {
            times.push((start.clone(), None));
        }
        for rule in &self.rules {
            let last = rule.until.as_ref().map(|_| last_day(rule, start));
            let days = rule.days(start.stamp.day, last, wanted, &mut budget.steps);
            is_whole &= days.is_end;
            times.extend(days.all.into_iter().map(|day| (start.on(day), None)));
        }
        for (date, end) in &self.dates {
            if is_wanted(date.stamp.day) {
                times.push((date.clone(), end.clone()));
            }
        }
        let mut times: Vec<_> = times.into_iter().map(|it| (it.0.instant(), it)).collect();
        // If a time is given twice, the one with an end of its own counts.
        times.sort_by_key(|(instant, (_, end))| (*instant, end.is_none()));
        times.dedup_by_key(|(instant, _)| *instant);
        let except: BTreeSet<_> = self.except.iter().map(|at| Key::of(at, start)).collect();
        let mut all = Vec::new();
        for (_, (at, end)) in times {
            if Key::both(&at, start).iter().any(|key| except.contains(key)) {
                continue;
            }
            let end = end.unwrap_or_else(|| self.end_of(&at));
            let instance = self.repeats().then(|| at.clone());
            let at = Some(at);
            all.push(Occurrence { at, end, instance });
        }
        budget.occurrences -= all.len().min(budget.occurrences);
        Series { all, is_whole }
    }
}

/// The last day that a rule may reach, on the clock of the entry.
fn last_day(rule: &Rule, start: &At) -> i64 {
    let Some(until) = rule.until else {
        return i64::MAX;
    };
    let until = At::new(until, start.clock.clone());
    let wall = start.wall_of(&until);
    let is_too_early = !until.is_day()
        && start
            .stamp
            .clock
            .is_some_and(|clock| wall.rem_euclid(DAY) < clock);
    wall.div_euclid(DAY) - i64::from(is_too_early)
}

/// The key of a time in a series: its instant, or its day if one of the two is only a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Day(i64),
    Instant(i64),
}

impl Key {
    /// The key that an exception, or a change, has in the series that starts at `start`.
    pub(super) fn of(at: &At, start: &At) -> Self {
        if at.is_day() || start.is_day() {
            Self::Day(start.wall_of(at).div_euclid(DAY))
        } else {
            Self::Instant(at.instant())
        }
    }

    /// The keys by which a time of the series is found.
    pub(super) fn both(at: &At, start: &At) -> [Self; 2] {
        let day = start.wall_of(at).div_euclid(DAY);
        [Self::Instant(at.instant()), Self::Day(day)]
    }
}
