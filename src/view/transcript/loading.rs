//! Loads a transcript and draws it in the browser.

use std::sync::{Arc, Mutex};

use leptos::{
    prelude::{SetValue, StoredValue, request_animation_frame},
    task::spawn_local,
};
use nachlese_markup::{El, ElementRef, Signal, el, mount, rows};
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
    let steps = Steps(Arc::new(Mutex::new(vec![Step::default()])));
    let drawn = Signal::new(1_usize);
    go_on(drawn, steps.clone(), Arc::clone(&found));
    let draw = move |at: &usize| {
        let step = steps.at(*at);
        let (shown, _) = found.turns_from(step.start, STEP);
        let shown = turns(&reading, &shown, step.before);
        el("div").class("transcript__step").children(shown)
    };
    el("div").child(rows(move || (0..drawn.get()).collect(), draw))
}

/// Some paragraphs that are drawn together.
#[derive(Clone, Default)]
struct Step {
    /// The cue that begins the first.
    start: usize,
    before: Before,
}

#[derive(Clone)]
struct Steps(Arc<Mutex<Vec<Step>>>);

impl Steps {
    fn at(&self, at: usize) -> Step {
        let steps = self.0.lock().ok();
        steps
            .and_then(|steps| steps.get(at).cloned())
            .unwrap_or_default()
    }

    /// Adds the step after one, if words are left.
    fn add_after(&self, at: usize, found: &Transcript) -> Option<()> {
        let last = self.at(at);
        let (shown, start) = found.turns_from(last.start, STEP);
        let turn = shown.last().filter(|_| start < found.len())?;
        let before = last.before.after(turn);
        self.0.lock().ok()?.push(Step { start, before });
        Some(())
    }
}

fn go_on(drawn: Signal<usize>, steps: Steps, found: Arc<Transcript>) {
    request_animation_frame(move || {
        let Some(count) = drawn.try_get_untracked() else {
            return;
        };
        if steps.add_after(count - 1, &found).is_some() {
            drawn.set(count + 1);
            go_on(drawn, steps, found);
        }
    });
}

fn failed(state: AppState) -> El {
    el("p")
        .class("transcript__note")
        .attr("role", "status")
        .child(state.speech().transcript_failed())
}
