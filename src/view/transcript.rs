//! What was said, to read: beside the player, from captions or a transcript, before any consent.
//!
//! This draws the words. `src/browser/transcript.js` lets readers follow, search and quote them.

#[cfg(target_arch = "wasm32")]
mod loading;
mod turns;

use std::sync::Arc;

use leptos::prelude::untrack;
use nachlese_event::{CaptionsOrigin, Seconds, Talk, TalkId};
use nachlese_markup::{El, ElementRef, Signal, attribute_around, el, switch};

use self::turns::Reading;
use super::{in_language::in_language, player::Clip, recording::play, share_button::share_place};
use crate::{
    state::{AppState, TranscriptFile},
    text::prelude::*,
    url::Target,
};

/// The transcript of a talk. Nothing if there is none that the page may load.
///
/// `opener` is the button that opens the player, to which a sentence leads if a provider has to be
/// asked first.
pub(super) fn transcript(
    state: AppState,
    talk: &Talk,
    clip: &Clip,
    opener: ElementRef,
) -> Option<El> {
    let catalogue = state.catalogue();
    let files = catalogue.words_of(talk);
    if files.is_empty() {
        return None;
    }
    let files = Arc::new(files);
    let chosen = Signal::new(UNCHOSEN);
    let head = {
        let files = Arc::clone(&files);
        in_language(state, move || head(state, &files, chosen).into())
    };
    let (id, place) = (talk.id.clone(), ElementRef::new());
    let play = play(state, clip, opener);
    let passage = {
        let id = id.clone();
        move || passage(state, &id)
    };
    // In another language, the names of roles and the source of a quotation are other ones, too.
    let own = Arc::clone(&files);
    let key = move || (shown(state, &own, chosen.get()), state.language.get());
    let text = switch(key, move |(at, _)| {
        words(state, &id, &files[at], play.clone(), place)
    });
    // The script fills it.
    let tools = el("div").class("transcript__tools");
    Some(
        el("section")
            .class("transcript")
            .attr("tabindex", "-1")
            .live_attr("aria-label", move || state.speech().transcript_title())
            .attr("data-id", talk.id.as_str().to_owned())
            .attr("data-page", share_place(state, talk.id.as_str()))
            .live_attr("data-passage", passage)
            .at(place)
            .child(head)
            .child(tools)
            .child(text)
            .child(el("div").class("transcript__foot")),
    )
}

/// While the reader has not chosen a language.
const UNCHOSEN: usize = usize::MAX;

/// The file that is shown: the chosen one, or the one in the reader's language, or the first.
fn shown(state: AppState, files: &[TranscriptFile], chosen: usize) -> usize {
    if chosen != UNCHOSEN {
        return chosen;
    }
    let language = state.language.read();
    let fits = |file: &TranscriptFile| file.language.is_same_language(&language);
    files.iter().position(fits).unwrap_or_default()
}

/// The passage that the address names, as `754-785`, or the second at which it begins.
fn passage(state: AppState, id: &TalkId) -> Option<String> {
    let target = state.view.target.read();
    let target = target.as_ref().filter(|target| target.id == id.as_str())?;
    let at = target.at?.0;
    Some(match target.until {
        Some(until) => format!("{at}-{}", until.0),
        None => at.to_string(),
    })
}

/// The heading, and the choice of a language.
fn head(state: AppState, files: &[TranscriptFile], chosen: Signal<usize>) -> El {
    let speech = state.speech();
    let usual = untrack(|| shown(state, files, UNCHOSEN));
    let name = |file: &TranscriptFile| {
        let language = speech.language_name(&file.language);
        match file.origin {
            CaptionsOrigin::Auto => format!("{language} ({})", speech.captions_automatic()),
            _ => language.to_owned(),
        }
    };
    let title = el("p")
        .class("transcript__title")
        .child(speech.transcript_title());
    let languages = if let [only] = files {
        (only.origin == CaptionsOrigin::Auto)
            .then(|| el("p").class("transcript__note").child(name(only)))
    } else {
        let buttons = files.iter().enumerate().map(|(at, file)| {
            el("button")
                .attr("type", "button")
                .class("switch__choice")
                .live_attr("aria-pressed", move || {
                    let chosen = chosen.get();
                    let shown = if chosen == UNCHOSEN { usual } else { chosen };
                    if shown == at { "true" } else { "false" }
                })
                .on("click", move |_| chosen.set(at))
                .child(name(file))
        });
        let group = el("div")
            .class("transcript__languages switch")
            .attr("role", "group")
            .attr("aria-label", speech.transcript_language());
        Some(group.children(buttons))
    };
    el("div")
        .class("transcript__head")
        .child(title)
        .child(languages)
}

/// The words of one file. In the browser they may stand here already, because the page was written
/// with them; otherwise the file is loaded.
fn words(
    state: AppState,
    id: &TalkId,
    file: &TranscriptFile,
    play: impl Fn() + Send + 'static,
    pane: ElementRef,
) -> El {
    let text = ElementRef::new();
    let reading = Reading::of(state, id, &file.language);
    let source = reading.source.clone();
    #[cfg(target_arch = "wasm32")]
    let shown: [El; 0] = {
        loading::load(state, &file.address, reading, text, pane);
        []
    };
    #[cfg(not(target_arch = "wasm32"))]
    let shown = {
        let _ = pane;
        let catalogue = state.catalogue();
        let found = catalogue.written_words(file);
        found.map_or_else(Vec::new, |found| {
            turns::turns(&reading, &found.turns(), turns::Before::default())
        })
    };
    let seek = {
        let id = id.clone();
        move |event| {
            let wanted = attribute_around(&event, "data-wanted");
            let at = wanted.and_then(|at| at.parse().ok()).map(Seconds);
            let wanted = Target::second(id.as_str(), at);
            // A passage that is played from its beginning stays one.
            let passage = state.view.target.get_untracked();
            let passage = passage.filter(|it| (&it.id, it.at) == (&wanted.id, wanted.at));
            state.view.target.set(Some(passage.unwrap_or(wanted)));
            play();
        }
    };
    el("div")
        .class("transcript__text")
        .attr("data-source", source)
        .attr("data-file", file.address.clone())
        .on("nachlese-seek", seek)
        .at(text)
        .children(shown)
}
