//! Does long work in short slices, so that the page can react to the reader in between.

use js_sys::{Function, Promise, Reflect};
use leptos::{
    prelude::{document, window},
    wasm_bindgen::JsCast,
};
use wasm_bindgen_futures::JsFuture;

/// How long a slice may take, in milliseconds: half an animation frame.
const SLICE_MS: f64 = 8.0;

/// The same for a page in the background, where browsers pause for a second between slices.
const HIDDEN_MS: f64 = 400.0;

/// The current slice.
pub(crate) struct Pace {
    /// When it ends, on the clock of [`now`].
    end: f64,
}

impl Pace {
    /// Begins a slice.
    pub(crate) fn begin() -> Self {
        let length = if document().hidden() {
            HIDDEN_MS
        } else {
            SLICE_MS
        };
        Self {
            end: now() + length,
        }
    }

    /// Pauses once the slice is over, so that the page can react to the reader.
    pub(crate) async fn keep(&mut self) {
        if now() >= self.end {
            rest().await;
            *self = Self::begin();
        }
    }
}

/// Does work in slices until it is done.
pub(crate) async fn in_slices(work: impl Fn() -> bool) {
    rest().await;
    let mut pace = Pace::begin();
    while !work() {
        pace.keep().await;
    }
}

/// Waits until all other tasks have run.
pub(crate) async fn rest() {
    let mut soon = |resolve: Function, _| {
        let is_posted = post(&resolve).is_some();
        // Without a timer the work goes on at once.
        if !is_posted && window().set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&resolve);
        }
    };
    let _ = JsFuture::from(Promise::new(&mut soon)).await;
}

/// Queues a task if the browser supports it, because each timer in a row waits four milliseconds.
fn post(task: &Function) -> Option<()> {
    let scheduler = Reflect::get(&window(), &"scheduler".into()).ok()?;
    let post = Reflect::get(&scheduler, &"postTask".into()).ok()?;
    let post: Function = post.dyn_into().ok()?;
    post.call1(&scheduler, task).ok().map(drop)
}

fn now() -> f64 {
    let performance = window().performance();
    performance.map_or(0.0, |performance| performance.now())
}
