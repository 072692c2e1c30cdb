//! The programme: filters, number of matches, and a card per matching talk.

use leptos::{html::Input, prelude::*};

use super::{filter_bar::FilterBar, talk_card::TalkCard};
use crate::state::AppState;

/// Lists the talks that match the reader's search, in the order of the programme.
///
/// Rows are keyed by talk: while the reader types, cards that stay are not rebuilt.
#[component]
pub fn Programme() -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let total = state.catalogue().event.talks.len();
    let search_field = NodeRef::<Input>::new();
    let reset = move |_| {
        state.reset();
        if let Some(field) = search_field.get_untracked() {
            let _ = field.focus();
        }
    };
    let shown = move || state.matches.read().len();
    let is_filtered = move || !state.query.read().is_empty();
    let empty = move || {
        let text = if total == 0 {
            speech.no_programme().to_owned()
        } else {
            speech.no_match(&state.query.read().text)
        };
        view! {
            <div class="programme__empty">
                <p>{text}</p>
                {(total > 0)
                    .then(|| {
                        view! {
                            <p>{speech.no_match_help()}</p>
                            <button type="button" class="button" on:click=reset>
                                {speech.show_all()}
                            </button>
                        }
                    })}
            </div>
        }
    };
    view! {
        {(total > 1).then(|| view! { <FilterBar search_field /> })}
        <div class="programme__summary">
            <p class="programme__status" role="status">
                {move || speech.match_count(shown(), total)}
            </p>
            <Show when=is_filtered>
                <button type="button" class="button" data-look="quiet" on:click=reset>
                    {speech.reset()}
                </button>
            </Show>
        </div>
        <ol class="programme__list" role="list">
            <For each=move || state.matches.get() key=Clone::clone let:id>
                <li class="programme__item">
                    <TalkCard id />
                </li>
            </For>
        </ol>
        <Show when=move || shown() == 0>{empty()}</Show>
    }
}
