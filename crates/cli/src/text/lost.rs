//! What an export leaves out, in words.

use easy_ext::ext;
use nachlese_event::{Speech, say};
use nachlese_formats::export::lost::Part;

/// Sentences about what a format has no place for.
#[ext(LostText)]
impl Speech {
    /// What is left out, with how many there are of each.
    pub(crate) fn not_exported(self, lost: &[(Part, usize)]) -> String {
        let parts = lost
            .iter()
            .map(|(part, count)| format!("{} ({count})", self.lost_part(*part)));
        let parts = parts.collect::<Vec<_>>().join(", ");
        say!(
            self,
            "Dieses Format hat keinen Platz für alles. Es fehlen oder sind verkürzt: {parts}",
            "This format has no place for everything. Missing or shortened: {parts}"
        )
    }

    /// What a part of an event is called.
    pub(crate) fn lost_part(self, part: Part) -> &'static str {
        match part {
            Part::EventKind => self.pick(
                "Art und Motto der Veranstaltung",
                "kind and motto of the event",
            ),
            Part::EventSummary => {
                self.pick("Zusammenfassung der Veranstaltung", "summary of the event")
            }
            Part::Venue => self.pick("Veranstaltungsort", "venue"),
            Part::Host => self.pick(
                "Veranstalter und Zahlen der Teilnehmenden",
                "host and numbers of participants",
            ),
            Part::EventLinks => self.pick("Links der Veranstaltung", "links of the event"),
            Part::Playlists => self.pick("Playlists", "playlists"),
            Part::Sections => self.pick("Abschnitte der Seite", "sections of the page"),
            Part::Pictures => self.pick("Bilder", "pictures"),
            Part::OtherLanguages => {
                self.pick("Texte in weiteren Sprachen", "texts in further languages")
            }
            Part::TalkIds => self.pick("Kennungen von Programmpunkten", "ids of items"),
            Part::PersonIds => self.pick("Kennungen von Personen", "ids of people"),
            Part::Kinds => self.pick("Arten von Programmpunkten", "kinds of items"),
            Part::Topics => self.pick("Themen", "topics"),
            Part::Tags => self.pick("Schlagwörter", "tags"),
            Part::Languages => self.pick("Sprachangaben", "names of languages"),
            Part::Durations => self.pick("genaue Dauern", "exact durations"),
            Part::Roles => self.pick("Rollen von Beteiligten", "roles of participants"),
            Part::PersonDetails => self.pick(
                "Personen mit Titel, Funktion oder Organisation",
                "people with title, role or organization",
            ),
            Part::PersonLinks => self.pick("Links zu Personen", "links about people"),
            Part::IdlePeople => self.pick("Personen ohne Programmpunkt", "people without an item"),
            Part::Breaks => self.pick("Pausen mit Beschreibung", "breaks with a description"),
            Part::RecordingStatus => self.pick(
                "Angaben, ob eine Aufzeichnung veröffentlicht ist",
                "statements whether a recording is published",
            ),
            Part::Licences => self.pick("Lizenzen", "licences"),
            Part::Captions => self.pick("Untertitel", "captions"),
            Part::Transcripts => self.pick("Mitschriften", "transcripts"),
            Part::Chapters => self.pick("Kapitel", "chapters"),
            Part::Slides => self.pick("Folien", "slides"),
            Part::TalkLinks => self.pick("Links von Programmpunkten", "links of items"),
            Part::OtherVideos => self.pick("weitere Videos", "further videos"),
            Part::RelativeAddresses => self.pick(
                "Adressen, die ohne `--base` unvollständig sind",
                "addresses that are incomplete without `--base`",
            ),
        }
    }
}
