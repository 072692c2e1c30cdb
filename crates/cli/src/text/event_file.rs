//! The sentences about event files that only the command line uses.

use easy_ext::ext;
use nachlese_event::Speech;

/// Sentences about event files and the files that they name.
#[ext(EventFileText)]
impl Speech {
    /// That a file breaks the rules of JSON. What is wrong follows.
    pub(crate) fn not_json(self) -> &'static str {
        self.pick(
            "Die Datei ist kein gültiges JSON.",
            "The file is not valid JSON.",
        )
    }

    /// „Zeile 12, Spalte ‚Beginn‘“: a place in a table.
    pub(crate) fn table_place(self, line: usize, heading: Option<&str>) -> String {
        match heading {
            Some(heading) => self.pick(
                format!("Zeile {line}, Spalte „{heading}“"),
                format!("line {line}, column “{heading}”"),
            ),
            None => self.pick(format!("Zeile {line}"), format!("line {line}")),
        }
    }

    /// That there is no such file.
    pub(crate) fn file_missing(self, file: &str) -> String {
        self.pick(
            format!("Neben dieser Datei gibt es keine Datei `{file}`"),
            format!("there is no file `{file}` next to this one"),
        )
    }

    /// What to do about it.
    pub(crate) fn file_missing_help(self) -> &'static str {
        self.pick(
            "Legen Sie sie dort ab oder berichtigen Sie den Pfad. Achten Sie auf Groß- und Kleinbuchstaben.",
            "put it there or correct the path. Upper and lower case matter.",
        )
    }

    /// That captions have another encoding, or are broken.
    pub(crate) fn captions_not_utf8(self, file: &str, encoding: &str) -> String {
        if encoding == "utf-8" {
            return self.pick(
                format!("`{file}` enthält nicht lesbare Zeichen"),
                format!("`{file}` contains unreadable characters"),
            );
        }
        self.pick(
            format!("`{file}` ist nicht als UTF-8 gespeichert, sondern wohl als `{encoding}`"),
            format!("`{file}` is not saved as UTF-8, but probably as `{encoding}`"),
        )
    }

    /// What to do about it.
    pub(crate) fn captions_not_utf8_help(self) -> &'static str {
        self.pick(
            "Speichern Sie die Datei als UTF-8. Die Suche findet ihre Wörter auch so, aber im Film \
             zeigen Browser � oder gar keine Untertitel.",
            "save it as UTF-8. The search finds its words anyway, but in the film browsers show \
             � or no captions at all.",
        )
    }

    /// That captions have no words.
    pub(crate) fn captions_without_words(self, file: &str) -> String {
        self.pick(
            format!("In `{file}` sind keine Untertitel zu finden"),
            format!("there are no captions in `{file}`"),
        )
    }

    /// What to do about it.
    pub(crate) fn captions_without_words_help(self) -> &'static str {
        self.pick(
            "Eine WebVTT-Datei beginnt mit der Zeile `WEBVTT`. Jeder Untertitel hat eine Zeile wie \
             `00:01.000 --> 00:04.000` und darunter seinen Text.",
            "a WebVTT file begins with the line `WEBVTT`. Each caption has a line like \
             `00:01.000 --> 00:04.000`, with its text below.",
        )
    }

    /// That recordings have no day of publication.
    pub(crate) fn published_missing(self) -> &'static str {
        self.pick(
            "Es gibt veröffentlichte Aufzeichnungen, aber keinen Tag der Veröffentlichung; \
             Suchmaschinen zeigen sie dann nicht als Videos",
            "there are published recordings, but no date of publication; without it, search \
             engines do not show them as videos",
        )
    }

    /// What to do about it.
    pub(crate) fn published_missing_help(self) -> &'static str {
        self.pick(
            "Nennen Sie in `published` den Tag, zum Beispiel `2024-06-10`.",
            "give the date in `published`, for example `2024-06-10`.",
        )
    }

    /// That a file is larger than anything that is read.
    pub(crate) fn file_too_large(self) -> &'static str {
        self.pick(
            "Die Datei ist größer als 64 MB. So groß ist keine Veranstaltung; prüfen Sie, ob es \
             die richtige Datei ist.",
            "The file is larger than 64 MB. No event is that large; check whether this is the \
             right file.",
        )
    }

    /// What is not listed: `rest` counts it, as in „3 Fehler, 1 Warnung“.
    pub(crate) fn more_findings(self, rest: &str) -> String {
        self.pick(
            format!("… und weitere: {rest}. Mit --all stehen alle hier."),
            format!("… and more: {rest}. With --all, all of them are listed."),
        )
    }

    /// That there may be more findings than are listed.
    pub(crate) fn problems_cut_off(self) -> &'static str {
        self.pick(
            "nur 10.000 werden aufgeführt; beheben Sie erst diese und prüfen Sie dann noch einmal",
            "only 10,000 are listed; fix these first, then check again",
        )
    }
}
