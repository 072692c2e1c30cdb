//! Goes on drawing, and reading the talks' texts, after the page is shown.

use leptos::prelude::*;
use nachlese_search::Index;

use super::AppState;

/// The number of parts that may be drawn later: the rest of the list, the people.
pub(super) const LATER_PARTS: usize = PEOPLE + PEOPLE_PARTS;
/// The part that is the rest of the first page of talks.
pub const MORE_TALKS: usize = 0;
/// The first of the parts that are the list of people.
pub const PEOPLE: usize = MORE_TALKS + 1;
/// The number of parts in which the list of people is drawn.
pub const PEOPLE_PARTS: usize = 15;

/// All talks, as on paper.
pub const EVERY_TALK: usize = LATER_PARTS;

impl AppState {
    /// Draws every talk of a long programme for printing, or only as many as readers see.
    pub fn draw_every_talk(&self, is_wanted: bool) {
        self.drawn.set(LATER_PARTS + usize::from(is_wanted));
    }

    /// Whether a part of the page is to be drawn that nobody sees at once, far down. Of large events such parts come one after the other.
    #[must_use]
    pub fn draws(&self, part: usize) -> bool {
        self.drawn.get() > part
    }

    /// Draws the next part for [`AppState::draws`], if one is left.
    #[must_use]
    pub fn draw_further(&self) -> bool {
        let drawn = self.drawn.try_get_untracked();
        let is_left = drawn.is_some_and(|drawn| drawn < LATER_PARTS);
        if is_left {
            self.drawn.update(|drawn| *drawn += 1);
        }
        is_left
    }

    /// Reads some more of the talks' texts and transcripts. The results of a search are updated
    /// each time that the index has doubled.
    ///
    /// Returns whether everything is read, or the page is gone.
    #[must_use]
    pub fn index_further(&self) -> bool {
        let work = self.catalogue.try_with_value(|catalogue| {
            let step = |index: &mut Index| {
                let is_done = index.step(&catalogue.event, Index::SLICE);
                (is_done, index.has_news())
            };
            self.search.index.update_untracked(step)
        });
        let (is_done, has_news) = work.flatten().unwrap_or((true, false));
        if has_news && (is_done || self.is_searching()) {
            self.search.index.notify();
        }
        is_done
    }

    /// Whether the search has words.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        !self.search.query.read_untracked().text.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use nachlese_reader::parse;

    use super::*;
    use crate::{state::Catalogue, url::Address};

    fn state(talks: usize) -> AppState {
        let talk = |at| {
            let text = "Wort ".repeat(200);
            format!(
                r#"{{"id": "t{at}", "kind": "talk", "title": "Nummer {at}", "abstract": "{text}"}}"#
            )
        };
        let talks: Vec<_> = (0..talks).map(talk).collect();
        let event = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag", "talks": [{}]}}"#,
            talks.join(",")
        );
        let event = parse(&event).unwrap().0;
        let catalogue = Catalogue::new(event, Vec::new(), "events/e/event.json");
        AppState::new(Arc::new(catalogue), Address::default())
    }

    fn steps(state: AppState) -> Vec<usize> {
        let mut seen = vec![state.search.found.get_untracked().searched];
        loop {
            let is_done = state.index_further();
            let searched = state.search.found.get_untracked().searched;
            if seen.last() != Some(&searched) {
                seen.push(searched);
            }
            if is_done {
                return seen;
            }
        }
    }

    #[test]
    fn whoever_searches_sees_from_time_to_time_how_far_the_index_has_come() {
        Owner::new().with(|| {
            let state = state(1_000);
            state.search("nummer".to_owned());
            let seen = steps(state);
            assert!((5..12).contains(&seen.len()), "{seen:?}");
            assert!(seen.is_sorted() && seen.ends_with(&[1_000]), "{seen:?}");
            assert_eq!(state.search.found.get_untracked().talks.len(), 1_000);
        });
    }

    #[test]
    fn nobody_waits_for_an_index_without_a_search() {
        Owner::new().with(|| assert_eq!(steps(state(300)), [300]));
    }
}
