//! The bar at the top: whose page it is, language and appearance.

use leptos::prelude::*;

use super::words::plain;
use crate::{
    model::LanguageTag,
    state::{AppState, Outside, Theme},
};

/// Shows the host and the switches for language and appearance.
#[component]
pub fn PageHeader() -> impl IntoView {
    let state = AppState::expect();
    let host = move || {
        let catalogue = state.catalogue();
        catalogue
            .event
            .host
            .as_ref()
            .map(|host| plain(state, &host.name))
    };
    let languages = state.catalogue().event.languages();
    let choices = languages
        .clone()
        .into_iter()
        .map(|tag| view! { <LanguageChoice tag /> });
    let choices = choices.collect_view();
    view! {
        <header class="page-header">
            <p class="page-header__owner">{host}</p>
            <div class="page-header__tools">
                {(languages.len() > 1)
                    .then(|| {
                        view! {
                            <div
                                class="switch"
                                role="group"
                                aria-label=move || state.speech().language()
                            >
                                {choices}
                            </div>
                        }
                    })}
                <ThemeSwitch />
            </div>
        </header>
    }
}

/// One language to read the page in.
#[component]
fn LanguageChoice(
    /// The language.
    tag: LanguageTag,
) -> impl IntoView {
    let state = AppState::expect();
    let name = state.speech().language_name(&tag).to_owned();
    let lang = tag.as_str().to_owned();
    let chosen = tag.clone();
    let is_chosen = move || (*state.language.read() == chosen).to_string();
    view! {
        <button
            type="button"
            class="switch__choice"
            lang=lang
            aria-pressed=is_chosen
            on:click=move |_| state.language.set(tag.clone())
        >
            {name}
        </button>
    }
}

/// Light, dark, or as the system is set.
#[component]
fn ThemeSwitch() -> impl IntoView {
    let state = AppState::expect();
    let theme = Outside::expect().theme;
    let name = move |choice: Theme| match choice {
        Theme::Auto => state.speech().appearance_auto(),
        Theme::Light => state.speech().appearance_light(),
        Theme::Dark => state.speech().appearance_dark(),
    };
    let choices = Theme::ALL.map(|choice| {
        view! {
            <button
                type="button"
                class="switch__choice"
                aria-pressed=move || (theme.get() == choice).to_string()
                on:click=move |_| theme.set(choice)
            >
                {move || name(choice)}
            </button>
        }
    });
    view! {
        <div class="switch" role="group" aria-label=move || state.speech().appearance()>
            {choices.into_iter().collect_view()}
        </div>
    }
}
