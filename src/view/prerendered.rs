//! Draws a page without a browser, for readers whose app is not loaded yet or does not run.

use std::sync::Arc;

use jiff::civil::DateTime;
use leptos::prelude::{Callback, GetValue, Owner, SetValue, StoredValue, provide_context};
use nachlese_event::{Seconds, Speech};
use nachlese_markup::Signal;

use super::{App, failure::Elsewhere, page_title};
use crate::{
    frame::Frame,
    state::{Catalogue, LoadState, Outside},
    url::Address,
};

/// A drawn page.
pub struct Prerendered {
    /// Its title for windows and search engines.
    pub title: String,
    /// The content of the app's root, as the app would draw it.
    pub html: String,
}

/// Talks during which the clock is changed, as `clock_changes` of the exports lists them.
pub type ClockChanges = Vec<(DateTime, Seconds, i32)>;

/// Draws an event in the page's own language, as the app first draws it. The browser tells the app
/// when clocks are changed; here it is `clock_changes` of the exports.
pub fn prerendered(catalogue: Catalogue, clock_changes: ClockChanges) -> Prerendered {
    Owner::new().with(|| {
        let speech = Speech::of(catalogue.own_language());
        provide_context(Outside {
            clock_changes: Signal::new(clock_changes),
            ..Outside::expect()
        });
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
