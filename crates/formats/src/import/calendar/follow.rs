//! Computes the days of a recurrence rule.

use jiff::civil::Date;

use super::{
    rule::{Frequency, Rule},
    stamp::day_of,
};
use crate::import::clock::{DAY, civil};

/// The wanted days, counted from the beginning of 1970.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) from: i64,
    /// The last day.
    pub(super) to: i64,
    /// The most days.
    pub(super) most: usize,
}

/// The days of a rule.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// In order.
    pub(super) all: Vec<i64>,
    /// Whether the rule ends with them.
    pub(super) is_end: bool,
}

impl Rule {
    /// The wanted days of the rule: the day on which it starts, which always counts, and the
    /// following days up to `last`. Each period takes one of the `steps`.
    pub(super) fn days(
        &self,
        start: i64,
        last: Option<i64>,
        wanted: Wanted,
        steps: &mut usize,
    ) -> Days {
        let Wanted { from, to, most } = wanted;
        let last = last.unwrap_or(i64::MAX);
        let mut days = Days {
            all: Vec::new(),
            is_end: false,
        };
        if (from..=to).contains(&start) {
            days.all.push(start);
        }
        // A rule with a count must be followed from the beginning.
        let skipped = match self.count {
            Some(_) => 0,
            None => ((from - start) / (self.interval * self.longest_period()) - 1).max(0),
        };
        let mut count = 1;
        let begin = Begin::of(start);
        for number in skipped.. {
            if self.count.is_some_and(|most| count >= most) {
                days.is_end = true;
                break;
            }
            let Some((first, found)) = begin.and_then(|it| self.period(it, start, number)) else {
                days.is_end = true;
                break;
            };
            if first > to || first > last || *steps == 0 {
                days.is_end = first > last;
                break;
            }
            *steps -= 1;
            for day in found.into_iter().filter(|day| *day > start) {
                let is_counted_out = self.count.is_some_and(|most| count >= most);
                if is_counted_out || day > last {
                    days.is_end = true;
                    return days;
                }
                if day > to || days.all.len() >= most {
                    return days;
                }
                count += 1;
                if day >= from {
                    days.all.push(day);
                }
            }
        }
        days
    }

    fn longest_period(&self) -> i64 {
        match self.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => 31,
            Frequency::Yearly => 366,
        }
    }

    /// The day on which a period begins, and its days by the rule. `None` where the calendar ends.
    fn period(&self, begin: Begin, start: i64, number: i64) -> Option<(i64, Vec<i64>)> {
        let number = number.checked_mul(self.interval)?;
        match self.frequency {
            Frequency::Daily => {
                let day = start.checked_add(number)?;
                let found = self.takes(day)?.then_some(day);
                Some((day, found.into_iter().collect()))
            }
            Frequency::Weekly => {
                let first = start - (weekday(start) - self.week_start).rem_euclid(7);
                let first = first.checked_add(number.checked_mul(7)?)?;
                let own = [(0, weekday(start))];
                let weekdays: &[(i64, i64)] = if self.weekdays.is_empty() {
                    &own
                } else {
                    self.weekdays.as_slice()
                };
                let days = weekdays.iter();
                let days = days.map(|(_, day)| first + (day - self.week_start).rem_euclid(7));
                let mut found = Vec::new();
                for day in in_order(days.collect()) {
                    if self.is_in_months(date(day)?) {
                        found.push(day);
                    }
                }
                Some((first, found))
            }
            Frequency::Monthly => {
                let months = begin.month - 1 + number;
                let (year, month) = (
                    begin.year + months.div_euclid(12),
                    months.rem_euclid(12) + 1,
                );
                let days = if self.months.is_empty() || self.months.contains(&month) {
                    self.days_of_month(year, month, begin.day)?
                } else {
                    Vec::new()
                };
                Some((day(year, month, 1)?, days))
            }
            Frequency::Yearly => {
                let year = begin.year + number;
                let own = [begin.month];
                let months: Vec<i64> = match self.months.as_slice() {
                    [] if self.month_days.is_empty() => own.to_vec(),
                    [] => (1..=12).collect(),
                    told => told.to_vec(),
                };
                let mut days = Vec::new();
                for month in in_order(months) {
                    days.append(&mut self.days_of_month(year, month, begin.day)?);
                }
                Some((day(year, 1, 1)?, days))
            }
        }
    }

    /// Whether a day fits a daily rule.
    fn takes(&self, day: i64) -> Option<bool> {
        let date = date(day)?;
        let (number, length) = (i64::from(date.day()), i64::from(date.days_in_month()));
        let is_numbered = |wanted: &i64| *wanted == number || *wanted == number - length - 1;
        let is_named = |(_, wanted): &(i64, i64)| *wanted == weekday(day);
        Some(
            self.is_in_months(date)
                && (self.month_days.is_empty() || self.month_days.iter().any(is_numbered))
                && (self.weekdays.is_empty() || self.weekdays.iter().any(is_named)),
        )
    }

    fn is_in_months(&self, date: Date) -> bool {
        self.months.is_empty() || self.months.contains(&i64::from(date.month()))
    }

    /// The days of a month by the rule. If the rule names no days, it is the day of the start, if
    /// the month has it.
    fn days_of_month(&self, year: i64, month: i64, start: i64) -> Option<Vec<i64>> {
        let first = day(year, month, 1)?;
        let length = i64::from(date(first)?.days_in_month());
        let mut found = Vec::new();
        let mut add = |number: i64| {
            if (0..length).contains(&number) {
                found.push(first + number);
            }
        };
        if !self.month_days.is_empty() {
            for number in &self.month_days {
                add(if *number > 0 {
                    number - 1
                } else {
                    length + number
                });
            }
            let is_named = |day: &i64| {
                self.weekdays
                    .iter()
                    .any(|(_, wanted)| *wanted == weekday(*day))
            };
            found.retain(|day| self.weekdays.is_empty() || is_named(day));
        } else if self.weekdays.is_empty() {
            add(start - 1);
        } else {
            for (ordinal, wanted) in &self.weekdays {
                let from_first = (wanted - weekday(first)).rem_euclid(7);
                let from_last = (weekday(first + length - 1) - wanted).rem_euclid(7);
                match ordinal {
                    0 => (0..5).for_each(|week| add(from_first + 7 * week)),
                    1.. => add(from_first + 7 * (ordinal - 1)),
                    _ => add(length - 1 - from_last + 7 * (ordinal + 1)),
                }
            }
        }
        Some(in_order(found))
    }
}

/// The date on which a rule starts.
#[derive(Clone, Copy)]
struct Begin {
    year: i64,
    month: i64,
    day: i64,
}

impl Begin {
    fn of(start: i64) -> Option<Self> {
        let date = date(start)?;
        Some(Self {
            year: date.year().into(),
            month: date.month().into(),
            day: date.day().into(),
        })
    }
}

fn in_order(mut numbers: Vec<i64>) -> Vec<i64> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn date(day: i64) -> Option<Date> {
    Some(civil(day.checked_mul(DAY)?)?.date())
}

fn day(year: i64, month: i64, day: i64) -> Option<i64> {
    let small = |number: i64| i8::try_from(number).ok();
    day_of(i16::try_from(year).ok()?, small(month)?, small(day)?)
}

/// 0 for Monday.
fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests;
