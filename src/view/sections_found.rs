//! Sections of the page that match the search.

use leptos::prelude::Read;
use nachlese_event::{Section, SectionKind};
use nachlese_markup::{El, Markup, el, rows};

use super::words::label;
use crate::{state::AppState, text::prelude::*};

/// Lists the sections whose text matches the search, each as a link.
pub(super) fn sections_found(state: AppState) -> El {
    let keys = move || {
        let marks = state.marks.read();
        let catalogue = state.catalogue();
        let fits = |section: &&Section| {
            has_name(section)
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
        match section {
            Some(section) => el("a")
                .attr("href", format!("#{key}"))
                .child(name(state, section)),
            None => el("span").child(state.speech().also_in()),
        }
    };
    el("p").class("programme__sections").child(rows(keys, link))
}

/// Whether a section can be listed: it has a name, and is not the programme, where the reader
/// already is.
fn has_name(section: &Section) -> bool {
    match section.kind {
        SectionKind::Talks => false,
        SectionKind::Quote(_) => true,
        _ => section.heading.is_some(),
    }
}

/// The name of a section.
fn name(state: AppState, section: &Section) -> Markup {
    match &section.heading {
        Some(heading) => label(heading),
        None => state.speech().quote().into(),
    }
}
