//! The sentences of the watch-list.

use easy_ext::ext;
use nachlese_event::Speech;

use super::sentences::sentences;

sentences! {
    /// Fixed sentences about the watch-list.
    WatchListSentences

    save: "Merken", "Save";
    watch_list: "Merkliste", "Watch list";
    own_list: "Ihre Merkliste", "Your watch list";
    shared_list: "Geteilte Merkliste", "Shared watch list";
    to_watch_list: "Zur Merkliste", "To the watch list";
    take_over_list: "In meine Merkliste übernehmen", "Add to my watch list";
    print_list: "Merkliste drucken", "Print the list";
    list_as_calendar: "Kalender (.ics)", "Calendar (.ics)";
    list_as_schedule: "Programm (schedule.json)", "Schedule (schedule.json)";
    clear_list: "Merkliste leeren", "Empty the list";
    undo: "Rückgängig", "Undo";
    taken_out: "Aus der Merkliste entfernt.", "Removed from the watch list.";
    list_is_empty: "Noch nichts gemerkt. „Merken“ nimmt einen Programmpunkt in Ihre Merkliste auf; sie bleibt in diesem Browser.", "Nothing saved yet. “Save” puts an item on your watch list, which stays in this browser.";
    list_is_not_kept: "Dieser Browser speichert hier nichts. Die Liste bleibt, bis Sie die Seite schließen.", "This browser stores nothing here. The list lasts until you close the page.";
    list_without_files: "Kalender und schedule.json gibt es nur auf der Website, nicht in dieser Datei.", "Calendar and schedule.json are only on the website, not in this file.";
    list_too_long: "Die Liste ist zu lang für einen Link. Teilen Sie sie als Datei.", "The list is too long for a link. Share it as a file.";
    list_without_day: "Die Datei braucht einen Tag. Für diese Veranstaltung ist keiner eingetragen.", "This file needs a date. The event does not have one.";
    list_not_written: "Die Datei konnte nicht geschrieben werden. Vielleicht ist die Verbindung gestört.", "The file could not be written. There may be a connection problem.";
    list_file_name: "merkliste", "watch-list";
}

/// Sentences about the watch-list with a name or a number in them.
#[ext(WatchListText)]
impl Speech {
    /// „Gespeichert als merkliste-x.ics.“
    pub fn list_written(self, name: &str) -> String {
        self.pick("Gespeichert als ", "Saved as ").to_owned() + name + "."
    }

    /// How many talks of a list are not in this version of the programme.
    pub fn not_in_programme(self, count: usize) -> String {
        match (self, count) {
            (_, 0) => String::new(),
            (Self::German, 1) => "1 weiterer gemerkter Punkt steht nicht (mehr) in diesem \
                                  Programm. Er bleibt gemerkt, falls er wiederkommt."
                .to_owned(),
            (Self::German, _) => format!(
                "{count} weitere gemerkte Punkte stehen nicht (mehr) in diesem Programm. Sie \
                 bleiben gemerkt, falls sie wiederkommen."
            ),
            (Self::English, _) => format!(
                "Saved items that are not in this programme (any more): {count}. They stay saved \
                 in case they come back."
            ),
        }
    }
}
