//! What was said, written on the page of a talk for readers without scripts and for search engines.

use nachlese::state::TranscriptFile;
use nachlese_formats::import::native_decoder;
use nachlese_reader::encoding::guess;
use nachlese_search::Transcript;

use crate::{beside::decoded, folder::Folder};

/// A longer transcript is not written on the page; the page loads it when somebody wants to read.
const MOST_WORDS_BYTES: usize = 1_000_000;

/// Reads the transcripts of a talk. `to_root` leads from the talk's page to the top of the folder.
pub(super) fn words(
    files: &[TranscriptFile],
    to_root: &str,
    dist: &Folder,
) -> Vec<(String, Transcript)> {
    let read = |file: &TranscriptFile| {
        let path = file
            .address
            .strip_prefix(to_root)?
            .split(['?', '#'])
            .next()?;
        let bytes = dist.read(&decoded(path)).ok()?;
        let text = native_decoder(guess(&bytes), &bytes)?;
        let is_short = text.len() <= MOST_WORDS_BYTES;
        is_short.then(|| (file.address.clone(), Transcript::read(&text)))
    };
    files.iter().filter_map(read).collect()
}
