//! The choice between light, dark and the system's appearance.

use nachlese_markup::{El, el};

use crate::{
    state::{AppState, Outside, Theme},
    text::prelude::*,
};

/// Light, dark, or like the system.
pub(super) fn theme_switch() -> El {
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
        .class("switch page-footer__theme")
        .attr("role", "group")
        .live_attr("aria-label", move || state.speech().appearance())
        .children(choices)
}
