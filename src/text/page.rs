//! The sentences of the page.

use super::Speech;
use crate::model::{Kind, LanguageTag, Part, Seconds, TalkStatus};

/// Defines methods on [`Speech`] that give a fixed sentence.
macro_rules! sentences {
    ($($name:ident: $german:literal, $english:literal;)*) => {
        impl Speech {
            $(
                #[doc = concat!("„", $german, "“")]
                #[must_use]
                pub const fn $name(self) -> &'static str {
                    match self { Self::German => $german, Self::English => $english }
                }
            )*
        }
    };
}

pub(super) use sentences;

sentences! {
    embed: "Einbetten", "Embed";
    skip_to_content: "Zum Inhalt springen", "Skip to content";
    language: "Sprache", "Language";
    appearance: "Darstellung", "Appearance";
    appearance_auto: "System", "System";
    appearance_light: "Hell", "Light";
    appearance_dark: "Dunkel", "Dark";
    recap: "Rückblick", "Looking back";
    copy_link: "Link kopieren", "Copy link";
    link_copied: "Link kopiert", "Link copied";
    link_not_copied: "Das Kopieren ist hier nicht erlaubt. Bitte kopieren Sie die Adresse aus der Adresszeile.", "Copying is not allowed here. Please copy the address from the address bar.";
    easy_language: "Leichte Sprache", "Easy language (German)";
    sign_language: "Gebärdensprache", "Sign language";
    breadcrumb: "Sie sind hier", "You are here";
    before: "Davor", "Before";
    after: "Danach", "After";
    before_and_after: "Davor und danach", "Before and after";
    with_the_same_people: "Mehr mit denselben Beteiligten", "More with the same people";
    search_programme: "Im Programm suchen", "Search the programme";
    whole_abstract: "Ganze Beschreibung", "Full description";
    open_file: "Videodatei öffnen", "Open the video file";
    without_script: "Suche, Filter und eingebettete Videos brauchen JavaScript; alles andere ist da.", "Search, filters and embedded videos need JavaScript; everything else is here.";
    on_this_page: "Auf dieser Seite", "On this page";
    share: "Teilen", "Share";
    link_to_section: "Link zu diesem Abschnitt", "Link to this section";
    illustration: "Illustration", "Illustration";
    photo: "Foto", "Photo";
    in_substance: "sinngemäß", "in substance";
    watch_from: "Im Video ab", "In the video from";
    when: "Wann", "When";
    place: "Wo", "Where";
    about: "etwa", "about";
    days: "Tage", "Days";
    time: "Zeit", "Time";
    room_unknown: "Ohne Raumangabe", "Room not given";
    time_unknown: "Ohne Zeitangabe", "Time not given";
    back_to_timetable: "Zurück zum Zeitplan", "Back to the timetable";
    goes_on: "Fortsetzung: ", "Continued: ";
    your_time: "Ihre Zeit", "your time";
    still_listening: "; was gesagt wurde, kommt gleich dazu", "; what was said will be added in a moment";
    quote: "Zitat", "Quote";
    topic: "Thema", "Topic";
    moderation: "Moderation", "Moderator";
    organisation: "Organisation", "Organizer";
    from_left_to_right: "Von links nach rechts", "From left to right";
    core_message: "Kernaussage", "Core message";
    ai_generated: "Mit KI erzeugt", "Made with AI";
    watch: "Aufzeichnung ansehen", "Watch the recording";
    load_video: "Video laden", "Load video";
    load_playlist: "Playlist laden", "Load playlist";
    remember_provider: "Auf dieser Seite nicht mehr nachfragen (gilt, bis Sie sie schließen)", "Do not ask again on this page (until you close it)";
    privacy_of_page: "Datenschutzhinweise", "Privacy information";
    close_player: "Video entfernen", "Remove video";
    recording_failed: "Die Aufzeichnung lässt sich gerade nicht abspielen: Die Datei fehlt, oder die Verbindung ist gestört.", "The recording cannot be played at the moment: the file is missing, or the connection is disturbed.";
    more: "mehr", "more";
    withdraw_consent: "Video-Einwilligung widerrufen", "Withdraw consent to videos";
    chapters: "Kapitel", "Chapters";
    transcript: "Transkript lesen", "Read the transcript";
    audio_description: "Fassung mit Audiodeskription", "Version with audio description";
    captions_automatic: "automatisch erstellt", "made automatically";
    recording_unlinked: "Die Aufzeichnung ist hier noch nicht verlinkt.", "The recording is not linked here yet.";
    recording_unknown: "Ob es eine Aufzeichnung gibt, ist hier nicht bekannt.", "Whether there is a recording is not known here.";
    recording_withheld: "Dieser Programmpunkt wurde nicht als Aufzeichnung veröffentlicht.", "No recording of this item has been published.";
    recording_left_out: "Die Aufzeichnung ist nicht in dieser Datei enthalten.", "The recording is not part of this file.";
    film_unlinked: "Der Film ist hier noch nicht verlinkt.", "The film is not linked here yet.";
    playlist_unlinked: "Die Playlist ist hier noch nicht verlinkt.", "The playlist is not linked here yet.";
    playlist_until_then: "Bis dahin helfen diese Seiten weiter:", "Until then these pages help:";
    in_this_playlist: "In dieser Playlist", "In this playlist";
    source: "Quelle", "Source";
    picture_credits: "Bildnachweise", "Picture credits";
    own_illustrations: "Die Illustrationen gehören zu dieser Seite.", "The illustrations belong to this page.";
    all_events: "Alle Veranstaltungen", "All events";
    imprint: "Impressum", "Imprint";
    privacy: "Datenschutz", "Privacy";
    accessibility: "Erklärung zur Barrierefreiheit", "Accessibility statement";
    report_barrier: "Barriere melden", "Report a barrier";
    loading: "Inhalt wird geladen …", "Loading …";
    not_up_to_date: "Suche, Filter und eingebettete Videos fehlen gerade; alles andere ist da.", "Search, filters and embedded videos are missing at the moment; everything else is here.";
    retry: "Erneut versuchen", "Try again";
    to_original: "Zur ursprünglichen Meldung", "To the original article";
    error_code: "Fehlercode", "Error code";
    partly_broken: "Einige Angaben zu dieser Veranstaltung fehlen hier.", "Some details of this event are missing here.";
    details: "Einzelheiten", "Details";
    address_dropped: "Diese Angaben sind hier unbekannt und wurden weggelassen:", "These values are unknown here and were left out:";
    dismiss: "Hinweis schließen", "Close this note";
}

impl Speech {
    /// „Offline – Stand 18. Juni 2024“: `day` is the day on which the data was kept.
    #[must_use]
    pub fn kept_on(self, day: &str, is_newer_unreadable: bool) -> String {
        if is_newer_unreadable {
            return self.pick(
                format!("Stand {day}: Die neueren Daten sind nicht zu lesen."),
                format!("As of {day}: the newer data cannot be read."),
            );
        }
        self.pick(
            format!(
                "Offline – Stand {day}. Videos sind erst mit einer Verbindung wieder zu sehen."
            ),
            format!("Offline – as of {day}. Videos can be watched again with a connection."),
        )
    }

    /// „sections=programme (es gibt: talks, quote)“
    #[must_use]
    pub fn unknown_value(self, value: &str, all: &str) -> String {
        let there_is = self.pick("es gibt:", "there is:");
        format!("{value} ({there_is} {all})")
    }

    /// „Auf dieser Website lässt sich nicht zu 12:34 springen: …“
    #[must_use]
    pub fn begins_from_the_start(self, at: Seconds) -> String {
        match self {
            Self::German => format!(
                "Auf dieser Website lässt sich nicht zu {at} springen: Die Aufzeichnung beginnt \
                 von vorn."
            ),
            Self::English => {
                format!("This website cannot jump to {at}: the recording plays from the start.")
            }
        }
    }

    /// What a sort of programme item is called.
    #[must_use]
    pub fn kind(self, kind: &Kind) -> &str {
        match kind {
            Kind::Welcome => self.pick("Begrüßung", "Welcome"),
            Kind::Keynote => "Keynote",
            Kind::Talk => self.pick("Vortrag", "Talk"),
            Kind::Lightning => self.pick("Kurzvortrag", "Lightning talk"),
            Kind::Panel => "Panel",
            Kind::Market => self.pick("Marktplatz", "Market place"),
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

    /// „Video ab 12:34 laden“.
    #[must_use]
    pub fn load_video_from(self, at: Seconds) -> String {
        self.pick(
            format!("Video ab {at} laden"),
            format!("Load video from {at}"),
        )
    }

    /// „Auf YouTube ansehen“.
    #[must_use]
    pub fn watch_at(self, provider: &str) -> String {
        self.pick(
            format!("Auf {provider} ansehen"),
            format!("Watch on {provider}"),
        )
    }

    /// „Video: Ethik (YouTube)“, the name of a player; the event's own files have no provider.
    #[must_use]
    pub fn player_title(self, title: &str, provider: &str) -> String {
        match provider {
            "" => format!("Video: {title}"),
            _ => format!("Video: {title} ({provider})"),
        }
    }

    /// „Moderation“; nothing for those whose part a talk's page tells by itself.
    #[must_use]
    pub fn part(self, part: Part) -> Option<&'static str> {
        match part {
            Part::Moderator => Some(self.moderation()),
            Part::Organizer => Some(self.organisation()),
            Part::Speaker | Part::Panelist => None,
        }
    }

    /// A language's own name, for those that the program knows; else its tag.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_singular_and_plural() {
        for (shown, total, german, english) in [
            (8, 8, "8 Programmpunkte", "8 items"),
            (1, 1, "1 Programmpunkt", "1 item"),
            (3, 8, "3 von 8 Programmpunkten", "3 of 8 items"),
            (0, 1, "0 von 1 Programmpunkt", "0 of 1 items"),
        ] {
            assert_eq!(Speech::German.match_count(shown, total), german);
            assert_eq!(Speech::English.match_count(shown, total), english);
        }
    }
}
