//! The parts of a recording, each a link to its second.

use leptos::prelude::Set;

use super::{
    markup::{El, el},
    words::words,
};
use crate::{
    model::{Chapter, TalkId},
    state::AppState,
    url::Target,
};

/// Lists a recording's chapters.
pub fn chapters(talk: &TalkId, chapters: &[Chapter]) -> El {
    let state = AppState::expect();
    let items = chapters.iter().map(|chapter| {
        let target = Target {
            id: talk.as_str().to_owned(),
            at: Some(chapter.start),
        };
        let time = el("span")
            .class("chapters__time")
            .child(chapter.start.to_string());
        let link = el("a")
            .attr("href", target.write())
            // The address does not change when the same chapter is wanted again: the player must.
            .on("click", move |_| state.target.set(Some(target.clone())))
            .child(time)
            .child(" ")
            .child(words(&chapter.title));
        el("li").class("chapters__item").child(link)
    });
    let name = state.speech().chapters();
    el("ol")
        .class("chapters")
        .attr("role", "list")
        .attr("aria-label", name)
        .children(items)
}
