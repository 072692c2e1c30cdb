//! What is said about a line of captions that is not read.

use easy_ext::ext;
use nachlese_event::{Speech, say};

/// Sentences about captions that are lost.
#[ext(CueText)]
impl Speech {
    /// That players and search leave out captions, because their times cannot be read.
    pub(crate) fn captions_lost(self, file: &str, line: usize, count: usize) -> String {
        say!(
            self,
            "In `{file}` sind Zeiten nicht lesbar, zuerst in Zeile {line}; Untertitel, die deshalb \
             fehlen: {count}",
            "in `{file}` there are times that cannot be read, first in line {line}; captions lost: \
             {count}"
        )
    }

    /// What to do about it.
    pub(crate) fn captions_lost_help(self) -> &'static str {
        self.pick(
            "Schreiben Sie die Zeile wie `00:01.000 --> 00:04.000`, in WebVTT mit Punkt und drei \
             Ziffern dahinter.",
            "write the line like `00:01.000 --> 00:04.000`, in WebVTT with a dot and three digits \
             after it.",
        )
    }
}
