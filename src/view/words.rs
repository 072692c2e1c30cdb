//! The event's own texts: in the reader's language if possible, else marked with their language.

mod terms;

use std::sync::Arc;

use leptos::prelude::Read;
use nachlese_event::{LanguageTag, LocalizedText, Span, direction, spans, without_links};
use nachlese_markup::{El, Markup, el, switch};
use nachlese_search::Field;

use self::terms::{ForeignTerms, first_term, foreign_terms};
use crate::state::AppState;

/// A text for places without mark-up: names, attributes, titles.
pub(super) fn plain(state: AppState, text: &LocalizedText) -> String {
    let catalogue = state.catalogue();
    without_links(
        text.find(&state.language.read(), &catalogue.event.language)
            .text,
    )
}

/// A text without soft hyphens, for screen readers and copying.
pub(super) fn spoken(state: AppState, text: &LocalizedText) -> String {
    plain(state, text).replace('\u{ad}', "")
}

/// The `dir` of a text whose language is not known, such as a name. `None` if it has the direction
/// of the page.
pub(super) fn dir(state: AppState, text: &str) -> Option<&'static str> {
    dir_in(state, text, &state.language.read())
}

/// The same for a text in `own` language.
pub(super) fn dir_in(state: AppState, text: &str, own: &LanguageTag) -> Option<&'static str> {
    let dir = direction(text, own);
    (dir != state.language.read().direction()).then_some(dir)
}

/// Shows a text with its links. Parts in another language than the page's have a `lang`, and parts
/// with another direction a `dir`.
pub fn words(text: &LocalizedText) -> Markup {
    words_of(text, None, true)
}

/// The same within a link or a button, which must not contain other links.
pub(super) fn label(text: &LocalizedText) -> Markup {
    words_of(text, None, false)
}

/// Shows a text as the only content of an element, aligned by the direction of its language.
pub(super) fn block(element: El, text: &LocalizedText) -> El {
    read(text, None, true).in_element(element)
}

/// The same as [`words`] for a text that is searched, with matches marked.
pub(super) fn found_words(text: &LocalizedText, field: Field) -> Markup {
    words_of(text, Some(field), true)
}

/// The same as [`label`] for a text that is searched.
pub(super) fn found_label(text: &LocalizedText, field: Field) -> Markup {
    words_of(text, Some(field), false)
}

/// The same as [`block`] for a text that is searched.
pub(super) fn found_block(element: El, text: &LocalizedText, field: Field) -> El {
    read(text, Some(field), true).in_element(element)
}

/// A plain text that is searched, with matches marked.
pub(super) fn found_text(text: String, field: Field) -> Markup {
    let marks = AppState::expect().search.marks;
    let text: Arc<str> = text.into();
    let own = Arc::clone(&text);
    // Most texts have no marks before and after a change, so they are not drawn again.
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

/// A part of a text in `own` language, without links, with matches marked.
pub(super) fn found_excerpt(text: &str, own: &LanguageTag, field: Field) -> Markup {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let mut pieces: Vec<Markup> = Vec::new();
    let terms = foreign_terms(&catalogue.event, own);
    mark_terms(text, &terms, Some(field), &mut pieces);
    Shown::new(state, text, own, pieces).in_line()
}

/// A plain text in the reader's language, such as an office or a tag, with foreign terms marked; with
/// matches marked, too, if it is searched as a `field`.
pub(super) fn with_terms(state: AppState, text: &str, field: Option<Field>) -> Markup {
    let catalogue = state.catalogue();
    let language = state.language.read();
    let terms = foreign_terms(&catalogue.event, &language);
    let mut pieces = Vec::new();
    mark_terms(text, &terms, field, &mut pieces);
    pieces.into()
}

fn words_of(text: &LocalizedText, field: Option<Field>, has_links: bool) -> Markup {
    read(text, field, has_links).in_line()
}

fn read(text: &LocalizedText, field: Option<Field>, has_links: bool) -> Shown {
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
    Shown::new(state, found.text, own, pieces)
}

/// A text as it is shown.
struct Shown {
    pieces: Vec<Markup>,
    /// Its language, if it is not the page's.
    lang: Option<String>,
    /// Its direction, if it is not the page's or if the language is set.
    dir: Option<&'static str>,
}

impl Shown {
    fn new(state: AppState, text: &str, own: &LanguageTag, pieces: Vec<Markup>) -> Self {
        let page = state.language.read();
        let is_foreign = !own.is_same_language(&page);
        Self {
            pieces,
            lang: is_foreign.then(|| own.as_str().to_owned()),
            dir: if is_foreign {
                Some(direction(text, own))
            } else {
                dir_in(state, text, own)
            },
        }
    }

    /// Wraps the text in an element only if it needs attributes.
    fn in_line(self) -> Markup {
        if self.dir.is_some() {
            self.in_element(el("span")).into()
        } else {
            self.pieces.into()
        }
    }

    fn in_element(self, element: El) -> El {
        element
            .attr("lang", self.lang)
            .attr("dir", self.dir)
            .children(self.pieces)
    }
}

/// Marks foreign terms in a text with their language.
/// How many words of other languages are marked in a text.
const MOST_TERMS: usize = 100;

fn mark_terms(
    text: &str,
    terms: &ForeignTerms<'_>,
    field: Option<Field>,
    pieces: &mut Vec<Markup>,
) {
    let piece = |text: &str| match field {
        Some(field) => found_text(text.to_owned(), field),
        None => text.to_owned().into(),
    };
    let mut rest = text;
    // Each search may go to the end of the text.
    for _ in 0..MOST_TERMS {
        let Some((at, term, language)) = first_term(rest, terms) else {
            break;
        };
        pieces.push(piece(&rest[..at]));
        let term_in_its_language = el("span")
            .attr("lang", language.as_str().to_owned())
            .attr("dir", direction(term, language));
        pieces.push(term_in_its_language.child(piece(term)).into());
        rest = &rest[at + term.len()..];
    }
    pieces.push(piece(rest));
}

#[cfg(test)]
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
            &[r#"Der <span lang="en" dir="ltr">AI Act</span> für Bürger*innen"#],
        );
        assert_lacks(&title(r#""Der AI Actor""#, None), &["lang="]);
    }

    #[test]
    fn marks_what_is_not_in_the_readers_language() {
        let html = title(r#"{"de": "Titel", "en": "Title"}"#, Some("en"));
        assert_eq!(html, "Title");
        assert_has(
            &title(r#""Titel""#, Some("en")),
            &[r#"<span lang="de" dir="ltr">Titel</span>"#],
        );
    }

    #[test]
    fn tells_which_way_a_text_runs() {
        for (text, language, expected) in [
            (
                r#"{"he": "שלום 2.0 (beta)!"}"#,
                None,
                r#"<span lang="he" dir="rtl">שלום 2.0 (beta)!</span>"#,
            ),
            (r#"{"de": "Titel", "he": "שלום"}"#, Some("he"), "שלום"),
            (r#""שלום!""#, None, r#"<span dir="auto">שלום!</span>"#),
            (
                r#"{"de": "Titel", "he": "C++26"}"#,
                Some("he"),
                r#"<span dir="auto">C++26</span>"#,
            ),
            (
                r#""Titel!""#,
                Some("ar"),
                r#"<span lang="de" dir="ltr">Titel!</span>"#,
            ),
        ] {
            assert_eq!(title(text, language), expected);
        }
    }

    #[test]
    fn links_an_address_in_the_text() {
        let html = title(r#""Siehe [die Meldung](https://a.example/b)""#, None);
        assert_has(&html, &[r#"<a href="https://a.example/b">die Meldung</a>"#]);
    }
}
