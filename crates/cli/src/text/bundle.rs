//! The sentences of `nachlese bundle`.

use easy_ext::ext;
use nachlese_event::Speech;

/// Sentences of `nachlese bundle`.
#[ext(BundleText)]
impl Speech {
    /// What was written. `problems` says what is wrong with the event.
    pub(crate) fn bundled(self, kilobytes: u64, files: usize, problems: &str) -> String {
        self.pick(
            format!(
                "{kilobytes} kB geschrieben, Dateien der Veranstaltung darin: {files}; {problems}"
            ),
            format!("{kilobytes} kB written, event files in it: {files}; {problems}"),
        )
    }

    /// That a file is too large.
    pub(crate) fn left_out(self, path: &str, kilobytes: u64) -> String {
        self.pick(
            format!(
                "`{path}` ({kilobytes} kB) ist zu groß und fehlt. Mit einem höheren --limit kommt die Datei hinein."
            ),
            format!("`{path}` ({kilobytes} kB) is too large and left out. A higher --limit includes it."),
        )
    }

    /// That a file of the folder is not what was expected.
    pub(crate) fn unexpected_shape(self, file: &str) -> String {
        self.pick(
            format!(
                "`{file}` sieht anders aus, als dieses Programm es erwartet. Erzeugen Sie den Ordner mit `make dist` neu."
            ),
            format!(
                "`{file}` does not look as this program expects. Create the folder again with `make dist`."
            ),
        )
    }
}
