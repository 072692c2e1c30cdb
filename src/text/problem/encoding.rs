//! What is said about the encoding of files.

use super::{Speech, say};

pub(super) fn guessed(encoding: &str, speech: Speech) -> String {
    say!(
        speech,
        "Die Kodierung der Datei ist geraten: `{encoding}`",
        "the encoding of the file is a guess: `{encoding}`"
    )
}

pub(super) fn guessed_help(speech: Speech) -> String {
    say!(
        speech,
        "Prüfen Sie Buchstaben wie ä und é, und speichern Sie die Datei als UTF-8.",
        "check letters such as ä and é, and save the file as UTF-8."
    )
}

pub(super) fn unreadable(count: usize, word: &str, speech: Speech) -> String {
    say!(
        speech,
        "Zeichen, die nicht zu lesen sind: {count}; das erste in `{word}`",
        "letters that cannot be read: {count}; the first in `{word}`"
    )
}

pub(super) fn unreadable_help(speech: Speech) -> String {
    say!(
        speech,
        "Auf der Seite steht dafür �. Berichtigen Sie die Datei, und speichern Sie sie als UTF-8.",
        "the page shows � for them. Correct the file, and save it as UTF-8."
    )
}
