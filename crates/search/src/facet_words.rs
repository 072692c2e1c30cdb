//! The words that people use for values of facets: „Podium“, „Aufzeichnung“, „auf Englisch“.

use super::{Facet, choices::Choices, near::Guess, synonyms::is_form};

/// A facet, a value and the words for it, folded. The values of kinds are such words themselves.
const WORDS: &[(Facet, &str, &str)] = &[
    (Facet::Kind, "welcome", "begruessung begrussung"),
    (Facet::Kind, "keynote", "vortrag vortraege talk talks"),
    (Facet::Kind, "talk", "vortrag vortraege talks"),
    (
        Facet::Kind,
        "lightning",
        "vortrag vortraege talk talks kurzvortrag kurzvortraege",
    ),
    (
        Facet::Kind,
        "panel",
        "podium podiumsdiskussion diskussion discussion",
    ),
    (Facet::Kind, "market", "marktplatz"),
    (Facet::Kind, "film", "video movie"),
    (Facet::Kind, "workshop", "werkstatt"),
    (Facet::Kind, "break", "pause"),
    (
        Facet::Recording,
        "yes",
        "video aufzeichnung aufnahme mitschnitt recording",
    ),
    (Facet::Captions, "captions", "untertitel subtitle caption"),
    (Facet::Captions, "auto", "untertitel subtitle caption"),
    (
        Facet::Captions,
        "transcript",
        "transkript transcript mitschrift",
    ),
    (Facet::Language, "de", "deutsch german"),
    (Facet::Language, "en", "englisch english"),
];

/// Calls `visit` with each value that a folded word may mean. A word that is still being typed
/// counts from four letters on.
pub(super) fn each_value<'a>(typed: &'a str, visit: &mut dyn FnMut(Facet, &'a str)) {
    visit(Facet::Kind, typed);
    for (facet, value, words) in WORDS {
        let is_word =
            |word: &str| is_form(typed, word) || typed.len() > 3 && word.starts_with(typed);
        if *facet == Facet::Kind && is_word(value) || words.split(' ').any(is_word) {
            visit(*facet, value);
        }
    }
}

/// The nearest word for a value that some talk has, as readers write it, and how far it is.
pub(super) fn closest(guess: &Guess, choices: &Choices) -> Option<(usize, String)> {
    let mut best = None;
    for (facet, value, words) in WORDS {
        let own = (*facet == Facet::Kind).then_some(*value);
        for word in words.split(' ').chain(own) {
            if let Some(distance) = guess.distance(word)
                && best.is_none_or(|(least, _)| distance < least)
                && choices.talks_with(*facet, value).next().is_some()
            {
                best = Some((distance, word));
            }
        }
    }
    best.map(|(distance, word)| (distance, written(word)))
}

/// A word of the list as it is written.
fn written(word: &str) -> String {
    let word = match word {
        "begruessung" | "begrussung" => "begrüßung",
        "vortraege" => "vorträge",
        "kurzvortraege" => "kurzvorträge",
        other => other,
    };
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}
