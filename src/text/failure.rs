//! What the page says when an event cannot be shown.

use nachlese_event::Speech;

use crate::load_error::LoadError;

impl LoadError {
    /// What is wrong, in a few words.
    #[must_use]
    pub fn title(&self, speech: Speech) -> &'static str {
        speech.pick(
            "Die Veranstaltung kann gerade nicht angezeigt werden",
            "The event cannot be shown at the moment",
        )
    }

    /// What is wrong and what helps, in full sentences.
    #[must_use]
    pub fn explanation(&self, speech: Speech) -> String {
        let text = match self {
            Self::BadAddress => speech.pick(
                "Die Adresse nennt keine gültige Veranstaltung. Erlaubt sind ein Name aus dem \
                 Ordner „events“ oder eine Adresse, die mit https:// beginnt.",
                "The address does not name a valid event. Use a name from the folder “events” \
                 or an address that begins with https://.",
            ),
            Self::NotFound => speech.pick(
                "Unter dieser Adresse gibt es keine Veranstaltung (mehr). Prüfen Sie bitte den \
                 Link, den Sie benutzt haben.",
                "There is no event at this address, or not any more. Please check the link.",
            ),
            Self::Http(status) => {
                return speech.pick(
                    format!("Der Server meldet einen Fehler (HTTP {status}). Bitte versuchen Sie es später noch einmal."),
                    format!("The server reports an error (HTTP {status}). Please try again later."),
                );
            }
            Self::NoNetwork => speech.pick(
                "Die Daten sind nicht erreichbar. Bitte prüfen Sie Ihre Internetverbindung. \
                 Vielleicht lässt auch der Server diese Seite nicht zu (CORS).",
                "The data cannot be reached. Please check your connection. Perhaps the server \
                 does not allow this page (CORS).",
            ),
            Self::Timeout => speech.pick(
                "Der Server antwortet nicht oder viel zu langsam. Bitte versuchen Sie es noch einmal.",
                "The server does not answer, or far too slowly. Please try again.",
            ),
            Self::TooLarge => speech.pick(
                "Die Datei ist zu groß: Sie hat mehr als 64 MB oder passt nicht in den Speicher.",
                "The file is too large: it has more than 64 MB or does not fit into memory.",
            ),
            Self::Unreadable(error) => return nachlese_reader::text::parse_error(error, speech),
        };
        text.to_owned()
    }
}
