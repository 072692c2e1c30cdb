//! The sentences of `nachlese prerender`.

use easy_ext::ext;
use nachlese_event::Speech;

/// Sentences of `nachlese prerender`.
#[ext(PrerenderText)]
impl Speech {
    /// What was written. `problems` says what is wrong with the event.
    pub(crate) fn prerendered(self, count: usize, problems: &str) -> String {
        self.pick(
            format!("{count} Dateien geschrieben; {problems}"),
            format!("{count} files written; {problems}"),
        )
    }

    /// That `index.html` was not written by trunk.
    pub(crate) fn prerender_without_root(self) -> &'static str {
        self.pick(
            "In index.html steht kein Element mit `data-event`. Nennen Sie den Ordner, den `trunk build` schreibt.",
            "No element in index.html has `data-event`. Name the folder that `trunk build` writes.",
        )
    }

    /// That a folder has no `index.html`.
    pub(crate) fn not_built(self) -> &'static str {
        self.pick(
            "In diesem Ordner gibt es keine index.html. Rufen Sie zuerst `make dist` auf (oder `trunk build`) und nennen Sie den Ordner, der dabei entsteht.",
            "There is no index.html in this folder. Run `make dist` first (or `trunk build`), and name the folder that it writes.",
        )
    }

    /// That the chosen event is not in the folder.
    pub(crate) fn event_not_in_folder(self, file: &str) -> String {
        self.pick(
            format!("{file}: Diese Datei liegt nicht im Ordner. Legen Sie sie dort als `events/<id>/event.json` ab."),
            format!("{file}: this file is not in the folder. Put it there as `events/<id>/event.json`."),
        )
    }

    /// That pictures for shared links are left out.
    pub(crate) fn prerender_without_fonts(self) -> &'static str {
        self.pick(
            "Keine Schrift gefunden: Die Vorschaubilder für geteilte Links fehlen.",
            "No font found: the preview pictures for shared links are left out.",
        )
    }

    /// What is left out because the address of the folder is not known.
    pub(crate) fn prerender_without_base(self) -> &'static str {
        self.pick(
            "Die Adresse der Seiten ist nicht bekannt: Es gibt keinen Feed, und Suchmaschinen erfahren nicht, welche Adresse gilt und was Übersetzungen sind. Nennen Sie sie mit `--base` (bei `make dist` als `BASE_URL`).",
            "The address of the pages is not known: there is no feed, and search engines are not told which address counts and what is a translation. Give it with `--base` (for `make dist` as `BASE_URL`).",
        )
    }

    /// That an event's pages are left out.
    pub(crate) fn event_left_out(self) -> &'static str {
        self.pick(
            "Diese Veranstaltung bekommt keine Seiten, alle anderen schon.",
            "This event gets no pages; all others do.",
        )
    }

    /// „12 Veranstaltungen, die neueste zuerst“, at least two.
    pub(crate) fn event_count(self, count: usize) -> String {
        self.pick(
            format!("{count} Veranstaltungen, die neueste zuerst."),
            format!("{count} events, newest first."),
        )
    }
}
