//! Work that goes on after the page is shown, while somebody is already reading.

use leptos::task::spawn_local;

use crate::{browser, state::AppState};

/// Draws the parts that nobody sees at first, one by one, then goes on reading the talks' texts.
/// Reports when it is done.
pub(crate) fn go_on(state: AppState, when_read: impl Fn() + 'static) {
    spawn_local(async move {
        // Each part has a task of its own, because its effects run when the task is over.
        browser::rest().await;
        while state.draw_further() {
            browser::rest().await;
        }
        browser::in_slices(move || state.index_further()).await;
        when_read();
    });
}
