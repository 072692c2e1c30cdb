//! What only the browser can do for the page.

use jiff::civil::DateTime;
use leptos::prelude::*;
use nachlese_event::{Seconds, after};

use super::{Kept, OwnZone};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system is set.
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

/// What only the browser can do for the page.
#[derive(Clone, Copy)]
pub struct Outside {
    /// The chosen appearance.
    pub theme: RwSignal<Theme>,
    /// Puts the page's address on the clipboard.
    pub copy_link: Callback<()>,
    /// Whether the last copy worked; `None` before the first.
    pub is_copied: RwSignal<Option<bool>>,
    /// What the reader wants done with the watch-list that is shown.
    pub on_list: Callback<ListAction>,
    /// What came of it, as a sentence; none before the first time.
    pub said: RwSignal<Vec<String>>,
    /// Whether files can be written of a watch-list here.
    pub has_files: bool,
    /// Whether the browser keeps the reader's watch-list for the next visit; `None` before the
    /// first try.
    pub is_kept: RwSignal<Option<bool>>,
    /// What the address asked in vain.
    pub dropped: RwSignal<Vec<String>>,
    /// When the data shown was kept, if there is none newer to be had.
    pub kept: RwSignal<Option<Kept>>,
    /// The talks during which the clocks at the event were set: when each began, how long it took,
    /// and by how many seconds they were put forward. Whoever knows the rules of zones tells.
    pub clock_changes: RwSignal<Vec<(DateTime, Seconds, i32)>>,
    /// The reader's own time zone, where it is another time there than at the event.
    pub own_zone: RwSignal<Option<OwnZone>>,
    /// Whether times are shown in it. Kept nowhere: where readers are is nobody's business.
    pub is_own_time: RwSignal<bool>,
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

    /// What was provided to this part of the page; without a browser, nothing happens.
    #[must_use]
    pub fn expect() -> Self {
        use_context().unwrap_or_else(|| Self {
            theme: RwSignal::default(),
            copy_link: Callback::new(|()| ()),
            is_copied: RwSignal::default(),
            on_list: Callback::new(|_| ()),
            said: RwSignal::default(),
            has_files: true,
            is_kept: RwSignal::default(),
            dropped: RwSignal::default(),
            kept: RwSignal::default(),
            clock_changes: RwSignal::default(),
            own_zone: RwSignal::default(),
            is_own_time: RwSignal::default(),
        })
    }
}

/// What can be done with the talks of a watch-list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListAction {
    /// Put a link to them on the clipboard.
    CopyLink,
    /// Print them and nothing else.
    Print,
    /// Write a calendar.
    Calendar,
    /// Write a schedule.json.
    Schedule,
}
