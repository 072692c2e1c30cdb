//! What sort of item a programme's own word means.

use super::small::{has, lower};
use crate::model::Kind;

/// Words that mean a kind wherever they stand, also within a compound.
const PARTS: &[(&str, Kind)] = &[
    ("keynote", Kind::Keynote),
    ("lightning", Kind::Lightning),
    ("workshop", Kind::Workshop),
    ("tutorial", Kind::Workshop),
    ("hands-on", Kind::Workshop),
    ("podium", Kind::Panel),
    ("panel", Kind::Panel),
    ("diskussion", Kind::Panel),
    ("discussion", Kind::Panel),
];

/// Words that mean a kind if they stand alone, with the common ones for any talk last.
const WORDS: &[(&str, Kind)] = &[
    ("film", Kind::Film),
    ("movie", Kind::Film),
    ("break", Kind::Break),
    ("pause", Kind::Break),
    ("lunch", Kind::Break),
    ("welcome", Kind::Welcome),
    ("begrüßung", Kind::Welcome),
    ("opening", Kind::Welcome),
    ("eröffnung", Kind::Welcome),
    ("talk", Kind::Talk),
    ("talks", Kind::Talk),
    ("lecture", Kind::Talk),
    ("vortrag", Kind::Talk),
    ("presentation", Kind::Talk),
    ("session", Kind::Talk),
    ("devroom", Kind::Talk),
    ("maintrack", Kind::Talk),
];

/// Finds the kind; a word of which nothing is known is kept as it is.
pub(super) fn kind(word: &str) -> Kind {
    let small = lower(word);
    let own = Kind::new(&small);
    if !matches!(own, Kind::Other(_)) {
        return own;
    }
    let by_part = PARTS.iter().find(|(part, _)| has(&small, part));
    let has_word = |wanted: &str| {
        small
            .split(|c: char| !c.is_alphanumeric())
            .any(|it| it == wanted)
    };
    let found = by_part.or_else(|| WORDS.iter().find(|(wanted, _)| has_word(wanted)));
    // The constants of schedule.json, version 2, are in capitals.
    let is_constant = word.len() > 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    let kept = if is_constant { &small } else { word };
    match found {
        Some((_, kind)) => kind.clone(),
        None => Kind::Other(kept.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn understands_the_words_of_conferences() {
        for (word, expected) in [
            ("lecture", Kind::Talk),
            ("Talk 60 (45min +15 Q&A)", Kind::Talk),
            ("lightningtalk", Kind::Lightning),
            ("Podiumsdiskussion", Kind::Panel),
            ("Bits & Bäume - Workshop", Kind::Workshop),
            ("Lunch break", Kind::Break),
            ("Breakout", Kind::Other("Breakout".to_owned())),
            ("market", Kind::Market),
            ("OTHER", Kind::Other("other".to_owned())),
            ("DJ Set", Kind::Other("DJ Set".to_owned())),
        ] {
            assert_eq!(kind(word), expected, "{word}");
        }
    }
}
