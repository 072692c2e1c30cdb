//! The sentences of `nachlese check --fix`.

use easy_ext::ext;
use nachlese_check::fix::Mend;
use nachlese_event::{Speech, say};

/// Sentences about what is mended in an event.json.
#[ext(FixText)]
impl Speech {
    /// So many changes of a sort, as in „2 Kommas“.
    pub(crate) fn mended(self, mend: Mend, count: usize) -> String {
        let (german, english) = match (mend, count) {
            (Mend::Comma, 1) => ("Komma", "comma"),
            (Mend::Comma, _) => ("Kommas", "commas"),
            (Mend::Quotes, 1) => ("Anführungszeichen", "quotation mark"),
            (Mend::Quotes, _) => ("Anführungszeichen", "quotation marks"),
            (Mend::Comment, 1) => ("Kommentar (jetzt Notiz)", "comment (now a note)"),
            (Mend::Comment, _) => ("Kommentare (jetzt Notizen)", "comments (now notes)"),
            (Mend::Field, 1) => ("Feldname", "field name"),
            (Mend::Field, _) => ("Feldnamen", "field names"),
            (Mend::Word, 1) => ("Wert", "value"),
            (Mend::Word, _) => ("Werte", "values"),
            (Mend::Date, 1) => ("Datum", "date"),
            (Mend::Date, _) => ("Daten", "dates"),
            (Mend::Address, 1) => ("Adresse (jetzt Kennung)", "address (now an id)"),
            (Mend::Address, _) => ("Adressen (jetzt Kennungen)", "addresses (now ids)"),
        };
        format!("{count} {}", self.pick(german, english))
    }

    /// What was mended.
    pub(crate) fn fixed(self, parts: &str) -> String {
        say!(self, "berichtigt: {parts}", "fixed: {parts}")
    }

    /// What would be mended.
    pub(crate) fn would_fix(self, parts: &str) -> String {
        say!(
            self,
            "zu berichtigen: {parts}. Die Datei ist unverändert; ohne --dry-run wird sie geändert.",
            "to be fixed: {parts}. The file is unchanged; without --dry-run it is changed."
        )
    }

    /// That nothing is mended.
    pub(crate) fn nothing_to_fix(self) -> &'static str {
        self.pick(
            "nichts, was sich gefahrlos von selbst berichtigen lässt",
            "nothing that can safely be fixed automatically",
        )
    }

    /// What follows has to be done by a person.
    pub(crate) fn left_to_fix(self, summary: &str) -> String {
        say!(self, "bleibt für Sie: {summary}", "left for you: {summary}")
    }

    /// That a slip in the JSON keeps everything else from being mended.
    pub(crate) fn fix_needs_a_person(self) -> &'static str {
        self.pick(
            "Was hier gemeint ist, weiß nur ein Mensch; --fix hat deshalb nichts geändert.",
            "Only a person knows what is meant here, so --fix has changed nothing.",
        )
    }

    /// That only event files are mended.
    pub(crate) fn fix_needs_event(self) -> &'static str {
        self.pick(
            "Das ist das Programm eines anderen Systems. --fix ändert nur eine event.json; machen \
             Sie zuerst eine daraus: nachlese import.",
            "This is the programme of another system. --fix changes only an event.json; make one \
             of it first: nachlese import.",
        )
    }

    /// That a file in another encoding is not changed.
    pub(crate) fn fix_needs_utf_8(self) -> &'static str {
        self.pick(
            "Die Datei ist nicht als UTF-8 gespeichert; --fix ändert sie nicht. Speichern Sie sie \
             im Editor als UTF-8.",
            "The file is not saved as UTF-8, so --fix does not change it. Save it as UTF-8 in your \
             editor.",
        )
    }

    /// That what is read from a pipe cannot be changed.
    pub(crate) fn fix_needs_a_file(self) -> &'static str {
        self.pick(
            "--fix ändert Dateien; das hier ist keine. Nennen Sie eine Datei, oder sehen Sie mit \
             --dry-run nur nach.",
            "--fix changes files, and this is none. Name a file, or only look with --dry-run.",
        )
    }
}
