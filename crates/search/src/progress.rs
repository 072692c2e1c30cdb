//! How far an index has come, and when that is worth another look.

use super::Index;

/// How far an index had come when somebody asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stage {
    talks: u32,
    transcripts: u32,
    has_all_talks: bool,
    has_all: bool,
}

impl Index {
    /// Whether it knows so much more than when this was last asked that whoever searches should see
    /// it: twice as many talks or transcripts, or all.
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
