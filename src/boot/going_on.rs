//! What comes once the page is there, while the reader reads already.

use leptos::task::spawn_local;

use crate::{browser, state::AppState};

/// Draws what nobody sees at once, part by part, then reads on in the talks' texts; says so at
/// the end.
pub(crate) fn go_on(state: AppState, when_read: impl Fn() + 'static) {
    spawn_local(async move {
        // What a part sets off is drawn when the task is over, so each has one of its own.
        browser::rest().await;
        while state.draw_further() {
            browser::rest().await;
        }
        browser::in_slices(move || state.index_further()).await;
        when_read();
    });
}
