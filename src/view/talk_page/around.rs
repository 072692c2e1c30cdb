//! The links at the end of a talk's page: the talks before and after, other talks of the same
//! people, and the search.

use leptos::{ev::KeyboardEvent, prelude::event_target_value, wasm_bindgen::JsCast};
use nachlese_event::Talk;
use nachlese_markup::{El, ElementRef, Signal, el};
use nachlese_search::Query;

use super::{
    super::{talk_meta::clock, talk_name::talk_label, talk_status::with_status},
    event_page, in_this_language,
};
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// How many other talks of the same people are listed.
const MOST: usize = 8;

/// The items before and after a talk, in its room or, without a room, in the programme.
pub(super) fn around(state: AppState, talk: &Talk) -> Option<El> {
    let catalogue = state.catalogue();
    let talks = catalogue.event.talks.iter();
    let near: Vec<_> = talks.filter(|other| other.room == talk.room).collect();
    let place = near.iter().position(|other| other.id == talk.id)?;
    let before = place.checked_sub(1).and_then(|at| near.get(at));
    let after = near.get(place + 1);
    let speech = state.speech();
    let step = |talk: Option<&&Talk>, name| {
        let label = el("span").class("talk-page__step").child(name);
        talk.map(|talk| other_talk(state, talk, Some(label)))
    };
    let before = step(before, speech.before());
    let steps: Vec<_> = before
        .into_iter()
        .chain(step(after, speech.after()))
        .collect();
    (!steps.is_empty()).then(|| {
        el("nav")
            .class("talk-page__around")
            .attr("aria-label", speech.before_and_after())
            .child(
                el("ul")
                    .attr("role", "list")
                    .class("talk-page__others")
                    .children(steps),
            )
    })
}

/// Other talks of the people of a talk.
pub(super) fn same_people(state: AppState, talk: &Talk) -> Option<El> {
    let catalogue = state.catalogue();
    let is_there = |other: &Talk| {
        let mut people = other.people.iter();
        people.any(|part| talk.people.iter().any(|own| own.person == part.person))
    };
    let talks = catalogue.event.talks.iter();
    let others = talks.filter(|other| other.id != talk.id && is_there(other));
    let others: Vec<_> = others
        .take(MOST)
        .map(|other| other_talk(state, other, None))
        .collect();
    (!others.is_empty()).then(|| {
        let heading = el(catalogue.frame.heading(1)).class("heading talk-page__more");
        el("section")
            .child(heading.child(state.speech().with_the_same_people()))
            .child(
                el("ul")
                    .attr("role", "list")
                    .class("talk-page__others")
                    .children(others),
            )
    })
}

/// Another talk of the event, with a link to its page if it has one.
fn other_talk(state: AppState, talk: &Talk, name: Option<El>) -> El {
    let catalogue = state.catalogue();
    let is_current = catalogue
        .deployed
        .as_ref()
        .is_some_and(|page| page.is_current);
    let href = if is_current {
        format!("../{}/{}", talk.id, in_this_language(state).write())
    } else {
        format!("{}#{}", event_page(state, Query::default()), talk.id)
    };
    let link = el("a")
        .attr("href", href)
        .child(with_status(state, talk, talk_label(state, talk)));
    let outside = Outside::expect();
    let time = talk.start.map(|start| {
        let clock = clock(outside, talk, state.speech());
        let when = catalogue.event.when;
        let is_one_day = when.is_none_or(|when| when.first_day() == when.last_day());
        let text = move || clock(is_one_day && outside.shown_time(start).date() == start.date());
        el("span").class("talk-page__time").live_text(text)
    });
    el("li").child(name).child(link).child(time)
}

/// A button that looks like a search field and leads to the programme.
pub(super) fn search(state: AppState) -> El {
    let speech = state.speech();
    let text = Signal::new(String::new());
    let link = ElementRef::new();
    let address = move || {
        let mut address = in_this_language(state);
        address.query.text = text.get();
        format!("../../{}", address.write())
    };
    let field = el("input")
        .class("field")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("aria-label", speech.search_label())
        .attr("placeholder", speech.search_label())
        .on("input", move |event| text.set(event_target_value(&event)))
        .attr("enterkeyhint", "search")
        .on("keydown", move |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Enter" {
                link.click();
            }
        });
    let go = el("a")
        .class("button")
        .live_attr("href", address)
        .at(link)
        .child(speech.search_programme());
    el("search")
        .class("talk-page__search")
        .child(field)
        .child(go)
}
