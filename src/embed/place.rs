//! The address of an embedded event. The host may keep it; otherwise nobody does.

use std::sync::{Arc, Mutex, PoisonError};

use js_sys::Function;
use leptos::prelude::{Callable, Callback};

use super::tell;
use crate::boot::in_step::AddressBar;

/// Holds the address of an element's state, and reports it to the host.
#[derive(Clone)]
pub(super) struct HostPlace {
    shown: Arc<Mutex<String>>,
    asked: Arc<Mutex<Option<Callback<()>>>>,
    notify: Function,
}

impl HostPlace {
    pub(super) fn new(address: &str, notify: Function) -> Self {
        let shown = Arc::new(Mutex::new(address.to_owned()));
        Self {
            shown,
            asked: Arc::default(),
            notify,
        }
    }

    /// The host asks for another address.
    pub(super) fn ask(&self, address: &str) {
        self.keep(address);
        let callback = *self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(callback) = callback {
            // Nobody listens before the event is drawn and after it is removed, so the request is
            // kept.
            let _ = callback.try_run(());
        }
    }

    fn keep(&self, address: &str) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        address.clone_into(&mut shown);
    }
}

impl AddressBar for HostPlace {
    fn shown(&self) -> (String, String) {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let (search, hash) = shown.split_at(shown.find('#').unwrap_or(shown.len()));
        (search.to_owned(), hash.to_owned())
    }

    fn show(&self, address: &str, is_step: bool) {
        self.keep(address);
        let kind = if is_step { "step" } else { "same" };
        tell(&self.notify, "address", (kind, address));
    }

    fn on_change(&self, callback: Callback<()>) {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(callback);
    }
}
