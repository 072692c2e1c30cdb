//! Loads a transcript and draws it in the browser.

use std::sync::Arc;

use leptos::{
    prelude::{
        Get, RwSignal, SetValue, StoredValue, Update, WithUntracked, request_animation_frame,
    },
    task::spawn_local,
};
use nachlese_markup::{El, ElementRef, el, mount, rows};
use nachlese_search::Transcript;

use super::turns::{Before, Reading, turns};
use crate::{browser, state::AppState, text::prelude::*};

/// So many paragraphs are drawn at a time.
const STEP: usize = 20;

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
    let steps = RwSignal::new(vec![Step::default()]);
    go_on(steps, Arc::clone(&found));
    let draw = move |step: &Step| {
        let (shown, _) = found.turns_from(step.start, STEP);
        let shown = turns(&reading, &shown, step.before.clone());
        el("div").class("transcript__step").children(shown)
    };
    el("div").child(rows(move || steps.get(), draw))
}

/// Some paragraphs that are drawn together.
#[derive(Clone, PartialEq, Default)]
struct Step {
    /// The cue that begins the first.
    start: usize,
    before: Before,
}

impl Step {
    fn next(&self, found: &Transcript) -> Option<Self> {
        let (shown, start) = found.turns_from(self.start, STEP);
        let last = shown.last()?;
        let before = Before {
            at: last.at().or(self.before.at),
            who: last.who.map(str::to_owned),
        };
        (start < found.len()).then_some(Self { start, before })
    }
}

fn go_on(steps: RwSignal<Vec<Step>>, found: Arc<Transcript>) {
    request_animation_frame(move || {
        let last = steps.try_with_untracked(|steps| steps.last().cloned());
        if let Some(next) = last.flatten().and_then(|last| last.next(&found)) {
            steps.update(|steps| steps.push(next));
            go_on(steps, found);
        }
    });
}

fn failed(state: AppState) -> El {
    el("p")
        .class("transcript__note")
        .attr("role", "status")
        .child(state.speech().transcript_failed())
}
