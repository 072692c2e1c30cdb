//! How much of an index is built, and when it is worth searching again.

use super::Index;

/// How much of an index was built when it was last searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stage {
    talks: u32,
    transcripts: u32,
    has_all_talks: bool,
    has_all: bool,
}

impl Index {
    /// Whether the index has grown so much since the last call that it is worth searching again: it
    /// has twice as many talks or transcripts, or all.
    pub fn has_news(&mut self) -> bool {
        let power = |count: usize| usize::BITS - count.leading_zeros();
        let stage = Stage {
            talks: power(self.title_words.len()),
            transcripts: power(self.heard_count),
            has_all_talks: self.is_complete(),
            has_all: self.awaited == 0 && self.heard_count == self.heard.len(),
        };
        std::mem::replace(&mut self.stage, stage) != stage
    }
}
