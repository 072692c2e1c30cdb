//! Durations as people write them, in German and English.

use nachlese_event::Seconds;

/// Reads `45`, `45 min`, `0:45`, `1,5 h`, `1 Std. 30 Min.`, `90'` and ISO 8601. `unit` is how many
/// seconds a bare number counts.
pub(in crate::import) fn spelled(text: &str, unit: f64) -> Option<Seconds> {
    let text = text.trim().to_lowercase().replace('\u{a0}', " ");
    if text.contains(':') || text.starts_with('p') {
        // „1:30 h“. In „1:30 min“, nobody knows whether minutes come first.
        let end = text.find(|c: char| !c.is_ascii_digit() && c != ':');
        let is_iso = text.starts_with('p');
        let (told, word) = text.split_at(end.filter(|_| !is_iso).unwrap_or(text.len()));
        let word = word.trim().trim_end_matches('.');
        let is_told = word.is_empty() || is_hours(word);
        let read = is_told.then(|| Seconds::parse_length(told).ok()).flatten();
        return read.filter(|length| length.0 > 0);
    }
    let (mut rest, mut total, mut last) = (text.as_str(), 0.0, None);
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
            .unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        let number: f64 = digits
            .trim_end_matches(['.', ','])
            .replace(',', ".")
            .parse()
            .ok()?;
        let after = after.trim_start();
        let end = after
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(after.len());
        let (word, after) = after.split_at(end);
        let factor = match word.trim().trim_end_matches(['.', ',']) {
            // „1 h 30“: what follows hours are minutes.
            "" if after.is_empty() => {
                if last == Some(3_600.0) {
                    60.0
                } else if (unit - 60.0).abs() < 1.0 && has_fraction(digits) {
                    // „1,5“ and „1.30“ are hours for some, minutes for others.
                    return None;
                } else {
                    unit
                }
            }
            "h und" => 3_600.0,
            word if is_hours(word) => 3_600.0,
            "m" | "min" | "mins" | "minute" | "minuten" | "minutes" | "'" | "′" | "’" => 60.0,
            "s" | "sec" | "sek" | "sekunden" | "seconds" => 1.0,
            "d" | "tag" | "tage" | "day" | "days" => 86_400.0,
            _ => return None,
        };
        if factor > 60.0 && may_be_minutes(digits) {
            return None;
        }
        // Units come from large to small.
        if last.is_some_and(|last| last <= factor) {
            return None;
        }
        (total, last, rest) = (total + number * factor, Some(factor), after);
    }
    Seconds::within(1..=Seconds::LONGEST, f64::round(total))
}

fn has_fraction(digits: &str) -> bool {
    let after = digits.split_once(['.', ',']);
    after.is_some_and(|(_, after)| after.bytes().any(|digit| digit != b'0'))
}

fn is_hours(word: &str) -> bool {
    [
        "h", "std", "stunde", "stunden", "hour", "hours", "hr", "hrs",
    ]
    .contains(&word)
}

/// Whether what follows the dot may be minutes: `1.30 h` is one hour and a half for some.
fn may_be_minutes(digits: &str) -> bool {
    let after = digits.split_once('.').map_or("", |(_, after)| after);
    after.len() == 2 && (1..60).contains(&after.parse().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, expected) in [
            ("45", Some(2_700)),
            ("45 min", Some(2_700)),
            ("45 Min.", Some(2_700)),
            ("45'", Some(2_700)),
            ("0:45", Some(2_700)),
            ("00:45:00", Some(2_700)),
            ("1:30 h", Some(5_400)),
            ("1,5 h", Some(5_400)),
            ("1.5 Stunden", Some(5_400)),
            ("1 Std. 30 Min.", Some(5_400)),
            ("1h30", Some(5_400)),
            ("1h30m", Some(5_400)),
            ("PT45M", Some(2_700)),
            ("90\u{a0}min", Some(5_400)),
            ("1,25 h", Some(4_500)),
            ("0.75 h", Some(2_700)),
            ("1.30 h", None),
            ("45,0", Some(2_700)),
            ("1,5", None),
            ("1.30", None),
            ("1:30 Std.", Some(5_400)),
            ("1:30 min", None),
            ("1:30 Ellen", None),
            ("30 min 1 h", None),
            ("0", None),
            ("", None),
            ("lang", None),
            ("45 Ellen", None),
            ("99999999999999999999", None),
            ("1..5", None),
            (".", None),
            ("p", None),
        ] {
            assert_eq!(spelled(text, 60.0).map(|it| it.0), expected, "{text}");
        }
    }
}
