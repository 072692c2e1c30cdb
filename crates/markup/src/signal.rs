//! A value that the page follows.
//!
//! Leptos' own signals are compiled anew for each type of value, which takes 2 kB of the program
//! each time. Of this one, only reading and writing the value is; who follows it is kept by a signal
//! without a value, of which there is one type.

use leptos::{
    prelude::{
        GetValue, IsDisposed, Notify, ReadValue, RwSignal, SetValue, StoredValue, Track,
        UpdateValue, WithValue,
    },
    reactive::signal::guards::{Plain, ReadGuard},
};

/// A value that can be read and changed from everywhere. A cheap handle: it belongs to the owner
/// under which it was made, and is gone with it.
///
/// Functions with `untracked` in their names do not make the caller run again when the value
/// changes. Those with `try` do nothing once the value is gone.
#[derive(Debug)]
pub struct Signal<T> {
    value: StoredValue<T>,
    followed: RwSignal<()>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: Send + Sync + 'static> Signal<T> {
    /// Makes a signal with a value.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            value: StoredValue::new(value),
            followed: RwSignal::new(()),
        }
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.followed.track();
    }

    /// The value, to look at.
    #[must_use]
    pub fn read(self) -> ReadGuard<T, Plain<T>> {
        self.track();
        self.value.read_value()
    }

    /// The same without following it.
    #[must_use]
    pub fn read_untracked(self) -> ReadGuard<T, Plain<T>> {
        self.value.read_value()
    }

    /// Looks at the value with a function.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.value.with_value(look)
    }

    /// The same without following it.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.value.with_value(look)
    }

    /// Replaces the value.
    pub fn set(self, value: T) {
        self.value.set_value(value);
        self.followed.notify();
    }

    /// Replaces the value if it is still there.
    pub fn try_set(self, value: T) {
        if self.value.try_set_value(value).is_none() {
            self.followed.notify();
        }
    }

    /// Changes the value with a function.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.value.update_value(change);
        self.followed.notify();
    }

    /// The same if the value is still there.
    pub fn try_update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let changed = self.value.try_update_value(change);
        if changed.is_some() {
            self.followed.notify();
        }
        changed
    }

    /// Changes the value without telling anybody.
    pub fn update_untracked<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        self.value.try_update_value(change)
    }

    /// Tells everybody who follows the value that it has changed.
    pub fn notify(self) {
        self.followed.notify();
    }

    /// Whether the value is gone.
    #[must_use]
    pub fn is_disposed(self) -> bool {
        self.followed.is_disposed()
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// The value.
    #[must_use]
    pub fn get(self) -> T {
        self.track();
        self.value.get_value()
    }

    /// The same without following it.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.value.get_value()
    }

    /// The same if the value is still there.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T> {
        self.value.try_get_value()
    }
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}
