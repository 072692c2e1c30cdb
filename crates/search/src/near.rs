//! Typing errors: how many edits lead from one word to another.

/// Longer words are not compared, because nobody types them.
const LONGEST: usize = 38;

/// A typed word, ready to be compared with many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    letters: Vec<char>,
    /// How many edits still count as the same word: one from five letters, two from nine.
    pub(super) limit: usize,
    /// Its letters as a set: see [`letters`].
    set: u32,
}

/// How many edits a word is away from the typed one. More than the limit means too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Distance {
    /// The edits that lead to the whole word.
    pub(super) whole: usize,
    /// The edits that lead to a beginning of the word, for readers who are still typing.
    pub(super) start: usize,
}

impl Typed {
    /// Prepares a folded word.
    pub(super) fn new(word: &str) -> Self {
        let letters: Vec<_> = word.chars().collect();
        let limit = match letters.len() {
            5..=8 => 1,
            9..=LONGEST => 2,
            _ => 0,
        };
        Self::with_limit(word, limit)
    }

    /// Prepares a folded word for another number of edits.
    pub(super) fn with_limit(word: &str, limit: usize) -> Self {
        let chars: Vec<_> = word.chars().collect();
        Self {
            limit: if chars.len() > LONGEST { 0 } else { limit },
            letters: chars,
            set: letters(word),
        }
    }

    /// Whether a word with these letters can be near at all. Nearly all words are ruled out here.
    pub(super) fn may_be_near(&self, set: u32) -> bool {
        // Each edit removes at most one of the typed letters.
        self.limit > 0 && (self.set & !set).count_ones() as usize <= self.limit
    }

    /// Whether it can be near as a whole, and not only its beginning.
    pub(super) fn may_be_whole(&self, set: u32) -> bool {
        self.may_be_near(set) && (set & !self.set).count_ones() as usize <= self.limit
    }

    /// Counts the edits: a letter added, removed or changed, or two neighbours exchanged.
    pub(super) fn distance(&self, word: &str) -> Distance {
        let length = self.letters.len();
        let far = self.limit + 1;
        let mut found = Distance {
            whole: far,
            start: far,
        };
        let shortest = length.saturating_sub(self.limit);
        if self.limit == 0 || word.len() < shortest {
            return found;
        }
        // One column per letter of `word`: the edits from each beginning of the typed word.
        let mut two_before = [0_u8; LONGEST + 1];
        let mut last = [0_u8; LONGEST + 1];
        for (at, edits) in (0..).zip(&mut last) {
            *edits = at;
        }
        let mut previous = None;
        let mut count = 0_u8;
        for c in word.chars() {
            count += 1;
            if usize::from(count) > length + self.limit {
                return found;
            }
            let mut column = [count; LONGEST + 1];
            let mut smallest = count;
            for at in 1..=length {
                let typed = self.letters[at - 1];
                let mut edits = (last[at - 1] + u8::from(typed != c))
                    .min(last[at] + 1)
                    .min(column[at - 1] + 1);
                if at > 1 && previous == Some(typed) && self.letters[at - 2] == c {
                    edits = edits.min(two_before[at - 2] + 1);
                }
                column[at] = edits;
                smallest = smallest.min(edits);
            }
            if usize::from(smallest) > self.limit {
                return found;
            }
            found.start = found.start.min(column[length].into());
            two_before = last;
            last = column;
            previous = Some(c);
        }
        found.whole = usize::from(last[length]).min(far);
        found
    }

    /// Whether a word begins with the same letter. Readers seldom mistype it.
    pub(super) fn has_same_start(&self, word: &str) -> bool {
        word.chars().next().as_ref() == self.letters.first()
    }
}

/// A word that nothing has, ready to be compared with all words that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Guess(Typed);

impl Guess {
    /// Prepares a folded word. `None` if it is too short.
    pub(super) fn new(word: &str) -> Option<Self> {
        let limit = match word.chars().count() {
            0..=2 => return None,
            3..=4 => 1,
            5..=6 => 2,
            _ => 3,
        };
        Some(Self(Typed::with_limit(word, limit)))
    }

    /// Whether a word with these letters can be meant at all.
    pub(super) fn may_be(&self, set: u32) -> bool {
        self.0.may_be_whole(set)
    }

    /// How far a word is from the typed one. `None` if it was hardly meant.
    ///
    /// With another first letter, only that one may be wrong in words of up to seven letters:
    /// „wasser“ means neither „lassen“ nor „fasse“.
    pub(super) fn distance(&self, word: &str) -> Option<usize> {
        let edits = self.0.distance(word).whole;
        let is_other = !self.0.has_same_start(word);
        let is_short = self.0.letters.len() < 8;
        let most = if is_other && is_short {
            1
        } else {
            self.0.limit
        };
        let is_near = edits > 0 && edits <= most;
        is_near.then_some(edits * 2 + usize::from(is_other))
    }
}

/// The letters of a word as a set of 32, some letters of other scripts sharing a place.
pub(super) fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        for (typed, word, expected) in [
            ("panel", "panel", (0, 0)),
            ("pnael", "panel", (1, 1)),
            ("panle", "panel", (1, 1)),
            ("panal", "panel", (1, 1)),
            ("pnel", "panel", (1, 1)),
            ("verwatlung", "verwaltung", (1, 1)),
            ("verwatlu", "verwaltung", (2, 1)),
            ("verrwalltung", "verwaltung", (2, 2)),
            ("ferwaldung", "verwaltung", (2, 2)),
            ("praxis", "kran", (2, 2)),
            ("москав", "москва", (1, 1)),
        ] {
            let limit = Typed::new(typed).limit;
            let typed = Typed::with_limit(typed, limit.max(1));
            let found = typed.distance(word);
            let cut = |edits: usize| edits.min(typed.limit + 1);
            assert_eq!((cut(found.whole), cut(found.start)), expected, "{word}");
            if found.start <= typed.limit {
                assert!(typed.may_be_near(letters(word)), "{word}");
            }
        }
    }

    #[test]
    fn guesses_what_was_meant() {
        for (typed, word, expected) in [
            ("etik", "ethik", Some(2)),
            ("flim", "film", Some(2)),
            ("vortag", "vortrag", Some(2)),
            ("fervaldung", "verwaltung", Some(7)),
            ("kontainer", "container", Some(3)),
            ("fortrag", "vortrag", Some(3)),
            ("hthik", "ethik", Some(3)),
            ("wasser", "fasse", None),
            ("wasser", "lassen", None),
            ("wasser", "besser", None),
            ("brunnen", "trennen", None),
            ("ethik", "ethik", None),
        ] {
            let guess = Guess::new(typed).unwrap();
            assert_eq!(guess.distance(word), expected, "{typed} {word}");
        }
        assert_eq!(Guess::new("xy"), None);
    }

    #[test]
    fn short_words_have_no_slips() {
        let limits = ["film", "panel", "haushalt", "kalendern"].map(|word| Typed::new(word).limit);
        assert_eq!(limits, [0, 1, 1, 2]);
    }
}
