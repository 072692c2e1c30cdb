//! Asks before anything is loaded from a provider.

use leptos::prelude::{Read, request_animation_frame};
use nachlese_event::VideoSource;
use nachlese_markup::{El, ElementRef, Markup, el, show, switch};

use super::player::{Clip, Media, player};
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// Is shown in place of a player until the reader opens it.
///
/// For a file next to the event, a button is enough. For a provider, it says first what is sent to
/// whom, and offers the provider's page instead. `name` is the player's name on this page. `opener`
/// is the button that opens it, which gets the focus back when the player is closed.
pub fn consent_gate(clip: Clip, name: String, opener: ElementRef) -> Markup {
    let state = AppState::expect();
    if let Some(note) = left_out(state, &clip) {
        return note.into();
    }
    let is_asked_first = clip.media.is_asked_first(state);
    let player = name.clone();
    let is_open = move || state.view.playing.read().is_open(&player);
    switch(is_open, move |is_open| match (is_open, is_asked_first) {
        (true, _) => opened(&clip, name.clone(), opener),
        (false, true) => consent_box(&clip, name.clone(), opener),
        (false, false) => play_button(&clip, name.clone(), opener),
    })
}

/// Says that the recording is not part of this file, and where it is, if that is known.
fn left_out(state: AppState, clip: &Clip) -> Option<El> {
    let Media::Video(VideoSource::File { url, .. }) = &clip.media else {
        return None;
    };
    let speech = state.speech();
    let is_left_out = state.catalogue().assets.is_left_out(url);
    let link = || {
        let link = el("a").address("href", Some(clip.file(state)?));
        Some(link.child(speech.open_file()))
    };
    is_left_out.then(|| {
        el("p")
            .class("recording__status")
            .child(speech.recording_left_out())
            .child(" ")
            .child(link())
    })
}

/// The open player, which gets the focus, and the button that closes it.
fn opened(clip: &Clip, name: String, opener: ElementRef) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let (place, outside, title) = (ElementRef::new(), Outside::expect(), clip.title.clone());
    if cfg!(target_family = "wasm") {
        outside.announce(speech.video_opened(&title));
        // Later, because the element is not in the document yet.
        request_animation_frame(move || place.focus());
    }
    let close = el("button")
        .attr("type", "button")
        .class("player__close")
        .on("click", move |_| {
            state.close(&name);
            outside.announce(speech.video_removed(&title));
            request_animation_frame(move || opener.focus());
        })
        .child(speech.close_player());
    let actions = el("div")
        .class("player__actions")
        .child(clip.alternative(state))
        .child(close);
    el("div")
        .class("player")
        .attr("tabindex", "-1")
        .attr("aria-label", clip.name(speech))
        .attr("role", "group")
        .at(place)
        .child(player(clip, place))
        .child(actions)
}

/// Says what loading means, and asks. The text is as short as possible.
fn consent_box(clip: &Clip, player: String, opener: ElementRef) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let provider = clip.media.provider();
    let is_unknown = move || !state.view.playing.read().allowed.contains(&provider);
    let remember = ElementRef::new();
    let load = move |_| {
        if remember.is_checked() {
            state.allow(provider);
        }
        state.agree(&player, provider);
    };
    let (name, company) = clip.media.provider_and_company();
    let text = {
        let text = speech.consent_text(&name, &company, provider);
        move || el("p").class("consent__text").child(text.clone())
    };
    let asked = clip.clone();
    let label = move || match asked.position(state) {
        Some(at) => speech.load_video_from(at),
        None if asked.talk.is_some() => speech.load_video().to_owned(),
        None => speech.load_playlist().to_owned(),
    };
    let (spoken, title) = (label.clone(), clip.title.clone());
    let load = el("button")
        .attr("type", "button")
        .class("button")
        .live_attr("aria-label", move || format!("{}: {title}", spoken()))
        .at(opener)
        .on("click", load)
        .live_text(label);
    let actions = el("div")
        .class("consent__actions")
        .child(load)
        .child(clip.alternative(state));
    let more = move || {
        let privacy = state.catalogue();
        let privacy = privacy.event.legal.privacy.as_ref().map(|url| {
            let href = state.catalogue().assets.resolve(url);
            let link = el("a").address("href", href);
            el("p").child(link.child(speech.privacy_of_page()))
        });
        let tick = el("input").attr("type", "checkbox").at(remember);
        let question = el("label")
            .class("consent__remember")
            .child(tick)
            .child(el("span").child(speech.remember_provider()));
        el("details")
            .class("consent__more")
            .child(el("summary").child(speech.more()))
            .child(el("p").child(speech.consent_before(&name)))
            .child(question)
            .child(privacy)
    };
    el("div")
        .class("consent")
        .attr("data-consent", provider)
        .child(show(is_unknown, text))
        .child(actions)
        .child(show(is_unknown, more))
}

/// Opens a file that is stored next to the event.
fn play_button(clip: &Clip, player: String, opener: ElementRef) -> El {
    let state = AppState::expect();
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .attr("aria-expanded", "false")
        .at(opener)
        .on("click", move |_| state.open(&player))
        .child(state.speech().watch());
    // For readers without scripts, because the button needs them.
    let link = clip.file(state).map(|file| {
        let link = el("a").class("without-script").attr("href", file);
        link.child(state.speech().open_file())
    });
    el("div")
        .class("recording__opener")
        .child(button)
        .child(link)
}

#[cfg(test)]
mod tests {
    use crate::{
        url::Address,
        view::{
            talk_card::talk_card,
            test_support::{assert_has, assert_lacks, between, event, html},
        },
    };

    fn card(open: &[&str]) -> String {
        let fields = r#""legal": {"privacy": "legal.html#datenschutz"},
            "talks": [{"id": "t", "kind": "talk", "title": "Ethik", "recording": {
                "status": "released",
                "sources": [{"provider": "youtube", "id": "dQw4w9WgXcQ"}]}}]"#;
        html(&event(fields), Address::default(), |state| {
            for player in open {
                state.open(player);
            }
            talk_card(&state.catalogue().event.talks[0], "h3")
        })
    }

    #[test]
    fn loads_nothing_before_the_reader_asks() {
        let html = card(&[]);
        assert_has(&html, &[r#"data-consent="youtube""#, "Google Ireland Ltd."]);
        assert_has(
            &html,
            &[r#"aria-label="Video laden: Ethik""#, "Auf YouTube ansehen"],
        );
        assert_has(&html, &[r#"href="events/x/legal.html#datenschutz""#]);
        assert_lacks(&html, &["<iframe", "src="]);
        assert_has(&card(&["card-other"]), &["data-consent"]);
    }

    #[test]
    fn opens_a_frame_that_may_do_no_more_than_play() {
        let html = card(&["card-t"]);
        assert_has(&html, &["<iframe", r#"title="Video: Ethik (YouTube)""#]);
        assert_has(
            &html,
            &[r#"referrerpolicy="strict-origin-when-cross-origin""#],
        );
        assert_has(
            &html,
            &[r#"src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"#],
        );
        let allowed = between(&html, r#"sandbox=""#, "\"");
        assert_lacks(allowed, &["top-navigation", "allow-forms", "allow-modals"]);
        assert_has(&html, &["Video entfernen"]);
        assert_lacks(&html, &["data-consent"]);
    }
}
