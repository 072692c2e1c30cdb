//! Texts in one or several languages.

use std::{
    cmp::Ordering,
    hash::{Hash, Hasher},
    sync::Arc,
};

use serde::{Serialize, Serializer, ser::SerializeMap};
use thiserror::Error;

/// A BCP 47 language tag such as `de`, `en-GB` or `de-x-easy` (Leichte Sprache). Comparisons
/// ignore case.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct LanguageTag(Arc<str>);

/// The text is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a language tag looks like `de` or `en-GB`")]
pub struct InvalidLanguage;

impl LanguageTag {
    /// Reads a tag.
    ///
    /// # Errors
    /// [`InvalidLanguage`] unless the text has the shape of RFC 5646: subtags of 1 to 8 letters
    /// and digits joined by `-`, the first of 2 to 8 letters.
    pub fn new(text: &str) -> Result<Self, InvalidLanguage> {
        let is_subtag =
            |s: &str| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
        let primary = text.split('-').next().unwrap_or_default();
        let is_primary = primary.len() >= 2 && primary.bytes().all(|b| b.is_ascii_alphabetic());
        if is_primary && text.len() <= 35 && text.split('-').all(is_subtag) {
            Ok(Self(text.into()))
        } else {
            Err(InvalidLanguage)
        }
    }

    /// German.
    #[must_use]
    pub fn german() -> Self {
        Self("de".into())
    }

    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without region and variants: `de` of `de-x-easy`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether both have the same language, whatever the region or variant.
    #[must_use]
    pub fn is_same_language(&self, other: &Self) -> bool {
        self.primary().eq_ignore_ascii_case(other.primary())
    }
}

impl PartialEq for LanguageTag {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for LanguageTag {}

impl Hash for LanguageTag {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_ascii_lowercase().hash(state);
    }
}

impl PartialOrd for LanguageTag {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for LanguageTag {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0
            .to_ascii_lowercase()
            .cmp(&other.0.to_ascii_lowercase())
    }
}

/// A text: a single string in the event's language, or a map by language tag. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalizedText {
    /// In the order of the file; `None` is the event's language. Never empty.
    variants: Vec<(Option<LanguageTag>, String)>,
}

/// The version of a text that fits a reader's language best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Localized<'a> {
    /// The text.
    pub text: &'a str,
    /// The text's own language, if it is not the event's.
    pub language: Option<&'a LanguageTag>,
}

impl LocalizedText {
    /// A text in the event's language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            variants: vec![(None, text.into())],
        }
    }

    /// A text in several languages, or `None` if the list is empty.
    #[must_use]
    pub fn by_language(variants: Vec<(LanguageTag, String)>) -> Option<Self> {
        let variants: Vec<_> = variants
            .into_iter()
            .map(|(tag, text)| (Some(tag), text))
            .collect();
        (!variants.is_empty()).then_some(Self { variants })
    }

    /// A text whose variants may be in the event's language (`None`). Returns `None` if the list is
    /// empty.
    #[must_use]
    pub fn of_variants(variants: Vec<(Option<LanguageTag>, String)>) -> Option<Self> {
        (!variants.is_empty()).then_some(Self { variants })
    }

    /// Finds the text for a reader.
    ///
    /// In this order: the wanted tag, a text of the same language (`de` for `de-AT`), the event's
    /// language, the first text. Easy language (`…-x-easy`) is returned only to readers who ask for
    /// it, or if there is nothing else.
    #[must_use]
    pub fn find(&self, wanted: &LanguageTag, event: &LanguageTag) -> Localized<'_> {
        let easy = |tag: &LanguageTag| tag.as_str().to_ascii_lowercase().contains("-x-easy");
        let tag_of = |variant: &Option<LanguageTag>| variant.clone().unwrap_or(event.clone());
        let by = |fits: &dyn Fn(&LanguageTag) -> bool| {
            self.variants
                .iter()
                .find(|(variant, _)| fits(&tag_of(variant)))
        };
        let found = by(&|tag| tag == wanted)
            .or_else(|| by(&|tag| tag.is_same_language(wanted) && !easy(tag)))
            .or_else(|| by(&|tag| tag == event))
            .or_else(|| by(&|tag| tag.is_same_language(event) && !easy(tag)))
            .or_else(|| self.variants.first());
        found.map_or(
            Localized {
                text: "",
                language: None,
            },
            |(language, text)| Localized {
                text,
                language: language.as_ref(),
            },
        )
    }

    /// The text in the event's language, else the first text.
    #[must_use]
    pub fn in_event_language(&self, event: &LanguageTag) -> &str {
        self.find(event, event).text
    }

    /// Every text with its language (`None`: the event's).
    pub fn variants(&self) -> impl Iterator<Item = (Option<&LanguageTag>, &str)> {
        self.variants
            .iter()
            .map(|(tag, text)| (tag.as_ref(), text.as_str()))
    }
}

impl Serialize for LocalizedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.variants.as_slice() {
            [(None, text)] => serializer.serialize_str(text),
            variants => {
                let mut map = serializer.serialize_map(Some(variants.len()))?;
                for (tag, text) in variants {
                    map.serialize_entry(tag.as_ref().map_or("und", LanguageTag::as_str), text)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> LanguageTag {
        LanguageTag::new(text).unwrap()
    }

    #[test]
    fn finds_the_closest_language() {
        let text = LocalizedText::by_language(vec![
            (tag("de-x-easy"), "leicht".to_owned()),
            (tag("de"), "schwer".to_owned()),
            (tag("en"), "heavy".to_owned()),
        ])
        .unwrap();
        for (wanted, expected) in [
            ("de", "schwer"),
            ("de-AT", "schwer"),
            ("DE", "schwer"),
            ("de-x-easy", "leicht"),
            ("en-GB", "heavy"),
            ("fr", "schwer"),
        ] {
            assert_eq!(
                text.find(&tag(wanted), &tag("de")).text,
                expected,
                "{wanted}"
            );
        }
    }

    #[test]
    fn a_single_string_is_in_the_events_language() {
        let text = LocalizedText::plain("Hallo");
        let found = text.find(&tag("en"), &tag("de"));
        assert_eq!(
            found,
            Localized {
                text: "Hallo",
                language: None
            }
        );
    }

    #[test]
    fn gives_easy_language_only_if_there_is_nothing_else() {
        let text = LocalizedText::by_language(vec![(tag("de-x-easy"), "leicht".into())]).unwrap();
        assert_eq!(text.find(&tag("de"), &tag("de")).text, "leicht");
    }

    #[test]
    fn refuses_what_is_no_tag() {
        for text in [
            "",
            "d",
            "deutsch-",
            "de_DE",
            "12",
            "abcdefghi",
            "de--x",
            "täg",
        ] {
            assert_eq!(LanguageTag::new(text), Err(InvalidLanguage), "{text:?}");
        }
    }
}
