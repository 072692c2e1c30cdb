//! Sections of the page that match the search.

use leptos::prelude::Read;
use nachlese_event::{Section, SectionId, SectionKind};
use nachlese_markup::{El, Markup, el, rows};

use super::words::label;
use crate::{state::AppState, text::prelude::*};

/// Lists the sections whose text matches the search, each as a link.
pub(super) fn sections_found(state: AppState) -> El {
    let keys = move || {
        let marks = state.search.marks.read();
        let catalogue = state.catalogue();
        let fits = |section: &&Section| {
            has_name(section)
                && catalogue.frame.shows(section)
                && marks.fit(section, &catalogue.event)
        };
        let found = catalogue.event.sections.iter().filter(fits);
        let mut keys: Vec<_> = found.map(|section| Some(section.id.clone())).collect();
        if !keys.is_empty() {
            keys.insert(0, None);
        }
        keys
    };
    // Without an id: the words before the links.
    let link = move |id: &Option<SectionId>| {
        let catalogue = state.catalogue();
        let mut sections = catalogue.event.sections.iter();
        let section = sections.find(|section| Some(&section.id) == id.as_ref());
        match section {
            Some(section) => el("a")
                .attr("href", format!("#{}", section.id))
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
