//! The chapters of a recording, each a link to its second.

use nachlese_event::{Chapter, Seconds, TalkId};
use nachlese_markup::{El, el};
use nachlese_search::Field;

use super::words::found_label;
use crate::{state::AppState, text::prelude::*, url::Target};

/// Lists a recording's chapters. `play` plays from one of them.
pub fn chapters(
    talk: &TalkId,
    chapters: &[Chapter],
    play: impl Fn() + Clone + Send + 'static,
) -> El {
    let state = AppState::expect();
    let items = chapters.iter().map(|chapter| {
        let play = play.clone();
        let link = moment(state, talk, chapter.start).on("click", move |event| {
            // Here, not at the top of the talk's card, which may be elsewhere.
            event.prevent_default();
            event.stop_propagation();
            play();
        });
        entry(link, chapter)
    });
    let name = state.speech().chapters();
    el("ol")
        .class("chapters")
        .attr("role", "list")
        .attr("aria-label", name)
        .children(items)
}

/// The chapters that are questions, as those of a panel often are.
pub(super) fn questions(talk: &TalkId, chapters: &[Chapter]) -> Option<El> {
    let state = AppState::expect();
    let is_question = |chapter: &&Chapter| {
        let mut titles = chapter.title.variants();
        titles.any(|(_, title)| title.trim_end().ends_with(['?', '？', '؟']))
    };
    let asked = chapters.iter().filter(is_question);
    let asked = asked.map(|it| entry(moment(state, talk, it.start), it));
    let asked: Vec<_> = asked.collect();
    (!asked.is_empty()).then(|| {
        el("ol")
            .class("chapters")
            .attr("role", "list")
            .children(asked)
    })
}

fn entry(link: El, chapter: &Chapter) -> El {
    let time = el("span")
        .class("chapters__time")
        .child(chapter.start.to_string());
    let title = el("span").child(found_label(&chapter.title, Field::Abstract));
    let link = link.child(time).child(" ").child(title);
    el("li").class("chapters__item").child(link)
}

/// A link to a second of a talk's recording.
pub(super) fn moment(state: AppState, talk: &TalkId, at: Seconds) -> El {
    place(state, Target::second(talk.as_str(), Some(at)))
}

/// A link to a second or passage of a talk's recording.
pub(super) fn place(state: AppState, target: Target) -> El {
    el("a")
        .attr("href", target.write())
        // If the same second is wanted again, the address does not change, but the player must
        // jump.
        .on("click", move |_| {
            state.view.target.set(Some(target.clone()));
        })
}
