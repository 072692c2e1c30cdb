//! The sentences about recordings, captions and quotations that do not fit each other.

use easy_ext::ext;
use nachlese_event::{LanguageTag, Seconds, Speech, problem::clip, say};

use crate::named_files::{End, Use};

/// Sentences about what an event says of its recordings.
#[ext(RecordedText)]
impl Speech {
    /// That a file is larger than it should be, and why that matters.
    pub(crate) fn larger_than_it_should_be(self, file: &str, it: Use, size: u64) -> String {
        let most = it.most() / 1_000_000;
        let size = size.div_ceil(1_000_000);
        match it {
            Use::Captions => say!(
                self,
                "`{file}` hat {size} MB; Untertitel über {most} MB durchsucht die Seite nicht",
                "`{file}` has {size} MB; the page does not search captions over {most} MB"
            ),
            Use::Picture => say!(
                self,
                "Das Bild `{file}` hat {size} MB; auf Bilder über {most} MB warten viele zu lange",
                "the picture `{file}` has {size} MB; many readers wait too long for more than \
                 {most} MB"
            ),
            Use::Recording => say!(
                self,
                "Die Aufzeichnung `{file}` hat {size} MB; manche Server und Geräte können nur {most} MB",
                "the recording `{file}` has {size} MB; some servers and devices take only {most} MB"
            ),
            Use::Download => say!(
                self,
                "`{file}` hat {size} MB; manche Anbieter von Webspace nehmen nur {most} MB an",
                "`{file}` has {size} MB; some web hosts take only {most} MB"
            ),
        }
    }

    /// What to do about it.
    pub(crate) fn larger_help(self, it: Use) -> &'static str {
        match it {
            Use::Captions => self.pick(
                "Prüfen Sie, ob es die richtige Datei ist: Die Untertitel eines ganzen Tages haben \
                 weniger als 1 MB.",
                "check whether this is the right file: the captions of a whole day have less than \
                 1 MB.",
            ),
            Use::Picture => self.pick(
                "Speichern Sie es mit höchstens 2.000 Pixeln Breite, Fotos als JPEG oder WebP.",
                "save it with a width of at most 2,000 pixels, photographs as JPEG or WebP.",
            ),
            Use::Recording => self.pick(
                "Rechnen Sie den Film kleiner: `ffmpeg -i film.mp4 -vf scale=-2:720 -crf 26 kleiner.mp4`.",
                "make it smaller: `ffmpeg -i film.mp4 -vf scale=-2:720 -crf 26 smaller.mp4`.",
            ),
            Use::Download => self.pick(
                "Verkleinern Sie die Datei, oder nennen Sie eine Adresse im Netz, an der sie liegt.",
                "make it smaller, or give an address on the web where it is.",
            ),
        }
    }

    /// That captions go on after the end.
    pub(crate) fn captions_past_end(self, file: &str, until: Seconds, end: End) -> String {
        let end = ends(end, self);
        say!(
            self,
            "Die Untertitel in `{file}` gehen bis `{until}`, {end}",
            "the captions in `{file}` run until `{until}`, {end}"
        )
    }

    /// What to do about it.
    pub(crate) fn captions_past_end_help(self) -> &'static str {
        self.pick(
            "Prüfen Sie, ob es die richtige Datei ist. Ihre Zeiten zählen vom Anfang des Vortrags, \
             nicht eines längeren Videos: Die erste ist meist wie `00:01.000 --> 00:04.000`.",
            "check whether this is the right file. Its times count from the start of the talk, not \
             of a longer video: the first is usually like `00:01.000 --> 00:04.000`.",
        )
    }

    /// That times of captions are not in order.
    pub(crate) fn captions_out_of_order(self, file: &str, at: Seconds) -> String {
        say!(
            self,
            "In `{file}` sind die Zeiten nicht in der Reihenfolge, zuerst bei `{at}`",
            "the times in `{file}` are not in order, first at `{at}`"
        )
    }

    /// What to do about it.
    pub(crate) fn captions_out_of_order_help(self) -> &'static str {
        self.pick(
            "Ein Untertitel beginnt nicht vor dem, der über ihm steht, und endet nach seinem \
             Anfang: `00:12.000 --> 00:15.000`.",
            "a caption does not begin before the one above it, and ends after its start: \
             `00:12.000 --> 00:15.000`.",
        )
    }

    /// That a file says that it is in another language.
    pub(crate) fn captions_other_language(
        self,
        file: &str,
        stated: &LanguageTag,
        found: &LanguageTag,
    ) -> String {
        let (stated, found) = (stated.as_str(), found.as_str());
        say!(
            self,
            "Als Sprache von `{file}` gilt hier `{stated}`, in der Datei steht `{found}`",
            "the language of `{file}` is `{stated}` here, but the file says `{found}`"
        )
    }

    /// What to do about it.
    pub(crate) fn captions_other_language_help(
        self,
        stated: &LanguageTag,
        found: &LanguageTag,
    ) -> String {
        let (stated, found) = (stated.as_str(), found.as_str());
        say!(
            self,
            "Schreiben Sie hier `\"language\": \"{found}\"` oder in der Datei `Language: {stated}`.",
            "write `\"language\": \"{found}\"` here, or `Language: {stated}` in the file."
        )
    }

    /// That two captions are the same file.
    pub(crate) fn captions_repeated(self, file: &str, language: &LanguageTag) -> String {
        let language = language.as_str();
        say!(
            self,
            "`{file}` steht hier schon als Untertitel in der Sprache `{language}`",
            "`{file}` is already listed here, as captions in the language `{language}`"
        )
    }

    /// What to do about it.
    pub(crate) fn captions_repeated_help(self) -> &'static str {
        self.pick(
            "Nennen Sie die Datei in der anderen Sprache, etwa `\"url\": \"vortrag.en.vtt\"`, oder \
             entfernen Sie den Eintrag.",
            "give the file in the other language, such as `\"url\": \"talk.en.vtt\"`, or remove \
             the entry.",
        )
    }

    /// That nobody has the name of a speaker.
    pub(crate) fn unknown_voice(self, file: &str, name: &str) -> String {
        let name = clip(name);
        say!(
            self,
            "In `{file}` spricht `{name}`, aber niemand in `people` heißt so",
            "`{name}` speaks in `{file}`, but nobody in `people` has this name"
        )
    }

    /// What to do about it.
    pub(crate) fn unknown_voice_help(self, suggestion: Option<&str>) -> String {
        match suggestion {
            Some(name) => say!(
                self,
                "Meinten Sie `{name}`? Dann schreiben Sie in der Datei `<v {name}>`.",
                "did you mean `{name}`? Then write `<v {name}>` in the file."
            ),
            None => self
                .pick(
                    "Wer zur Veranstaltung gehört, kommt in `people`: `{\"id\": \"ada\", \"name\": \
                     \"Ada Beispiel\"}`. Für alle anderen ist nichts zu tun.",
                    "add those who belong to the event to `people`: `{\"id\": \"ada\", \"name\": \
                     \"Ada Example\"}`. For all others there is nothing to do.",
                )
                .to_owned(),
        }
    }

    /// That a chapter begins before the one above it.
    pub(crate) fn chapter_out_of_order(self, start: Seconds, before: Seconds) -> String {
        say!(
            self,
            "Das Kapitel bei `{start}` steht nach dem bei `{before}`; die Seite ordnet sie nach der Zeit",
            "the chapter at `{start}` comes after that at `{before}`; the page sorts them by time"
        )
    }

    /// What to do about it.
    pub(crate) fn chapter_out_of_order_help(self) -> &'static str {
        self.pick(
            "Prüfen Sie `start`: `12:34` sind Minuten und Sekunden, mit Stunden `1:02:03`.",
            "check `start`: `12:34` is minutes and seconds, with hours `1:02:03`.",
        )
    }

    /// That a chapter begins after the end.
    pub(crate) fn chapter_past_end(self, start: Seconds, end: End) -> String {
        let end = ends(end, self);
        say!(
            self,
            "Das Kapitel beginnt bei `{start}`, {end}",
            "the chapter begins at `{start}`, {end}"
        )
    }

    /// What to do about it.
    pub(crate) fn chapter_past_end_help(self) -> &'static str {
        self.pick(
            "Prüfen Sie `start`: `12:34` sind Minuten und Sekunden. Gezählt wird vom Anfang des \
             Vortrags, nicht eines längeren Videos.",
            "check `start`: `12:34` is minutes and seconds. It counts from the start of the talk, \
             not of a longer video.",
        )
    }

    /// That a file has no chapters.
    pub(crate) fn chapters_unreadable(self, file: &str) -> String {
        say!(
            self,
            "Aus `{file}` lassen sich keine Kapitel lesen",
            "no chapters can be read from `{file}`"
        )
    }

    /// What to do about it.
    pub(crate) fn chapters_unreadable_help(self) -> &'static str {
        self.pick(
            "Nennen Sie eine Datei neben dieser mit Podlove Simple Chapters, Podcasting 2.0, WebVTT \
             oder Zeilen wie `00:01:30 Titel`, oder schreiben Sie hierher \
             `[{\"start\": \"1:30\", \"title\": \"Titel\"}]`.",
            "name a file beside this one with Podlove Simple Chapters, Podcasting 2.0, WebVTT or \
             lines such as `00:01:30 Title`, or write `[{\"start\": \"1:30\", \"title\": \"Title\"}]` \
             here.",
        )
    }

    /// That something leads to a position after the end.
    pub(crate) fn position_past_end(self, at: Seconds, end: End) -> String {
        let end = ends(end, self);
        say!(
            self,
            "Das führt zu `{at}`, {end}",
            "this leads to `{at}`, {end}"
        )
    }

    /// What to do about it.
    pub(crate) fn position_past_end_help(self) -> &'static str {
        self.pick(
            "Prüfen Sie den Vortrag und die Stelle: `12:34` sind Minuten und Sekunden. Gezählt wird \
             vom Anfang des Vortrags, nicht eines längeren Videos.",
            "check the talk and the position: `12:34` is minutes and seconds. It counts from the \
             start of the talk, not of a longer video.",
        )
    }

    /// That a film is not described.
    pub(crate) fn film_not_described(self) -> &'static str {
        self.pick(
            "Wer den Film nicht sieht, erfährt nicht, was er zeigt: Es fehlen Audiodeskription und Mitschrift",
            "whoever cannot see the film does not learn what it shows: it has neither an audio \
             description nor a transcript",
        )
    }

    /// What to do about it.
    pub(crate) fn film_not_described_help(self) -> &'static str {
        self.pick(
            "Ergänzen Sie `\"audioDescription\": {\"url\": \"film-beschrieben.mp4\"}` oder \
             `\"transcript\": \"film.txt\"`. Sagt der Ton alles, nennen Sie den Grund: \
             `\"audioDescription\": {\"notNeededReason\": \"…\"}`.",
            "add `\"audioDescription\": {\"url\": \"film-described.mp4\"}` or `\"transcript\": \
             \"film.txt\"`. If the sound tells everything, give the reason: \
             `\"audioDescription\": {\"notNeededReason\": \"…\"}`.",
        )
    }
}

/// Where something ends, after a comma.
fn ends(end: End, speech: Speech) -> String {
    match end {
        End::OfFile(end) => say!(
            speech,
            "aber die Aufzeichnung endet bei `{end}`",
            "but the recording ends at `{end}`"
        ),
        End::OfTalk(length) => say!(
            speech,
            "aber der Programmpunkt dauert nur `{length}`",
            "but the talk takes only `{length}`"
        ),
    }
}
