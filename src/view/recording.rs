//! A talk's recording: on its card, or on the stage of a film.

use leptos::prelude::*;

use super::{
    chapters::Chapters,
    consent::ConsentGate,
    figure::EventFigure,
    link_list::LinkList,
    player::{Clip, Media},
    talk_card::talk_title,
    words::plain,
};
use crate::{
    model::{AudioDescription, Figure, Recording, RecordingStatus, TalkId},
    state::AppState,
};

/// Shows what there is of a recording, or says honestly that there is nothing.
#[component]
pub fn TalkRecording(
    /// The talk.
    id: TalkId,
    /// The talk's title in plain words.
    title: String,
    /// Its recording.
    recording: Recording,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    if !recording.is_playable() {
        let text = match recording.status {
            RecordingStatus::Released => speech.recording_unlinked(),
            RecordingStatus::Withheld => speech.recording_withheld(),
            RecordingStatus::Unknown => speech.recording_unknown(),
        };
        let badge = recording.ai_generated.then(|| view! { <Badge /> });
        return view! { <div class="recording">{badge}<p class="recording__status">{text}</p></div> }
            .into_any();
    }
    let player = format!("card-{id}");
    let target = id.as_str().to_owned();
    // A link to a second of this talk opens its own files at once; a provider's still asks first.
    let opened = player.clone();
    let media = recording.sources.first().cloned().map(Media::Video);
    let needs_consent = media.is_some_and(|media| media.is_asked_first(state));
    Effect::new(move |_| {
        let is_meant = state
            .target
            .read()
            .as_ref()
            .is_some_and(|t| t.id == target && t.at.is_some());
        if is_meant && !needs_consent {
            state.open(&opened);
        }
    });
    view! { <Playable id title recording player /> }.into_any()
}

/// Shows a film on its stage: the picture until the video is there.
#[component]
pub fn Film(
    /// The programme item.
    talk: TalkId,
    /// The picture of the stage.
    picture: Option<Figure>,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let talk = catalogue.event.talk(&talk)?.clone();
    let recording = talk.recording.clone().unwrap_or_default();
    let title = talk_title(state, &talk);
    let badge = recording.ai_generated.then(|| view! { <Badge /> });
    let below = if recording.is_playable() {
        let player = format!("film-{}", talk.id);
        view! { <Playable id=talk.id title recording player /> }.into_any()
    } else {
        let links: Vec<_> = catalogue
            .event
            .playlists
            .iter()
            .flat_map(|list| list.fallback_links.clone())
            .collect();
        let text = match recording.status {
            RecordingStatus::Withheld => speech.recording_withheld(),
            _ => speech.film_unlinked(),
        };
        let help = (!links.is_empty()).then(|| speech.playlist_until_then());
        view! {
            <div class="recording">
                <p class="recording__status">{text} " " {help}</p>
                <LinkList links />
            </div>
        }
        .into_any()
    };
    Some(view! {
        <div class="film">
            <div class="film__stage">{badge} {picture.map(|figure| view! { <EventFigure figure /> })}</div>
            {below}
        </div>
    })
}

/// A recording that can be played, with its chapters and what makes it accessible.
#[component]
fn Playable(
    /// The talk.
    id: TalkId,
    /// The talk's title in plain words.
    title: String,
    /// Its recording.
    recording: Recording,
    /// The player's name on this page.
    player: String,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let assets = state.catalogue().assets.clone();
    let badge = recording.ai_generated.then(|| view! { <Badge /> });
    let transcript = recording.transcript.as_ref().map(|link| {
        let href = assets.resolve(&link.url);
        let label = plain(state, &link.label);
        let is_named = label != link.url.as_str();
        let label = if is_named {
            label
        } else {
            speech.transcript().to_owned()
        };
        view! { <p class="recording__note"><a href=href>{label}</a></p> }
    });
    let described = match &recording.audio_description {
        Some(AudioDescription::Described { url }) => Some(assets.resolve(url)),
        _ => None,
    };
    let described = described.map(|href| {
        view! { <p class="recording__note"><a href=href>{speech.audio_description()}</a></p> }
    });
    let chapters = recording.chapters.clone();
    let talk = id.clone();
    let clip = recording.sources.first().cloned().map(|source| Clip {
        media: Media::Video(source),
        captions: recording.captions.clone(),
        talk: Some(id),
        title,
    });
    view! {
        <div class="recording">
            {badge}
            {clip.map(|clip| view! { <ConsentGate clip player /> })}
            {(!chapters.is_empty()).then(|| view! { <Chapters talk chapters /> })}
            {transcript}
            {described}
        </div>
    }
}

/// „Mit KI erzeugt“.
#[component]
fn Badge() -> impl IntoView {
    view! { <span class="badge">{AppState::expect().speech().ai_generated()}</span> }
}

#[cfg(test)]
#[cfg(feature = "cli")]
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
        assert_has(&html, &["data-consent", "Externes Video (cdn.example)"]);
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
