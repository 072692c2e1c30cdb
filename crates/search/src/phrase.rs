//! Phrases: words that stand side by side.

use nachlese_compact::radix::sort;

use super::{
    Index,
    field::{self, Fields},
    vocabulary::{Reach, Reaches, WordHit},
    word::Word,
};

/// The distance from a place in a talk to the next position in the same field.
const NEXT: u64 = 8;

/// Every place where words stand side by side, ascending. The upper half of a number is the talk,
/// the lower half is the place of the last word.
pub(super) fn places(index: &Index, words: &[Word], fields: Fields, reach: Reaches) -> Vec<u64> {
    let mut places = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let is_last = at + 1 == words.len();
        let hits = index
            .vocabulary
            .find_word(word, reach[usize::from(is_last)]);
        places = if at == 0 {
            occurrences(index, fields, &hits, None)
        } else {
            occurrences(index, fields, &hits, Some(&places))
        };
        if places.is_empty() {
            break;
        }
    }
    places
}

/// Longer words are not split.
const LONGEST_COMPOUND: usize = 40;

/// Two words of the vocabulary that stand side by side in a talk, but were typed as one.
pub(super) fn halves(index: &Index, word: &Word) -> Vec<Word> {
    let text = &word.bare;
    if text.len() > LONGEST_COMPOUND {
        return Vec::new();
    }
    for (at, _) in text.char_indices() {
        if at < 3 || text.len() - at < 3 {
            continue;
        }
        let both = [&text[..at], &text[at..]].map(|text| Word {
            spelled_out: text.to_owned(),
            bare: text.to_owned(),
        });
        let is_known = |word: &Word| !index.vocabulary.find_word(word, Reach::Whole).is_empty();
        if both.iter().all(is_known)
            && !places(index, &both, field::ALL, [Reach::Whole; 2]).is_empty()
        {
            return both.to_vec();
        }
    }
    Vec::new()
}

/// The places of some words. If there is a list `before`, only places right after one of it.
fn occurrences(
    index: &Index,
    fields: Fields,
    hits: &[WordHit],
    before: Option<&[u64]>,
) -> Vec<u64> {
    let mut all = Vec::new();
    // Most talks with a frequent word do not contain the phrase, so their places need not be read.
    let mut has = vec![before.is_none(); index.title_words.len()];
    for place in before.unwrap_or_default() {
        if let Some(has) = has.get_mut((place >> 32) as usize) {
            *has = true;
        }
    }
    for hit in hits {
        for entry in index.postings.entries(hit.word) {
            if !has.get(entry.talk).is_some_and(|has| *has) {
                continue;
            }
            for place in entry
                .places()
                .filter(|place| fields & 1 << (place & 7) != 0)
            {
                let place = (entry.talk as u64) << 32 | u64::from(place);
                let follows = |before: &[u64]| {
                    let last = place.checked_sub(NEXT);
                    last.is_some_and(|last| before.binary_search(&last).is_ok())
                };
                if before.is_none_or(follows) {
                    all.push(place);
                }
            }
        }
    }
    sort(&mut all);
    all
}
