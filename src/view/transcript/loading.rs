//! Loads a transcript and draws it in the browser.

use std::sync::Arc;

use leptos::{
    prelude::{
        Get, GetUntracked, RwSignal, SetValue, StoredValue, Update, request_animation_frame,
    },
    task::spawn_local,
};
use nachlese_markup::{El, ElementRef, el, mount, rows};
use nachlese_search::Transcript;

use super::turns::{Reading, turns};
use crate::{browser, state::AppState, text::prelude::*};

/// So many paragraphs are drawn at a time.
const STEP: usize = 40;

/// Loads a file unless its words stand on the page already, and has the script look after them.
pub(super) fn load(
    state: AppState,
    address: &str,
    reading: Reading,
    text: ElementRef,
    pane: ElementRef,
) {
    let address = address.to_owned();
    let drawn = StoredValue::new_local(None);
    // Later, because the element is not in the document yet.
    request_animation_frame(move || {
        let Some(place) = text.element() else { return };
        if place.child_element_count() > 0 {
            browser::look_after_words(pane);
            return;
        }
        spawn_local(async move {
            let found = browser::transcript(&address).await;
            if state.is_gone() || text.element().is_none() {
                return;
            }
            let found = found.filter(|found| !found.is_empty());
            let mounted = mount(place, || match found {
                Some(found) => in_steps(Arc::new(reading), Arc::new(found)).into(),
                None => failed(state).into(),
            });
            // If the place is gone in the meantime, this is dropped, and with it what was drawn.
            drawn.try_set_value(Some(mounted));
            browser::look_after_words(pane);
        });
    });
}

/// Draws the paragraphs step by step, so that the page can react to the reader in between.
fn in_steps(reading: Arc<Reading>, found: Arc<Transcript>) -> El {
    let steps = found.turns().len().div_ceil(STEP);
    let drawn = RwSignal::new(1_usize);
    go_on(drawn, steps);
    let step = move |at: &usize| {
        let shown = turns(&reading, &found, at * STEP, STEP);
        el("div").class("transcript__step").children(shown)
    };
    el("div").child(rows(move || (0..drawn.get()).collect(), step))
}

fn go_on(drawn: RwSignal<usize>, steps: usize) {
    request_animation_frame(move || {
        if drawn.try_get_untracked().is_some_and(|drawn| drawn < steps) {
            drawn.update(|drawn| *drawn += 1);
            go_on(drawn, steps);
        }
    });
}

fn failed(state: AppState) -> El {
    el("p")
        .class("transcript__note")
        .attr("role", "status")
        .child(state.speech().transcript_failed())
}
