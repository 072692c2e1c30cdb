//! The sentences of imported programmes and of the command that imports them.

use easy_ext::ext;
use nachlese_event::{EventId, Speech};

/// Sentences of `nachlese import`.
#[ext(ImportText)]
impl Speech {
    /// That several files need a folder to go to.
    pub(crate) fn import_without_folder(self) -> &'static str {
        self.pick(
            "Mehrere Dateien werden mehrere Veranstaltungen. Nennen Sie mit `-o` einen Ordner, \
             der auf `/` endet.",
            "Several files become several events. Name a folder with `-o` that ends in `/`.",
        )
    }

    /// That another file is there already.
    pub(crate) fn import_exists(self) -> &'static str {
        self.pick(
            "Diese Datei gibt es schon, und sie ist anders. Mit --force wird sie ersetzt; was \
             darin von Hand geändert wurde, geht verloren.",
            "This file is there already and differs. With --force it is replaced; what was \
             changed in it by hand is lost.",
        )
    }

    /// That a file would be written over what is read.
    pub(crate) fn import_onto_itself(self) -> &'static str {
        self.pick(
            "Aus dieser Datei wird gelesen. Nennen Sie mit `-o` eine andere.",
            "This is a file that is read. Name another one with `-o`.",
        )
    }

    /// That a folder cannot be made.
    pub(crate) fn import_without_parent(self, cause: &str) -> String {
        self.pick(
            format!("Der Ordner lässt sich nicht anlegen ({cause}). Prüfen Sie den Pfad."),
            format!("The folder cannot be made ({cause}). Check the path."),
        )
    }

    /// That an event of the same id was written already.
    pub(crate) fn import_repeated(self, id: &EventId) -> String {
        self.pick(
            format!(
                "Eine Veranstaltung „{id}“ wurde eben schon geschrieben. Importieren Sie diese \
                 Datei für sich, mit `-o DATEI`."
            ),
            format!(
                "An event “{id}” has just been written already. Import this file by itself, \
                 with `-o FILE`."
            ),
        )
    }
}
