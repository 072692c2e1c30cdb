//! All different words of an event, and which of them a typed word can mean.

use nachlese_compact::Interner;

use super::{
    near::{Guess, Typed, letters},
    synonyms::is_form,
    word::Word,
};

/// All different folded words.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    words: Interner,
    /// Each word's letters as a set. It rules out nearly all words without comparing their texts.
    sets: Vec<u32>,
}

/// A word that a typed word can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WordHit {
    /// Its number.
    pub(super) word: u32,
    /// How good it is, from 1 to [`EXACT`].
    pub(super) quality: u32,
}

/// The quality of exactly the same word.
pub(super) const EXACT: u32 = 10;

/// Which part of a word must have been typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// All of it.
    Whole,
    /// Its beginning.
    Start,
    /// All of it except an ending: „künstliche“ of „künstlicher“.
    Form,
    /// Its beginning or its end: „rat“ of „Rathaus“ and „Stadtrat“.
    Edge,
    /// Any part of it, from three letters on: „verwaltung“ of „Stadtverwaltung“.
    Part,
}

/// Which part of the words of a phrase must match: of the last one, and of all others.
pub(super) type Reaches = [Reach; 2];

/// Synonyms match with any ending.
pub(super) const MEANT: Reaches = [Reach::Form; 2];

impl Vocabulary {
    /// The number of a word. A new word gets the next number.
    pub(super) fn intern(&mut self, word: &str) -> u32 {
        let (number, is_new) = self.words.intern(word);
        if is_new {
            self.sets.push(letters(word));
        }
        number
    }

    /// The word with a number.
    pub(super) fn get(&self, number: u32) -> &str {
        self.words.get(number)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.sets.len()
    }

    /// The bytes of memory that it uses.
    pub(super) fn bytes(&self) -> usize {
        self.words.bytes() + self.sets.capacity() * 4
    }

    /// Adds the words that a typed word can mean.
    pub(super) fn find(&self, typed: &str, reach: Reach, hits: &mut Vec<WordHit>) {
        let is_whole = reach == Reach::Whole || reach == Reach::Form && typed.len() < 5;
        if is_whole || typed.is_empty() {
            let word = self.words.find(typed);
            hits.extend(word.map(|word| WordHit {
                word,
                quality: EXACT,
            }));
            return;
        }
        let needed = letters(typed);
        for (word, set) in (0..).zip(&self.sets) {
            if set & needed == needed {
                let quality = quality(typed, self.words.get(word), reach);
                hits.extend(quality.map(|quality| WordHit { word, quality }));
            }
        }
    }

    /// The words of the vocabulary that a typed word can mean.
    pub(super) fn find_word(&self, word: &Word, reach: Reach) -> Vec<WordHit> {
        let mut hits = Vec::new();
        for form in word.forms() {
            self.find(form, reach, &mut hits);
        }
        hits
    }

    /// Adds the words that a mistyped word may mean.
    ///
    /// Words with another first letter count only if there are no others.
    pub(super) fn find_near(&self, typed: &str, hits: &mut Vec<WordHit>) {
        let typed = Typed::new(typed);
        let mut others = Vec::new();
        let before = hits.len();
        for (word, set) in (0..).zip(&self.sets) {
            if typed.may_be_near(*set) {
                let text = self.words.get(word);
                let has_same_start = typed.has_same_start(text);
                if !has_same_start && !typed.may_be_whole(*set) {
                    continue;
                }
                if let Some(quality) = near_quality(&typed, text) {
                    let list = if has_same_start {
                        &mut *hits
                    } else {
                        &mut others
                    };
                    list.push(WordHit { word, quality });
                }
            }
        }
        if hits.len() == before {
            hits.append(&mut others);
        }
    }

    /// The word that was probably meant, and how far it is from what was typed. It may need more
    /// edits than a search allows.
    pub(super) fn closest(
        &self,
        guess: &Guess,
        is_wanted: impl Fn(u32) -> bool,
    ) -> Option<(usize, u32)> {
        let mut best: Option<(usize, u32)> = None;
        for (word, set) in (0..).zip(&self.sets) {
            if guess.may_be(*set)
                && let Some(distance) = guess.distance(self.words.get(word))
                && best.is_none_or(|(least, _)| distance < least)
                && is_wanted(word)
            {
                best = Some((distance, word));
            }
        }
        best
    }
}

/// How well a word matches a typed word, or `None` if it does not.
pub(super) fn quality(typed: &str, word: &str, reach: Reach) -> Option<u32> {
    let (length, whole) = (typed.len(), word.len());
    if length > whole {
        return None;
    }
    // The more of the word was typed, the more likely it was meant.
    let share = |of: usize| u32::try_from(of * length / whole).unwrap_or_default();
    if word.starts_with(typed) {
        let is_whole = length == whole;
        let is_start = match reach {
            Reach::Whole => false,
            Reach::Form => is_form(word, typed),
            Reach::Start | Reach::Edge | Reach::Part => true,
        };
        return is_whole.then_some(EXACT).or(is_start.then(|| 5 + share(4)));
    }
    let is_part = match reach {
        Reach::Part => place(typed, word).is_some(),
        Reach::Edge => edge(typed, word).is_some(),
        _ => false,
    };
    is_part.then(|| 2 + share(2))
}

/// Where in a word the typed text is, if it is at the beginning or at the end.
pub(super) fn edge(typed: &str, word: &str) -> Option<usize> {
    let is_there = word.starts_with(typed);
    let end = word.ends_with(typed).then(|| word.len() - typed.len());
    is_there.then_some(0).or(end)
}

/// Where in a word the typed text is.
pub(super) fn place(typed: &str, word: &str) -> Option<usize> {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    if typed.len() < 3 {
        return word.starts_with(typed).then_some(0);
    }
    // Words are too short for the preparations of `str::find`.
    let last = (word.len() + 1).checked_sub(typed.len())?;
    (0..last).find(|at| word[*at] == typed[0] && word[*at..].starts_with(typed))
}

/// How well a word matches a mistyped word, or `None` if it does not.
pub(super) fn near_quality(typed: &Typed, word: &str) -> Option<u32> {
    let edits = typed.distance(word);
    if edits.whole <= typed.limit {
        return Some(if edits.whole <= 1 { 3 } else { 2 });
    }
    // Whoever makes an error in the middle of a long word seldom also makes one in its first
    // letter.
    let is_start = edits.start <= typed.limit && typed.has_same_start(word);
    is_start.then_some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in [
            "stadtverwaltung",
            "verwaltung",
            "verwaltungsakt",
            "panel",
            "ki",
            "kind",
            "film",
        ] {
            vocabulary.intern(word);
        }
        vocabulary
    }

    fn found(find: impl Fn(&Vocabulary, &mut Vec<WordHit>)) -> Vec<(String, u32)> {
        let vocabulary = vocabulary();
        let mut hits = Vec::new();
        find(&vocabulary, &mut hits);
        let words = hits.iter();
        words
            .map(|hit| (vocabulary.get(hit.word).to_owned(), hit.quality))
            .collect()
    }

    fn check(typed: &str, reach: Reach, expected: &[(&str, u32)]) {
        let found = found(|vocabulary, hits| vocabulary.find(typed, reach, hits));
        let found: Vec<_> = found.iter().map(|(word, q)| (word.as_str(), *q)).collect();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn finds_whole_words_beginnings_and_parts() {
        check("verwaltung", Reach::Whole, &[("verwaltung", 10)]);
        check(
            "verwaltung",
            Reach::Start,
            &[("verwaltung", 10), ("verwaltungsakt", 7)],
        );
        let all = [
            ("stadtverwaltung", 3),
            ("verwaltung", 10),
            ("verwaltungsakt", 7),
        ];
        check("verwaltung", Reach::Part, &all);
        check("ki", Reach::Part, &[("ki", 10), ("kind", 7)]);
        check("il", Reach::Part, &[]);
        check("akt", Reach::Edge, &[("verwaltungsakt", 2)]);
        check(
            "ver",
            Reach::Edge,
            &[("verwaltung", 6), ("verwaltungsakt", 5)],
        );
    }

    #[test]
    fn finds_the_mistyped() {
        for (typed, expected) in [
            ("verwatlung", &["verwaltung", "verwaltungsakt"][..]),
            ("pannel", &["panel"]),
            ("flim", &[]),
        ] {
            let found = found(|vocabulary, hits| vocabulary.find_near(typed, hits));
            let found: Vec<_> = found.iter().map(|(word, _)| word.as_str()).collect();
            assert_eq!(found, expected, "{typed}");
        }
        let vocabulary = vocabulary();
        let closest = |typed| {
            let guess = Guess::new(typed)?;
            let (_, word) = vocabulary.closest(&guess, |_| true)?;
            Some(vocabulary.get(word))
        };
        assert_eq!(closest("flim"), Some("film"));
        assert_eq!(closest("fervaldung"), Some("verwaltung"));
        assert_eq!(closest("quastenflosser"), None);
    }
}
