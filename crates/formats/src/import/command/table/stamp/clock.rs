//! Clock times, alone and in pairs.

use crate::import::day_time::DayTime;

/// `14:30:00+02:00` and `14:30z`.
pub(super) fn with_offset(text: &str) -> Option<(DayTime, &str)> {
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
    (is_offset && (offset == "z" || is_iso)).then_some((time.into(), offset))
}

/// One clock time, or two with a dash between.
pub(super) fn clocks(text: &str) -> Option<(DayTime, Option<DayTime>)> {
    let parts = ["-", " bis ", " to ", " until "]
        .iter()
        .find_map(|sign| text.split_once(sign));
    let Some((from, until)) = parts else {
        return Some((DayTime::spelled(text, false)?, None));
    };
    let (from, until) = (from.trim(), until.trim());
    let has_word = until.ends_with("uhr") || until.ends_with('m');
    // „14–15 Uhr“ and „2–3 pm“: the word counts for both.
    let half = ["am", "pm"]
        .into_iter()
        .find(|half| until.replace('.', "").ends_with(half));
    let is_told = from.ends_with('m');
    let until_time = DayTime::spelled(until, false)?;
    let from_time = match half.filter(|_| !is_told) {
        Some(half) => DayTime::spelled(&format!("{from} {half}"), false)?,
        None => DayTime::spelled(from, has_word)?,
    };
    Some((from_time, Some(until_time)))
}
