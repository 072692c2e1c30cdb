//! The sentences around the search.

use easy_ext::ext;
use nachlese_event::{Seconds, Speech};
use nachlese_search::{Advice, Facet, Sort};

use super::watch_list::WatchListSentences;

/// Sentences around the search.
#[ext(SearchText)]
impl Speech {
    /// „3 von 8 Programmpunkten“, or „8 Programmpunkte“ when all are shown.
    pub fn match_count(self, shown: usize, total: usize) -> String {
        match (self, shown == total, total) {
            (Self::German, true, 1) => "1 Programmpunkt".to_owned(),
            (Self::German, true, _) => format!("{total} Programmpunkte"),
            (Self::German, false, 1) => format!("{shown} von 1 Programmpunkt"),
            (Self::German, false, _) => format!("{shown} von {total} Programmpunkten"),
            (Self::English, true, 1) => "1 item".to_owned(),
            (Self::English, true, _) => format!("{total} items"),
            (Self::English, false, _) => format!("{shown} of {total} items"),
        }
    }

    /// „, 1 abgesagt“, after a count that does not include these talks.
    pub fn and_cancelled(self, count: usize) -> String {
        format!(", {count} {}", self.pick("abgesagt", "cancelled"))
    }

    /// „Filter (2)“, or „Filter“ when nothing is chosen.
    pub fn filters(self, chosen: usize) -> String {
        let name = self.pick("Filter", "Filters");
        match chosen {
            0 => name.to_owned(),
            _ => format!("{name} ({chosen})"),
        }
    }

    /// „; 4096 sind schon durchsucht“.
    pub fn still_reading(self, searched: usize) -> String {
        let said = self.pick(" sind schon durchsucht", " searched so far");
        format!("; {searched}{said}")
    }

    /// „; nach „→“ lässt sich nicht suchen“.
    pub fn not_searched(self, left_out: &str) -> String {
        match self {
            Self::German => format!("; nach „{left_out}“ lässt sich nicht suchen"),
            Self::English => format!("; “{left_out}” cannot be searched for"),
        }
    }

    /// „Gesagt bei 12:34:“.
    pub fn said_at(self, at: Seconds) -> String {
        format!("{} {at}:", self.pick("Gesagt bei", "Said at"))
    }

    /// „Keine Treffer für ‚xyz‘.“
    pub fn no_match(self, text: &str) -> String {
        match (self, text.trim()) {
            (Self::German, "") => "Keine Treffer für diese Auswahl.".to_owned(),
            (Self::German, text) => format!("Keine Treffer für ‚{text}‘."),
            (Self::English, "") => "No matches for this selection.".to_owned(),
            (Self::English, text) => format!("No matches for ‘{text}’."),
        }
    }

    /// „Keine Treffer für ‚etik‘ – gezeigt wird ‚Ethik‘.“
    pub fn shown_instead(self, text: &str, instead: &str) -> String {
        let text = text.trim();
        self.pick(
            format!("Keine Treffer für ‚{text}‘ – gezeigt wird ‚{instead}‘."),
            format!("No matches for ‘{text}’ – showing ‘{instead}’."),
        )
    }

    /// „Nur ‚etik‘ suchen“.
    pub fn search_as_typed(self, text: &str) -> String {
        let text = text.trim();
        self.pick(
            format!("Nur ‚{text}‘ suchen"),
            format!("Search only for ‘{text}’"),
        )
    }

    /// „ für ‚Ethik‘“, after a count.
    pub fn counted_for(self, instead: &str) -> String {
        self.pick(format!(" für ‚{instead}‘"), format!(" for ‘{instead}’"))
    }

    /// The name of a facet.
    pub fn facet(self, facet: Facet) -> &'static str {
        match facet {
            Facet::Kind => self.pick("Format", "Format"),
            Facet::Person => self.pick("Personen", "People"),
            Facet::Track => self.pick("Themenstrang", "Track"),
            Facet::Tag => self.pick("Schlagwörter", "Tags"),
            Facet::Recording => self.pick("Aufzeichnung", "Recording"),
            Facet::Captions => self.pick("Zum Mitlesen", "Read along"),
            Facet::Room => self.pick("Raum", "Room"),
            Facet::Day => self.pick("Tag", "Day"),
            Facet::Language => self.pick("Gesprochene Sprache", "Spoken language"),
            Facet::Length => self.pick("Dauer", "Duration"),
            Facet::Status => self.pick("Stand", "Status"),
        }
    }

    /// „Nur mit Aufzeichnung“.
    pub fn only_recorded(self) -> &'static str {
        self.pick("Nur mit Aufzeichnung", "Only with recording")
    }

    /// What there is to read along, by the facet's value.
    pub fn to_read_along(self, value: &str) -> &'static str {
        match value {
            "auto" => self.pick(
                "Untertitel, automatisch erstellt",
                "Captions, generated automatically",
            ),
            "transcript" => self.pick("Transkript", "Transcript"),
            _ => self.pick("Untertitel", "Captions"),
        }
    }

    /// „bis 30 Minuten“, by the facet's value.
    pub fn at_most_minutes(self, value: &str) -> String {
        match value {
            "longer" => self.pick("über 60 Minuten", "over 60 minutes").to_owned(),
            minutes => {
                self.pick("bis ", "up to ").to_owned() + minutes + self.pick(" Minuten", " minutes")
            }
        }
    }

    /// The name of an order of the programme.
    pub fn sort(self, sort: Sort) -> &'static str {
        match sort {
            Sort::Programme => self.pick("Programm", "Programme"),
            Sort::Relevance => self.pick("Beste Treffer", "Best match"),
            Sort::Title => self.pick("Titel", "Title"),
            Sort::Person => self.pick("Person", "Person"),
            Sort::Length => self.pick("Kürzeste", "Shortest"),
            Sort::Newest => self.pick("Neueste", "Latest"),
        }
    }

    /// A suggestion for a search without a match.
    pub fn advice(self, advice: &Advice) -> String {
        match advice {
            Advice::Spelling { nearest, .. } => self.pick(
                format!("Meinten Sie „{nearest}“?"),
                format!("Did you mean “{nearest}”?"),
            ),
            Advice::DropFilter { facet, talks } => {
                let facet = self.facet(*facet);
                self.pick(
                    format!("Ohne Filter „{facet}“: {talks}"),
                    format!("Without the filter “{facet}”: {talks}"),
                )
            }
            Advice::DropList { talks } => {
                let list = self.watch_list();
                self.pick(
                    format!("Ohne „{list}“: {talks}"),
                    format!("Without “{list}”: {talks}"),
                )
            }
            Advice::DropWord { word, talks } => self.pick(
                format!("Ohne „{word}“: {talks}"),
                format!("Without “{word}”: {talks}"),
            ),
        }
    }

    /// „Veranstaltung (Europe/Berlin)“.
    pub fn event_time(self, zone: &str) -> String {
        in_zone(self.pick("Veranstaltung", "Event"), zone)
    }

    /// „Ihre Zeit (America/New York)“.
    pub fn own_time(self, zone: &str) -> String {
        in_zone(self.pick("Ihre Zeit", "Your time"), zone)
    }

    /// „Weitere 30 von 883 anzeigen“.
    pub fn show_more(self, more: usize, total: usize) -> String {
        self.pick(
            format!("Weitere {more} von {total} anzeigen"),
            format!("Show {more} more of {total}"),
        )
    }

    /// „Suche ‚Ethik‘“.
    pub fn search_for(self, text: &str) -> String {
        self.pick(format!("Suche ‚{text}‘"), format!("search for ‘{text}’"))
    }

    /// „Auswahl: Suche ‚Ethik‘ (3 von 8 Programmpunkten)“, above what is printed.
    pub fn selection(self, chosen: &str, count: &str) -> String {
        format!("{}: {chosen} ({count})", self.pick("Auswahl", "Selection"))
    }

    /// „30 weitere angezeigt, jetzt 60 von 883.“
    pub fn shown_more(self, more: usize, shown: usize, total: usize) -> String {
        self.pick(
            format!("{more} weitere angezeigt, jetzt {shown} von {total}."),
            format!("{more} more shown, now {shown} of {total}."),
        )
    }
}

fn in_zone(time: &str, zone: &str) -> String {
    format!("{time} ({})", zone.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_singular_and_plural() {
        for (shown, total, german, english) in [
            (8, 8, "8 Programmpunkte", "8 items"),
            (1, 1, "1 Programmpunkt", "1 item"),
            (3, 8, "3 von 8 Programmpunkten", "3 of 8 items"),
            (0, 1, "0 von 1 Programmpunkt", "0 of 1 items"),
        ] {
            assert_eq!(Speech::German.match_count(shown, total), german);
            assert_eq!(Speech::English.match_count(shown, total), english);
        }
    }
}
