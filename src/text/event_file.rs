//! The sentences about event files that only the command line says.

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

    /// That there may be more findings than are listed.
    #[must_use]
    pub fn problems_cut_off(self) -> &'static str {
        self.pick(
            "mehr als 10.000 werden nicht aufgeführt; beheben Sie erst diese und prüfen Sie dann \
             noch einmal",
            "no more than 10,000 are listed; mend these first, and then check again",
        )
    }
}
