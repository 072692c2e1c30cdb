//! The words that people use for values of facets: „Podium“, „Aufzeichnung“, „auf Englisch“.

use super::{Facet, synonyms::is_form};

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
