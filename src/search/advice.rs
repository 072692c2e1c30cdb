//! What to try when nothing was found.

use crate::model::Event;

use super::{Facet, Index, texts::each_text, words::Words};

/// A way out of a search without a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// Write a word as the programme does.
    Spelling {
        /// The word as typed.
        typed: String,
        /// The nearest word that some talk has.
        nearest: String,
    },
    /// Take the choices of a facet back.
    DropFilter {
        /// The facet.
        facet: Facet,
        /// How many talks that gives.
        talks: usize,
    },
    /// Look beyond the watch-list.
    DropList {
        /// How many talks that gives.
        talks: usize,
    },
    /// Leave a word or phrase out; if it was excluded, include it.
    DropWord {
        /// As typed, without signs and marks.
        word: String,
        /// How many talks that gives.
        talks: usize,
    },
}

impl Index {
    /// A word of the vocabulary as the event writes it.
    pub(super) fn spelling(&self, event: &Event, word: u32) -> String {
        let folded = self.vocabulary.get(word);
        let mut found = None;
        if let Some(entry) = self.postings.entries(word).next()
            && let Some(talk) = event.talks.get(entry.talk)
        {
            each_text(
                talk,
                event,
                &self.people(event, entry.talk),
                &mut |_, text| {
                    let mut words = Words::new(text);
                    while found.is_none() && words.next() {
                        if words.bare == folded || words.spelled_out() == folded {
                            found = text.get(words.start..words.end).map(str::to_owned);
                        }
                    }
                },
            );
        }
        found.unwrap_or_else(|| folded.to_owned())
    }
}
