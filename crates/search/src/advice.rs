//! What to try when nothing was found.

use nachlese_event::Event;

use super::{Facet, Found, Index};

/// A suggestion for a search without a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// Spell a word as the programme does.
    Spelling {
        /// The word as typed.
        typed: String,
        /// The nearest word that a talk has.
        nearest: String,
    },
    /// Remove the choices of a facet.
    DropFilter {
        /// The facet.
        facet: Facet,
        /// How many talks that gives.
        talks: usize,
    },
    /// Search all talks, not only the watch-list.
    DropList {
        /// How many talks that gives.
        talks: usize,
    },
    /// Leave out a word or phrase. If it was excluded, include it.
    DropWord {
        /// As typed, without hyphen and quotation marks.
        word: String,
        /// How many talks that gives.
        talks: usize,
    },
}

impl Found {
    /// The words that hardly any talk has as typed: talks with similar words were found too.
    pub fn inexact_words(&self) -> impl Iterator<Item = &str> {
        let inexact = self.sought.iter().filter(|sought| sought.is_near);
        inexact.map(|sought| sought.term.text.as_str())
    }

    /// Suggestions if no talk was found, the most helpful first.
    #[must_use]
    pub fn advice(&self, index: &Index, event: &Event) -> Vec<Advice> {
        let mut all = Vec::new();
        if !self.talks.is_empty() {
            return all;
        }
        for sought in &self.sought {
            if let Some(nearest) = sought.meant(index, event) {
                let typed = sought.term.text.clone();
                all.push(Advice::Spelling { typed, nearest });
            }
        }
        let talks = self.unlisted;
        all.extend((talks > 0).then_some(Advice::DropList { talks }));
        for facet in Facet::ALL {
            let talks = self.counts.kept_out[facet as usize] as usize;
            all.extend((talks > 0).then_some(Advice::DropFilter { facet, talks }));
        }
        for (sought, talks) in self.sought.iter().zip(&self.kept_out) {
            // Showing all talks is not a suggestion, because every page offers that anyway.
            let helps = *talks > 0 && (*talks as usize) < self.total;
            all.extend(helps.then(|| Advice::DropWord {
                word: sought.term.text.clone(),
                talks: *talks as usize,
            }));
        }
        all
    }
}
