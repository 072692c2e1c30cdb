//! A value that the page follows.
//!
//! Leptos' own signals are compiled anew for each type of value, which takes 2 kB of the program
//! each time. Of this one, only reading and writing the value is; who follows it is kept by a signal
//! without a value, of which there is one type.

use std::ops::Deref;

use leptos::{
    prelude::{
        GetValue, IsDisposed, Notify, ReadValue, RwSignal, StoredValue, Track, UpdateValue,
        WithValue,
    },
    reactive::signal::guards::{Plain, ReadGuard},
};

/// A value that can be read and changed from everywhere. A cheap handle: it belongs to the owner
/// under which it was made, and is gone with it.
///
/// Functions with `untracked` in their names do not make the caller run again when the value
/// changes. Those with `try` do nothing once the value is gone.
#[derive(Debug)]
pub struct Signal<T>(StoredValue<Followed<T>>);

/// A value, and who follows it.
#[derive(Debug, Clone)]
struct Followed<T> {
    value: T,
    by: RwSignal<()>,
}

/// A look at the value of a signal. The value cannot be changed in the meantime.
pub struct Look<T: 'static>(ReadGuard<Followed<T>, Plain<Followed<T>>>);

impl<T> Deref for Look<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.value
    }
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
        let by = RwSignal::new(());
        Self(StoredValue::new(Followed { value, by }))
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.0.with_value(|it| it.by.track());
    }

    /// The value, to look at.
    #[must_use]
    pub fn read(self) -> Look<T> {
        let look = self.read_untracked();
        look.0.by.track();
        look
    }

    /// The same without following it.
    #[must_use]
    pub fn read_untracked(self) -> Look<T> {
        Look(self.0.read_value())
    }

    /// Looks at the value with a function.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.read())
    }

    /// The same without following it.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.read_untracked())
    }

    /// Replaces the value.
    pub fn set(self, value: T) {
        self.update(|own| *own = value);
    }

    /// Replaces the value if it is still there.
    pub fn try_set(self, value: T) {
        self.try_update(|own| *own = value);
    }

    /// Changes the value with a function.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// The same if the value is still there.
    pub fn try_update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let changed = self.0.try_update_value(|it| (change(&mut it.value), it.by));
        // Later, because those who follow it read it.
        changed.map(|(result, by)| {
            by.notify();
            result
        })
    }

    /// Changes the value without telling anybody.
    pub fn update_untracked<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        self.0.try_update_value(|it| change(&mut it.value))
    }

    /// Tells everybody who follows the value that it has changed.
    pub fn notify(self) {
        let by = self.0.try_with_value(|it| it.by);
        if let Some(by) = by {
            by.notify();
        }
    }

    /// Whether the value is gone.
    #[must_use]
    pub fn is_disposed(self) -> bool {
        self.0.is_disposed()
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// The value.
    #[must_use]
    pub fn get(self) -> T {
        self.read().clone()
    }

    /// The same without following it.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.read_untracked().clone()
    }

    /// The same if the value is still there.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T> {
        self.0.try_get_value().map(|it| it.value)
    }
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}
