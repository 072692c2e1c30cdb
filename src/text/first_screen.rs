//! The sentences of the first screen, and of pages that list events.

use easy_ext::ext;
use nachlese_event::Speech;

use super::sentences::sentences;

sentences! {
    /// Fixed sentences of the first screen, and of pages that list events.
    FirstScreenSentences

    way_to_watch: "Ansehen", "Watch";
    way_to_people: "Wer war dabei", "Who took part";
    way_to_programme: "Programm", "Programme";
    place_gone: "Was der Link zeigen soll, gibt es auf dieser Seite nicht mehr.", "This page no longer has what the link points to.";
    to_programme: "Zum Programm", "To the programme";
    all_other_events: "Alle Veranstaltungen ansehen", "See all events";
    page_not_found: "Diese Seite gibt es nicht", "This page does not exist";
    page_gone: "Vielleicht wurde sie verschoben oder zurückgezogen, oder die Adresse enthält einen Tippfehler.", "It may have been moved or withdrawn, or the address may contain a typo.";
    to_start: "Zur Startseite", "To the home page";
    on_this_site: "auf dieser Seite", "on this page";
}

/// Counts and names of the first screen.
#[ext(FirstScreenText)]
impl Speech {
    /// „8 Aufzeichnungen“
    pub fn recording_count(self, count: usize) -> String {
        match (self, count) {
            (Self::German, 1) => "1 Aufzeichnung".to_owned(),
            (Self::German, _) => format!("{count} Aufzeichnungen"),
            (Self::English, 1) => "1 recording".to_owned(),
            (Self::English, _) => format!("{count} recordings"),
        }
    }

    /// „Dr. Laura Dornheim, Dominik Krause und 5 weitere“. `count` is the number of all people.
    pub fn names_and_more(self, names: &[String], count: usize) -> String {
        let and = self.pick("und", "and");
        let more = count.saturating_sub(names.len());
        match (names, more) {
            (_, 1..) if !names.is_empty() => {
                let others = self.pick("weitere", "more");
                format!("{} {and} {more} {others}", names.join(", "))
            }
            ([first @ .., last], _) if !first.is_empty() => {
                format!("{} {and} {last}", first.join(", "))
            }
            ([only], _) => only.clone(),
            _ => self.pick(format!("{count} Personen"), format!("{count} people")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_few_and_counts_the_rest() {
        let names = ["Ada", "Bo"].map(str::to_owned);
        for (shown, count, expected) in [
            (2, 7, "Ada, Bo und 5 weitere"),
            (2, 2, "Ada und Bo"),
            (1, 1, "Ada"),
            (0, 571, "571 Personen"),
        ] {
            let told = Speech::German.names_and_more(&names[..shown], count);
            assert_eq!(told, expected);
        }
        assert_eq!(
            Speech::English.names_and_more(&names, 3),
            "Ada, Bo and 1 more"
        );
    }
}
