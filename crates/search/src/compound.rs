//! Words in a text that are joined by hyphens.

use super::{vocabulary::place, word::Word, words::Words};

/// The words joined by hyphens so far, as one word in both forms: „Live-Stream“ as „livestream“.
#[derive(Debug, Default)]
pub(super) struct Compound {
    bare: String,
    spelled_out: String,
    pub(super) start: usize,
    /// How long both forms were before the current word.
    before: (usize, usize),
}

impl Compound {
    /// Adds the current word of a text.
    pub(super) fn add(&mut self, words: &Words<'_>) {
        if !words.is_joined {
            self.bare.clear();
            self.spelled_out.clear();
            self.start = words.start;
        }
        self.before = (self.bare.len(), self.spelled_out.len());
        self.bare.push_str(&words.bare);
        self.spelled_out.push_str(words.spelled_out());
    }

    /// Whether a word reaches over the last hyphen.
    pub(super) fn has(&self, asked: &Word) -> bool {
        let forms = [
            (&self.bare, self.before.0),
            (&self.spelled_out, self.before.1),
        ];
        asked.forms().any(|typed| {
            forms.iter().any(|(form, before)| {
                *before > 0
                    && place(typed, form).is_some_and(|at| (at..at + typed.len()).contains(before))
            })
        })
    }
}
