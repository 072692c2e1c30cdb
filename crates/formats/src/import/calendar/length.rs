//! Durations as calendars write them (RFC 5545, section 3.3.6).

/// A duration: days, whose length may vary, and seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) days: i64,
    pub(super) seconds: i64,
}

impl Span {
    /// Reads `P1W`, `P1DT2H`, `PT1H30M`, with or without a sign.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(&text)),
        };
        let rest = rest.strip_prefix('P')?;
        let (days, clock) = rest.split_once('T').unwrap_or((rest, ""));
        if days.is_empty() && clock.is_empty() {
            return None;
        }
        let days = sum(days, &[('W', 7), ('D', 1)])?;
        let seconds = sum(clock, &[('H', 3_600), ('M', 60), ('S', 1)])?;
        Some(Self {
            days: sign * days,
            seconds: sign * seconds,
        })
    }
}

/// Adds up numbers that are followed by their units.
fn sum(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut total = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        // The number of digits is limited, so that nothing overflows.
        let number: i64 = rest[..end].parse().ok().filter(|_| end <= 9)?;
        let unit = rest[end..].chars().next()?;
        let (_, factor) = units.iter().find(|(known, _)| *known == unit)?;
        total += number * factor;
        rest = &rest[end + 1..];
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lengths() {
        for (text, days, seconds) in [
            ("P1W", 7, 0),
            ("P1DT2H", 1, 7_200),
            ("PT1H30M", 0, 5_400),
            ("P0DT0H45M0S", 0, 2_700),
            ("p15dt5h0m20s", 15, 18_020),
            ("+PT90M", 0, 5_400),
            ("-P1D", -1, 0),
            ("-PT15M", 0, -900),
            ("PT0S", 0, 0),
        ] {
            assert_eq!(Span::read(text), Some(Span { days, seconds }), "{text}");
        }
        for text in [
            "",
            "P",
            "PT",
            "1H",
            "PT1",
            "P1H",
            "PT1D",
            "P1Y",
            "PT9999999999S",
            "PTé",
            "--P1D",
        ] {
            assert_eq!(Span::read(text), None, "{text}");
        }
    }
}
