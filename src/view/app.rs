//! The whole page in one of its states: loading, failed or ready.

use leptos::prelude::*;

use super::{failure::Failure, page::Page};
use crate::{
    state::{AppState, LoadState},
    text::Speech,
};

/// Shows an event, or how far loading it has come.
#[component]
pub fn App(
    /// How far loading has come.
    #[prop(into)]
    load: Signal<LoadState>,
    /// The program's language until the event is known.
    speech: Speech,
    /// The account to offer if the event cannot be shown; empty if there is none.
    original: String,
    /// Loads the event again.
    on_retry: Callback<()>,
    /// Receives the state of a loaded event before it is drawn.
    on_ready: Callback<AppState>,
) -> impl IntoView {
    move || match load.get() {
        LoadState::Loading => view! {
            <main>
                <h1 class="visually-hidden">"Nachlese"</h1>
                <p class="loading" role="status">{speech.loading()}</p>
            </main>
        }
        .into_any(),
        LoadState::Failed(error) => {
            view! { <Failure error speech original=original.clone() on_retry /> }.into_any()
        }
        LoadState::Ready(catalogue, address, _) => {
            let state = AppState::new(catalogue, address);
            provide_context(state);
            on_ready.run(state);
            view! { <Page /> }.into_any()
        }
    }
}
