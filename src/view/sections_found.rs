//! Sections of the page that have what the reader is looking for.

use leptos::prelude::Read;

use super::{
    markup::{Markup, el, switch},
    words::spoken,
};
use crate::{
    model::{Section, SectionKind},
    state::AppState,
};

/// Names the sections whose text fits the search, each as a link.
pub(super) fn sections_found(state: AppState) -> Markup {
    let places = move || {
        let marks = state.marks.read();
        let catalogue = state.catalogue();
        let event = &catalogue.event;
        let fits = |section: &Section| {
            name(state, section).is_some()
                && catalogue.frame.shows(section)
                && marks.fit(section, event)
        };
        let sections = (0..event.sections.len()).filter(|at| fits(&event.sections[*at]));
        sections.collect()
    };
    switch(places, move |places: Vec<usize>| {
        let catalogue = state.catalogue();
        let mut line = el("p").class("programme__sections");
        line = line.child(state.speech().also_in());
        for section in places
            .iter()
            .filter_map(|at| catalogue.event.sections.get(*at))
        {
            let link = el("a").attr("href", format!("#{}", section.id));
            line = line
                .child(" ")
                .child(link.child(name(state, section).unwrap_or_default()));
        }
        (!places.is_empty()).then_some(line)
    })
}

/// What a section is called. One without a name cannot be told of, and in that of the programme
/// the reader is already.
fn name(state: AppState, section: &Section) -> Option<String> {
    match (&section.kind, &section.heading) {
        (SectionKind::Talks, _) => None,
        (_, Some(heading)) => Some(spoken(state, heading)),
        (SectionKind::Quote(_), None) => Some(state.speech().quote().to_owned()),
        _ => None,
    }
}
