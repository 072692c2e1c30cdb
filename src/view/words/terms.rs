//! Marks words of other languages that the event lists, such as „AI Act“ in a German text.

use nachlese_event::{Event, LanguageTag};

/// Terms of another language.
pub(super) type ForeignTerms<'a> = Vec<(&'a LanguageTag, &'a Vec<String>)>;

/// The event's terms that are foreign in a text in `own` language.
pub(super) fn foreign_terms<'a>(event: &'a Event, own: &LanguageTag) -> ForeignTerms<'a> {
    let terms = event.foreign_terms.0.iter();
    let foreign = terms.filter(|(tag, _)| !tag.is_same_language(own));
    foreign.map(|(tag, terms)| (tag, terms)).collect()
}

/// The first term that is a separate word in a text.
pub(super) fn first_term<'a>(
    text: &str,
    terms: &[(&'a LanguageTag, &'a Vec<String>)],
) -> Option<(usize, &'a str, &'a LanguageTag)> {
    let is_word = |at: usize, term: &str| {
        let before = text[..at].chars().next_back();
        let after = text[at + term.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let all = terms
        .iter()
        .flat_map(|(tag, terms)| terms.iter().map(move |term| (*tag, term)));
    all.filter(|(_, term)| !term.is_empty())
        .filter_map(|(tag, term)| {
            let (at, _) = text
                .match_indices(term.as_str())
                .find(|(at, _)| is_word(*at, term))?;
            Some((at, term.as_str(), tag))
        })
        .min_by_key(|(at, term, _)| (*at, usize::MAX - term.len()))
}
