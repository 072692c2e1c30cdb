//! A time zone's rules as `VTIMEZONE` (RFC 5545, section 3.6.5), computed from the IANA database.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Weekday},
    tz::{Dst, Offset},
};

use super::{content_line::Lines, entry::basic};
use crate::export::zone::{Zone, midnight, offset};

/// Writes the rules from the year before the first day to the year after the last.
///
/// Changes on the same weekday of the month each year become a rule without end. Other changes,
/// like those in Morocco around Ramadan, are listed.
pub(super) fn time_zone(zone: &Zone, first: Date, last: Date, lines: &mut Lines) {
    let years = first.year() - 1..=last.year() + 1;
    let found = onsets(zone, *years.start(), *years.end());
    lines.add("BEGIN", "VTIMEZONE");
    lines.add("TZID", &zone.name);
    let start = Date::new(*years.start(), 1, 1).unwrap_or(first);
    if found.first().is_none_or(|onset| onset.at.date() > first) {
        // If nothing changed before the event, the offset at its beginning has always been valid.
        let constant = Onset::constant(zone, start);
        write(&[constant], None, lines);
    }
    let mut rest = found;
    while let Some(onset) = rest.first() {
        let kind = onset.kind();
        let (same, others) = rest.into_iter().partition(|onset| onset.kind() == kind);
        let same: Vec<Onset> = same;
        let rule = rule(&same, years.clone().count());
        write(&same, rule, lines);
        rest = others;
    }
    lines.add("END", "VTIMEZONE");
}

/// A change of the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Onset {
    /// What the clock showed when it was changed.
    at: DateTime,
    from: Offset,
    to: Offset,
    name: String,
    is_daylight: bool,
}

impl Onset {
    fn constant(zone: &Zone, day: Date) -> Self {
        let at = midnight(day);
        let offset = zone.offset(at);
        let instant = offset.to_timestamp(at).unwrap_or(Timestamp::UNIX_EPOCH);
        let info = zone.rules.to_offset_info(instant);
        Self {
            at: midnight(Date::constant(1970, 1, 1)),
            from: offset,
            to: offset,
            name: info.abbreviation().to_owned(),
            is_daylight: info.dst() == Dst::Yes,
        }
    }

    fn kind(&self) -> (Offset, Offset, String, bool) {
        (self.from, self.to, self.name.clone(), self.is_daylight)
    }
}

fn onsets(zone: &Zone, first: i16, last: i16) -> Vec<Onset> {
    let Ok(start) = Date::new(first, 1, 1) else {
        return Vec::new();
    };
    let start = midnight(start);
    let Ok(start) = Offset::UTC.to_timestamp(start) else {
        return Vec::new();
    };
    let mut from = zone.rules.to_offset(start);
    let mut found = Vec::new();
    for change in zone.rules.following(start) {
        let at = from.to_datetime(change.timestamp());
        // No clock changes more often than this within a few years.
        if at.year() > last || found.len() == 100 {
            break;
        }
        found.push(Onset {
            at,
            from,
            to: change.offset(),
            name: change.abbreviation().to_owned(),
            is_daylight: change.dst() == Dst::Yes,
        });
        from = change.offset();
    }
    found
}

/// A rule like `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`, if all changes follow it and each year has one.
fn rule(onsets: &[Onset], years: usize) -> Option<String> {
    let first = onsets.first().filter(|_| onsets.len() == years)?;
    let is_alike = |onset: &Onset| {
        let (day, other) = (onset.at, first.at);
        day.month() == other.month()
            && day.time() == other.time()
            && day.weekday() == other.weekday()
    };
    if !onsets.iter().all(is_alike) {
        return None;
    }
    let in_month = |onset: &Onset| (onset.at.day() - 1) / 7 + 1;
    let is_last = |onset: &Onset| onset.at.day() + 7 > onset.at.date().days_in_month();
    let position = if onsets.iter().all(is_last) {
        -1
    } else {
        let position = in_month(first);
        let is_same = onsets.iter().all(|onset| in_month(onset) == position);
        is_same.then_some(position)?
    };
    let (month, day) = (first.at.month(), weekday(first.at.weekday()));
    Some(format!("FREQ=YEARLY;BYMONTH={month};BYDAY={position}{day}"))
}

fn write(onsets: &[Onset], rule: Option<String>, lines: &mut Lines) {
    let Some((first, others)) = onsets.split_first() else {
        return;
    };
    let component = if first.is_daylight {
        "DAYLIGHT"
    } else {
        "STANDARD"
    };
    lines.add("BEGIN", component);
    lines.add("DTSTART", &basic(first.at));
    lines.add("TZOFFSETFROM", &offset(first.from, ""));
    lines.add("TZOFFSETTO", &offset(first.to, ""));
    lines.add("TZNAME", &first.name);
    if let Some(rule) = rule {
        lines.add("RRULE", &rule);
    } else {
        for other in others {
            lines.add("RDATE", &basic(other.at));
        }
    }
    lines.add("END", component);
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(zone: &str, day: Date, parts: &[&str]) {
        let mut lines = Lines::default();
        time_zone(&Zone::named(zone).unwrap(), day, day, &mut lines);
        let text = lines.into_text();
        for part in parts {
            assert!(
                text.contains(&part.replace('\n', "\r\n")),
                "{part}\nin\n{text}"
            );
        }
        assert!(!text.contains("RRULE") || !text.contains("RDATE"), "{text}");
    }

    #[test]
    fn writes_a_yearly_rule_where_there_is_one() {
        check(
            "Europe/Berlin",
            date(2024, 6, 7),
            &[
                "BEGIN:DAYLIGHT\nDTSTART:20230326T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\n\
                 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\n",
                "BEGIN:STANDARD\nDTSTART:20231029T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\n\
                 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\n",
            ],
        );
        check(
            "America/New_York",
            date(2026, 1, 1),
            &[
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            ],
        );
    }

    #[test]
    fn lists_changes_that_follow_no_rule() {
        check("Africa/Casablanca", date(2024, 6, 7), &["RDATE:"]);
    }

    #[test]
    fn writes_one_part_for_a_clock_that_is_never_changed() {
        check(
            "Asia/Kolkata",
            date(2024, 6, 7),
            &[
                "TZID:Asia/Kolkata\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\n",
            ],
        );
        check("UTC", date(2024, 6, 7), &["TZOFFSETTO:+0000\nTZNAME:UTC"]);
    }
}
