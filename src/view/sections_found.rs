//! Sections of the page that have what the reader is looking for.

use leptos::prelude::Read;

use super::{
    markup::{El, el, rows},
    words::spoken,
};
use crate::{
    model::{Section, SectionKind},
    state::AppState,
};

/// Names the sections whose text fits the search, each as a link.
pub(super) fn sections_found(state: AppState) -> El {
    let keys = move || {
        let marks = state.marks.read();
        let catalogue = state.catalogue();
        let fits = |section: &&Section| {
            name(state, section).is_some()
                && catalogue.frame.shows(section)
                && marks.fit(section, &catalogue.event)
        };
        let mut keys = Vec::new();
        for section in catalogue.event.sections.iter().filter(fits) {
            if keys.is_empty() {
                keys.push(String::new());
            }
            keys.push(section.id.as_str().to_owned());
        }
        keys
    };
    let link = move |key: &str| {
        let catalogue = state.catalogue();
        let mut sections = catalogue.event.sections.iter();
        let section = sections.find(|section| section.id.as_str() == key);
        match section.and_then(|section| name(state, section)) {
            Some(name) => el("a").attr("href", format!("#{key}")).child(name),
            None => el("span").child(state.speech().also_in()),
        }
    };
    el("p").class("programme__sections").child(rows(keys, link))
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
