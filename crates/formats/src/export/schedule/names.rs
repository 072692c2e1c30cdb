//! Names, numbers and durations in the form that the validators of the schedule formats accept.

use nachlese_event::Seconds;
use nachlese_fold::fold;

/// At most `99:59`, which is the limit of the XML schema. Seconds are rounded up to a minute.
pub(super) fn duration(length: Seconds) -> String {
    let minutes = length.0.div_ceil(60).min(99 * 60 + 59);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A number from 1 to 2³¹ − 1, made from the first digits of a UUID.
pub(super) fn number(guid: &str) -> u32 {
    let digits = guid.split('-').next().unwrap_or_default();
    let number = u32::from_str_radix(digits, 16).unwrap_or_default();
    (number & 0x7fff_ffff).max(1)
}

/// The event's short name: lower case letters, digits and `_`, at least 4 of them.
pub(super) fn acronym(id: &str) -> String {
    let acronym = words(id, '_');
    match acronym.len() {
        0 => "event".to_owned(),
        1..4 => format!("event_{acronym}"),
        _ => acronym,
    }
}

/// A talk's short name: at least 4 lower case letters, digits and `-`.
pub(super) fn talk_slug(id: &str, guid: &str) -> String {
    let slug = words(id, '-');
    match slug.len() {
        0 => format!("talk-{}", guid.split('-').next().unwrap_or_default()),
        1..4 => format!("talk-{slug}"),
        _ => slug,
    }
}

/// Whether an id has the form of a short name of both formats: letters, digits and `_`, a hyphen and
/// more of the same.
pub(in crate::export) fn is_slug(id: &str) -> bool {
    let is_sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let parts = id
        .split_once('-')
        .filter(|(start, rest)| start.len() > 3 && rest.len() > 3 && start.bytes().all(is_sign));
    let ends_well = !id.ends_with(['-', '_']);
    ends_well && parts.is_some_and(|(_, rest)| rest.bytes().all(|b| b == b'-' || is_sign(b)))
}

/// Whether an id has the form of a short name in schedule.json.
pub(in crate::export) fn is_name(id: &str) -> bool {
    let is_sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b);
    id.len() > 1 && id.bytes().all(is_sign) && !id.ends_with(['-', '_'])
}

/// Whether an id has the form of a code of pretalx.
pub(in crate::export) fn is_code(id: &str) -> bool {
    let is_sign = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    !id.is_empty() && id.bytes().all(is_sign)
}

/// The number that an id is, if it can be the number of an item.
pub(in crate::export) fn own_number(id: &str) -> Option<u32> {
    let number: u32 = id.parse().ok()?;
    let fits = (1..=0x7fff_ffff).contains(&number) && number.to_string() == id;
    fits.then_some(number)
}

/// Letters, digits and hyphens in place of a name; maybe none.
#[cfg(feature = "command")]
pub(in crate::export) fn slug_of(name: &str) -> String {
    words(name, '-')
}

/// A track's short name, or `None` if it does not begin with a letter or is shorter than two
/// characters.
pub(super) fn track_slug(name: &str) -> Option<String> {
    let slug = words(name, '-');
    let fits = slug.len() > 1 && slug.starts_with(|c: char| c.is_ascii_lowercase());
    fits.then_some(slug)
}

/// The letters and digits of a text in ASCII, with one sign in place of everything else.
fn words(text: &str, between: char) -> String {
    let folded = fold(text).spelled_out;
    let parts = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(&between.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_names_that_the_validators_take() {
        for (id, expected) in [
            ("ki-stadtratshearing-2024", "ki_stadtratshearing_2024"),
            ("38c3", "38c3"),
            ("e", "event_e"),
            ("größe", "groesse"),
            ("数学", "event"),
        ] {
            assert_eq!(acronym(id), expected);
        }
        for (id, expected) in [("panel", "panel"), ("a", "talk-a"), ("a_b.cd", "a-b-cd")] {
            assert_eq!(talk_slug(id, "0a1b2c3d-"), expected);
        }
        assert_eq!(talk_slug("数学", "0a1b2c3d-0000"), "talk-0a1b2c3d");
        assert_eq!(track_slug("Bürger*innen"), Some("buergerinnen".to_owned()));
        assert_eq!(track_slug("2050"), None);
    }

    #[test]
    fn rounds_up_to_minutes() {
        for (seconds, expected) in [
            (0, "00:00"),
            (20, "00:01"),
            (5_400, "01:30"),
            (360_000, "99:59"),
        ] {
            assert_eq!(duration(Seconds(seconds)), expected);
        }
    }

    #[test]
    fn numbers_are_positive_and_small_enough() {
        assert_eq!(number("00000000-0000-5000-8000-000000000000"), 1);
        assert_eq!(number("ffffffff-0000-5000-8000-000000000000"), 0x7fff_ffff);
    }
}
