//! Helpers of the components' tests: they turn a small event into a component's HTML.

use std::sync::Arc;

use leptos::prelude::{Owner, provide_context};
use nachlese_event::LanguageTag;
use nachlese_markup::Markup;
use nachlese_reader::parse;

use super::section::event_section;
use crate::{
    state::{AppState, Catalogue, Deployed},
    url::Address,
};

/// An event with these fields in addition to those that every event has.
pub(super) fn event(fields: &str) -> String {
    format!(r#"{{"schemaVersion": 1, "id": "x", "language": "de", "title": "Titel", {fields}}}"#)
}

/// A component's HTML, without the comments around places that change, and with plain spaces for
/// U+00A0.
pub(super) fn html<M: Into<Markup>>(
    event: &str,
    address: Address,
    draw: impl FnOnce(AppState) -> M,
) -> String {
    drawn(catalogue(event), address, draw)
}

/// The same on a prerendered page.
pub(super) fn html_on<M: Into<Markup>>(
    event: &str,
    deployed: impl FnOnce(LanguageTag) -> Deployed,
    draw: impl FnOnce(AppState) -> M,
) -> String {
    let catalogue = catalogue(event);
    let language = catalogue.event.language.clone();
    drawn(catalogue.on(deployed(language)), Address::default(), draw)
}

fn catalogue(event: &str) -> Catalogue {
    let (event, problems) = parse(event).unwrap();
    Catalogue::new(event, problems, "events/x/event.json")
}

fn drawn<M: Into<Markup>>(
    catalogue: Catalogue,
    address: Address,
    draw: impl FnOnce(AppState) -> M,
) -> String {
    Owner::new().with(|| {
        let state = AppState::new(Arc::new(catalogue), address);
        provide_context(state);
        let html = draw(state).into().into_html();
        let html = html.replace("<!--[-->", "").replace("<!--]-->", "");
        html.replace('\u{a0}', " ")
    })
}

/// The sections of an event with these fields.
pub(super) fn sections(fields: &str) -> String {
    html(&event(fields), Address::default(), |state| {
        let catalogue = state.catalogue();
        catalogue
            .event
            .sections
            .iter()
            .map(event_section)
            .collect::<Vec<_>>()
    })
}

/// The text without the elements around it.
pub(super) fn text(html: &str) -> String {
    let parts = html.split('<');
    let visible = parts.map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    visible.collect()
}

/// The text between two marks.
#[track_caller]
pub(super) fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap();
    rest.split_once(to).unwrap().0
}

#[track_caller]
pub(super) fn assert_has(html: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(html.contains(wanted), "no {wanted:?} in {html}");
    }
}

#[track_caller]
pub(super) fn assert_lacks(html: &str, unwanted: &[&str]) {
    for unwanted in unwanted {
        assert!(!html.contains(unwanted), "{unwanted:?} in {html}");
    }
}
