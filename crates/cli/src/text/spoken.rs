//! The sentences of `nachlese export --format transcript`.

use easy_ext::ext;
use nachlese_event::Speech;

/// Sentences about captions that are written as a transcript.
#[ext(SpokenText)]
impl Speech {
    /// That no talk has captions.
    pub(crate) fn export_nothing_spoken(self) -> &'static str {
        self.pick(
            "Kein Programmpunkt hat eine Aufzeichnung mit Untertiteln. Tragen Sie `recording.captions` ein.",
            "No item has a recording with captions. Add `recording.captions`.",
        )
    }

    /// That the talk has none.
    pub(crate) fn export_without_captions(self) -> &'static str {
        self.pick(
            "Dieser Programmpunkt hat keine Aufzeichnung mit Untertiteln. Tragen Sie `recording.captions` \
             ein.",
            "This item has no recording with captions. Add `recording.captions`.",
        )
    }

    /// That captions are on a server.
    pub(crate) fn export_captions_elsewhere(self, address: &str) -> String {
        self.pick(
            format!(
                "Die Untertitel liegen nicht neben der Veranstaltung, sondern unter `{address}`. Laden Sie \
                 sie herunter, legen Sie sie neben die event.json und nennen Sie sie in \
                 `recording.captions`."
            ),
            format!(
                "The captions are not beside the event, but at `{address}`. Download them, put them beside \
                 event.json and name them in `recording.captions`."
            ),
        )
    }

    /// That a text has no times.
    pub(crate) fn export_captions_without_times(self, file: &str) -> String {
        self.pick(
            format!(
                "`{file}` hat keine Worte mit Zeiten. WebVTT braucht zu jedem Satz, wann er gesagt wird. \
                 Nennen Sie in `recording.captions` eine Datei mit Untertiteln."
            ),
            format!(
                "`{file}` has no words with times. WebVTT needs to know when each sentence is said. Name a \
                 file of captions in `recording.captions`."
            ),
        )
    }

    /// That there is no such file.
    pub(crate) fn export_captions_missing(self) -> &'static str {
        self.pick(
            "Diese Datei mit Untertiteln gibt es nicht, oder sie lässt sich nicht lesen. Prüfen Sie \
             `recording.captions`.",
            "There is no such file of captions, or it cannot be read. Check `recording.captions`.",
        )
    }

    /// That the file is too large.
    pub(crate) fn export_captions_too_large(self) -> &'static str {
        self.pick(
            "Die Datei ist größer als 4 MB. Untertitel sind kleiner; prüfen Sie, ob es die richtige Datei \
             ist.",
            "The file is larger than 4 MB. Captions are smaller; check whether it is the right file.",
        )
    }
}
