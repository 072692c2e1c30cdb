//! The sentences of `nachlese doctor`.

use easy_ext::ext;
use nachlese_event::{Speech, problem::clip, say};

use crate::{
    doctor::{Check, Nothing},
    http::Trouble,
};

/// Sentences about a deployed folder.
#[ext(DoctorText)]
impl Speech {
    /// What a check is called.
    pub(crate) fn looked_at(self, check: Check) -> &'static str {
        let (german, english) = match check {
            Check::Start => ("Startseite", "Start page"),
            Check::Slash => (
                "Adresse ohne Schrägstrich am Ende",
                "Address without its final slash",
            ),
            Check::NotFound => (
                "Seite für falsche Adressen (404)",
                "Page for wrong addresses (404)",
            ),
            Check::ServerFiles => ("Dateien nur für Webserver", "Files for web servers only"),
            Check::Deployed => ("Dateien, die die Seite nennt", "Files that the page names"),
            Check::OldFile => ("Datei einer früheren Fassung", "File of an earlier version"),
            Check::MediaType => ("Medientypen", "Media types"),
            Check::Range => (
                "Springen in Aufzeichnungen (Range)",
                "Seeking in recordings (Range)",
            ),
            Check::Caching => (
                "Zwischenspeichern (Cache-Control)",
                "Caching (Cache-Control)",
            ),
            Check::Packed => ("Gepackte Dateien", "Packed files"),
            Check::Policy => ("Sicherheitsrichtlinie", "Content security policy"),
            Check::Header => ("Weitere Header", "Other headers"),
            Check::Sharing => (
                "Einbetten auf anderen Websites (CORS)",
                "Embedding on other sites (CORS)",
            ),
            Check::Https => ("Verschlüsselung", "Encryption"),
        };
        self.pick(german, english)
    }

    /// Why it matters, and what to do where no line helps.
    pub(crate) fn why(self, check: Check) -> &'static str {
        let (german, english) = match check {
            Check::Start => (
                "Adressen mit Schrägstrich am Ende müssen die Datei index.html des Ordners liefern, als text/html.",
                "Addresses with a final slash must give the folder's index.html, as text/html.",
            ),
            Check::Slash => (
                "Der Server muss von hier zur Adresse mit Schrägstrich weiterleiten; sonst führen die Links der Seite daneben.",
                "The server must lead from here to the address with the slash; else the page's links lead astray.",
            ),
            Check::NotFound => (
                "Der Server muss mit 404 antworten und dabei 404.html zeigen: Diese Seite führt von einem zurückgezogenen Beitrag zum Programm.",
                "The server must answer with 404 and show 404.html: that page leads from a withdrawn talk to the programme.",
            ),
            Check::ServerFiles => (
                "Diese Dateien sind Einstellungen, keine Inhalte. Sie schaden nicht, gehören aber nicht ins Netz.",
                "These files are settings and no content. They do no harm, but need not be public.",
            ),
            Check::Deployed => (
                "Die Seite braucht diese Dateien. Kopieren Sie den Ordner noch einmal ganz: zuerst Dateien mit Prüfsumme im Namen, zuletzt die Seiten.",
                "The page needs these files. Copy the whole folder again: files with a hash in their name first, pages last.",
            ),
            Check::OldFile => (
                "Fehlt eine Datei, muss der Server mit 404 antworten, und niemand darf sich diese Antwort lange merken; sonst bleibt die Seite nach einer neuen Fassung leer.",
                "For a missing file the server must answer with 404, and nobody may keep that answer for long; else the page stays empty after a new version.",
            ),
            Check::MediaType => (
                "Browser lehnen Dateien mit falschem Typ ab oder laden sie langsamer.",
                "Browsers refuse files of a wrong type, or load them more slowly.",
            ),
            Check::Range => (
                "Der Server muss auf eine Range-Anfrage mit 206 antworten; sonst springt keine Aufzeichnung zu einer Stelle. nginx, Apache, Caddy und die üblichen statischen Hoster können das. Nehmen Sie einen davon.",
                "The server must answer a Range request with 206; else no recording can be played from a certain second. nginx, Apache, Caddy and the usual static hosts do. Use one of them.",
            ),
            Check::Caching => (
                "Dateien mit Prüfsumme im Namen ändern sich nie und müssen nie neu geladen werden; alle anderen fragt der Browser jedes Mal nach.",
                "Files with a hash in their name never change and need not be loaded again; for all others the browser asks each time.",
            ),
            Check::Packed => (
                "Gepackt sind diese Dateien ein Viertel so groß. Die Kopien mit .gz und .br liegen daneben; oder lassen Sie den Server selbst packen.",
                "Packed, these files are a quarter of the size. The copies .gz and .br lie beside them; or let the server pack by itself.",
            ),
            Check::Policy => (
                "Die Richtlinie sagt, was die Seite laden und ausführen darf. Genannt ist, was fehlt. Ohne den Header gilt nur der Teil in den Seiten selbst.",
                "The policy says what the page may load and run. What is missing is named. Without the header only the part within the pages holds.",
            ),
            Check::Header => (
                "Diese Header schützen Leser, und YouTube braucht den Referrer.",
                "These headers protect readers, and YouTube needs the referrer.",
            ),
            Check::Sharing => (
                "Ohne diese Header kann keine andere Website die Veranstaltung mit <nachlese-event> zeigen.",
                "Without these headers no other site can show the event by <nachlese-event>.",
            ),
            Check::Https => (
                "Ohne https: sehen andere mit, was gelesen wird, und Browser halten nichts für unterwegs bereit.",
                "Without https: others see what is read, and browsers keep nothing for offline use.",
            ),
        };
        self.pick(german, english)
    }

    /// That a header is not sent.
    pub(crate) fn nothing_sent(self) -> &'static str {
        self.pick("nicht gesendet", "not sent")
    }

    /// Where all lines are.
    pub(crate) fn lines_are_in_files(self) -> &'static str {
        self.pick(
            "Am einfachsten nehmen Sie alle Zeilen auf einmal: für nginx die Datei nginx.conf im Ordner (include), \
             für Apache .htaccess, für Netlify und Cloudflare Pages _headers. Bei nginx gelten in einer location mit \
             eigenem add_header die äußeren nicht. Mehr in docs/hosting.md.",
            "The simplest is to take all lines at once: for nginx the file nginx.conf in the folder (include), for \
             Apache .htaccess, for Netlify and Cloudflare Pages _headers. In nginx, a location with an add_header of \
             its own inherits none. docs/hosting.md has more.",
        )
    }

    /// That nothing can be done about headers.
    pub(crate) fn host_sends_no_headers(self) -> &'static str {
        self.pick(
            "Dieser Hoster sendet keine eigenen Header. Das ist in Ordnung: Jede Seite trägt den Teil der Richtlinie, \
             der Skripte betrifft.",
            "This host sends no headers of yours. That is fine: each page carries the part of the policy that \
             concerns scripts.",
        )
    }

    /// That the address leads to another one.
    pub(crate) fn led_to(self, address: &str) -> String {
        say!(
            self,
            "leitet weiter; angesehen wird {address}",
            "leads on; looking at {address}"
        )
    }

    /// How many things are missing.
    pub(crate) fn doctor_summary(self, missing: usize, all: usize, requests: u32) -> String {
        match missing {
            0 => say!(
                self,
                "alles in Ordnung ({all} Punkte, {requests} Anfragen)",
                "everything is fine ({all} points, {requests} requests)"
            ),
            1 => say!(
                self,
                "1 von {all} Punkten ist nicht in Ordnung ({requests} Anfragen)",
                "1 of {all} points is not fine ({requests} requests)"
            ),
            _ => say!(
                self,
                "{missing} von {all} Punkten sind nicht in Ordnung ({requests} Anfragen)",
                "{missing} of {all} points are not fine ({requests} requests)"
            ),
        }
    }

    /// That a text is no address.
    pub(crate) fn no_web_address(self) -> &'static str {
        self.pick(
            "Das ist keine Webadresse. Nennen Sie die Adresse des Ordners, zum Beispiel https://example.org/event/.",
            "This is no web address. Give the address of the folder, for example https://example.org/event/.",
        )
    }

    /// Why there is nothing to look at.
    pub(crate) fn nothing_there(self, nothing: &Nothing) -> String {
        match nothing {
            Nothing::Trouble(trouble) => said(trouble, self),
            Nothing::Elsewhere(location) => {
                let location = clip(location);
                say!(
                    self,
                    "Die Adresse leitet zu einem anderen Server weiter: {location}. Dort wird nicht gefragt; rufen Sie doctor mit dieser Adresse auf, wenn Sie sie meinen.",
                    "The address leads to another host: {location}. That host is not asked; call doctor with its address if you mean it."
                )
            }
            Nothing::Status(status) => say!(
                self,
                "Der Server antwortet mit {status}. Prüfen Sie die Adresse, und ob index.html im Ordner liegt und der Server sie für Adressen mit Schrägstrich liefert.",
                "The server answers with {status}. Check the address, and whether index.html is in the folder and sent for addresses with a final slash."
            ),
            Nothing::NoPage => say!(
                self,
                "An dieser Adresse ist eine Seite, aber keine von Nachlese. Nennen Sie den Ordner, in den Sie die Seite kopiert haben.",
                "There is a page at this address, but none of Nachlese. Give the folder that you copied the site to."
            ),
        }
    }
}

/// What keeps a host from answering.
fn said(trouble: &Trouble, speech: Speech) -> String {
    match trouble {
        Trouble::NoHost => say!(
            speech,
            "Diesen Server gibt es nicht, oder es gibt gerade keine Verbindung ins Netz. Prüfen Sie den Namen.",
            "There is no such host, or no connection to the network. Check the name."
        ),
        Trouble::Refused => say!(
            speech,
            "Dort antwortet niemand. Prüfen Sie Adresse und Port, und ob der Server läuft.",
            "Nobody answers there. Check address and port, and whether the server runs."
        ),
        Trouble::Slow => say!(
            speech,
            "Der Server hat in 15 Sekunden nicht geantwortet. Versuchen Sie es später noch einmal.",
            "The server did not answer within 15 seconds. Try again later."
        ),
        Trouble::Certificate(cause) => say!(
            speech,
            "Dem Zertifikat des Servers ist nicht zu trauen ({cause}). Browser würden hier warnen.",
            "The host's certificate cannot be trusted ({cause}). Browsers would warn here."
        ),
        Trouble::Enough => say!(
            speech,
            "Das waren zu viele Anfragen.",
            "There were too many requests."
        ),
        Trouble::Other(cause) => say!(
            speech,
            "Der Server gibt keine brauchbare Antwort ({cause}). Prüfen Sie die Adresse.",
            "The host gives no useful answer ({cause}). Check the address."
        ),
    }
}
