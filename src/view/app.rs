//! The whole page: loading, failed or ready.

use leptos::prelude::{
    Callable, Callback, GetValue, SetValue, StoredValue, provide_context, request_animation_frame,
    untrack,
};
use nachlese_event::Speech;
use nachlese_markup::{ElementRef, Markup, Signal, el, live};

use super::{
    failure::{Elsewhere, failure},
    page::page,
};
use crate::{
    frame::Frame,
    state::{AppState, LoadState, Outside},
    text::prelude::*,
};

/// What the page needs from its surroundings.
#[derive(Clone)]
pub struct App {
    /// The progress of loading.
    pub load: Signal<LoadState>,
    /// The program's language until the event is known.
    pub speech: Speech,
    /// How much of the event is shown.
    pub frame: Frame,
    /// What to offer if the event cannot be shown.
    pub elsewhere: Elsewhere,
    /// Loads the event again.
    pub on_retry: Callback<()>,
    /// Receives the state of a loaded event before it is drawn.
    pub on_ready: Callback<AppState>,
}

impl App {
    /// Shows an event, or the progress of loading it.
    pub fn draw(self) -> Markup {
        let has_failed = StoredValue::new(false);
        live(move || match self.load.get() {
            LoadState::Loading => loading(self.speech, &self.frame),
            LoadState::Failed(error) => {
                let (speech, frame) = (self.speech, &self.frame);
                let alert = ElementRef::new();
                // The button that was pressed to try again is gone.
                if has_failed.get_value() && cfg!(target_family = "wasm") {
                    request_animation_frame(move || alert.focus());
                }
                has_failed.set_value(true);
                failure(&error, speech, frame, &self.elsewhere, self.on_retry, alert).into()
            }
            LoadState::Ready(catalogue, address, _) => {
                let state = AppState::new(catalogue, address);
                provide_context(state);
                self.on_ready.run(state);
                let shown = untrack(page);
                if has_failed.get_value() && cfg!(target_family = "wasm") {
                    // The button that was pressed is gone here, too.
                    let place = ElementRef::new();
                    let outside = Outside::expect();
                    request_animation_frame(move || {
                        if !state.is_gone() {
                            place.focus_within(".page__main".to_owned());
                            outside.announce(state.speech().event_loaded().to_owned());
                        }
                    });
                    shown.at(place).into()
                } else {
                    shown.into()
                }
            }
        })
    }
}

fn loading(speech: Speech, frame: &Frame) -> Markup {
    let title = el(frame.heading(0))
        .class("visually-hidden")
        .child("Nachlese");
    let status = el("p")
        .class("loading")
        .attr("role", "status")
        .child(speech.loading());
    el(frame.main_element()).child(title).child(status).into()
}
