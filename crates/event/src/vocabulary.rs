//! What the parts of an event are called, on the page and in exports.

use crate::{Kind, LanguageTag, Part, Speech, TalkStatus};

impl Speech {
    /// The name of the list of all events.
    #[must_use]
    pub fn events(self) -> &'static str {
        self.pick("Veranstaltungen", "Events")
    }

    /// „Rückblick“.
    #[must_use]
    pub fn recap(self) -> &'static str {
        self.pick("Rückblick", "Looking back")
    }

    /// „Mit KI erzeugt“.
    #[must_use]
    pub fn ai_generated(self) -> &'static str {
        self.pick("Mit KI erzeugt", "Made with AI")
    }

    /// „Thema“.
    #[must_use]
    pub fn topic(self) -> &'static str {
        self.pick("Thema", "Topic")
    }

    /// „Moderation“.
    #[must_use]
    pub fn moderation(self) -> &'static str {
        self.pick("Moderation", "Moderator")
    }

    /// „Organisation“.
    #[must_use]
    pub fn organisation(self) -> &'static str {
        self.pick("Organisation", "Organizer")
    }

    /// The name of a kind of programme item.
    #[must_use]
    pub fn kind(self, kind: &Kind) -> &str {
        match kind {
            Kind::Welcome => self.pick("Begrüßung", "Welcome"),
            Kind::Keynote => "Keynote",
            Kind::Talk => self.pick("Vortrag", "Talk"),
            Kind::Lightning => self.pick("Kurzvortrag", "Lightning talk"),
            Kind::Panel => "Panel",
            Kind::Market => self.pick("Marktplatz", "Marketplace"),
            Kind::Film => "Film",
            Kind::Workshop => "Workshop",
            Kind::Break => self.pick("Pause", "Break"),
            Kind::Other(word) => word,
        }
    }

    /// „Abgesagt“.
    #[must_use]
    pub fn talk_status(self, status: TalkStatus) -> &'static str {
        match status {
            TalkStatus::Cancelled => self.pick("Abgesagt", "Cancelled"),
            TalkStatus::Moved => self.pick("Verlegt", "Moved"),
        }
    }

    /// „Moderation“, or nothing for roles that a talk's page shows by itself.
    #[must_use]
    pub fn part(self, part: Part) -> Option<&'static str> {
        match part {
            Part::Moderator => Some(self.moderation()),
            Part::Organizer => Some(self.organisation()),
            Part::Speaker | Part::Panelist => None,
        }
    }

    /// A language's own name if the program knows it, else its tag.
    #[must_use]
    pub fn language_name(self, tag: &LanguageTag) -> &str {
        match tag.as_str().to_ascii_lowercase().as_str() {
            "de" => "Deutsch",
            "en" => "English",
            "fr" => "Français",
            "it" => "Italiano",
            "es" => "Español",
            "nl" => "Nederlands",
            "pl" => "Polski",
            "tr" => "Türkçe",
            "uk" => "Українська",
            "de-x-easy" => "Leichte Sprache",
            _ => tag.as_str(),
        }
    }
}
