//! The sentences of the programme.

use super::sentences::sentences;

sentences! {
    /// Fixed sentences of the programme.
    ProgrammeSentences

    descriptions_in_list: "Die Beschreibungen der Programmpunkte stehen nicht im Zeitplan. In der Ansicht „Liste“ werden sie mitgedruckt.", "The timetable does not contain the descriptions of the items. They are printed with the view “List”.";
    to_hits: "Zu den Treffern", "Go to the results";
    show_matches: "Treffer zeigen", "Show results";
    more_on_it: "Mehr dazu:", "More about this:";
    recordings_unlinked: "Die Aufzeichnungen sind hier noch nicht verlinkt.", "The recordings are not linked here yet.";
    recordings_unknown: "Ob es Aufzeichnungen gibt, ist hier nicht bekannt.", "It is not known here whether there are recordings.";
    recordings_unknown_else: "Wo nichts dabeisteht, ist nicht bekannt, ob es eine Aufzeichnung gibt.", "Where nothing is said, it is not known whether there is a recording.";
    recordings_withheld: "Aufzeichnungen wurden nicht veröffentlicht.", "No recordings have been published.";
    topics_for_titles: "Wo kein Titel bekannt ist, steht das Thema.", "Where the title is not known, the topic is shown.";
    watch_it: "Ansehen", "Watch";
    search_label: "Programm und Personen durchsuchen", "Search programme and people";
    sort_by: "Sortieren nach", "Sort by";
    view: "Ansicht", "View";
    view_list: "Liste", "List";
    view_timetable: "Zeitplan", "Timetable";
    times_in: "Uhrzeiten:", "Times:";
    chosen: "Gewählt", "Chosen";
    remove: "entfernen", "remove";
    reset: "Zurücksetzen", "Reset";
    show_all: "Alle anzeigen", "Show all";
    no_match_help: "Versuchen Sie weniger oder andere Wörter. Umlaute und Groß- und Kleinschreibung spielen keine Rolle.", "Try fewer or other words. Umlauts and capitals make no difference.";
    also_in: "Auch im Text:", "Also in the text:";
    in_transcript: "Im Transkript:", "In the transcript:";
    no_programme: "Zu dieser Veranstaltung ist noch kein Programm eingetragen.", "No programme has been entered for this event yet.";
}
