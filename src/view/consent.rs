//! Nothing of a provider is loaded before the reader asks for it.

use leptos::{html::Div, prelude::*};

use super::player::{Clip, Player};
use crate::state::AppState;

/// Stands in a player's place until the reader opens it.
///
/// For a file beside the event a button is enough; for a provider it says before what is sent
/// to whom, and offers the provider's page as the other way.
#[component]
pub fn ConsentGate(
    /// What is to be played.
    clip: Clip,
    /// The player's name on this page.
    player: String,
) -> impl IntoView {
    let state = AppState::expect();
    let name = player.clone();
    let is_open = Memo::new(move |_| state.playing.read().open.contains(&name));
    let is_asked_first = clip.media.is_asked_first(state);
    move || {
        let (clip, player) = (clip.clone(), player.clone());
        match (is_open.get(), is_asked_first) {
            (true, _) => view! { <Opened clip player /> }.into_any(),
            (false, true) => view! { <ConsentBox clip player /> }.into_any(),
            (false, false) => view! { <PlayButton player /> }.into_any(),
        }
    }
}

/// The open player, which takes the focus, and the way back.
#[component]
fn Opened(
    /// What is played.
    clip: Clip,
    /// The player's name on this page.
    player: String,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let place = NodeRef::<Div>::new();
    place.on_load(|element| {
        // Not in the same turn: the element is not in the document yet.
        request_animation_frame(move || {
            let _ = element.focus();
        });
    });
    let alternative = clip.alternative(state);
    let name = clip.name(speech);
    view! {
        <div class="player" tabindex="-1" node_ref=place aria-label=name role="group">
            <Player clip />
            <div class="player__actions">
                <button
                    type="button"
                    class="button"
                    data-look="quiet"
                    on:click=move |_| state.close(&player)
                >
                    {speech.close_player()}
                </button>
                {alternative}
            </div>
        </div>
    }
}

/// Says what loading means, and asks.
#[component]
fn ConsentBox(
    /// What is to be played.
    clip: Clip,
    /// The player's name on this page.
    player: String,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let provider = clip.media.provider();
    let is_allowed = Memo::new(move |_| state.playing.read().allowed.contains(provider));
    let remember = RwSignal::new(false);
    let load = move |_| {
        if remember.get_untracked() {
            state.allow(provider);
        }
        state.open(&player);
    };
    let (name, company) = clip.media.provider_and_company();
    let text = move || {
        (!is_allowed.get()).then(|| {
            view! {
                <p class="consent__title">{speech.consent_title(&name)}</p>
                <p class="consent__text">{speech.consent_text(&name, &company)}</p>
            }
        })
    };
    let privacy = catalogue
        .event
        .legal
        .privacy
        .as_ref()
        .map(|url| catalogue.assets.resolve(url));
    let label = if clip.talk.is_some() {
        speech.load_video()
    } else {
        speech.load_playlist()
    };
    let label_with_title = format!("{label}: {}", clip.title);
    view! {
        <div class="consent" data-consent=provider>
            {text}
            <div class="consent__actions">
                <button type="button" class="button" aria-label=label_with_title on:click=load>
                    {label}
                </button>
                {clip.alternative(state)}
                {privacy.map(|href| view! { <a href=href>{speech.privacy_of_page()}</a> })}
            </div>
            <Show when=move || !is_allowed.get()>
                <label class="consent__remember">
                    <input
                        type="checkbox"
                        on:change=move |event| remember.set(event_target_checked(&event))
                    />
                    <span>{speech.remember_provider()}</span>
                </label>
            </Show>
        </div>
    }
}

/// Opens a file that lies beside the event.
#[component]
fn PlayButton(
    /// The player's name on this page.
    player: String,
) -> impl IntoView {
    let state = AppState::expect();
    view! {
        <button type="button" class="button" aria-expanded="false" on:click=move |_| state.open(&player)>
            {state.speech().watch()}
        </button>
    }
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use super::*;
    use crate::{
        url::Address,
        view::{
            talk_card::TalkCard,
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
            let id = state.catalogue().event.talks[0].id.clone();
            view! { <TalkCard id /> }
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
