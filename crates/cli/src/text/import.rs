//! The sentences of `nachlese import`.

use easy_ext::ext;
use nachlese_event::{EventId, Speech};

/// Sentences of `nachlese import`.
#[ext(ImportText)]
impl Speech {
    /// That several files need a folder.
    pub(crate) fn import_without_folder(self) -> &'static str {
        self.pick(
            "Aus mehreren Dateien werden mehrere Veranstaltungen. Nennen Sie mit `-o` einen Ordner, \
             der auf `/` endet.",
            "Several files become several events. Use `-o` to name a folder that ends in `/`.",
        )
    }

    /// That recordings and chapters belong to one event.
    pub(crate) fn additions_for_several(self) -> &'static str {
        self.pick(
            "Aufzeichnungen und Kapitel gehören zu einer Veranstaltung. Importieren Sie die Dateien \
             einzeln.",
            "Recordings and chapters belong to one event. Import the files one by one.",
        )
    }

    /// That an option needs the id of a talk.
    pub(crate) fn addition_without_talk(self, option: &str) -> String {
        self.pick(
            format!(
                "Es fehlt, zu welchem Programmpunkt das gehört. Schreiben Sie seine Kennung davor: \
                 `{option} KENNUNG=…`."
            ),
            format!(
                "It is missing to which talk this belongs. Put the talk's id before it: \
                 `{option} ID=…`."
            ),
        )
    }

    /// That another file exists already.
    pub(crate) fn import_exists(self) -> &'static str {
        self.pick(
            "Diese Datei gibt es schon, mit anderem Inhalt. Mit --update kommt herein, was im Programm \
             neu ist, und was von Hand geändert wurde, bleibt. Mit --force wird sie ersetzt; was \
             darin von Hand geändert wurde, geht verloren.",
            "This file already exists with other content. --update takes in what is new in the \
             programme and keeps what was edited by hand. --force replaces the file; changes made by \
             hand are lost.",
        )
    }

    /// That the output would overwrite an input file.
    pub(crate) fn import_onto_itself(self) -> &'static str {
        self.pick(
            "Diese Datei wird gerade importiert. Nennen Sie mit `-o` eine andere.",
            "This file is being imported. Name another one with `-o`.",
        )
    }

    /// That a folder cannot be created.
    pub(crate) fn import_without_parent(self, cause: &str) -> String {
        self.pick(
            format!("Der Ordner lässt sich nicht anlegen ({cause}). Prüfen Sie den Pfad."),
            format!("The folder cannot be created ({cause}). Check the path."),
        )
    }

    /// That an event with the same id was written already.
    pub(crate) fn import_repeated(self, id: &EventId) -> String {
        self.pick(
            format!(
                "Eine Veranstaltung „{id}“ wurde eben schon geschrieben. Importieren Sie diese \
                 Datei einzeln, mit `-o DATEI`."
            ),
            format!(
                "An event “{id}” has just been written. Import this file on its own, with \
                 `-o FILE`."
            ),
        )
    }
}
