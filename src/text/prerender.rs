//! The sentences of `nachlese prerender`.

use super::Speech;

impl Speech {
    /// What was written; `problems` says what is wrong with the event.
    #[must_use]
    pub fn prerendered(self, count: usize, problems: &str) -> String {
        self.pick(
            format!("{count} Dateien geschrieben; {problems}"),
            format!("{count} files written; {problems}"),
        )
    }

    /// That `index.html` is none of trunk's.
    #[must_use]
    pub fn prerender_without_root(self) -> &'static str {
        self.pick(
            "In index.html steht kein Element mit `data-event`. Nennen Sie den Ordner, den `trunk build` schreibt.",
            "No element of index.html has `data-event`. Name the folder that `trunk build` writes.",
        )
    }

    /// That pictures for shared links are left out.
    #[must_use]
    pub fn prerender_without_fonts(self) -> &'static str {
        self.pick(
            "Keine Schrift gefunden: die Vorschaubilder für geteilte Links fehlen.",
            "No font found: the preview pictures for shared links are left out.",
        )
    }
}
