//! What the page says when an event cannot be shown.

use nachlese_event::Speech;

use crate::load_error::LoadError;

impl LoadError {
    /// What is the matter, in a few words.
    #[must_use]
    pub fn title(&self, speech: Speech) -> &'static str {
        speech.pick(
            "Die Veranstaltung kann gerade nicht angezeigt werden",
            "The event cannot be shown at the moment",
        )
    }

    /// What is the matter and what helps, in full sentences.
    #[must_use]
    pub fn explanation(&self, speech: Speech) -> String {
        let text = match self {
            Self::BadAddress => speech.pick(
                "Die Adresse nennt keine gültige Veranstaltung. Erlaubt sind ein Name aus dem \
                 Ordner „events“ oder eine Adresse, die mit https:// beginnt.",
                "The address names no valid event. Allowed are a name from the folder “events” \
                 or an address that begins with https://.",
            ),
            Self::NotFound => speech.pick(
                "Unter dieser Adresse gibt es keine Veranstaltung (mehr). Prüfen Sie bitte den \
                 Link, den Sie benutzt haben.",
                "There is no event at this address (any more). Please check the link you used.",
            ),
            Self::Http(status) => {
                return speech.pick(
                    format!("Der Server antwortet mit einem Fehler (HTTP {status}). Versuchen Sie es bitte später noch einmal."),
                    format!("The server answers with an error (HTTP {status}). Please try again later."),
                );
            }
            Self::NoNetwork => speech.pick(
                "Die Daten sind nicht zu erreichen. Prüfen Sie bitte Ihre Internetverbindung; \
                 vielleicht lässt auch der Server diese Seite nicht zu (CORS).",
                "The data cannot be reached. Please check your connection; perhaps the server \
                 does not admit this page (CORS).",
            ),
            Self::Timeout => speech.pick(
                "Der Server hat acht Sekunden lang nicht geantwortet. Versuchen Sie es bitte noch \
                 einmal.",
                "The server has not answered for eight seconds. Please try again.",
            ),
            Self::TooLarge => speech.pick(
                "Die Datei ist zu groß: mehr als 64 MB, oder mehr, als der Arbeitsspeicher fasst.",
                "The file is too large: more than 64 MB, or more than the memory holds.",
            ),
            Self::Unreadable(error) => return nachlese_reader::text::parse_error(error, speech),
        };
        text.to_owned()
    }
}
