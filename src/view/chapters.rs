//! The parts of a recording, each a link to its second.

use leptos::prelude::*;

use super::words::Words;
use crate::{
    model::{Chapter, TalkId},
    state::AppState,
    url::Target,
};

/// Lists a recording's chapters.
#[component]
pub fn Chapters(
    /// The talk.
    talk: TalkId,
    /// Its chapters, in order.
    chapters: Vec<Chapter>,
) -> impl IntoView {
    let state = AppState::expect();
    let items = chapters.into_iter().map(|chapter| {
        let at = Some(chapter.start);
        let target = Target {
            id: talk.as_str().to_owned(),
            at,
        };
        let href = target.write();
        // The address does not change when the same chapter is wanted again: the player must.
        let again = move |_| state.target.set(Some(target.clone()));
        view! {
            <li class="chapters__item">
                <a href=href on:click=again>
                    <span class="chapters__time">{chapter.start.to_string()}</span>
                    " "
                    <Words text=chapter.title />
                </a>
            </li>
        }
    });
    let name = state.speech().chapters();
    view! { <ol class="chapters" role="list" aria-label=name>{items.collect_view()}</ol> }
}
