//! Clock times, alone and in pairs.

use jiff::civil::Time;

/// `14:30:00+02:00` and `14:30z`.
pub(super) fn with_offset(text: &str) -> Option<(Time, &str)> {
    let end = text.find(['+', '-', 'z'])?;
    let (time, offset) = text.split_at(end);
    let is_offset = offset == "z" || {
        let digits = offset[1..].replace(':', "");
        digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    // `14:00-1500` is rather a range.
    let is_iso = time.matches(':').count() == 2
        || offset.contains(':') && offset.len() == 6 && !offset.starts_with('-');
    let time = nachlese_reader::time::civil_time(time.trim())?;
    (is_offset && (offset == "z" || is_iso)).then_some((time, offset))
}

/// One clock time, or two with a dash between.
pub(super) fn clocks(text: &str) -> Option<(Time, Option<Time>)> {
    let parts = ["-", " bis ", " to ", " until "]
        .iter()
        .find_map(|sign| text.split_once(sign));
    let Some((from, until)) = parts else {
        return Some((clock(text, false)?, None));
    };
    let (from, until) = (from.trim(), until.trim());
    let has_word = until.ends_with("uhr") || until.ends_with('m');
    // „14–15 Uhr“ and „2–3 pm“: the word counts for both.
    let half = ["am", "pm"]
        .into_iter()
        .find(|half| until.replace('.', "").ends_with(half));
    let is_told = from.ends_with('m');
    let until_time = clock(until, false)?;
    let from_time = match half.filter(|_| !is_told) {
        Some(half) => clock(&format!("{from} {half}"), false)?,
        None => clock(from, has_word)?,
    };
    Some((from_time, Some(until_time)))
}

/// `14:30`, `14.30 uhr`, `14 uhr`, `14h30`, `2:30 pm`. A bare number is one only if `is_hour`.
fn clock(text: &str, is_hour: bool) -> Option<Time> {
    let text = ["von ", "from ", "um ", "at ", "ab "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let undotted;
    let mut rest = text.trim();
    let mut is_hour = is_hour;
    let mut half = None;
    if rest.ends_with('.') {
        undotted = rest.replace("a.m.", "am").replace("p.m.", "pm");
        rest = undotted.as_str();
    }
    for (ending, is_afternoon) in [
        ("am", Some(false)),
        ("pm", Some(true)),
        ("uhr", None),
        ("h", None),
    ] {
        if let Some(before) = rest.strip_suffix(ending) {
            rest = before.trim_end();
            (half, is_hour) = (is_afternoon, true);
            break;
        }
    }
    let mut parts = rest.split([':', '.', 'h']);
    let mut next = || {
        let part = parts.next()?;
        let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        Some(part.parse::<i8>().ok().filter(|_| is_number))
    };
    let hour = next()??;
    let minute = next();
    let minute = match minute {
        None if is_hour => 0,
        None => return None,
        Some(minute) => minute.filter(|_| {
            rest.split([':', '.', 'h'])
                .nth(1)
                .is_some_and(|part| part.len() == 2)
        })?,
    };
    let second = next().map_or(Some(0), |second| second)?;
    if next().is_some() {
        return None;
    }
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
        None if hour == 24 && minute == 0 => 0,
        None => hour,
    };
    Time::new(hour, minute, second, 0).ok()
}
