//! What the page says before a provider's video is loaded.

use easy_ext::ext;
use nachlese_event::Speech;

/// Sentences about videos that wait for consent.
#[ext(ConsentText)]
impl Speech {
    /// What happens when a video is loaded: which data goes to `company`, and where. `provider` is
    /// the format's word.
    pub fn consent_text(self, name: &str, company: &str, provider: &str) -> String {
        let (country, also) = match provider {
            "youtube" => (
                self.pick("Irland", "Ireland"),
                self.pick(" dorthin, auch in die USA", " there, and to the USA"),
            ),
            "vimeo" => (self.pick("USA", "USA"), self.pick(" dorthin", " there")),
            _ => (
                self.pick("Land unbekannt", "country unknown"),
                self.pick(" dorthin", " there"),
            ),
        };
        let who = if name == company {
            format!("{name} ({country})")
        } else {
            format!("{name} ({company}, {country})")
        };
        match self {
            Self::German => format!(
                "Das Video kommt von {who}. Beim Laden gehen Ihre IP-Adresse und \
                 Gerätedaten{also}."
            ),
            Self::English => format!(
                "The video comes from {who}. Loading it sends your IP address and data about your \
                 device{also}."
            ),
        }
    }

    /// „Video geöffnet: Ethik“, for screen readers.
    pub fn video_opened(self, title: &str) -> String {
        format!("{}: {title}", self.pick("Video geöffnet", "Video opened"))
    }

    /// „Video entfernt: Ethik“, for screen readers.
    pub fn video_removed(self, title: &str) -> String {
        format!("{}: {title}", self.pick("Video entfernt", "Video removed"))
    }

    /// What was done when the reader has withdrawn the consent.
    pub fn consent_withdrawn(self) -> &'static str {
        self.pick(
            "Einwilligung widerrufen. Alle Videos sind geschlossen.",
            "Consent withdrawn. All videos are closed.",
        )
    }

    /// What the page does before anything is loaded.
    pub fn consent_before(self, name: &str) -> String {
        match self {
            Self::German => format!(
                "Vorher stellt diese Seite keine Verbindung zu {name} her. Was mit den Daten \
                 geschieht, bestimmt der Anbieter, möglicherweise außerhalb der EU."
            ),
            Self::English => format!(
                "Until then, this page does not connect to {name}. The provider decides what \
                 happens to the data, possibly outside the EU."
            ),
        }
    }
}
