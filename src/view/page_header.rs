//! The bar at the top: the host's name, the button to the search, and the language switch.

use nachlese_event::LanguageTag;
use nachlese_markup::{El, el, focus_within};

use super::words::{dir, plain};
use crate::{state::AppState, text::prelude::*};

/// Shows the name of the host, else of the event, and the language switch.
pub fn page_header() -> El {
    let state = AppState::expect();
    let host = move || {
        let catalogue = state.catalogue();
        let event = &catalogue.event;
        let host = event.host.as_ref().map(|host| &host.name);
        plain(state, host.unwrap_or(&event.title))
    };
    let mut languages = state.catalogue().event.languages();
    // If the address asks for a language that the event lacks, the reader can still switch to its
    // own.
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
    let tools = el("div").class("page-header__tools").child(language_switch);
    el("header")
        .class("page-header")
        .child(
            el("p")
                .class("page-header__owner")
                .live_attr("dir", move || dir(state, &host()))
                .live_text(host),
        )
        .child(way_to_search(state))
        .child(tools)
}

/// A button that looks like a search field and leads to the real one in the programme.
fn way_to_search(state: AppState) -> Option<El> {
    let catalogue = state.catalogue();
    let is_wanted = catalogue.only_talk().is_none()
        && !catalogue.frame.is_embedded
        && catalogue.event.talks.len() > 1;
    is_wanted.then(|| {
        el("button")
            .attr("type", "button")
            .class("page-header__search")
            .on("click", |event| {
                focus_within(&event, ".page", "[type=search]", ".programme");
            })
            .live_text(move || state.speech().search_programme())
    })
}

/// A button for one language of the page.
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
