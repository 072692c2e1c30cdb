//! What the components' tests share: a small event in, a component's HTML out.

use std::sync::Arc;

use leptos::prelude::*;

use super::section::EventSection;
use crate::{
    parse::parse,
    state::{AppState, Catalogue},
    url::Address,
};

/// An event with these fields beside those that every event has.
pub(super) fn event(fields: &str) -> String {
    format!(r#"{{"schemaVersion": 1, "id": "x", "language": "de", "title": "Titel", {fields}}}"#)
}

/// A component's HTML, without Leptos' markers and with plain blanks for U+00A0.
pub(super) fn html<V: IntoView>(
    event: &str,
    address: Address,
    draw: impl FnOnce(AppState) -> V,
) -> String {
    let (event, problems) = parse(event).unwrap();
    Owner::new().with(|| {
        let catalogue = Catalogue::new(event, problems, "events/x/event.json");
        let state = AppState::new(Arc::new(catalogue), address);
        provide_context(state);
        let html = draw(state).into_view().to_html();
        html.replace("<!>", "").replace('\u{a0}', " ")
    })
}

/// The sections of an event with these fields.
pub(super) fn sections(fields: &str) -> String {
    html(&event(fields), Address::default(), |state| {
        let sections = state.catalogue().event.sections.clone();
        let draw = |section| view! { <EventSection section /> };
        sections.into_iter().map(draw).collect_view()
    })
}

/// What is to be read, without the elements around it.
pub(super) fn text(html: &str) -> String {
    let parts = html.split('<');
    let visible = parts.map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    visible.collect()
}

/// What stands between two marks.
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
