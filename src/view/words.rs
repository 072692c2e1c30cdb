//! The event's own words: in the reader's language where there is one, marked where not.

use std::sync::Arc;

use leptos::prelude::{Get, Read};

use super::markup::{Markup, el, switch};
use crate::{
    model::{Event, LanguageTag, LocalizedText, Span, spans},
    search::Field,
    state::AppState,
};

/// A text for places that take no mark-up: names, attributes, titles.
pub(super) fn plain(state: AppState, text: &LocalizedText) -> String {
    let catalogue = state.catalogue();
    text.find(&state.language.read(), &catalogue.event.language)
        .text
        .to_owned()
}

/// A text without soft hyphens, for what is read out or copied.
pub(super) fn spoken(state: AppState, text: &LocalizedText) -> String {
    plain(state, text).replace('\u{ad}', "")
}

/// Shows a text with its links; parts in another language than the page's carry their `lang`.
pub fn words(text: &LocalizedText) -> Markup {
    words_of(text, None, true)
}

/// The same for a text that is searched, with what was found in it marked.
pub(super) fn found_words(text: &LocalizedText, field: Field) -> Markup {
    words_of(text, Some(field), true)
}

/// The same within a link, where there is no place for others.
pub(super) fn found_label(text: &LocalizedText, field: Field) -> Markup {
    words_of(text, Some(field), false)
}

/// A plain text that is searched, with what was found in it marked.
pub(super) fn found_text(text: String, field: Field) -> Markup {
    let marks = AppState::expect().marks;
    let text: Arc<str> = text.into();
    let own = Arc::clone(&text);
    // Most texts have nothing to mark, before and after: those are not drawn again.
    switch(
        move || marks.read().ranges(field, &own),
        move |ranges| {
            let mut pieces: Vec<Markup> = Vec::new();
            let mut end = 0;
            for range in ranges {
                pieces.push(text[end..range.start].to_owned().into());
                end = range.end;
                pieces.push(el("mark").child(text[range].to_owned()).into());
            }
            pieces.push(text[end..].to_owned().into());
            pieces
        },
    )
}

/// A part of a text in `own` language, without links, with what was found in it marked.
pub(super) fn found_excerpt(text: &str, own: &LanguageTag, field: Field) -> Markup {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let mut pieces: Vec<Markup> = Vec::new();
    let terms = foreign_terms(&catalogue.event, own);
    mark_terms(text, &terms, Some(field), &mut pieces);
    in_language(state, own, pieces)
}

fn words_of(text: &LocalizedText, field: Option<Field>, has_links: bool) -> Markup {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let found = text.find(&state.language.get(), &event.language);
    let own = found.language.unwrap_or(&event.language);
    let terms = foreign_terms(event, own);
    let mut pieces: Vec<Markup> = Vec::new();
    for span in spans(found.text) {
        match span {
            Span::Text(text) => mark_terms(text, &terms, field, &mut pieces),
            Span::Link { label, .. } if !has_links => mark_terms(label, &terms, field, &mut pieces),
            Span::Link { label, url } => {
                let link = el("a").address("href", catalogue.assets.resolve(&url));
                pieces.push(link.child(label.to_owned()).into());
            }
        }
    }
    in_language(state, own, pieces)
}

/// Pieces in `own` language, marked with it unless it is the page's.
fn in_language(state: AppState, own: &LanguageTag, pieces: Vec<Markup>) -> Markup {
    if own.is_same_language(&state.language.read()) {
        pieces.into()
    } else {
        el("span")
            .attr("lang", own.as_str().to_owned())
            .children(pieces)
            .into()
    }
}

/// Terms of another language.
type ForeignTerms<'a> = Vec<(&'a LanguageTag, &'a Vec<String>)>;

/// The event's terms that are foreign in a text in `own` language.
fn foreign_terms<'a>(event: &'a Event, own: &LanguageTag) -> ForeignTerms<'a> {
    let terms = event.foreign_terms.0.iter();
    let foreign = terms.filter(|(tag, _)| !tag.is_same_language(own));
    foreign.map(|(tag, terms)| (tag, terms)).collect()
}

/// Marks foreign terms in a text with their language.
fn mark_terms(
    text: &str,
    terms: &[(&LanguageTag, &Vec<String>)],
    field: Option<Field>,
    pieces: &mut Vec<Markup>,
) {
    let piece = |text: &str| match field {
        Some(field) => found_text(text.to_owned(), field),
        None => text.to_owned().into(),
    };
    let mut rest = text;
    while let Some((at, term, language)) = first_term(rest, terms) {
        pieces.push(piece(&rest[..at]));
        let term_in_its_language = el("span").attr("lang", language.as_str().to_owned());
        pieces.push(term_in_its_language.child(piece(term)).into());
        rest = &rest[at + term.len()..];
    }
    pieces.push(piece(rest));
}

/// The first term that stands in a text as a word of its own.
fn first_term<'a>(
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

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use super::*;
    use crate::{
        url::Address,
        view::test_support::{assert_has, assert_lacks, html},
    };

    fn title(title: &str, language: Option<&str>) -> String {
        let event = format!(
            r#"{{"schemaVersion": 1, "id": "x", "language": "de", "title": {title},
                "foreignTerms": {{"en": ["AI Act"]}}}}"#
        );
        let language = language.map(|tag| LanguageTag::new(tag).unwrap());
        let address = Address {
            language,
            ..Address::default()
        };
        html(&event, address, |state| {
            let text = state.catalogue().event.title.clone();
            words(&text)
        })
    }

    #[test]
    fn marks_foreign_terms_and_keeps_the_gender_star() {
        let html = title(r#""Der AI Act für Bürger*innen""#, None);
        assert_has(
            &html,
            &[r#"Der <span lang="en">AI Act</span> für Bürger*innen"#],
        );
        assert_lacks(&title(r#""Der AI Actor""#, None), &["lang="]);
    }

    #[test]
    fn marks_what_is_not_in_the_readers_language() {
        let html = title(r#"{"de": "Titel", "en": "Title"}"#, Some("en"));
        assert_eq!(html, "Title");
        assert_has(
            &title(r#""Titel""#, Some("en")),
            &[r#"<span lang="de">Titel</span>"#],
        );
    }

    #[test]
    fn links_an_address_in_the_text() {
        let html = title(r#""Siehe [die Meldung](https://a.example/b)""#, None);
        assert_has(&html, &[r#"<a href="https://a.example/b">die Meldung</a>"#]);
    }
}
