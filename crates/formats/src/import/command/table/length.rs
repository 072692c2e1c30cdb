//! Durations as people write them in tables, in German and English.

use nachlese_event::Seconds;

/// Reads `45`, `45 min`, `0:45`, `1,5 h`, `1 Std. 30 Min.`, `90'` and ISO 8601. `unit` is how many
/// seconds a bare number counts.
pub(super) fn length(text: &str, unit: f64) -> Option<Seconds> {
    let text = text.trim().to_lowercase().replace('\u{a0}', " ");
    if text.contains(':') || text.starts_with('p') {
        // „1:30 h“
        let digits = text.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, ' ' | '.'));
        let iso = text.starts_with('p');
        let told = if iso { text.as_str() } else { digits };
        return Seconds::parse_length(told)
            .ok()
            .filter(|length| length.0 > 0);
    }
    let (mut rest, mut total, mut last) = (text.as_str(), 0.0, None);
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let number: f64 = number
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
                } else {
                    unit
                }
            }
            "h" | "std" | "stunde" | "stunden" | "hour" | "hours" | "hr" | "hrs" | "stunde,"
            | "h und" => 3_600.0,
            "m" | "min" | "mins" | "minute" | "minuten" | "minutes" | "'" | "′" | "’" => 60.0,
            "s" | "sec" | "sek" | "sekunden" | "seconds" => 1.0,
            "d" | "tag" | "tage" | "day" | "days" => 86_400.0,
            _ => return None,
        };
        // Units come from large to small.
        if last.is_some_and(|last| last <= factor) {
            return None;
        }
        (total, last, rest) = (total + number * factor, Some(factor), after);
    }
    Seconds::within(1..=Seconds::LONGEST, f64::round(total))
}

/// How many seconds a bare number counts, by the heading: „Dauer (h)“. Minutes if it does not say.
pub(super) fn unit(heading: &str) -> f64 {
    let heading = heading.to_lowercase();
    let mut words = heading.split(|c: char| !c.is_alphanumeric());
    match words.find(|word| UNITS.contains(word)) {
        Some("h" | "std" | "stunden" | "hours") => 3_600.0,
        Some(_) => 1.0,
        None => 60.0,
    }
}

const UNITS: &[&str] = &[
    "h", "std", "stunden", "hours", "s", "sek", "sec", "sekunden", "seconds",
];

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
            assert_eq!(length(text, 60.0).map(|it| it.0), expected, "{text}");
        }
        assert_eq!(length("1,5", unit("Dauer (h)")), Some(Seconds(5_400)));
        assert_eq!(length("90", unit("Duration in seconds")), Some(Seconds(90)));
        assert_eq!(length("90", unit("Dauer")), Some(Seconds(5_400)));
    }
}
