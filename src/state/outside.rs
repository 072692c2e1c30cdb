//! What the page needs from the browser.

use jiff::civil::DateTime;
use leptos::prelude::*;
use nachlese_event::{Seconds, after};

use nachlese_markup::Signal;

use super::{Kept, OwnZone};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Like the reader's system.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in `data-theme`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What the page needs from the browser.
#[derive(Clone, Copy)]
pub struct Outside {
    /// The chosen appearance.
    pub theme: Signal<Theme>,
    /// Copies the page's address to the clipboard.
    pub copy_link: Callback<()>,
    /// Whether the last copy worked. `None` before the first.
    pub is_copied: Signal<Option<bool>>,
    /// What the reader wants to do with the shown watch-list.
    pub on_list: Callback<ListAction>,
    /// The result as a sentence. `None` before the first time.
    pub said: Signal<Vec<String>>,
    /// What screen readers read out next: see [`Outside::announce`].
    pub announced: Signal<String>,
    /// Whether a watch-list can be written as a file here.
    pub has_files: bool,
    /// Whether the browser stores the reader's watch-list for the next visit. `None` before the
    /// first attempt.
    pub is_kept: Signal<Option<bool>>,
    /// The values in the address that do not exist.
    pub dropped: Signal<Vec<String>>,
    /// When the shown data was stored, if no newer data can be loaded.
    pub kept: Signal<Option<Kept>>,
    /// The talks during which the event's clock changed: start, duration, and by how many seconds
    /// the clock was put forward. It is set by the code that knows the rules of time zones.
    pub clock_changes: Signal<Vec<(DateTime, Seconds, i32)>>,
    /// The reader's own time zone, if its time differs from the event's.
    pub own_zone: Signal<Option<OwnZone>>,
    /// Whether times are shown in it. This is not stored, because where readers are is private.
    pub is_own_time: Signal<bool>,
}

impl Outside {
    /// When a talk ended, on the clock at the event.
    #[must_use]
    pub fn end(&self, start: DateTime, length: Seconds) -> Option<DateTime> {
        let changes = self.clock_changes.read();
        let mut changes = changes.iter();
        let change = changes.find(|change| (change.0, change.1) == (start, length));
        after(start, length.0, change.map_or(0, |change| change.2))
    }

    /// Has screen readers read out a sentence, once they have read out what has the focus.
    pub fn announce(&self, sentence: String) {
        let announced = self.announced;
        // The page may be gone in the meantime.
        let _ = announced.try_update(|last| *last = anew(last, sentence));
    }

    /// What was provided to this part of the page. Without a browser, its functions do nothing.
    #[must_use]
    pub fn expect() -> Self {
        use_context().unwrap_or_else(|| Self {
            theme: Signal::default(),
            copy_link: Callback::new(|()| ()),
            is_copied: Signal::default(),
            on_list: Callback::new(|_| ()),
            said: Signal::default(),
            announced: Signal::default(),
            has_files: true,
            is_kept: Signal::default(),
            dropped: Signal::default(),
            kept: Signal::default(),
            clock_changes: Signal::default(),
            own_zone: Signal::default(),
            is_own_time: Signal::default(),
        })
    }
}

/// A sentence for a place that screen readers read out when its text changes. If it is the `last` one
/// again, it gets a blank that nobody sees or hears.
#[must_use]
pub fn anew(last: &str, sentence: String) -> String {
    if !sentence.is_empty() && last == sentence {
        sentence + "\u{a0}"
    } else {
        sentence
    }
}

/// Actions for the talks of a watch-list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListAction {
    /// Copy a link to them.
    CopyLink,
    /// Print only them.
    Print,
    /// Write a calendar.
    Calendar,
    /// Write a schedule.json.
    Schedule,
}
