//! A talk's recording, on its card or as the main video of a section.

use leptos::prelude::{GetUntracked, Read, untrack};
use nachlese_event::{AudioDescription, Figure, Recording, RecordingStatus, TalkId};
use nachlese_markup::{El, ElementRef, Markup, el, follow};

use super::{
    chapters::chapters,
    consent::consent_gate,
    figure::event_figure,
    link_list::link_list,
    player::{Clip, Media},
    talk_name::talk_title,
    words::plain,
};
use crate::{state::AppState, text::prelude::*};

/// Shows a talk's recording, or says that there is none.
///
/// `title` is the talk's title as plain text.
pub fn talk_recording(id: &TalkId, title: &str, recording: &Recording) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    if !recording.is_playable() {
        let catalogue = state.catalogue();
        let is_said =
            catalogue.only_talk().is_none() && catalogue.common_status() == Some(recording.status);
        let text = match recording.status {
            RecordingStatus::Released => speech.recording_unlinked(),
            RecordingStatus::Withheld => speech.recording_withheld(),
            RecordingStatus::Unknown => speech.recording_unknown(),
        };
        let text = (!is_said).then(|| el("p").class("recording__status").child(text));
        return el("div")
            .class("recording")
            .child(badge(state, recording))
            .child(text);
    }
    let player = format!("card-{id}");
    open_when_asked(state, id, recording, &player);
    let (gate, more) = playable(state, id, title, recording, player);
    el("div")
        .class("recording")
        .child(badge(state, recording))
        .child(gate)
        .children(more)
}

/// A link to a second of this talk opens its own files at once. For a provider's video, the page
/// asks first.
pub(super) fn open_when_asked(state: AppState, id: &TalkId, recording: &Recording, player: &str) {
    let media = recording.sources.first().cloned().map(Media::Video);
    if media.is_some_and(|media| media.is_asked_first(state)) {
        return;
    }
    let (target, player) = (id.as_str().to_owned(), player.to_owned());
    let elsewhere = stage_name(id);
    follow(move || {
        let asked = state.view.target.read();
        let asked = asked.as_ref().filter(|asked| asked.at.is_some());
        let is_asked = asked.is_some_and(|asked| asked.id == target);
        if is_asked && !untrack(|| state.view.playing.read().is_open(&elsewhere)) {
            state.open(&player);
        }
    });
}

/// The name of a film's player on its stage.
fn stage_name(id: &TalkId) -> String {
    format!("film-{id}")
}

/// Shows a film. Until the video is opened, it shows the picture.
pub fn film(talk: &TalkId, picture: Option<&Figure>) -> Option<El> {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let talk = catalogue.event.talk(talk)?;
    let none = Recording::default();
    let recording = talk.recording.as_ref().unwrap_or(&none);
    let below = if recording.is_playable() {
        let title = talk_title(state, talk);
        let player = stage_name(&talk.id);
        let (gate, more) = playable(state, &talk.id, &title, recording, player);
        el("div").class("recording").child(gate).children(more)
    } else {
        let lists = catalogue.event.playlists.iter();
        let links: Vec<_> = lists.flat_map(|list| list.fallback_links.clone()).collect();
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
            .child(link_list(&links, false))
    };
    let picture_stage = el("div")
        .class("film__stage")
        .child(badge(state, recording))
        .child(picture.and_then(|figure| event_figure(figure, "", false)));
    Some(el("div").class("film").child(picture_stage).child(below))
}

/// A recording that can be played, with chapters, captions and transcript.
pub(super) fn playable(
    state: AppState,
    id: &TalkId,
    title: &str,
    recording: &Recording,
    player: String,
) -> (Option<Markup>, Vec<El>) {
    let speech = state.speech();
    let assets = state.catalogue().assets.clone();
    let note = |href: Option<String>, label: String| {
        el("p")
            .class("recording__note")
            .child(el("a").address("href", href).child(label))
    };
    let transcript = recording.transcript.as_ref().map(|link| {
        let label = plain(state, &link.label);
        let is_named = label != link.url.as_str();
        let label = if is_named {
            label
        } else {
            speech.transcript().to_owned()
        };
        note(assets.resolve(&link.url), label)
    });
    let described = match &recording.audio_description {
        Some(AudioDescription::Described { url }) => assets.resolve(url),
        _ => None,
    };
    let described = described.map(|href| note(Some(href), speech.audio_description().to_owned()));
    let clip = recording.sources.first().map(|source| Clip {
        media: Media::Video(source.clone()),
        captions: recording.captions.clone(),
        talk: Some(id.clone()),
        title: title.to_owned(),
    });
    let opener = ElementRef::new();
    let parts = clip.as_ref().filter(|_| !recording.chapters.is_empty());
    let parts = parts.map(|clip| {
        let play = play(state, clip, player.clone(), opener);
        chapters(id, &recording.chapters, play)
    });
    let gate = clip.map(|clip| consent_gate(clip, player, opener));
    let more = parts.into_iter().chain(transcript).chain(described);
    (gate, more.collect())
}

/// The button that opens a player at a second. If the provider is not allowed yet, it leads to the
/// question.
fn play(
    state: AppState,
    clip: &Clip,
    player: String,
    opener: ElementRef,
) -> impl Fn() + Clone + Send + use<> {
    let provider = clip.media.provider();
    let is_own = !clip.media.is_asked_first(state);
    move || {
        let playing = state.view.playing.get_untracked();
        if playing.is_open(&player) || is_own {
            state.open(&player);
        } else if playing.allowed.contains(&provider) {
            state.agree(&player, provider);
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
    fn says_that_a_film_is_not_linked_yet() {
        let html = film("");
        assert_has(
            &html,
            &["Der Film ist hier noch nicht verlinkt.", "Mit KI erzeugt"],
        );
        assert_lacks(&html, &["data-consent", "<button"]);
    }
}
