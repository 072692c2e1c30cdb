//! Asks before anything is loaded from a provider.

use leptos::prelude::untrack;
use nachlese_event::VideoSource;
use nachlese_markup::{El, ElementRef, Markup, el, show, switch};

use super::player::{Clip, Media};
use crate::{state::AppState, text::prelude::*};

/// Offers a recording on its card or in its section. It is played on the stage. `opener` is the
/// button that gets the focus back when that is closed.
pub fn offer(clip: Clip, opener: ElementRef) -> Markup {
    let state = AppState::expect();
    let what = clip.what.clone();
    switch(
        move || state.view.playing.read().is_open(&what),
        move |is_open| {
            if is_open {
                on_stage(state, &clip, opener).into()
            } else {
                question(state, &clip, opener)
            }
        },
    )
}

/// Stands in place of a player until the reader opens it.
///
/// For a file next to the event, a button is enough. For a provider, it says first what is sent to
/// whom, and offers the provider's page instead.
pub(super) fn question(state: AppState, clip: &Clip, opener: ElementRef) -> Markup {
    if let Some(note) = left_out(state, clip) {
        return note.into();
    }
    if clip.media.is_asked_first(state) {
        consent_box(clip, opener).into()
    } else {
        play_button(clip, opener).into()
    }
}

/// Leads to the stage, where the recording is played.
fn on_stage(state: AppState, clip: &Clip, opener: ElementRef) -> El {
    let what = clip.what.clone();
    let speech = state.speech();
    el("p")
        .class("recording__status")
        .child(speech.on_stage())
        .child(" ")
        .child(
            el("button")
                .attr("type", "button")
                .class("player__close")
                .at(opener)
                .on("click", move |_| state.open(&what))
                .child(speech.to_player()),
        )
}

/// A link to the same video on the provider's own page.
pub(super) fn alternative(state: AppState, clip: &Clip) -> Option<El> {
    let (own, named) = (clip.clone(), clip.clone());
    let address = move || match &own.media {
        Media::Video(source) => source.watch_address(own.position(state)),
        Media::List(list) => list.watch_address(),
    };
    untrack(&address)?;
    let text = move || {
        state
            .speech()
            .watch_at(&named.media.provider_and_company().0)
    };
    Some(
        el("a")
            .live_attr("href", address)
            .attr("rel", "noopener noreferrer")
            .live_text(text),
    )
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

/// Says what loading means, and asks. The text is as short as possible.
fn consent_box(clip: &Clip, opener: ElementRef) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let provider = clip.media.provider();
    let is_unknown = move || !state.view.playing.read().allowed.contains(&provider);
    let (remember, what) = (ElementRef::new(), clip.what.clone());
    let load = move |_| {
        if remember.is_checked() {
            state.allow(provider);
        }
        state.open_from(opener);
        state.agree(&what, provider);
    };
    let (name, company) = clip.media.provider_and_company();
    let text = {
        let text = speech.consent_text(&name, &company, provider);
        move || el("p").class("consent__text").child(text.clone())
    };
    let asked = clip.clone();
    let label = move || match asked.position(state) {
        Some(at) => speech.load_video_from(at),
        None if asked.talk().is_some() => speech.load_video().to_owned(),
        None => speech.load_playlist().to_owned(),
    };
    let (spoken, title) = (label.clone(), clip.title(state));
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
        .child(alternative(state, clip));
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
fn play_button(clip: &Clip, opener: ElementRef) -> El {
    let state = AppState::expect();
    let what = clip.what.clone();
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .attr("aria-expanded", "false")
        .at(opener)
        .on("click", move |_| {
            state.open_from(opener);
            state.open(&what);
        })
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
    use nachlese_event::TalkId;
    use nachlese_markup::group;

    use crate::{
        state::Playable,
        url::Address,
        view::{
            stage::stage,
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
                state.open(&Playable::Talk(TalkId::new(player).unwrap()));
            }
            let card = talk_card(&state.catalogue().event.talks[0], "h3");
            group([card.into(), stage().into()])
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
        assert_has(&card(&["other"]), &["data-consent"]);
    }

    #[test]
    fn opens_a_frame_that_may_do_no_more_than_play() {
        let html = card(&["t"]);
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
