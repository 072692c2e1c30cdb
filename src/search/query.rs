//! What the reader is looking for.

use std::collections::{BTreeMap, BTreeSet};

use super::Facet;

/// The reader's search: words and chosen facet values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The words as typed.
    pub text: String,
    chosen: BTreeMap<Facet, BTreeSet<String>>,
}

impl Query {
    /// A search for words.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// Whether every talk matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.chosen.is_empty()
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.chosen
            .get(&facet)
            .is_some_and(|values| values.contains(value))
    }

    /// The values chosen of a facet; any of them will do. None means all.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.chosen
            .get(&facet)
            .into_iter()
            .flatten()
            .map(String::as_str)
    }

    /// Chooses a value, or takes the choice back.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.chosen.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.chosen.remove(&facet);
        }
    }

    /// Chooses a value.
    pub fn choose(&mut self, facet: Facet, value: String) {
        self.chosen.entry(facet).or_default().insert(value);
    }

    /// Chooses a value and no other of its facet.
    pub fn choose_only(&mut self, facet: Facet, value: &str) {
        self.chosen
            .insert(facet, BTreeSet::from([value.to_owned()]));
    }
}
