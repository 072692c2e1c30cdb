//! Stores what is kept between two visits.

use std::rc::Rc;

use leptos::prelude::{on_cleanup, window, window_event_listener_untyped};

/// Reads what was stored on an earlier visit. `None` if storage is blocked.
pub(crate) fn stored(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Stores or deletes a text. Returns whether the browser allows it.
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

/// Calls back when another page may have changed the storage: a page in another tab, or a page from
/// which the reader comes back.
pub(crate) fn on_stored_elsewhere(callback: Rc<dyn Fn()>) {
    for name in ["storage", "pageshow"] {
        let callback = Rc::clone(&callback);
        let listening = window_event_listener_untyped(name, move |_| callback());
        on_cleanup(move || listening.remove());
    }
}
