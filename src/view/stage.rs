//! The stage: the one place of the page where a recording is played, beside its transcript.
//!
//! It stands outside of everything that is drawn again, so that no search, order, language or
//! appearance moves a player. A frame that is moved loads anew.

use leptos::prelude::{request_animation_frame, untrack};
use nachlese_event::TalkId;
use nachlese_markup::{El, ElementRef, el, follow, show, switch};

use super::{
    consent::{alternative, question},
    player::{Clip, player},
    recording::badge,
    transcript::transcript,
};
use crate::{
    state::{AppState, Outside, Playable},
    text::prelude::*,
};

/// The stage of a page: empty until something is played or read. If the page is about a talk, that
/// talk is always on it.
pub(super) fn stage() -> El {
    let state = AppState::expect();
    let place = ElementRef::new();
    lead_here(state, place);
    open_when_asked(state);
    let shown = move || state.view.playing.read().shown.clone();
    let draw = move |shown: Option<Playable>| {
        let clip = shown.and_then(|what| Clip::of(state, what))?;
        Some(on_stage(state, clip, place))
    };
    el("div")
        .class("stage")
        .attr("tabindex", "-1")
        .at(place)
        .child(switch(shown, draw))
}

/// Moves the focus here whenever the reader asks for the stage.
fn lead_here(state: AppState, place: ElementRef) {
    let mut last = untrack(|| state.view.playing.read().asked);
    follow(move || {
        let asked = state.view.playing.read().asked;
        if std::mem::replace(&mut last, asked) != asked && cfg!(target_family = "wasm") {
            // Later, because the player is not in the document yet.
            request_animation_frame(move || {
                if place.element().is_some() {
                    place.focus_within(".player, .transcript".to_owned());
                    if state.catalogue().only_talk().is_none() {
                        place.bring_up();
                    }
                }
            });
        }
    });
}

/// A link to a second of a talk opens its own files. If a provider has to be asked first, it opens
/// what can be read without it.
fn open_when_asked(state: AppState) {
    follow(move || {
        let target = state.view.target.get();
        let Some(target) = target.filter(|target| target.at.is_some()) else {
            return;
        };
        untrack(|| {
            let catalogue = state.catalogue();
            let id = TalkId::new(&target.id).ok();
            let Some(talk) = id.and_then(|id| catalogue.event.talk(&id)) else {
                return;
            };
            let what = Playable::Talk(talk.id.clone());
            let (is_shown, is_open) = {
                let playing = state.view.playing.read_untracked();
                (
                    playing.shown.as_ref() == Some(&what),
                    playing.is_open(&what),
                )
            };
            let Some(clip) = Clip::of(state, what).filter(|_| !is_open) else {
                return;
            };
            if target.until.is_none() && !clip.media.is_asked_first(state) {
                state.open(&clip.what);
            } else if !is_shown && !catalogue.words_of(talk).is_empty() {
                state.read(&clip.what);
            }
        });
    });
}

/// What is on the stage: its title, the player or what stands in its place, and the transcript.
fn on_stage(state: AppState, clip: Clip, place: ElementRef) -> El {
    let catalogue = state.catalogue();
    let is_own_page = catalogue.only_talk().is_some();
    let talk = clip.talk().and_then(|id| catalogue.event.talk(id));
    let what = clip.what.clone();
    let is_open = move || state.view.playing.read().is_open(&what);
    let is_closed = is_open.clone();
    let named = clip.clone();
    let head = (!is_own_page).then(|| {
        let title = el("p")
            .class("stage__title")
            .live_text(move || named.title(state));
        let close = move || {
            el("button")
                .attr("type", "button")
                .class("player__close")
                .on("click", move |_| close(state, place))
                .live_text(move || state.speech().close())
        };
        el("div")
            .class("stage__head")
            .child(title)
            .child(show(move || !is_closed(), close))
    });
    let badge = talk
        .and_then(|talk| talk.recording.as_ref())
        .and_then(|recording| badge(state, recording));
    let (asked, opener) = (clip.clone(), ElementRef::new());
    // The question is asked in the reader's language; a player is never drawn again.
    let key = move || (!is_open()).then(|| state.language.get());
    let player = switch(key, move |question_in| match question_in {
        None => opened(&asked, place).into(),
        Some(_) => question(state, &asked, opener),
    });
    let players = el("div").class("stage__player").child(badge).child(player);
    let words = talk.and_then(|talk| transcript(state, talk, &clip, opener));
    let columns = el("div")
        .class("stage__columns")
        .attr("data-words", words.is_some())
        .child(players)
        .child(words);
    let talk = talk.filter(|_| !is_own_page);
    el("section")
        .class("stage__inner")
        .attr("data-talk", talk.map(|talk| talk.id.as_str().to_owned()))
        .live_attr("aria-label", move || clip.title(state))
        .child(head)
        .child(columns)
}

/// The open player, which gets the focus, and the button that closes it.
fn opened(clip: &Clip, place: ElementRef) -> El {
    let state = AppState::expect();
    let (inner, outside, title) = (ElementRef::new(), Outside::expect(), clip.title(state));
    if cfg!(target_family = "wasm") {
        outside.announce(untrack(|| state.speech()).video_opened(&title));
    }
    let close = el("button")
        .attr("type", "button")
        .class("player__close")
        .on("click", move |_| {
            close(state, place);
            outside.announce(state.speech().video_removed(&title));
        })
        .live_text(move || state.speech().close_player());
    let actions = el("div")
        .class("player__actions")
        .child(alternative(state, clip))
        .child(close);
    let name = clip.clone();
    el("div")
        .class("player")
        .attr("tabindex", "-1")
        .attr("role", "group")
        .live_attr("aria-label", move || name.name(state))
        .at(inner)
        .child(player(clip, inner))
        .child(actions)
}

/// Closes what is on the stage, and leads back to the button that opened it.
fn close(state: AppState, place: ElementRef) {
    state.close();
    request_animation_frame(move || {
        if !state.return_to_opener() {
            place.focus_within("button".to_owned());
        }
    });
}
