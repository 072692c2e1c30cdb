//! The words of the event as a document.

use easy_ext::ext;
use nachlese_event::{Speech, say};

/// Words of the event as a document.
#[ext(DocumentText)]
impl Speech {
    /// „Wann“.
    pub(crate) fn document_when(self) -> &'static str {
        self.pick("Wann", "When")
    }

    /// „Wo“.
    pub(crate) fn document_where(self) -> &'static str {
        self.pick("Wo", "Where")
    }

    /// „Veranstaltet von“.
    pub(crate) fn document_host(self) -> &'static str {
        self.pick("Veranstaltet von", "Hosted by")
    }

    /// „etwa 100“.
    pub(crate) fn document_about(self, count: u32) -> String {
        say!(self, "etwa {count}", "about {count}")
    }

    /// „Aufzeichnung“.
    pub(crate) fn document_recording(self) -> &'static str {
        self.pick("Aufzeichnung", "Recording")
    }

    /// „Kapitel“.
    pub(crate) fn document_chapters(self) -> &'static str {
        self.pick("Kapitel", "Chapters")
    }

    /// „Folien“.
    pub(crate) fn document_slides(self) -> &'static str {
        self.pick("Folien", "Slides")
    }

    /// „Mehr dazu“.
    pub(crate) fn document_links(self) -> &'static str {
        self.pick("Mehr dazu", "More")
    }

    /// „Kernbotschaft“.
    pub(crate) fn document_core_message(self) -> &'static str {
        self.pick("Kernbotschaft", "Key message")
    }

    /// „sinngemäß“, for words that are not quoted exactly.
    pub(crate) fn document_paraphrase(self) -> &'static str {
        self.pick("sinngemäß", "in substance")
    }

    /// „Programm“.
    pub(crate) fn document_programme(self) -> &'static str {
        self.pick("Programm", "Programme")
    }

    /// „Ohne Uhrzeit“, for items whose day is not known.
    pub(crate) fn document_no_day(self) -> &'static str {
        self.pick("Ohne Tag", "Without a day")
    }

    /// „Foto“, before the name of the photographer.
    pub(crate) fn document_photo(self) -> &'static str {
        self.pick("Foto", "Photo")
    }

    /// „Quelle“.
    pub(crate) fn document_source(self) -> &'static str {
        self.pick("Quelle", "Source")
    }
}
