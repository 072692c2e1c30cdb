//! The sentences of `nachlese check --online`.

use easy_ext::ext;
use nachlese_event::{Speech, problem::clip, say};

use crate::{
    http::Trouble,
    named_files::{Asked, Kind, Unreachable},
};

/// Sentences about what is on other hosts.
#[ext(OnlineText)]
impl Speech {
    /// That readers do not get something.
    pub(crate) fn unreachable(self, address: &str, why: &Unreachable) -> String {
        let address = clip(address);
        match why {
            Unreachable::Gone(status) => say!(
                self,
                "`{address}` gibt es dort nicht oder nicht mehr (Antwort {status})",
                "`{address}` is not there, or not any more (answer {status})"
            ),
            Unreachable::Private => say!(
                self,
                "Das Video `{address}` ist nicht öffentlich oder darf nirgends eingebettet werden",
                "the video `{address}` is not public, or may not be embedded anywhere"
            ),
            Unreachable::Broken(status) => say!(
                self,
                "Der Server von `{address}` hat gerade eine Störung (Antwort {status})",
                "the host of `{address}` has a fault at the moment (answer {status})"
            ),
            Unreachable::Trouble(trouble) => no_answer(&address, trouble, self),
        }
    }

    /// What to do about it.
    pub(crate) fn unreachable_help(self, kind: Kind, why: &Unreachable) -> &'static str {
        if why.may_pass() {
            return self.pick(
                "Fragen Sie später noch einmal. Bleibt es dabei, berichtigen Sie die Adresse oder entfernen Sie sie.",
                "ask again later. If it stays like this, correct the address or remove it.",
            );
        }
        match why {
            Unreachable::Private => self.pick(
                "Geben Sie das Video beim Anbieter frei, auch zum Einbetten. Soll es nicht mehr zu sehen sein, \
                 schreiben Sie `\"status\": \"withheld\"` in die Aufzeichnung.",
                "make the video public at its provider, also for embedding. If nobody is to see it any more, write \
                 `\"status\": \"withheld\"` in the recording.",
            ),
            _ if kind.is_video() => self.pick(
                "Berichtigen Sie die Kennung. Gibt es das Video nicht mehr, entfernen Sie diese Quelle.",
                "correct the id. If the video is gone, remove this source.",
            ),
            _ => self.pick(
                "Öffnen Sie die Adresse im Browser und berichtigen oder entfernen Sie sie.",
                "open the address in a browser, then correct or remove it.",
            ),
        }
    }

    /// That there is no network.
    pub(crate) fn no_network(self) -> &'static str {
        self.pick(
            "Kein Server ist zu finden; wahrscheinlich gibt es hier keine Verbindung ins Netz. Ohne --online wird nur \
             die Datei geprüft.",
            "No host can be found; probably there is no connection to the network here. Without --online, only the \
             file is checked.",
        )
    }

    /// How many addresses were asked for.
    pub(crate) fn asked(self, asked: &Asked) -> String {
        let (all, unsaid) = (asked.addresses, asked.unsaid);
        let mut sentence = match all {
            0 => self
                .pick(
                    "keine Adresse auf anderen Servern",
                    "no address on other hosts",
                )
                .to_owned(),
            1 => self
                .pick("1 Adresse gefragt", "asked for 1 address")
                .to_owned(),
            _ => say!(self, "{all} Adressen gefragt", "asked for {all} addresses"),
        };
        if unsaid > 0 {
            sentence += &say!(
                self,
                "; {unsaid} davon: Der Server weist Programme ab, bitte selbst nachsehen",
                "; {unsaid} of them: the host turns programs away, please look yourself"
            );
        }
        if asked.left_out > 0 {
            let rest = asked.left_out;
            sentence += &say!(
                self,
                "; {rest} weitere nicht, das wären zu viele",
                "; not for {rest} more, that would be too many"
            );
        }
        sentence
    }
}

/// That a host does not answer.
fn no_answer(address: &str, trouble: &Trouble, speech: Speech) -> String {
    match trouble {
        Trouble::NoHost => say!(
            speech,
            "Der Server von `{address}` ist nicht zu finden",
            "the host of `{address}` cannot be found"
        ),
        Trouble::Certificate(_) => say!(
            speech,
            "Browser warnen vor `{address}`: Dem Zertifikat des Servers ist nicht zu trauen",
            "browsers warn of `{address}`: the host's certificate cannot be trusted"
        ),
        _ => say!(
            speech,
            "Der Server von `{address}` antwortet nicht",
            "the host of `{address}` does not answer"
        ),
    }
}
