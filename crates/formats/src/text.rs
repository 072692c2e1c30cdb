//! The sentences in imported and exported files.

#[cfg(feature = "command")]
pub(crate) mod document;
#[cfg(feature = "command")]
mod import_error;

#[cfg(feature = "command")]
pub use import_error::import_error;

use easy_ext::ext;
use nachlese_event::Speech;

/// Sentences in imported and exported files.
#[ext(FormatText)]
impl Speech {
    /// „Im ursprünglichen Programm“, the label of a link to an item's page in the original
    /// programme.
    pub(crate) fn original_page(self) -> &'static str {
        self.pick("Im ursprünglichen Programm", "In the original programme")
    }

    /// „Programm“, the title of a programme that has none.
    pub(crate) fn nameless_programme(self) -> &'static str {
        self.pick("Programm", "Programme")
    }

    /// „Folien“, the label of slides that have none.
    #[cfg(feature = "command")]
    pub(crate) fn slides(self) -> &'static str {
        self.pick("Folien", "Slides")
    }

    /// „Ort unbekannt“, for formats that require a room.
    #[cfg(feature = "export")]
    pub(crate) fn place_unknown(self) -> &'static str {
        self.pick("Ort unbekannt", "Place unknown")
    }

    /// „Aufzeichnung ansehen“, the label of a link to a recording.
    #[cfg(feature = "export")]
    pub(crate) fn watch(self) -> &'static str {
        self.pick("Aufzeichnung ansehen", "Watch the recording")
    }
}
