//! A word of a search.

/// A folded word in its two forms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Word {
    /// Umlauts as two letters.
    pub(super) spelled_out: String,
    /// Umlauts as bare letters.
    pub(super) bare: String,
}

impl Word {
    /// The different forms: one or two.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        let other = (self.bare != self.spelled_out).then_some(self.bare.as_str());
        std::iter::once(self.spelled_out.as_str()).chain(other)
    }

    /// Whether it is a single letter from a to z.
    pub(super) fn is_latin_letter(&self) -> bool {
        matches!(self.bare.as_bytes(), [b'a'..=b'z'])
    }

    /// Both words in one.
    pub(super) fn joined(mut self, next: &Self) -> Self {
        self.spelled_out.push_str(&next.spelled_out);
        self.bare.push_str(&next.bare);
        self
    }
}
