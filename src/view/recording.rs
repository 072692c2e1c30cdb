//! A talk's recording, on its card or as the main video of a section.

use nachlese_event::{AudioDescription, Figure, Recording, RecordingStatus, TalkId};
use nachlese_markup::{El, ElementRef, Markup, el, group};

use super::{
    chapters::chapters,
    consent::offer,
    figure::event_figure,
    link_list::link_list,
    player::Clip,
    presented::{playlist_section, pointer},
    words::plain,
};
use crate::{
    state::{AppState, Playable},
    text::prelude::*,
};

/// Offers a talk's recording, or says that there is none.
pub fn talk_recording(id: &TalkId, recording: &Recording) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    if !recording.is_playable() {
        let catalogue = state.catalogue();
        let is_alone = catalogue.only_talk().is_some();
        let common = catalogue.common_status().filter(|_| !is_alone);
        let is_said = common.is_some_and(|common| common.status == recording.status);
        let text = match recording.status {
            RecordingStatus::Released => speech.recording_unlinked(),
            RecordingStatus::Withheld => speech.recording_withheld(),
            RecordingStatus::Unknown => speech.recording_unknown(),
        };
        let help = is_alone.then(|| elsewhere(state, id, recording));
        let text = (!is_said).then(|| el("p").class("recording__status").child(text));
        return el("div")
            .class("recording")
            .child(badge(state, recording))
            .child(text)
            .children(help);
    }
    let (offer, more) = playable(state, id, recording);
    el("div")
        .class("recording")
        .child(badge(state, recording))
        .child(offer)
        .children(more)
}

/// Where a talk's recording may be, as the event's playlists say.
fn elsewhere(state: AppState, id: &TalkId, recording: &Recording) -> Markup {
    let catalogue = state.catalogue();
    let lists = catalogue.event.playlists.iter();
    let lists = lists.filter(|list| list.items.is_empty() || list.items.contains(id));
    let links: Vec<_> = lists.flat_map(|list| list.fallback_links.clone()).collect();
    if recording.status == RecordingStatus::Withheld || links.is_empty() {
        return group([]);
    }
    let help = state.speech().recording_elsewhere();
    let help = el("p").class("recording__status").child(help);
    group([help.into(), link_list(&links, false).into()])
}

/// Shows the picture of a film, and offers the film.
pub fn film(talk: &TalkId, picture: Option<&Figure>) -> Option<El> {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let talk = catalogue.event.talk(talk)?;
    let none = Recording::default();
    let recording = talk.recording.as_ref().unwrap_or(&none);
    let below = if recording.is_playable() {
        let (offer, more) = playable(state, &talk.id, recording);
        el("div").class("recording").child(offer).children(more)
    } else {
        let told = playlist_section(state);
        let lists = catalogue.event.playlists.iter();
        let lists = lists.filter(|_| told.is_none());
        let links: Vec<_> = lists.flat_map(|list| list.fallback_links.clone()).collect();
        let pointer = told.map(|section| pointer(state, &section));
        let text = match recording.status {
            RecordingStatus::Withheld => speech.recording_withheld(),
            _ => speech.film_unlinked(),
        };
        let help = (!links.is_empty()).then(|| speech.playlist_until_then());
        let status = el("p")
            .class("recording__status")
            .child(text)
            .child(" ")
            .child(help);
        el("div")
            .class("recording")
            .child(status)
            .child(pointer)
            .child(link_list(&links, false))
    };
    let picture_stage = el("div")
        .class("film__stage")
        .child(badge(state, recording))
        .child(picture.and_then(|figure| event_figure(figure, "", false)));
    Some(el("div").class("film").child(picture_stage).child(below))
}

/// The offer to play a recording, and its chapters, transcript and audio description.
pub(super) fn playable(
    state: AppState,
    id: &TalkId,
    recording: &Recording,
) -> (Option<Markup>, Vec<El>) {
    let speech = state.speech();
    let assets = state.catalogue().assets.clone();
    let note = |href: Option<String>, label: String| {
        el("p")
            .class("recording__note")
            .child(el("a").address("href", href).child(label))
    };
    let reading = reading_button(state, id);
    let transcript = recording.transcript.as_ref().map(|link| {
        let label = plain(state, &link.label);
        let is_named = label != link.url.as_str();
        let label = if is_named {
            label
        } else {
            speech.transcript().to_owned()
        };
        // The button that says the same needs scripts.
        let is_double = !is_named && reading.is_some();
        let link = note(assets.resolve(&link.url), label);
        if is_double {
            el("div").class("without-script").child(link)
        } else {
            link
        }
    });
    let described = match &recording.audio_description {
        Some(AudioDescription::Described { url }) => assets.resolve(url),
        _ => None,
    };
    let described = described.map(|href| note(Some(href), speech.audio_description().to_owned()));
    let clip = Clip::of(state, Playable::Talk(id.clone()));
    let opener = ElementRef::new();
    let parts = clip.as_ref().filter(|_| !recording.chapters.is_empty());
    let parts = parts.map(|clip| {
        let play = play(state, clip, opener);
        chapters(id, &recording.chapters, play)
    });
    let offer = clip.map(|clip| offer(clip, opener));
    let more = parts.into_iter().chain(reading);
    let more = more.chain(transcript).chain(described);
    (offer, more.collect())
}

/// Opens a talk's transcript on the stage, without playing anything. On the talk's own page it is
/// open.
pub(super) fn reading_button(state: AppState, id: &TalkId) -> Option<El> {
    let catalogue = state.catalogue();
    let talk = catalogue.event.talk(id)?;
    let has_words = !catalogue.words_of(talk).is_empty();
    let (opener, what) = (ElementRef::new(), Playable::Talk(id.clone()));
    let button = el("button")
        .attr("type", "button")
        .class("chip")
        .at(opener)
        .on("click", move |_| {
            state.open_from(opener);
            state.read(&what);
        })
        .child(state.speech().transcript());
    (has_words && catalogue.only_talk().is_none()).then_some(button)
}

/// Plays a recording from the second that the address asks for. If its provider is not allowed yet,
/// this leads to the question, which `opener` answers.
pub(super) fn play(
    state: AppState,
    clip: &Clip,
    opener: ElementRef,
) -> impl Fn() + Clone + Send + use<> {
    let (what, provider) = (clip.what.clone(), clip.media.provider());
    let is_own = !clip.media.is_asked_first(state);
    move || {
        let playing = state.view.playing.get_untracked();
        let is_open = playing.is_open(&what);
        if !is_open {
            state.open_from(opener);
        }
        if is_open || is_own {
            state.open(&what);
        } else if playing.allowed.contains(&provider) {
            state.agree(&what, provider);
        } else {
            opener.focus();
        }
    }
}

/// „Mit KI erzeugt“, if it was.
pub(super) fn badge(state: AppState, recording: &Recording) -> Option<El> {
    let label = state.speech().ai_generated();
    recording
        .ai_generated
        .then(|| el("span").class("badge").child(label))
}

#[cfg(test)]
mod tests {
    use crate::view::test_support::{assert_has, assert_lacks, sections};

    fn film(sources: &str) -> String {
        sections(&format!(
            r#""talks": [{{"id": "f", "kind": "film", "title": "Stadt", "recording": {{
                   "status": "released", "aiGenerated": true, "sources": [{sources}],
                   "chapters": [{{"start": "1:05", "title": "Ausblick"}}],
                   "transcript": "f.txt"}}}}],
               "sections": [{{"type": "film", "talk": "f"}}]"#
        ))
    }

    #[test]
    fn offers_a_file_with_chapters_and_transcript() {
        let html = film(r#"{"provider": "file", "url": "f.mp4"}"#);
        assert_has(&html, &["Aufzeichnung ansehen", "Mit KI erzeugt"]);
        assert_has(
            &html,
            &[r##"href="#f@1:05""##, "Ausblick", r#"aria-label="Kapitel""#],
        );
        assert_has(&html, &[r#"<a href="events/x/f.txt">Transkript lesen</a>"#]);
        assert_lacks(&html, &["<video", "data-consent", "<iframe"]);
    }

    #[test]
    fn asks_before_a_file_from_another_host() {
        let html = film(r#"{"provider": "file", "url": "https://cdn.example/f.mp4"}"#);
        assert_has(
            &html,
            &[
                "data-consent",
                "Das Video kommt von cdn.example (Land unbekannt).",
            ],
        );
        assert_lacks(&html, &["<video"]);
    }

    #[test]
    fn what_helps_until_a_film_is_linked_is_told_once() {
        let page = |last: &str| {
            sections(&format!(
                r#""talks": [{{"id": "f", "kind": "film", "title": "Stadt"}}],
                   "playlists": [{{"title": "Alle", "provider": "youtube", "items": ["f"],
                       "fallbackLinks": [{{"label": "Zum Kanal", "url": "https://a.example/kanal"}}]}}],
                   "sections": [{{"type": "film", "talk": "f"}}{last}]"#
            ))
        };
        assert_has(&page(""), &["Bis dahin helfen", "Zum Kanal"]);
        let with_list = page(r#", {"type": "playlist", "id": "liste", "heading": "Nachschauen"}"#);
        assert_has(&with_list, &[r##"Mehr dazu: <a href="#liste">"##]);
        assert_eq!(with_list.matches("Zum Kanal").count(), 1, "{with_list}");
    }

    #[test]
    fn says_that_a_film_is_not_linked_yet() {
        let html = film("");
        assert_has(
            &html,
            &["Der Film ist hier noch nicht verlinkt.", "Mit KI erzeugt"],
        );
        assert_lacks(&html, &["data-consent", "<button"]);
    }
}
