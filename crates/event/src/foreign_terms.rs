//! Words from other languages in an event's texts.

use serde::{Serialize, Serializer};

use super::LanguageTag;

/// Words from other languages, by language tag: `{"en": ["AI Act"]}`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct ForeignTerms(#[serde(serialize_with = "as_map")] pub Vec<(LanguageTag, Vec<String>)>);

fn as_map<S: Serializer>(
    terms: &[(LanguageTag, Vec<String>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(terms.iter().map(|(tag, terms)| (tag, terms)))
}

impl ForeignTerms {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
