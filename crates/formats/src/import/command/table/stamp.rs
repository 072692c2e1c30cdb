//! Days and clock times as people write them in tables, in German and English.

mod clock;
mod day;

pub(super) use self::day::Day;

use self::{
    clock::{clocks, with_offset},
    day::{day, without_weekday},
};
use crate::import::day_time::DayTime;

/// What a cell says about when something began or ended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Stamp {
    pub(super) day: Option<Day>,
    pub(super) clock: Option<DayTime>,
    /// The second clock time of `14:00–15:00`.
    pub(super) until: Option<DayTime>,
    /// What follows a clock time in ISO 8601: `Z` or `+02:00`.
    pub(super) offset: String,
}

/// Reads a cell. Nothing if it is neither a day nor a clock time, nor both.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let text = plain(text);
    let text = without_weekday(&text);
    let Some((day, rest)) = day(text) else {
        let (clock, until) = clocks(text)?;
        return Some(Stamp {
            clock: Some(clock),
            until,
            ..Stamp::default()
        });
    };
    let day = Some(day);
    let rest = rest.trim_start_matches([' ', ',', ';', '|']);
    let rest = rest.strip_prefix('t').unwrap_or(rest).trim_start();
    if rest.is_empty() {
        return Some(Stamp {
            day,
            ..Stamp::default()
        });
    }
    if let Some((clock, offset)) = with_offset(rest) {
        return Some(Stamp {
            day,
            clock: Some(clock),
            until: None,
            offset: offset.to_uppercase(),
        });
    }
    let rest = rest.strip_prefix("- ").unwrap_or(rest);
    let (clock, until) = clocks(rest)?;
    Some(Stamp {
        day,
        clock: Some(clock),
        until,
        offset: String::new(),
    })
}

/// Lower case, with one sort of blank and one sort of dash.
fn plain(text: &str) -> String {
    let same = |c: char| match c {
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let text: String = text
        .chars()
        .map(same)
        .flat_map(char::to_lowercase)
        .collect();
    text.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let Some(stamp) = stamp(text) else {
            return "-".to_owned();
        };
        let day = match stamp.day {
            None => String::new(),
            Some(Day::Known(date)) => date.to_string(),
            Some(Day::Either {
                day_first,
                month_first,
            }) => format!("{day_first}|{month_first}"),
            Some(Day::Numbers {
                date,
                is_month_first,
            }) => format!("{date}{}", if is_month_first { "m" } else { "d" }),
        };
        let clock = stamp
            .clock
            .map(|clock| format!(" {clock}"))
            .unwrap_or_default();
        let until = stamp
            .until
            .map(|clock| format!("-{clock}"))
            .unwrap_or_default();
        format!("{day}{clock}{until}{}", stamp.offset)
            .trim()
            .to_owned()
    }

    #[test]
    fn reads_days() {
        for (text, expected) in [
            ("2024-06-24", "2024-06-24"),
            ("2024/6/24", "2024-06-24"),
            ("20240624", "2024-06-24"),
            ("24.06.2024", "2024-06-24"),
            ("24. 6. 2024", "2024-06-24"),
            ("24.6.24", "2024-06-24"),
            ("Mo., 24.06.2024", "2024-06-24"),
            ("Montag, den 24. Juni 2024", "2024-06-24"),
            ("24 June 2024", "2024-06-24"),
            ("June 24th, 2024", "2024-06-24"),
            ("Mar 3, 2024", "2024-03-03"),
            ("3. März 2024", "2024-03-03"),
            ("6/24/2024", "2024-06-24m"),
            ("24/06/2024", "2024-06-24d"),
            ("24-06-2024", "2024-06-24d"),
            ("6/7/2024", "2024-07-06|2024-06-07"),
            ("6/6/2024", "2024-06-06"),
            ("31.02.2024", "-"),
            ("13/13/2024", "-"),
            ("24.06.", "-"),
            ("1.2.3.4", "-"),
            ("Tag 1", "-"),
            ("2024", "-"),
            ("99999999999999999999", "-"),
            ("24.06.0024", "-"),
            ("ä", "-"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_clock_times() {
        for (text, expected) in [
            ("14:30", "14:30:00"),
            ("9:05", "09:05:00"),
            ("14.30 Uhr", "14:30:00"),
            ("14.30", "14:30:00"),
            ("14 Uhr", "14:00:00"),
            ("14h30", "14:30:00"),
            ("14:30:15", "14:30:15"),
            ("2:30 PM", "14:30:00"),
            ("12 a.m.", "00:00:00"),
            ("12:15pm", "12:15:00"),
            ("14:00–15:00", "14:00:00-15:00:00"),
            ("14:00 - 15:00 Uhr", "14:00:00-15:00:00"),
            ("14–15 Uhr", "14:00:00-15:00:00"),
            ("von 14 Uhr bis 15 Uhr", "14:00:00-15:00:00"),
            ("2–3 pm", "14:00:00-15:00:00"),
            ("11 am – 1 pm", "11:00:00-13:00:00"),
            ("23:00-24:00", "23:00:00-24:00:00"),
            ("24:00", "24:00:00"),
            ("25:00", "-"),
            ("14:60", "-"),
            ("14:3", "-"),
            ("14", "-"),
            ("13 pm", "-"),
            ("14:30:15:00", "-"),
            ("mittags", "-"),
            ("-", "-"),
            ("", "-"),
            ("+", "-"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_both() {
        for (text, expected) in [
            ("2024-06-24T14:30", "2024-06-24 14:30:00"),
            ("2024-06-24T14:30:00+02:00", "2024-06-24 14:30:00+02:00"),
            ("2024-06-24T12:30:00Z", "2024-06-24 12:30:00Z"),
            ("2024-06-24T12:30:00.000Z", "2024-06-24 12:30:00Z"),
            ("2024-06-24T12:30:00-07:00", "2024-06-24 12:30:00-07:00"),
            ("24.06.2024 14:30", "2024-06-24 14:30:00"),
            ("24.06.2024, 14.30 Uhr", "2024-06-24 14:30:00"),
            ("24.06.2024 14:00–15:00", "2024-06-24 14:00:00-15:00:00"),
            ("6/24/2024 2:30 PM", "2024-06-24m 14:30:00"),
            ("24.06.2024 irgendwann", "-"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
