//! Quiet notes: what the address asks in vain, what is wrong with the data.

use leptos::prelude::{Get, Read, Set};

use super::markup::{El, Markup, Place, el, switch};
use crate::{
    problem::Severity,
    state::{AppState, Kept, Outside},
    text::date::day,
};

/// Shows the notes, if there are any.
pub fn notices() -> El {
    el("div")
        .class("notices")
        .child(kept_data())
        .child(dropped_values())
        .child(broken_data())
}

/// Says that the data was kept on an earlier day and may be old.
fn kept_data() -> Markup {
    let speech = AppState::expect().speech();
    let kept = Outside::expect().kept;
    let note = move |kept: Kept| {
        let day = day(kept.on, speech);
        notice().child(speech.kept_on(&day, kept.is_newer_unreadable))
    };
    switch(move || kept.get(), move |kept| kept.map(note))
}

/// Names what the address asks and the event does not know.
fn dropped_values() -> El {
    let speech = AppState::expect().speech();
    let dropped = Outside::expect().dropped;
    let place = Place::new();
    let dismiss = move |_| {
        dropped.set(Vec::new());
        // The button goes: the focus stays where it was.
        place.focus();
    };
    let note = move |values: String| {
        let text = el("p")
            .child(speech.address_dropped())
            .child(" ")
            .child(el("bdi").child(values));
        let button = el("button")
            .attr("type", "button")
            .class("button")
            .attr("data-look", "quiet")
            .on("click", dismiss)
            .child(speech.dismiss());
        notice().child(text).child(button)
    };
    let note = switch(
        move || dropped.read().join(", "),
        move |values| (!values.is_empty()).then(|| note(values)),
    );
    el("div").attr("tabindex", "-1").at(place).child(note)
}

/// Says that parts of the data are not shown. Which ones, and what to do about them, says
/// `nachlese check`: to readers its sentences would be a burden.
fn broken_data() -> Option<El> {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let mut problems = catalogue.problems.iter();
    let is_broken = problems.any(|found| found.severity() == Severity::Error);
    is_broken.then(|| notice().child(el("p").child(state.speech().partly_broken())))
}

/// An empty note.
fn notice() -> El {
    el("div").class("notice").attr("role", "note")
}
