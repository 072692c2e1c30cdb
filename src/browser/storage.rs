//! What stays with the reader between two visits.

use std::rc::Rc;

use leptos::prelude::{on_cleanup, window, window_event_listener_untyped};

/// Reads what was kept on an earlier visit; nothing where storage is blocked.
pub(crate) fn stored(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a text, or forgets it; tells whether the browser does so.
pub(crate) fn store(key: &str, value: Option<&str>) -> bool {
    let Ok(Some(storage)) = window().local_storage() else {
        return false;
    };
    let done = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
    done.is_ok()
}

/// Calls back when another page may have kept something else: one that is open as well, or one
/// that the reader comes back from.
pub(crate) fn on_stored_elsewhere(callback: Rc<dyn Fn()>) {
    for name in ["storage", "pageshow"] {
        let callback = Rc::clone(&callback);
        let listening = window_event_listener_untyped(name, move |_| callback());
        on_cleanup(move || listening.remove());
    }
}
