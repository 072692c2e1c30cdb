//! Chooses the part of a long text that fits a search best.

use std::ops::Range;

use super::{Field, Marks, grapheme::is_break};

impl Marks {
    /// The part of a long text with the most search words: about `length` bytes, cut between words.
    /// If nothing is found, the beginning of the text.
    ///
    /// The found words are in the first quarter, so that a narrow line still shows them.
    #[must_use]
    pub fn excerpt(&self, field: Field, text: &str, length: usize) -> Range<usize> {
        let hits = self.hits(field, text);
        let mut best = (0, 0, 0);
        for (at, first) in hits.iter().enumerate() {
            let within = hits[at..]
                .iter()
                .take_while(|hit| hit.end <= first.start + length);
            let (mut terms, mut count, mut end) = (0_u64, 0, first.end);
            for hit in within {
                terms |= 1 << (hit.term & 63);
                count += 1;
                end = end.max(hit.end);
            }
            let worth = terms.count_ones() * 100 + count.min(99);
            if worth > best.0 {
                best = (worth, first.start, end);
            }
        }
        let (_, first, end) = best;
        let spare = length.saturating_sub(end - first);
        let is_near = first <= length / 4 && text.len() <= length;
        let start = if is_near {
            0
        } else {
            first.saturating_sub(spare / 4)
        };
        let start = word_start(text, start, first);
        start..word_end(text, start + length, end.max(start))
    }
}

/// The next beginning of a word, at `latest` at the latest.
fn word_start(text: &str, from: usize, latest: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let is_start = |at: &usize| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        before.is_some_and(char::is_whitespace) && is_break(text, *at)
    };
    let near = (from..=latest).take(NEAREST).find(is_start);
    near.unwrap_or_else(|| back(text, from.min(latest)))
}

/// The end of the last word before `to`, but no earlier than `earliest`.
fn word_end(text: &str, to: usize, earliest: usize) -> usize {
    if to >= text.len() {
        return text.len();
    }
    let is_end = |at: &usize| {
        let after = text.get(*at..).and_then(|after| after.chars().next());
        after.is_some_and(char::is_whitespace) && is_break(text, *at)
    };
    let near = (earliest..=to).rev().take(NEAREST).find(is_end);
    near.unwrap_or_else(|| forth(text, to.max(earliest)))
}

/// How far to look for a space. Some scripts have none.
const NEAREST: usize = 60;

fn back(text: &str, mut at: usize) -> usize {
    while !is_break(text, at) {
        at -= 1;
    }
    at
}

fn forth(text: &str, mut at: usize) -> usize {
    while !is_break(text, at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Index, Query};

    fn marks(query: &str) -> Marks {
        Index::default().find(&Query::of_text(query), &[]).marks()
    }

    #[test]
    fn shows_the_place_with_most_of_what_was_looked_for() {
        let text = "Viele Städte veröffentlichen, was sie haben. Der Vortrag dreht die Frage um: \
                    Wer sucht etwas, und was fehlt dieser Person? Am Ende steht eine Liste.";
        let shown =
            |query: &str, length| &text[marks(query).excerpt(Field::Abstract, text, length)];
        assert_eq!(
            shown("was fehlt", 40),
            "und was fehlt dieser Person? Am Ende"
        );
        assert_eq!(shown("liste", 30), "eine Liste.");
        assert_eq!(shown("städte", 40), "Viele Städte veröffentlichen, was sie");
        assert_eq!(shown("nirgends", 32), "Viele Städte veröffentlichen,");
        assert_eq!(shown("liste", 1_000), text);
    }
}
