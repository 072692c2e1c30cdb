//! Draws a page without a browser, for readers whose app is not loaded yet or does not run.

use std::sync::Arc;

use leptos::prelude::{Callback, GetValue, Owner, SetValue, StoredValue};
use nachlese_event::Speech;

use nachlese_markup::Signal;

use super::{App, failure::Elsewhere, page_title};
use crate::{
    frame::Frame,
    state::{Catalogue, LoadState},
    url::Address,
};

/// A drawn page.
pub struct Prerendered {
    /// Its title for windows and search engines.
    pub title: String,
    /// The content of the app's root, as the app would draw it.
    pub html: String,
}

/// Draws an event in the page's own language, as the app first draws it.
pub fn prerendered(catalogue: Catalogue) -> Prerendered {
    Owner::new().with(|| {
        let speech = Speech::of(catalogue.own_language());
        #[cfg(not(target_arch = "wasm32"))]
        tell_clock_changes(&catalogue);
        let ready = LoadState::Ready(Arc::new(catalogue), Address::default(), Vec::new());
        let title = StoredValue::new(String::new());
        let app = App {
            load: Signal::new(ready),
            speech,
            frame: Frame::default(),
            elsewhere: Elsewhere::default(),
            on_retry: Callback::new(|()| ()),
            on_ready: Callback::new(move |state| title.set_value(page_title(state))),
        };
        let html = app.draw().into_html();
        let title = title.get_value();
        Prerendered { title, html }
    })
}

/// On the page the browser tells.
#[cfg(not(target_arch = "wasm32"))]
fn tell_clock_changes(catalogue: &Catalogue) {
    use nachlese_formats::export::clock_changes;

    use crate::state::Outside;
    leptos::prelude::provide_context(Outside {
        clock_changes: Signal::new(clock_changes(&catalogue.event)),
        ..Outside::expect()
    });
}
