//! The sentences about files that an event names and that are not there.

use super::Speech;

impl Speech {
    /// That there is no such file.
    #[must_use]
    pub fn file_missing(self, file: &str) -> String {
        self.pick(
            format!("Neben dieser Datei gibt es keine Datei `{file}`"),
            format!("there is no file `{file}` beside this one"),
        )
    }

    /// What to do about it.
    #[must_use]
    pub fn file_missing_help(self) -> &'static str {
        self.pick(
            "Legen Sie sie dort ab oder berichtigen Sie den Pfad; Groß- und Kleinbuchstaben zählen.",
            "put it there or correct the path; capital letters count.",
        )
    }
}
