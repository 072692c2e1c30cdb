//! The top of the page: what the event was, at a glance.

use leptos::prelude::Callable;
use nachlese_event::{Link, Section, SectionKind, date};
use nachlese_markup::{El, el};

use super::{
    facts::event_facts,
    figure::event_figure,
    ways_on::ways_on,
    words::{block, spoken, words},
};
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// Shows tagline, headline, motto, summary, links, facts and the picture at the top.
///
/// Without a picture, the words are on a coloured background: see `style/components/intro.css`.
pub fn intro() -> El {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let speech = state.speech();
    let kind = event.kind.as_ref().map(|kind| spoken(state, kind));
    let published = event.published.map(|day| date::day(day, speech));
    let tagline = [kind, Some(speech.recap().to_owned()), published];
    let tagline = tagline
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        // No line begins with a dot.
        .join("\u{a0}· ");
    let motto = event.motto.as_ref();
    let summary = event.summary.as_ref();
    let link = |link: &Option<Link>, label: &'static str| {
        let href = catalogue.assets.resolve(&link.as_ref()?.url);
        Some(el("li").child(el("a").address("href", href).child(label)))
    };
    let actions = el("ul")
        .class("intro__actions")
        .child(link(&event.easy_language, speech.easy_language()))
        .child(link(&event.sign_language, speech.sign_language()))
        // The address of a page that embeds the event is not the event's.
        .child((!catalogue.frame.is_embedded).then(copy_link));
    let text = el("div")
        .class("intro__text")
        .child(block(
            el(catalogue.frame.heading(0)).class("heading intro__title"),
            &event.title,
        ))
        // Shown above the title: see `style/components/intro.css`.
        .child(el("p").class("intro__tagline").child(tagline))
        .child(motto.map(|text| block(el("p").class("intro__motto"), text)));
    let more = el("div")
        .class("intro__more")
        .child(summary.map(|text| block(el("p").class("intro__summary"), text)))
        .child(actions);
    let sections = event.shown_sections();
    let place = sections.iter().find(|section| is_told_on_top(section));
    let facts = event_facts().map(|facts| facts_on_top(place).child(facts));
    let figure = event.figure.as_ref();
    let figure = figure.and_then(|figure| event_figure(figure, "intro__figure", true));
    el("header")
        .class("intro")
        .child(text)
        .child(more)
        .child(ways_on(&sections))
        .child(figure)
        .child(facts)
}

/// The section with the event's own facts, if there is one.
fn facts_on_top(section: Option<&Section>) -> El {
    let Some(section) = section else {
        return el("div").class("intro__facts");
    };
    let state = AppState::expect();
    let heading = section.heading.as_ref().map(|text| {
        let level = state.catalogue().frame.heading(1);
        el(level).class("visually-hidden").child(words(text))
    });
    el("section")
        .class("intro__facts")
        .attr("data-section", section.kind.as_str())
        .attr("id", section.id.as_str().to_owned())
        .attr("tabindex", "-1")
        .child(heading)
}

/// Whether a section contains only the event's own facts, which are shown in the introduction.
pub(super) fn is_told_on_top(section: &Section) -> bool {
    let has_own = match &section.kind {
        SectionKind::Facts { facts } => !facts.is_empty(),
        _ => true,
    };
    !has_own && section.paragraphs.is_empty() && section.figure.is_none()
}

/// Copies the page's address to the clipboard and says so.
fn copy_link() -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let outside = Outside::expect();
    let title = spoken(state, &state.catalogue().event.title);
    let result = move || match outside.is_copied.get() {
        None => "",
        Some(true) => speech.link_copied(),
        Some(false) => speech.link_not_copied(),
    };
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .attr("data-look", "quiet")
        .attr("title", title)
        .on("click", move |_| outside.copy_link.run(()))
        .child(speech.copy_link());
    el("li")
        .child(button)
        .child(" ")
        .child(el("span").attr("role", "status").live_text(result))
}
