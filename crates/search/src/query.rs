//! The reader's search.

use nachlese_programme::watch_list::Saved;

use super::{Facet, Sort};

/// The reader's search: words, chosen facet values, a watch-list and an order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The words as typed.
    pub text: String,
    /// The order that the reader chose, else see [`Query::order`].
    pub sort: Option<Sort>,
    /// The watch-list that talks must be in.
    pub saved: Option<Saved>,
    /// Sorted, so that equal choices give equal queries.
    chosen: Vec<(Facet, String)>,
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

    /// A search for the talks of a list.
    #[must_use]
    pub fn of_list(saved: Saved) -> Self {
        Self {
            saved: Some(saved),
            ..Self::default()
        }
    }

    /// Whether every talk matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.chosen.is_empty() && self.saved.is_none()
    }

    /// The order of the talks.
    ///
    /// If the reader has not chosen one, it is the programme's order, or with words the best match
    /// first. Whoever types a word expects the best match on top, but a programme that is only
    /// filtered stays a programme.
    #[must_use]
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or_else(|| self.usual_order())
    }

    /// The order unless the reader chooses another.
    #[must_use]
    pub fn usual_order(&self) -> Sort {
        if self.text.trim().is_empty() {
            Sort::Programme
        } else {
            Sort::Relevance
        }
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.place(facet, value).is_ok()
    }

    /// The chosen values of a facet. A talk needs one of them. No values means all talks.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = &str> {
        let of_facet = self.chosen.iter().filter(move |(of, _)| *of == facet);
        of_facet.map(|(_, value)| value.as_str())
    }

    /// Chooses a value, or removes the choice.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        match self.place(facet, value) {
            Ok(at) => drop(self.chosen.remove(at)),
            Err(at) => self.chosen.insert(at, (facet, value.to_owned())),
        }
    }

    /// Chooses a value.
    pub fn choose(&mut self, facet: Facet, value: &str) {
        if !self.has(facet, value) {
            self.toggle(facet, value);
        }
    }

    /// Chooses a value and no other of its facet.
    pub fn choose_only(&mut self, facet: Facet, value: &str) {
        self.clear(facet);
        self.choose(facet, value);
    }

    /// Removes all choices of a facet.
    pub fn clear(&mut self, facet: Facet) {
        self.chosen.retain(|(of, _)| *of != facet);
    }

    /// Where a choice is, or where it would be.
    fn place(&self, facet: Facet, value: &str) -> Result<usize, usize> {
        let before = |(of, own): &(Facet, String)| (*of, own.as_str()).cmp(&(facet, value));
        self.chosen.binary_search_by(before)
    }
}
