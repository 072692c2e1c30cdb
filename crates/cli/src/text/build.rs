//! The sentences of `nachlese new`, `build` and `serve`.

use easy_ext::ext;
use nachlese_event::{EventId, Speech};

/// Sentences of `nachlese new`, `build` and `serve`.
#[ext(BuildText)]
impl Speech {
    /// That a folder was made, and what to do next.
    pub(crate) fn new_made(self, folder: &str) -> String {
        self.pick(
            format!(
                "{folder}: angelegt. Tragen Sie Ihre Veranstaltung in {folder}/event.json ein; \
                 `nachlese serve {folder}` zeigt die Seite."
            ),
            format!(
                "{folder}: made. Write your event into {folder}/event.json; \
                 `nachlese serve {folder}` shows the page."
            ),
        )
    }

    /// That something is there already.
    pub(crate) fn new_exists(self) -> &'static str {
        self.pick(
            "Hier ist schon etwas. Nennen Sie einen neuen oder einen leeren Ordner.",
            "Something is here already. Name a new or an empty folder.",
        )
    }

    /// That a folder cannot be made.
    pub(crate) fn new_unwritable(self, cause: &str) -> String {
        self.pick(
            format!("Der Ordner lässt sich nicht anlegen ({cause}). Prüfen Sie den Pfad."),
            format!("The folder cannot be made ({cause}). Check the path."),
        )
    }

    /// That this program carries no app.
    pub(crate) fn no_app(self) -> &'static str {
        self.pick(
            "Dieses Programm enthält die Seite nicht, die es schreiben soll. Nehmen Sie ein \
             veröffentlichtes Programm (`make release` baut es), oder rufen Sie `make dist` auf und \
             nennen Sie `--app .cache/app`.",
            "This program does not contain the page that it should write. Use a released program \
             (`make release` builds it), or run `make dist` and add `--app .cache/app`.",
        )
    }

    /// That a folder is no app.
    pub(crate) fn no_app_in_folder(self) -> &'static str {
        self.pick(
            "In diesem Ordner gibt es keine index.html. Rufen Sie `make dist` auf und nennen Sie \
             `.cache/app`.",
            "There is no index.html in this folder. Run `make dist` and name `.cache/app`.",
        )
    }

    /// That two events have the same id.
    pub(crate) fn build_repeated(self, id: &EventId) -> String {
        self.pick(
            format!(
                "Die Kennung „{id}“ hat schon eine andere dieser Veranstaltungen. Geben Sie einer \
                 von beiden eine andere `id`."
            ),
            format!(
                "Another of these events has the id “{id}” already. Give one of them another `id`."
            ),
        )
    }

    /// That a file of somebody else stands where the site would be.
    pub(crate) fn build_in_the_way(self) -> &'static str {
        self.pick(
            "Das hat nicht `nachlese build` geschrieben, darum bleibt alles, wie es ist. Nennen Sie \
             mit `-o` einen anderen Ordner, oder entfernen Sie es.",
            "`nachlese build` did not write this, so everything stays as it is. Name another folder \
             with `-o`, or remove it.",
        )
    }

    /// That an earlier site is as it was.
    pub(crate) fn build_left(self, folder: &str) -> String {
        self.pick(
            format!("{folder}: nicht neu gebaut"),
            format!("{folder}: not built again"),
        )
    }

    /// How many files the site has, and what changed.
    pub(crate) fn built(self, files: usize, written: usize, removed: usize) -> String {
        self.pick(
            format!("{files} Dateien, davon {written} neu oder geändert, {removed} entfernt"),
            format!("{files} files, {written} of them new or changed, {removed} removed"),
        )
    }

    /// What the site lacks because its address is not known.
    pub(crate) fn build_without_base(self) -> &'static str {
        self.pick(
            "Ohne Feed (feed.xml), denn darin stehen vollständige Adressen: Nennen Sie die Adresse der Seite, \
             zum Beispiel mit `--base https://example.org/tagung/`.",
            "Without a feed (feed.xml), because it has whole addresses in it: give the address of the site, for \
             example with `--base https://example.org/conference/`.",
        )
    }

    /// That changes are waited for.
    pub(crate) fn build_watching(self) -> &'static str {
        self.pick(
            "Gebaut wird nach jeder Änderung. Strg+C beendet das.",
            "Each change is built. Ctrl+C ends this.",
        )
    }

    /// That changes cannot be noticed.
    pub(crate) fn not_watched(self, cause: &str) -> String {
        self.pick(
            format!("Änderungen lassen sich hier nicht bemerken ({cause})."),
            format!("Changes cannot be noticed here ({cause})."),
        )
    }

    /// Where the site is shown.
    pub(crate) fn serving(self, port: u16) -> String {
        self.pick(
            format!("http://127.0.0.1:{port}/ zeigt die Seite, auch nach jeder Änderung. Strg+C beendet das."),
            format!("http://127.0.0.1:{port}/ shows the page, and again after each change. Ctrl+C ends this."),
        )
    }

    /// That the port cannot be had.
    pub(crate) fn serve_without_port(self, port: u16, cause: &str) -> String {
        self.pick(
            format!(
                "Port {port} ist nicht frei ({cause}). Vielleicht läuft `nachlese serve` schon. \
                 Nennen Sie einen anderen, zum Beispiel `--port {}`.",
                port.wrapping_add(1)
            ),
            format!(
                "Port {port} is not free ({cause}). Perhaps `nachlese serve` is running already. \
                 Name another one, for example `--port {}`.",
                port.wrapping_add(1)
            ),
        )
    }

    /// How much is wrong with the events.
    pub(crate) fn serve_findings(self, count: usize) -> String {
        match (self, count) {
            (Self::German, 1) => "Eine Stelle ist zu prüfen".to_owned(),
            (Self::German, _) => format!("{count} Stellen sind zu prüfen"),
            (Self::English, 1) => "One place needs a look".to_owned(),
            (Self::English, _) => format!("{count} places need a look"),
        }
    }

    /// The button that hides the list of them.
    pub(crate) fn serve_hide(self) -> &'static str {
        self.pick("Ausblenden", "Hide")
    }
}
