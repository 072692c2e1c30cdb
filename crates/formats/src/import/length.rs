//! How long an item takes, in the notation of its format.

mod spelled;

pub(super) use self::spelled::spelled;

use nachlese_event::{Seconds, problem::Finding};
use nachlese_reader::{
    cursor::Node,
    json::{Json, shown},
    time,
};

/// Reads a duration. Whole numbers in any form are minutes. `HH:MM` and ISO 8601 mean the same in all
/// formats.
///
/// In schedule files three numbers are days, hours and minutes: `serialize_duration` in
/// `src/pretalx/schedule/utils.py` of <https://github.com/pretalx/pretalx>, read on 2026-11-29, which
/// writes no leading zero. Others write `00:45:00` there, which are hours, minutes and seconds.
pub(super) fn length(node: Node<'_>, is_schedule: bool) -> Option<Seconds> {
    let text = node.as_str().map(str::trim).unwrap_or_default();
    // Nobody plans parts of a minute: 0.75 and 1.5 are hours for most.
    if let Json::Number(number) = node.json
        && number.fract() != 0.0
    {
        // As whole numbers, because writing fractions takes much code in browsers.
        let after = shown((number.fract().abs() * 100.0).round());
        let value = format!("{}.{after:0>2}", shown(number.trunc()));
        node.report(Finding::InvalidTime { value });
        return None;
    }
    if let Some(length) = with_unit(text) {
        return Some(length);
    }
    let Some(iso) = as_iso(text, is_schedule) else {
        // Everything else is read, and reported if wrong, as in our own format.
        return time::length(node);
    };
    let read = Seconds::parse_length(&iso).ok();
    if read.is_none() {
        let value = text.to_owned();
        node.report(Finding::InvalidTime { value });
    }
    read
}

/// Reads `90 Min.`, `1h30` or `1:30 h`, which mean the same everywhere.
fn with_unit(text: &str) -> Option<Seconds> {
    let has_unit = text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains(|c: char| c.is_alphabetic() || matches!(c, '\'' | '′' | '’'));
    // Days, hours and minutes, or hours, minutes and seconds: `1:30:00 h` does not say.
    let is_clear = text.matches(':').count() < 2;
    (has_unit && is_clear).then(|| spelled(text, 60.0))?
}

/// The duration in ISO 8601, if it is in a form that only other programs write.
fn as_iso(text: &str, is_schedule: bool) -> Option<String> {
    let mut parts = text.split(':');
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut next = || parts.next().filter(is_number);
    let (first, second, third) = (next(), next(), next());
    if parts.next().is_some() || text.matches(':').count() > 2 {
        return None;
    }
    let small = |part: &str, most: u32| part.parse().is_ok_and(|number: u32| number < most);
    match (first?, second, third) {
        (minutes, None, None) if !text.contains(':') => Some(format!("PT{minutes}M")),
        (hours, Some(minutes), None) if minutes.len() == 2 => Some(format!("PT{hours}H{minutes}M")),
        (days, Some(hours), Some(minutes))
            if is_schedule && !days.starts_with('0') && small(hours, 24) && small(minutes, 60) =>
        {
            Some(format!("P{days}DT{hours}H{minutes}M"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::context::{Context, Dialect};

    use super::*;

    fn check(text: &str, is_schedule: bool, expected: Option<u32>) {
        let json = Json::String(text.to_owned());
        let context = Context::of(Dialect::Foreign);
        let read = length(Node::root(&json, &context), is_schedule);
        assert_eq!(read.map(|it| it.0), expected, "{text}");
        let is_told = context.count() > 0;
        assert_eq!(is_told, expected.is_none(), "{text} is lost without a word");
    }

    #[test]
    fn schedules_count_days() {
        for (text, expected) in [
            ("00:45", Some(2_700)),
            ("0:45", Some(2_700)),
            ("00:90", Some(5_400)),
            ("28:00", Some(100_800)),
            ("1:00:00", Some(86_400)),
            ("2:06:30", Some(196_200)),
            ("00:45:00", Some(2_700)),
            ("0:20:30", Some(1_230)),
            ("01:00:00", Some(3_600)),
            ("1:30:00", Some(5_400)),
            ("45", Some(2_700)),
            ("PT45M", Some(2_700)),
            ("P1DT2H", Some(93_600)),
            // Nineteen years, which must be a mistake.
            ("6944:11:40", None),
            ("69444:11:40", None),
            ("1:2:3:4", None),
            ("90 min", Some(5_400)),
            ("90 Min.", Some(5_400)),
            ("90min", Some(5_400)),
            ("1h30", Some(5_400)),
            ("1 Std. 30 Min.", Some(5_400)),
            ("1:30 h", Some(5_400)),
            ("1,5 h", Some(5_400)),
            ("PT90M", Some(5_400)),
            ("1:30 min", None),
            ("1.30 h", None),
            ("1,5", None),
            ("45-60 min", None),
            ("ca. 45 min", None),
            ("bald", None),
            ("1:", None),
            (":30", None),
        ] {
            check(text, true, expected);
        }
    }

    #[test]
    fn parts_of_a_number_are_told() {
        for (number, length_read, shown) in [
            (45.0, Some(2_700), None),
            (0.75, None, Some("0.75")),
            (1.5, None, Some("1.50")),
            (1.05, None, Some("1.05")),
        ] {
            let context = Context::of(Dialect::Foreign);
            let json = Json::Number(number);
            let read = length(Node::root(&json, &context), false);
            assert_eq!(read.map(|it| it.0), length_read, "{number}");
            let told = context.into_problems().into_iter().next();
            let told = told.map(|problem| problem.finding);
            let value = shown.map(str::to_owned);
            assert_eq!(
                told,
                value.map(|value| Finding::InvalidTime { value }),
                "{number}"
            );
        }
    }

    #[test]
    fn other_formats_count_hours() {
        for (text, expected) in [("1:00:00", 3_600), ("2:06:30", 7_590), ("90", 5_400)] {
            check(text, false, Some(expected));
        }
    }
}
