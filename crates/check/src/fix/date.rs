//! Reads days and clock times as people write them: `24.06.2024`, „Montag, 24. Juni 2024, 9:30 Uhr“,
//! `June 24, 2024`, `24/06/2024`.

use jiff::civil::{Date, Time, Weekday};

/// A date, with its time if it has one, as the format writes it. Nothing if it could be another day
/// as well, such as `06/07/2024`, or says more, such as a second day.
pub(super) fn iso(text: &str) -> Option<String> {
    let tokens = tokens(text)?;
    let mut rest = Rest(&tokens);
    let weekday = rest.weekday();
    let date = rest.date()?;
    if weekday.is_some_and(|weekday| weekday != date.weekday()) {
        return None;
    }
    if rest.0.is_empty() {
        return Some(date.to_string());
    }
    rest.time()
        .filter(|_| rest.0.is_empty())
        .map(|time| match time.second() {
            0 => format!("{date}T{:02}:{:02}", time.hour(), time.minute()),
            second => format!("{date}T{:02}:{:02}:{second:02}", time.hour(), time.minute()),
        })
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    /// The value and the number of digits.
    Number(u32, usize),
    /// In lower case.
    Word(String),
    Sign(char),
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim();
    // The longest is far shorter.
    if rest.len() > 80 {
        return None;
    }
    while let Some(first) = rest.chars().next() {
        let is_same = |c: char| {
            if first.is_ascii_digit() {
                c.is_ascii_digit()
            } else {
                c.is_alphabetic()
            }
        };
        let is_run = first.is_ascii_digit() || first.is_alphabetic();
        let length = if is_run {
            rest.find(|c| !is_same(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        tokens.push(if first.is_ascii_digit() {
            Token::Number(token.parse().ok()?, token.len())
        } else if is_run {
            Token::Word(token.to_lowercase())
        } else if first.is_whitespace() {
            continue;
        } else {
            Token::Sign(first)
        });
    }
    Some(tokens)
}

/// What is still to be read.
struct Rest<'t>(&'t [Token]);

impl Rest<'_> {
    fn sign(&mut self, sign: char) -> bool {
        let is_next = self.0.first() == Some(&Token::Sign(sign));
        if is_next {
            self.0 = &self.0[1..];
        }
        is_next
    }

    fn word(&mut self, words: &[&str]) -> bool {
        let is_next = matches!(self.0.first(), Some(Token::Word(word)) if words.contains(&&**word));
        if is_next {
            self.0 = &self.0[1..];
        }
        is_next
    }

    /// A number with so many digits.
    fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.0.first()? {
            Token::Number(number, length) if digits.contains(length) => {
                self.0 = &self.0[1..];
                Some(*number)
            }
            _ => None,
        }
    }

    fn weekday(&mut self) -> Option<Weekday> {
        let Token::Word(word) = self.0.first()? else {
            return None;
        };
        let (_, weekday) = WEEKDAYS
            .iter()
            .find(|(names, _)| names.contains(&&**word))?;
        self.0 = &self.0[1..];
        while self.sign('.') || self.sign(',') || self.word(&["der", "den", "the"]) {}
        Some(*weekday)
    }

    fn month(&mut self) -> Option<u32> {
        let Token::Word(word) = self.0.first()? else {
            return None;
        };
        let at = MONTHS.iter().position(|names| names.contains(&&**word))?;
        self.0 = &self.0[1..];
        self.sign('.');
        u32::try_from(at + 1).ok()
    }

    fn date(&mut self) -> Option<Date> {
        if let Some(month) = self.month() {
            let day = self.number(1..=2)?;
            self.word(&["st", "nd", "rd", "th"]);
            self.sign(',');
            return date(self.number(4..=4)?, month, day);
        }
        if let Some(digits) = self.number(8..=8) {
            return date(digits / 10_000, digits / 100 % 100, digits % 100);
        }
        if let Some(year) = self.number(4..=4) {
            let sign = ['-', '/', '.'].into_iter().find(|sign| self.sign(*sign))?;
            let month = self.number(1..=2)?;
            let day = self.sign(sign).then(|| self.number(1..=2))??;
            return date(year, month, day);
        }
        let day = self.number(1..=2)?;
        if self.sign('/') {
            let other = self.number(1..=2)?;
            let year = self.sign('/').then(|| self.number(4..=4))??;
            // Americans write the month first.
            return match (day, other) {
                _ if day == other || day > 12 => date(year, other, day),
                _ if other > 12 => date(year, day, other),
                _ => None,
            };
        }
        let has_point = self.sign('.');
        if !has_point {
            self.word(&["st", "nd", "rd", "th"]);
            self.word(&["of"]);
        }
        if let Some(month) = self.month() {
            self.sign(',');
            return date(self.number(4..=4)?, month, day);
        }
        let month = if has_point {
            self.number(1..=2)?
        } else {
            return None;
        };
        let year = self.sign('.').then(|| self.number(4..=4))??;
        date(year, month, day)
    }

    fn time(&mut self) -> Option<Time> {
        self.sign(',');
        self.word(&["um", "at", "t", "ab"]);
        let hour = self.number(1..=2)?;
        let (mut minute, mut second) = (None, 0);
        if self.sign(':') || self.sign('.') {
            minute = Some(self.number(2..=2)?);
            if self.sign(':') {
                second = self.number(2..=2)?;
            }
        }
        let is_named = self.word(&["uhr", "h"]);
        let minute = minute.or_else(|| is_named.then(|| self.number(2..=2)).flatten());
        if minute.is_none() && !is_named {
            return None;
        }
        let small = |number: u32| i8::try_from(number).ok();
        Time::new(small(hour)?, small(minute.unwrap_or(0))?, small(second)?, 0).ok()
    }
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

const MONTHS: [&[&str]; 12] = [
    &["januar", "jänner", "january", "jan"],
    &["februar", "february", "feb"],
    &["märz", "maerz", "march", "mär", "mrz", "mar"],
    &["april", "apr"],
    &["mai", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["dezember", "december", "dez", "dec"],
];

const WEEKDAYS: [(&[&str], Weekday); 7] = [
    (&["montag", "monday", "mo", "mon"], Weekday::Monday),
    (&["dienstag", "tuesday", "di", "tue"], Weekday::Tuesday),
    (&["mittwoch", "wednesday", "mi", "wed"], Weekday::Wednesday),
    (&["donnerstag", "thursday", "do", "thu"], Weekday::Thursday),
    (&["freitag", "friday", "fr", "fri"], Weekday::Friday),
    (
        &["samstag", "sonnabend", "saturday", "sa", "sat"],
        Weekday::Saturday,
    ),
    (&["sonntag", "sunday", "so", "sun"], Weekday::Sunday),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_as_people_write_them() {
        for (text, expected) in [
            ("24.06.2024", "2024-06-24"),
            (" 7.6.2024 ", "2024-06-07"),
            ("24. Juni 2024", "2024-06-24"),
            ("24 June 2024", "2024-06-24"),
            ("24th of June, 2024", "2024-06-24"),
            ("June 24, 2024", "2024-06-24"),
            ("Jun. 24th, 2024", "2024-06-24"),
            ("1. März 2024", "2024-03-01"),
            ("Montag, 24. Juni 2024", "2024-06-24"),
            ("Mo., den 24.06.2024", "2024-06-24"),
            ("2024/06/24", "2024-06-24"),
            ("2024.6.24", "2024-06-24"),
            ("2024-6-7", "2024-06-07"),
            ("20240624", "2024-06-24"),
            ("24/06/2024", "2024-06-24"),
            ("06/24/2024", "2024-06-24"),
            ("24.06.2024 09:30", "2024-06-24T09:30"),
            ("24. Juni 2024, 9.30 Uhr", "2024-06-24T09:30"),
            ("24. Juni 2024 um 9 Uhr", "2024-06-24T09:00"),
            ("24. Juni 2024, 9 Uhr 15", "2024-06-24T09:15"),
            ("2024-06-24 9:30", "2024-06-24T09:30"),
            ("2024-06-24T9:30:15", "2024-06-24T09:30:15"),
            ("2024-06-24T09:30", "2024-06-24T09:30"),
            // Another day as well, two days, none, or more than a day.
            ("06/07/2024", ""),
            ("24.06.24", ""),
            ("31.06.2024", ""),
            ("Dienstag, 24. Juni 2024", ""),
            ("24.–26. Juni 2024", ""),
            ("Juni 2024", ""),
            ("24. Juni", ""),
            ("24.06.2024 9", ""),
            ("24.06.2024 9:30 pm", ""),
            ("24.06.2024 25:00", ""),
            ("2024-06-24T9:30Z", ""),
            ("2024-06-24 9:30 +02:00", ""),
            ("99999999999999", ""),
            ("morgen", ""),
            ("", ""),
        ] {
            let found = iso(text).unwrap_or_default();
            assert_eq!(found, expected, "{text}");
        }
    }
}
