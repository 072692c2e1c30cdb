//! The bar at the top: whose page it is, language and appearance.

use leptos::prelude::{Get, GetUntracked, Read, Set};

use super::{
    markup::{El, el},
    words::{dir, plain},
};
use crate::{
    model::LanguageTag,
    state::{AppState, Outside, Theme},
};

/// Shows the host and the switches for language and appearance.
pub fn page_header() -> El {
    let state = AppState::expect();
    let host = move || {
        let catalogue = state.catalogue();
        let host = catalogue.event.host.as_ref();
        host.map(|host| plain(state, &host.name))
            .unwrap_or_default()
    };
    let mut languages = state.catalogue().event.languages();
    // Whoever is here by an address in a language that the event lacks finds the way to its own.
    let chosen = state.language.get_untracked();
    if !languages.contains(&chosen) {
        languages.push(chosen);
    }
    let language_switch = (languages.len() > 1).then(|| {
        el("div")
            .class("switch")
            .attr("role", "group")
            .live_attr("aria-label", move || state.speech().language())
            .children(languages.iter().map(language_choice))
    });
    let tools = el("div")
        .class("page-header__tools")
        .child(language_switch)
        // In another page, the appearance is the host's to choose.
        .child((!state.catalogue().frame.is_embedded).then(theme_switch));
    el("header")
        .class("page-header")
        .child(
            el("p")
                .class("page-header__owner")
                .live_attr("dir", move || dir(state, &host()))
                .live_text(host),
        )
        .child(tools)
}

/// One language to read the page in.
fn language_choice(tag: &LanguageTag) -> El {
    let state = AppState::expect();
    let name = state.speech().language_name(tag).to_owned();
    let (chosen, tag) = (tag.clone(), tag.clone());
    el("button")
        .attr("type", "button")
        .class("switch__choice")
        .attr("lang", tag.as_str().to_owned())
        .attr("dir", tag.direction())
        .live_attr("aria-pressed", move || {
            (*state.language.read() == chosen).to_string()
        })
        .on("click", move |_| state.language.set(tag.clone()))
        .child(name)
}

/// Light, dark, or as the system is set.
fn theme_switch() -> El {
    let state = AppState::expect();
    let theme = Outside::expect().theme;
    let name = move |choice: Theme| match choice {
        Theme::Auto => state.speech().appearance_auto(),
        Theme::Light => state.speech().appearance_light(),
        Theme::Dark => state.speech().appearance_dark(),
    };
    let choices = Theme::ALL.map(|choice| {
        el("button")
            .attr("type", "button")
            .class("switch__choice")
            .live_attr("aria-pressed", move || (theme.get() == choice).to_string())
            .on("click", move |_| theme.set(choice))
            .live_text(move || name(choice))
    });
    el("div")
        .class("switch")
        .attr("role", "group")
        .live_attr("aria-label", move || state.speech().appearance())
        .children(choices)
}
