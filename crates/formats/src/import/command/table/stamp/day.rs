//! Days at the beginning of a text.

use jiff::civil::Date;

/// A day, as far as it can be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import::command::table) enum Day {
    Known(Date),
    /// `6/7/2024`: the 6th of July or the 7th of June.
    Either {
        day_first: Date,
        month_first: Date,
    },
    /// `24/6/2024` and `6/24/2024`: numbers that can only be read in one way.
    Numbers {
        date: Date,
        is_month_first: bool,
    },
}

const WEEKDAYS: &str = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr \
     sa so monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu \
     thur thurs fri sat sun";

/// Cuts off „Montag, den“.
pub(super) fn without_weekday(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if !WEEKDAYS.split(' ').any(|day| day == word) {
        return text;
    }
    let rest = rest.trim_start_matches(['.', ',', ' ']);
    rest.strip_prefix("den ")
        .or(rest.strip_prefix("der "))
        .unwrap_or(rest)
}

/// A day at the beginning of a text, and what follows it.
pub(super) fn day(text: &str) -> Option<(Day, &str)> {
    if let Some(found) = named_month(text) {
        return Some(found);
    }
    let (first, rest) = number(text)?;
    if first.len() == 8 {
        let date = date(&first[..4], &first[4..6], &first[6..])?;
        return Some((Day::Known(date), rest));
    }
    let sign = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '.' | '-' | '/'))?;
    let (second, rest) = number(rest[1..].trim_start())?;
    let (third, rest) = number(rest.strip_prefix(sign)?.trim_start())?;
    // `1.2.3.4` is no day.
    if rest.starts_with(|c: char| c == sign && sign != '-') {
        return None;
    }
    let day = match (first.len(), third.len()) {
        (4, 1 | 2) => Day::Known(date(first, second, third)?),
        (1 | 2, 2 | 4) if sign == '.' => Day::Known(date(third, second, first)?),
        (1 | 2, 2 | 4) => either(date(third, second, first), date(third, first, second))?,
        _ => return None,
    };
    Some((day, rest))
}

fn either(day_first: Option<Date>, month_first: Option<Date>) -> Option<Day> {
    Some(match (day_first, month_first) {
        (Some(one), Some(other)) if one == other => Day::Known(one),
        (Some(day_first), Some(month_first)) => Day::Either {
            day_first,
            month_first,
        },
        (day_first, month_first) => Day::Numbers {
            date: day_first.or(month_first)?,
            is_month_first: month_first.is_some(),
        },
    })
}

const MONTHS: [&str; 12] = [
    "januar january jan jänner",
    "februar february feb",
    "märz march mär mar mrz",
    "april apr",
    "mai may",
    "juni june jun",
    "juli july jul",
    "august aug",
    "september sep sept",
    "oktober october okt oct",
    "november nov",
    "dezember december dez dec",
];

/// `24. Juni 2024`, `24 June 2024` and `June 24th, 2024`.
fn named_month(text: &str) -> Option<(Day, &str)> {
    let (day, month, rest) = if let Some((month, rest)) = month(text) {
        let (day, rest) = number(rest)?;
        let ending = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|word| rest.strip_prefix(word));
        (day, month, ending.unwrap_or(rest))
    } else {
        let (day, rest) = number(text)?;
        let (month, rest) = month(rest.trim_start_matches(['.', ' ']))?;
        (day, month, rest)
    };
    let (year, rest) = number(rest.trim_start_matches([',', '.', ' ']))?;
    let date = date(year, &month.to_string(), day).filter(|_| year.len() == 4)?;
    Some((Day::Known(date), rest))
}

fn month(text: &str) -> Option<(usize, &str)> {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let at = MONTHS
        .iter()
        .position(|names| names.split(' ').any(|name| name == word))?;
    Some((at + 1, rest.trim_start_matches(['.', ' '])))
}

fn number(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (!digits.is_empty()).then_some((digits, rest))
}

/// Years of two digits are of the last fifty or the next fifty years around 2020.
fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let short = year.len() == 2;
    let year: i16 = year.parse().ok()?;
    let century = match year {
        _ if !short => 0,
        70.. => 1_900,
        _ => 2_000,
    };
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // A year of the time of conferences, not a number of something else.
    let year = year + century;
    Date::new(year, month, day)
        .ok()
        .filter(|_| (1_900..2_200).contains(&year))
}
