//! Notes at the top of the page: values in the address that do not exist, and defects of the data.

use nachlese_event::{Section, SectionKind, date::day, problem::Severity};
use nachlese_markup::{El, ElementRef, Markup, el, switch};

use crate::{
    state::{AppState, Kept, Outside},
    text::prelude::*,
};

/// Shows the notes, if there are any.
pub fn notices() -> El {
    el("div")
        .class("notices")
        .child(kept_data())
        .child(dropped_values())
}

/// Shows the notes at the end of the page, if there are any.
pub fn closing_note() -> Option<El> {
    broken_data().map(|note| el("div").class("notices").child(note))
}

/// Says that the data was stored on an earlier day and may be outdated.
fn kept_data() -> Markup {
    let speech = AppState::expect().speech();
    let kept = Outside::expect().kept;
    let note = move |kept: Kept| {
        let day = day(kept.on, speech);
        notice().child(speech.kept_on(&day, kept.is_newer_unreadable))
    };
    switch(move || kept.get(), move |kept| kept.map(note))
}

/// Lists the values in the address that the event does not know.
fn dropped_values() -> El {
    let speech = AppState::expect().speech();
    let dropped = Outside::expect().dropped;
    let place = ElementRef::new();
    let dismiss = move |_| {
        dropped.set(Vec::new());
        // The button disappears, but the focus stays in place.
        place.focus();
    };
    let note = move |values: Vec<String>| {
        let (places, values): (Vec<_>, Vec<_>) =
            values.into_iter().partition(|value| value.starts_with('#'));
        let values = (!values.is_empty()).then(|| {
            el("p")
                .child(speech.address_dropped())
                .child(" ")
                .child(el("bdi").child(values.join(", ")))
        });
        let button = el("button")
            .attr("type", "button")
            .class("button")
            .attr("data-look", "quiet")
            .on("click", dismiss)
            .child(speech.dismiss());
        let gone = (!places.is_empty()).then(gone_place);
        notice().child(gone).child(values).child(button)
    };
    let note = switch(
        move || dropped.get(),
        move |values| (!values.is_empty()).then(|| note(values)),
    );
    el("div").attr("tabindex", "-1").at(place).child(note)
}

/// Says that the address leads to something that was withdrawn, and links to the programme.
fn gone_place() -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let sections = catalogue.event.shown_sections();
    let is_programme = |section: &&Section| matches!(section.kind, SectionKind::Talks);
    let programme = sections.iter().find(is_programme).map(|section| {
        let link = el("a").attr("href", format!("#{}", section.id));
        link.child(speech.to_programme())
    });
    el("p")
        .child(speech.place_gone())
        .child(" ")
        .child(programme)
}

/// Says that parts of the data are not shown. `nachlese check` tells editors which ones, and what
/// to do. For readers, these sentences would be a burden.
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
