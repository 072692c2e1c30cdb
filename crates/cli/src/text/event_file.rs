//! The sentences about event files that only the command line says.

use easy_ext::ext;
use nachlese_event::Speech;

/// Sentences about event files and what they name.
#[ext(EventFileText)]
impl Speech {
    /// That there is no such file.
    pub(crate) fn file_missing(self, file: &str) -> String {
        self.pick(
            format!("Neben dieser Datei gibt es keine Datei `{file}`"),
            format!("there is no file `{file}` beside this one"),
        )
    }

    /// What to do about it.
    pub(crate) fn file_missing_help(self) -> &'static str {
        self.pick(
            "Legen Sie sie dort ab oder berichtigen Sie den Pfad; Groß- und Kleinbuchstaben zählen.",
            "put it there or correct the path; capital letters count.",
        )
    }

    /// That captions are in another encoding, or broken.
    pub(crate) fn captions_not_utf8(self, file: &str, encoding: &str) -> String {
        if encoding == "utf-8" {
            return self.pick(
                format!("`{file}` enthält Zeichen, die nicht zu lesen sind"),
                format!("`{file}` has letters that cannot be read"),
            );
        }
        self.pick(
            format!("`{file}` ist nicht in UTF-8 gespeichert, sondern wohl in `{encoding}`"),
            format!("`{file}` is not saved in UTF-8, but probably in `{encoding}`"),
        )
    }

    /// What to do about it.
    pub(crate) fn captions_not_utf8_help(self) -> &'static str {
        self.pick(
            "Speichern Sie die Datei als UTF-8. Die Suche findet ihre Wörter auch so, aber im Film \
             zeigen Browser � oder gar keine Untertitel.",
            "save it as UTF-8. The search finds its words all the same, but in the film browsers \
             show � or no captions at all.",
        )
    }

    /// That nothing is said in captions.
    pub(crate) fn captions_without_words(self, file: &str) -> String {
        self.pick(
            format!("In `{file}` sind keine Untertitel zu finden"),
            format!("there are no captions in `{file}`"),
        )
    }

    /// What to do about it.
    pub(crate) fn captions_without_words_help(self) -> &'static str {
        self.pick(
            "Eine WebVTT-Datei beginnt mit der Zeile `WEBVTT`; jeder Untertitel hat eine Zeile wie \
             `00:01.000 --> 00:04.000` und darunter seinen Text.",
            "a WebVTT file begins with the line `WEBVTT`; each caption has a line like \
             `00:01.000 --> 00:04.000`, and its text below.",
        )
    }

    /// That recordings have no day of publication.
    pub(crate) fn published_missing(self) -> &'static str {
        self.pick(
            "Es gibt veröffentlichte Aufzeichnungen, aber keinen Tag der Veröffentlichung; \
             Suchmaschinen zeigen sie dann nicht als Videos",
            "there are published recordings, but no day of publication; search engines then do \
             not show them as videos",
        )
    }

    /// What to do about it.
    pub(crate) fn published_missing_help(self) -> &'static str {
        self.pick(
            "Nennen Sie in `published` den Tag, zum Beispiel `2024-06-10`.",
            "give the day in `published`, for example `2024-06-10`.",
        )
    }

    /// That there may be more findings than are listed.
    pub(crate) fn problems_cut_off(self) -> &'static str {
        self.pick(
            "mehr als 10.000 werden nicht aufgeführt; beheben Sie erst diese und prüfen Sie dann \
             noch einmal",
            "no more than 10,000 are listed; mend these first, and then check again",
        )
    }
}
