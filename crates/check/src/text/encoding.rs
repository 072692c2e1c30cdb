//! What to do about the encoding of files.

/// What to do if the encoding is a guess.
pub(super) const GUESSED_HELP: (&str, &str) = (
    "Prüfen Sie Buchstaben wie ä und é, und speichern Sie die Datei als UTF-8.",
    "check letters such as ä and é, and save the file as UTF-8.",
);

/// What to do about unreadable characters.
pub(super) const UNREADABLE_HELP: (&str, &str) = (
    "Auf der Seite steht dafür �. Berichtigen Sie die Datei, und speichern Sie sie als UTF-8.",
    "the page shows � in their place. Correct the file, and save it as UTF-8.",
);
