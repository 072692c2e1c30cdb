//! Which kind of item a programme's own word means.

use nachlese_event::Kind;

/// Words that mean a kind, also as the first or the last part of a compound: „Podiumsdiskussion“.
const PARTS: &[(&str, Kind)] = &[
    ("keynote", Kind::Keynote),
    ("lightning", Kind::Lightning),
    ("workshop", Kind::Workshop),
    ("tutorial", Kind::Workshop),
    ("podium", Kind::Panel),
    ("panel", Kind::Panel),
    ("diskussion", Kind::Panel),
    ("discussion", Kind::Panel),
];

/// Words that mean a kind if they stand alone.
const WORDS: &[(&str, Kind)] = &[
    ("hands", Kind::Workshop),
    ("film", Kind::Film),
    ("movie", Kind::Film),
    ("break", Kind::Break),
    ("pause", Kind::Break),
    ("lunch", Kind::Break),
    ("welcome", Kind::Welcome),
    ("begrüßung", Kind::Welcome),
    ("opening", Kind::Welcome),
    ("eröffnung", Kind::Welcome),
    ("kurzvortrag", Kind::Lightning),
    ("marktplatz", Kind::Market),
    ("marketplace", Kind::Market),
    ("talk", Kind::Talk),
    ("talks", Kind::Talk),
    ("lecture", Kind::Talk),
    ("vortrag", Kind::Talk),
    ("presentation", Kind::Talk),
    ("devroom", Kind::Talk),
    ("maintrack", Kind::Talk),
];

/// Finds the kind. An unknown word is kept as it is.
pub(super) fn kind(word: &str) -> Kind {
    let small = word.to_lowercase();
    let own = Kind::new(&small);
    if !matches!(own, Kind::Other(_)) {
        return own;
    }
    let words = small.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let found = by_part(&words).or_else(|| by_word(&words));
    // The constants of schedule.json, version 2, are in capitals.
    let is_constant = word.len() > 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    let kept = if is_constant { &small } else { word };
    found.map_or_else(|| Kind::Other(kept.to_owned()), Kind::clone)
}

fn by_part(words: &[&str]) -> Option<&'static Kind> {
    let is_part = |word: &str, part: &str| word.starts_with(part) || word.ends_with(part);
    let found = PARTS
        .iter()
        .find(|(part, _)| words.iter().any(|word| is_part(word, part)));
    found.map(|(_, kind)| kind)
}

fn by_word(words: &[&str]) -> Option<&'static Kind> {
    // „Session“ can be any item, but „Poster session“ is a kind.
    if let ["session" | "sessions"] = words {
        return Some(&Kind::Talk);
    }
    let has = |wanted: &str| {
        let mut places = words.iter().enumerate();
        places.any(|(at, word)| {
            let next = words.get(at + 1).copied();
            *word == wanted
                && match wanted {
                    // „Break-out session“
                    "break" => next != Some("out"),
                    "hands" => next == Some("on"),
                    _ => true,
                }
        })
    };
    let found = WORDS.iter().find(|(wanted, _)| has(wanted));
    found.map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use nachlese_event::Speech;

    use super::*;

    #[test]
    fn understands_the_pages_own_words() {
        for own in [
            Kind::Welcome,
            Kind::Keynote,
            Kind::Talk,
            Kind::Lightning,
            Kind::Panel,
            Kind::Market,
            Kind::Film,
            Kind::Workshop,
            Kind::Break,
        ] {
            for speech in [Speech::German, Speech::English] {
                assert_eq!(kind(speech.kind(&own)), own, "{}", speech.kind(&own));
            }
        }
    }

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
            ("Hands-on", Kind::Workshop),
            ("Miniworkshop", Kind::Workshop),
            ("Session", Kind::Talk),
            ("Panel discussion", Kind::Panel),
            ("Poster session", Kind::Other("Poster session".to_owned())),
            (
                "Break-out session",
                Kind::Other("Break-out session".to_owned()),
            ),
            ("Expertenpanel", Kind::Panel),
            ("Filmmusik", Kind::Other("Filmmusik".to_owned())),
            ("Department", Kind::Other("Department".to_owned())),
            ("DJ Set", Kind::Other("DJ Set".to_owned())),
        ] {
            assert_eq!(kind(word), expected, "{word}");
        }
    }
}
