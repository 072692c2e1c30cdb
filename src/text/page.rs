//! The sentences of the page.

use easy_ext::ext;
use nachlese_event::{Kind, Seconds, Speech};

use super::sentences::sentences;

sentences! {
    /// Fixed sentences of the page.
    PageSentences

    embed: "Einbetten", "Embed";
    skip_to_content: "Zum Inhalt springen", "Skip to content";
    language: "Sprache", "Language";
    appearance: "Darstellung", "Appearance";
    appearance_auto: "System", "System";
    appearance_light: "Hell", "Light";
    appearance_dark: "Dunkel", "Dark";
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
    about_page: "Über diese Seite", "About this page";
    on_this_page: "Auf dieser Seite", "On this page";
    share: "Teilen", "Share";
    link_to_section: "Link zu diesem Abschnitt", "Link to this section";
    illustration: "Illustration", "Illustration";
    photo: "Foto", "Photo";
    photos: "Fotos", "Photos";
    in_substance: "sinngemäß", "paraphrased";
    watch_from: "Im Video ab", "In the video from";
    passage_in_video: "Im Video:", "In the video:";
    slide: " Folie: ", " Slide: ";
    questions: "Fragen", "Questions";
    when: "Wann", "When";
    place: "Wo", "Where";
    about: "etwa", "about";
    days: "Tage", "Days";
    time: "Zeit", "Time";
    room_unknown: "Ohne Raumangabe", "No room given";
    time_unknown: "Ohne Zeitangabe", "No time given";
    back_to_timetable: "Zurück zum Zeitplan", "Back to the timetable";
    goes_on: "Fortsetzung: ", "Continued: ";
    your_time: "Ihre Zeit", "your time";
    still_listening: "; Treffer in Transkripten folgen", "; matches in transcripts will follow";
    quote: "Zitat", "Quote";
    left_to_right: "Von links nach rechts", "From left to right";
    core_message: "Kernaussage", "Key message";
    watch: "Aufzeichnung ansehen", "Watch the recording";
    load_video: "Video laden", "Load video";
    load_playlist: "Playlist laden", "Load playlist";
    remember_provider: "Auf dieser Seite nicht mehr nachfragen (gilt, bis Sie sie schließen)", "Do not ask again on this page (until you close it)";
    privacy_of_page: "Datenschutzhinweise", "Privacy information";
    close_player: "Video entfernen", "Remove video";
    recording_failed: "Die Aufzeichnung lässt sich gerade nicht abspielen: Die Datei fehlt, die Verbindung ist gestört, oder dieser Browser kennt ihr Format nicht.", "The recording cannot be played at the moment: the file is missing, there is a connection problem, or this browser does not know its format.";
    more: "mehr", "more";
    withdraw_consent: "Video-Einwilligung widerrufen", "Withdraw consent to videos";
    chapters: "Kapitel", "Chapters";
    transcript: "Transkript lesen", "Read the transcript";
    transcript_title: "Transkript", "Transcript";
    transcript_language: "Sprache des Transkripts", "Language of the transcript";
    transcript_failed: "Das Transkript lässt sich gerade nicht laden.", "The transcript cannot be loaded at the moment.";
    on_stage: "Das Video ist im Player geöffnet.", "The video is open in the player.";
    to_player: "Zum Player", "To the player";
    close: "Schließen", "Close";
    audio_description: "Fassung mit Audiodeskription", "Version with audio description";
    captions_automatic: "automatisch erstellt", "generated automatically";
    recording_unlinked: "Die Aufzeichnung ist hier noch nicht verlinkt.", "The recording is not linked here yet.";
    recording_unknown: "Ob es eine Aufzeichnung gibt, ist hier nicht bekannt.", "It is not known here whether there is a recording.";
    recording_elsewhere: "Diese Seiten helfen weiter:", "These pages may help:";
    recording_withheld: "Von diesem Programmpunkt wurde keine Aufzeichnung veröffentlicht.", "No recording of this item has been published.";
    recording_left_out: "Die Aufzeichnung ist nicht in dieser Datei enthalten.", "The recording is not part of this file.";
    film_unlinked: "Der Film ist hier noch nicht verlinkt.", "The film is not linked here yet.";
    playlist_unlinked: "Die Playlist ist hier noch nicht verlinkt.", "The playlist is not linked here yet.";
    playlist_until_then: "Bis dahin helfen diese Seiten weiter:", "Until then, see these pages:";
    in_this_playlist: "In dieser Playlist", "In this playlist";
    source: "Quelle", "Source";
    picture_credits: "Bildnachweise", "Picture credits";
    own_illustrations: "Die Illustrationen gehören zu dieser Seite.", "The illustrations belong to this page.";
    all_events: "Alle Veranstaltungen", "All events";
    imprint: "Impressum", "Imprint";
    privacy: "Datenschutz", "Privacy";
    accessibility: "Erklärung zur Barrierefreiheit", "Accessibility statement";
    report_barrier: "Barriere melden", "Report a barrier";
    event_loaded: "Der Inhalt ist geladen.", "The content has loaded.";
    loading: "Inhalt wird geladen …", "Loading …";
    not_up_to_date: "Suche, Filter und eingebettete Videos fehlen gerade; alles andere ist da.", "Search, filters and embedded videos are not available just now; everything else is here.";
    retry: "Erneut versuchen", "Try again";
    to_original: "Zur ursprünglichen Meldung", "To the original article";
    error_code: "Fehlercode", "Error code";
    partly_broken: "Einige Angaben zu dieser Veranstaltung fehlen hier.", "Some details of this event are missing here.";
    details: "Einzelheiten", "Details";
    address_dropped: "Diese Angaben sind hier unbekannt und wurden weggelassen:", "These values are unknown here and were left out:";
    dismiss: "Hinweis schließen", "Close this note";
}

/// Sentences of the page that name something.
#[ext(PageText)]
impl Speech {
    /// „Offline – Stand 18. Juni 2024“: `day` is the day on which the data was stored.
    pub fn kept_on(self, day: &str, is_newer_unreadable: bool) -> String {
        if is_newer_unreadable {
            return self.pick(
                format!("Stand {day}: Die neueren Daten sind nicht lesbar."),
                format!("As of {day}: the newer data cannot be read."),
            );
        }
        self.pick(
            format!("Offline – Stand {day}. Videos brauchen eine Internetverbindung."),
            format!("Offline – as of {day}. Videos need an internet connection."),
        )
    }

    /// „sections=programme (möglich: talks, quote)“
    pub fn unknown_value(self, value: &str, all: &str) -> String {
        let possible = self.pick("möglich:", "possible:");
        format!("{value} ({possible} {all})")
    }

    /// „Auf dieser Website lässt sich nicht zu 12:34 springen: …“
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

    /// „Video ab 12:34 laden“.
    pub fn load_video_from(self, at: Seconds) -> String {
        self.pick(
            format!("Video ab {at} laden"),
            format!("Load video from {at}"),
        )
    }

    /// „In diesem Vortrag gesagt“: the heading above statements from a talk.
    pub fn said_in(self, kind: &Kind) -> &'static str {
        match kind {
            Kind::Keynote | Kind::Talk | Kind::Lightning => {
                self.pick("In diesem Vortrag gesagt", "Said in this talk")
            }
            Kind::Panel => self.pick("Auf dem Podium gesagt", "Said on the panel"),
            _ => self.pick("Hier gesagt", "Said here"),
        }
    }

    /// A title in the quotation marks of the language.
    pub fn quoted(self, title: &str) -> String {
        self.pick(format!("„{title}“"), format!("“{title}”"))
    }

    /// „Auf YouTube ansehen“.
    pub fn watch_at(self, provider: &str) -> String {
        self.pick(
            format!("Auf {provider} ansehen"),
            format!("Watch on {provider}"),
        )
    }

    /// „Video: Ethik (YouTube)“, the name of a player. The event's own files have no provider.
    pub fn player_title(self, title: &str, provider: &str) -> String {
        match provider {
            "" => format!("Video: {title}"),
            _ => format!("Video: {title} ({provider})"),
        }
    }
}
