//! The sentences about quotations that are not said where they claim to be.

use easy_ext::ext;
use nachlese_event::{Seconds, Speech, say};

/// Sentences about quotations.
#[ext(QuotationText)]
impl Speech {
    /// That a quotation is said at another second.
    pub(crate) fn quote_elsewhere(self, at: Seconds, found: Seconds) -> String {
        let distance = distance(at.0.abs_diff(found.0), self);
        let direction = if found < at {
            self.pick("früher", "earlier")
        } else {
            self.pick("später", "later")
        };
        say!(
            self,
            "Diese Worte fallen nicht bei `{at}`, sondern bei `{found}`, {distance} {direction}",
            "these words are not said at `{at}`, but at `{found}`, {distance} {direction}"
        )
    }

    /// What to do about it.
    pub(crate) fn quote_elsewhere_help(self, found: Seconds) -> String {
        say!(
            self,
            "Schreiben Sie `\"at\": \"{found}\"`.",
            "write `\"at\": \"{found}\"`."
        )
    }

    /// That a quotation is not said, and what is said instead.
    pub(crate) fn quote_not_said(
        self,
        said: Option<&(Seconds, String)>,
        is_automatic: bool,
    ) -> String {
        let captions = if is_automatic {
            self.pick(
                "in den automatischen Untertiteln",
                "in the automatic captions",
            )
        } else {
            self.pick("in der Aufzeichnung", "in the recording")
        };
        match said {
            Some((at, words)) => say!(
                self,
                "Diese Worte fallen {captions} nicht; bei `{at}` heißt es: „{words}“",
                "these words are not said {captions}; at `{at}` it says: “{words}”"
            ),
            None => say!(
                self,
                "Diese Worte fallen {captions} nicht",
                "these words are not said {captions}"
            ),
        }
    }

    /// What to do about it.
    pub(crate) fn quote_not_said_help(self, is_automatic: bool) -> &'static str {
        if is_automatic {
            return self.pick(
                "Hören Sie nach: Automatische Untertitel irren sich oft. Ist es nur der Sinn, \
                 schreiben Sie `\"verbatim\": false`.",
                "listen to it: automatic captions are often wrong. If these words give the sense \
                 only, write `\"verbatim\": false`.",
            );
        }
        self.pick(
            "Übernehmen Sie die Worte aus Untertiteln oder Mitschrift, mit `[…]` für Ausgelassenes. \
             Ist es nur der Sinn, schreiben Sie `\"verbatim\": false`.",
            "copy the words from the captions or the transcript, with `[…]` for what is left out. \
             If these words give the sense only, write `\"verbatim\": false`.",
        )
    }
}

/// How far apart two positions are.
fn distance(seconds: u32, speech: Speech) -> String {
    if seconds < 120 {
        return say!(speech, "{seconds} Sekunden", "{seconds} seconds");
    }
    let minutes = (seconds + 30) / 60;
    say!(speech, "{minutes} Minuten", "{minutes} minutes")
}
