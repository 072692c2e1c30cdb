//! Recurrence rules (`RRULE`, RFC 5545, section 3.3.10).
//!
//! Rules by days, weeks, months and years are read. Any other part is refused by name, because a
//! rule with an ignored part would give wrong days.

use super::stamp::Stamp;

/// A rule that this program understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) frequency: Frequency,
    /// Every so many days, weeks, …; at least 1.
    pub(super) interval: i64,
    /// The number of times, including the first one.
    pub(super) count: Option<usize>,
    pub(super) until: Option<Stamp>,
    /// Which of them in the month (0: all; -1: the last one), and weekdays, 0 for Monday.
    pub(super) weekdays: Vec<(i64, i64)>,
    /// From 1 on, or from -1 on backwards.
    pub(super) month_days: Vec<i64>,
    pub(super) months: Vec<i64>,
    /// The weekday on which a week begins.
    pub(super) week_start: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// The part of the rule that is not understood.
    pub(super) fn new(text: &str) -> Result<Self, String> {
        let mut rule = Self {
            frequency: Frequency::Daily,
            interval: 1,
            count: None,
            until: None,
            weekdays: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            week_start: 0,
        };
        let text = text.trim().to_ascii_uppercase();
        let mut has_frequency = false;
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            has_frequency |= part.trim_start().starts_with("FREQ");
            rule.take(part).ok_or_else(|| part.trim().to_owned())?;
        }
        match rule.contradiction() {
            _ if !has_frequency => Err(text),
            Some(name) => {
                let mut parts = text.split(';');
                let part = parts.find(|part| part.trim_start().starts_with(name));
                Err(part.unwrap_or(name).trim().to_owned())
            }
            None => Ok(rule),
        }
    }

    fn take(&mut self, part: &str) -> Option<()> {
        let (name, value) = part.split_once('=')?;
        let value = value.trim();
        match name.trim() {
            "FREQ" => {
                self.frequency = match value {
                    "DAILY" => Frequency::Daily,
                    "WEEKLY" => Frequency::Weekly,
                    "MONTHLY" => Frequency::Monthly,
                    "YEARLY" => Frequency::Yearly,
                    _ => return None,
                }
            }
            "INTERVAL" => self.interval = number(value, 1, 10_000)?,
            "COUNT" => self.count = Some(count(value)?),
            "UNTIL" => self.until = Some(Stamp::read(value)?),
            "BYDAY" => self.weekdays = numbers(value, ordinal_weekday)?,
            "BYMONTHDAY" => self.month_days = numbers(value, day_of_month)?,
            "BYMONTH" => self.months = numbers(value, |text| number(text, 1, 12))?,
            "WKST" => self.week_start = weekday(value)?,
            "RSCALE" if value == "GREGORIAN" => {}
            _ => return None,
        }
        Some(())
    }

    /// The part that is not allowed, or not understood, in combination with the others.
    fn contradiction(&self) -> Option<&'static str> {
        let has_ordinal = self.weekdays.iter().any(|(ordinal, _)| *ordinal != 0);
        let by_weekday = !self.weekdays.is_empty();
        match self.frequency {
            Frequency::Daily | Frequency::Weekly if has_ordinal => Some("BYDAY"),
            Frequency::Weekly if !self.month_days.is_empty() => Some("BYMONTHDAY"),
            // The weekdays of whole years.
            Frequency::Yearly
                if by_weekday && self.months.is_empty() && self.month_days.is_empty() =>
            {
                Some("BYDAY")
            }
            Frequency::Monthly | Frequency::Yearly
                if has_ordinal && !self.month_days.is_empty() =>
            {
                Some("BYMONTHDAY")
            }
            _ => None,
        }
    }
}

/// The most days in a list. Nobody writes longer ones.
const LONGEST_LIST: usize = 100;

fn numbers<T>(list: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let parts = list.split(',').map(|part| read(part.trim()));
    let found = parts.take(LONGEST_LIST + 1).collect::<Option<Vec<_>>>()?;
    (found.len() <= LONGEST_LIST).then_some(found)
}

fn number(text: &str, least: i64, most: i64) -> Option<i64> {
    let number = text.parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

/// The number of times. A number that is too large is treated as no end.
fn count(text: &str) -> Option<usize> {
    let count = number(text, 1, i64::MAX)?;
    Some(usize::try_from(count).unwrap_or(usize::MAX))
}

fn day_of_month(text: &str) -> Option<i64> {
    number(text, -31, 31).filter(|day| *day != 0)
}

/// `MO`, `2TU` or `-1SU`.
fn ordinal_weekday(text: &str) -> Option<(i64, i64)> {
    let (ordinal, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let ordinal = match ordinal {
        "" => 0,
        ordinal => number(ordinal, -5, 5).filter(|ordinal| *ordinal != 0)?,
    };
    Some((ordinal, weekday(day)?))
}

fn weekday(text: &str) -> Option<i64> {
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    i64::try_from(days.iter().position(|day| *day == text)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_is_not_followed() {
        for (rule, part) in [
            ("FREQ=HOURLY;COUNT=2", "FREQ=HOURLY"),
            ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "BYSETPOS=-1"),
            ("FREQ=DAILY;BYHOUR=9,17", "BYHOUR=9,17"),
            ("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO=20"),
            ("FREQ=YEARLY;BYYEARDAY=1", "BYYEARDAY=1"),
            ("FREQ=YEARLY;BYDAY=20MO", "BYDAY=20MO"),
            ("FREQ=YEARLY;BYDAY=MO", "BYDAY=MO"),
            ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY=1MO"),
            ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY=1"),
            ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
            ("FREQ=DAILY;COUNT=0", "COUNT=0"),
            ("FREQ=DAILY;UNTIL=bald", "UNTIL=BALD"),
            ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0"),
            ("FREQ=MONTHLY;RSCALE=HEBREW", "RSCALE=HEBREW"),
            ("COUNT=3", "COUNT=3"),
            ("", ""),
            ("täglich", "TäGLICH"),
        ] {
            assert_eq!(Rule::new(rule), Err(part.to_owned()), "{rule}");
        }
    }

    #[test]
    fn reads_rules_however_they_are_written() {
        let rule = Rule::new(" freq=monthly; byday=-1su,MO ;INTERVAL=2;WKST=SU;").unwrap();
        assert_eq!(rule.frequency, Frequency::Monthly);
        assert_eq!(rule.weekdays, [(-1, 6), (0, 0)]);
        assert_eq!((rule.interval, rule.week_start), (2, 6));
    }
}
