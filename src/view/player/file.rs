//! The browser's own player for files, and the message if a file does not play.

use leptos::prelude::{request_animation_frame, untrack};
use nachlese_event::{Captions, CaptionsOrigin, Seconds, VideoSource};
use nachlese_markup::{El, ElementRef, Markup, Signal, el, follow, group, switch};

use super::{Clip, Media};
use crate::{state::AppState, text::prelude::*};

/// The browser's own player. If the file is missing or broken, a sentence with links.
pub(super) fn file(state: AppState, clip: Clip, around: ElementRef) -> Markup {
    let is_broken = Signal::new(false);
    let draw = move |broken_in: Option<_>| {
        if broken_in.is_some() {
            failure(state, &clip, is_broken, around).into()
        } else {
            file_player(state, &clip, is_broken)
        }
    };
    // Only the message is drawn again in another language.
    let key = move || is_broken.get().then(|| state.language.get());
    switch(key, draw)
}

/// Says that a recording does not play, and what helps.
fn failure(state: AppState, clip: &Clip, is_broken: Signal<bool>, around: ElementRef) -> El {
    let speech = state.speech();
    let retry = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| {
            is_broken.set(false);
            around.focus();
        })
        .child(speech.retry());
    let link = el("a").address("href", clip.file(state));
    let actions = el("div")
        .class("player__actions")
        .child(retry)
        .child(link.child(speech.open_file()));
    let text = el("p")
        .attr("role", "alert")
        .attr("data-code", "recording-failed")
        .child(speech.recording_failed());
    el("div")
        .class("player__failure")
        .child(text)
        .child(actions)
}

/// The browser's own player, and a sentence if it cannot start at the wanted second.
fn file_player(state: AppState, clip: &Clip, is_broken: Signal<bool>) -> Markup {
    let Media::Video(VideoSource::File {
        url, media_type, ..
    }) = &clip.media
    else {
        return group([]);
    };
    let at = untrack(|| clip.position(state));
    let file = clip.file_from(state, at).unwrap_or_default();
    let source = el("source")
        .attr("src", file)
        .attr("type", media_type.clone())
        .on("error", move |_| is_broken.set(true));
    let start = clip.start();
    let tracks = clip.captions.iter();
    let tracks = tracks.map(|captions| track(state, captions, start));
    let video = ElementRef::new();
    let sought = clip.clone();
    let mut is_open = false;
    follow(move || {
        let at = sought.position(state);
        // The first position is in the file's address.
        if let (Some(at), true) = (at, std::mem::replace(&mut is_open, true)) {
            let at = f64::from(start.0) + f64::from(at.0);
            video.set_number("currentTime", at);
            play_if_pressed(video);
            show(video);
        }
    });
    // If a host sends only whole files, browsers cannot jump. Only this shows it.
    let sought = clip.clone();
    let is_known = Signal::new(false);
    let note = move || {
        let at = sought.position(state).unwrap_or_default();
        let at = Seconds(start.0.saturating_add(at.0));
        if is_known.get() && !video.can_go_to(f64::from(at.0)) {
            state.speech().begins_from_the_start(at)
        } else {
            String::new()
        }
    };
    if cfg!(target_family = "wasm") {
        // Later, because the element is not in the document yet.
        request_animation_frame(move || play_if_pressed(video));
    }
    // Captions on another origin need a video that is requested with CORS too. Files next to the
    // event have the headers that the event needed.
    let named = clip.clone();
    let is_shared = state.catalogue().frame.is_embedded && url.is_relative();
    let video = el("video")
        .class("player__video")
        .attr("controls", true)
        .attr("crossorigin", is_shared.then_some("anonymous"))
        .attr("preload", "metadata")
        .live_attr("aria-label", move || named.name(state))
        .attr("data-start", (start.0 > 0).then_some(start.0))
        .on("loadedmetadata", move |_| is_known.set(true))
        .on("error", move |_| is_broken.set(true))
        .at(video)
        .child(source)
        .children(tracks);
    let note = el("p")
        .class("player__note")
        .attr("aria-live", "polite")
        .live_text(note);
    group([video.into(), note.into()])
}

/// Plays the recording if the reader has just pressed a button. A player opened by an address
/// waits.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(unused, reason = "only browsers play")
)]
fn play_if_pressed(video: ElementRef) {
    #[cfg(target_arch = "wasm32")]
    if let Some(video) = video.element() {
        crate::browser::play_if_pressed(&video);
    }
}

/// Scrolls until a player is visible.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(unused, reason = "only browsers scroll")
)]
pub(super) fn show(player: ElementRef) {
    #[cfg(target_arch = "wasm32")]
    if let Some(player) = player.element() {
        crate::browser::bring_into_sight(&player);
    }
}

/// A file of captions. Those made by a machine are labelled. Its times count from `start`, where
/// the talk begins in the video, but the browser counts from the beginning of the video.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(unused, reason = "only browsers load captions")
)]
fn track(state: AppState, captions: &Captions, start: Seconds) -> El {
    let catalogue = state.catalogue();
    let speech = state.speech();
    let language = speech.language_name(&captions.language);
    let label = match captions.origin {
        CaptionsOrigin::Auto => format!("{language} ({})", speech.captions_automatic()),
        _ => language.to_owned(),
    };
    let is_readers = captions.language.is_same_language(&state.language.read());
    let track = el("track");
    #[cfg(target_arch = "wasm32")]
    let track = if start.0 > 0 {
        track.on("load", move |event| {
            crate::browser::move_cues(&event, start.0.into());
        })
    } else {
        track
    };
    track
        .attr("kind", "captions")
        .address("src", catalogue.assets.resolve(&captions.url))
        .attr("srclang", captions.language.as_str().to_owned())
        .attr("label", label)
        .attr("default", is_readers)
}
