//! The whole page in one of its states: loading, failed or ready.

use leptos::prelude::{Callable, Callback, Get, RwSignal, provide_context, untrack};

use super::{
    failure::failure,
    markup::{Markup, el, live},
    page::page,
};
use crate::{
    state::{AppState, LoadState},
    text::Speech,
};

/// What the page needs from its surroundings.
#[derive(Clone)]
pub struct App {
    /// How far loading has come.
    pub load: RwSignal<LoadState>,
    /// The program's language until the event is known.
    pub speech: Speech,
    /// The account to offer if the event cannot be shown; empty if there is none.
    pub original: String,
    /// Loads the event again.
    pub on_retry: Callback<()>,
    /// Receives the state of a loaded event before it is drawn.
    pub on_ready: Callback<AppState>,
}

impl App {
    /// Shows an event, or how far loading it has come.
    pub fn draw(self) -> Markup {
        live(move || match self.load.get() {
            LoadState::Loading => loading(self.speech),
            LoadState::Failed(error) => {
                failure(&error, self.speech, &self.original, self.on_retry).into()
            }
            LoadState::Ready(catalogue, address, _) => {
                let state = AppState::new(catalogue, address);
                provide_context(state);
                self.on_ready.run(state);
                untrack(|| page().into())
            }
        })
    }
}

fn loading(speech: Speech) -> Markup {
    let title = el("h1").class("visually-hidden").child("Nachlese");
    let status = el("p")
        .class("loading")
        .attr("role", "status")
        .child(speech.loading());
    el("main").child(title).child(status).into()
}
