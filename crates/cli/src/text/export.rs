//! The sentences of `nachlese export`.

use easy_ext::ext;
use nachlese_event::{EventId, Speech};

/// Sentences of `nachlese export`.
#[ext(ExportText)]
impl Speech {
    /// Why a format that needs a day cannot be written.
    pub(crate) fn export_without_date(self) -> &'static str {
        self.pick(
            "Dieses Format braucht einen Tag, aber weder die Veranstaltung noch ein Programmpunkt \
             hat einen. Tragen Sie `date` oder `start` ein.",
            "This format needs a day, but neither the event nor any of its items has one. Add \
             `date` or `start`.",
        )
    }

    /// Why a format with whole addresses cannot be written.
    pub(crate) fn export_without_address(self) -> &'static str {
        self.pick(
            "In diesem Format sind alle Adressen vollständig. Nennen Sie die der Seite mit \
             `--base`, zum Beispiel `--base https://example.org/event/`.",
            "All addresses in this format are whole ones. Give that of the page with `--base`, \
             for example `--base https://example.org/event/`.",
        )
    }

    /// Why there is no chapter file.
    pub(crate) fn export_without_chapters(self) -> &'static str {
        self.pick(
            "Dieser Programmpunkt hat keine veröffentlichte Aufzeichnung mit Kapiteln. Tragen Sie \
             `recording.chapters` ein.",
            "This item has no published recording with chapters. Add `recording.chapters`.",
        )
    }

    /// Why there is no chapter file of any talk.
    pub(crate) fn export_nothing_with_chapters(self) -> &'static str {
        self.pick(
            "Kein Programmpunkt hat eine veröffentlichte Aufzeichnung mit Kapiteln. Tragen Sie \
             `recording.chapters` ein.",
            "No item has a published recording with chapters. Add `recording.chapters`.",
        )
    }

    /// That several talks could be meant. `ids` lists them.
    pub(crate) fn export_which_talk(self, ids: &str) -> String {
        self.pick(
            format!(
                "Mehrere Programmpunkte kommen in Frage: {ids}. Nennen Sie einen davon mit `--talk`."
            ),
            format!("Several items are possible: {ids}. Name one of them with `--talk`."),
        )
    }

    /// That clock times have no zone, and the consequence.
    pub(crate) fn export_without_zone(self) -> &'static str {
        self.pick(
            "Die Zeitzone fehlt oder ist unbekannt. Wo das Format eine Zone braucht, gelten die \
             Uhrzeiten als UTC. Tragen Sie `timeZone` ein, zum Beispiel `Europe/Berlin`.",
            "The time zone is missing or unknown. Where the format needs one, times count as UTC. \
             Add `timeZone`, for example `Europe/Berlin`.",
        )
    }

    /// That a talk is not in the event.
    pub(crate) fn export_unknown_talk(self, talk: &str, event: &EventId) -> String {
        self.pick(
            format!("In „{event}“ gibt es keinen Programmpunkt „{talk}“. Prüfen Sie `--talk`."),
            format!("There is no item “{talk}” in “{event}”. Check `--talk`."),
        )
    }

    /// That a format exists only for the whole event, or only for one talk.
    pub(crate) fn export_wrong_scope(self, of_one_talk: bool) -> &'static str {
        if of_one_talk {
            self.pick(
                "Dieses Format gibt es nur für einen einzelnen Programmpunkt. Nennen Sie ihn mit `--talk`.",
                "This format is only for a single item. Name it with `--talk`.",
            )
        } else {
            self.pick(
                "Dieses Format gibt es nur für die ganze Veranstaltung. Lassen Sie `--talk` weg.",
                "This format is only for the whole event. Leave out `--talk`.",
            )
        }
    }

    /// That an address cannot be the address of the page.
    pub(crate) fn export_bad_base(self, base: &str) -> String {
        self.pick(
            format!(
                "„{base}“ ist nicht die Adresse einer Seite. `--base` beginnt mit https:// und \
                 enthält weder `?` noch `#`."
            ),
            format!(
                "“{base}” is not the address of a page. `--base` begins with https:// and \
                 contains neither `?` nor `#`."
            ),
        )
    }

    /// That the result could not be written to a file.
    pub(crate) fn export_unwritable(self, cause: &str) -> String {
        self.pick(
            format!("Die Datei lässt sich nicht schreiben ({cause}). Prüfen Sie den Ordner."),
            format!("The file cannot be written ({cause}). Check the folder."),
        )
    }
}
