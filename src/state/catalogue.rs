//! A loaded event, where it is shown, and how much of it.

use std::sync::{Arc, Mutex, OnceLock};

use jiff::civil::Date;
use nachlese_event::{AssetBase, Event, LanguageTag, Talk, TalkId, date::iso, problem::Problem};
use nachlese_programme::timetable::Timetable;
use nachlese_reader::civil_date;
use nachlese_search::{Index, Transcript};

use super::recordings::CommonStatus;
use crate::{frame::Frame, load_error::LoadError, url::Address};

/// Events with up to this many talks are indexed at once, larger ones step by step.
pub(super) const MOST_TALKS_AT_ONCE: usize = 40;

/// Programmes with up to this many talks are listed whole.
const MOST_LISTED: usize = 60;

/// A loaded event with everything that is computed from it once.
#[derive(Debug)]
pub struct Catalogue {
    /// The event. The pages that are written for it share it.
    pub event: Arc<Event>,
    /// The folder of its file.
    pub assets: AssetBase,
    /// What is wrong with its file.
    pub problems: Vec<Problem>,
    /// When the data was stored, if it is not loaded from the network.
    pub kept: Option<Kept>,
    /// How much of it is shown.
    pub frame: Frame,
    /// The prerendered page on which it is shown, if it has one.
    pub deployed: Option<Deployed>,
    /// The address of the list of all events, if there are others.
    pub overview: Option<String>,
    /// The passages to which statements and photos lead, as far as the words were known when the
    /// page was written: see [`Catalogue::passage`].
    pub passages: String,
    timetable: OnceLock<Option<Timetable>>,
    pub(super) common_status: OnceLock<Option<CommonStatus>>,
    /// Its index, if one was begun during loading.
    begun: Mutex<Option<Index>>,
    /// What is written on the page of a talk without scripts, by the address of its file.
    pub(super) written: Vec<(String, Transcript)>,
}

/// A prerendered page, written by `nachlese prerender`.
#[derive(Debug, Clone)]
pub struct Deployed {
    /// The language that it is written in.
    pub language: LanguageTag,
    /// The talk that it is about. Without one, it is about the whole event.
    pub talk: Option<TalkId>,
    /// Whether it was written from exactly the shown data, so that every talk has a page.
    pub is_current: bool,
}

/// Data that was stored on an earlier visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The day on which it was stored.
    pub on: Date,
    /// Whether there is newer data that cannot be read. Otherwise there is no network.
    pub is_newer_unreadable: bool,
}

impl Kept {
    /// Reads what the service worker says: `2026-11-24`, or `2026-11-24 unreadable`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (day, reason) = text.split_once(' ').unwrap_or((text, ""));
        Some(Self {
            on: civil_date(day)?,
            is_newer_unreadable: reason == "unreadable",
        })
    }
}

impl Catalogue {
    /// The catalogue of an event that was read from `file`.
    #[must_use]
    pub fn new(event: impl Into<Arc<Event>>, problems: Vec<Problem>, file: &str) -> Self {
        Self {
            assets: AssetBase::of(file),
            event: event.into(),
            problems,
            kept: None,
            frame: Frame::default(),
            deployed: None,
            overview: None,
            passages: String::new(),
            timetable: OnceLock::new(),
            common_status: OnceLock::new(),
            begun: Mutex::default(),
            written: Vec::new(),
        }
    }

    /// The same with an index that has at least all facet values.
    #[must_use]
    pub fn with_index(self, index: Index) -> Self {
        let begun = Mutex::new(Some(index));
        Self { begun, ..self }
    }

    /// Takes the index that was begun. If there is none, begins one, and completes it if the event
    /// is small.
    pub(super) fn index(&self) -> Index {
        let begun = self.begun.lock().ok().and_then(|mut begun| begun.take());
        let begun = begun.unwrap_or_else(|| Index::begin(&self.event));
        if self.event.talks.len() <= MOST_TALKS_AT_ONCE {
            let mut index = begun;
            while !index.step(&self.event, usize::MAX) {}
            return index;
        }
        begun
    }

    /// The same on a prerendered page.
    #[must_use]
    pub fn on(self, page: Deployed) -> Self {
        let deployed = Some(page);
        Self { deployed, ..self }
    }

    /// The same with the address of the list of all events.
    #[must_use]
    pub fn beside(self, overview: Option<String>) -> Self {
        Self { overview, ..self }
    }

    /// The same, showing only as much as `frame` says.
    #[must_use]
    pub fn within(self, frame: Frame) -> Self {
        Self { frame, ..self }
    }

    /// The language of the page unless the reader chooses another.
    #[must_use]
    pub fn own_language(&self) -> &LanguageTag {
        let page = self.deployed.as_ref().map(|page| &page.language);
        let asked = self.frame.language.as_ref();
        asked.or(page).unwrap_or(&self.event.language)
    }

    /// The event's timetable, if it has more to show than a list.
    #[must_use]
    pub fn timetable(&self) -> Option<&Timetable> {
        let timetable = self.timetable.get_or_init(|| Timetable::of(&self.event));
        timetable.as_ref()
    }

    /// The name of a day of the timetable in addresses. The number is that of [`ViewState::day`].
    ///
    /// [`ViewState::day`]: super::ViewState::day
    pub(super) fn day_name(&self, number: usize) -> Option<String> {
        let day = self.timetable()?.days.get(number.checked_sub(1)?)?;
        Some(iso(day.date))
    }

    /// The number of a day of the timetable by its name in addresses.
    pub(super) fn day_number(&self, name: Option<String>) -> usize {
        let day = name.and_then(|name| self.timetable()?.day_of(&name));
        day.map_or(0, |at| at + 1)
    }

    /// Whether the programme is long. Then the list is drawn page by page, and facets and abstracts
    /// are folded.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.event.talks.len() > MOST_LISTED
    }

    /// The talk that the page is about, if it is about one that the event has.
    #[must_use]
    pub fn only_talk(&self) -> Option<&Talk> {
        let page = self.deployed.as_ref().and_then(|page| page.talk.as_ref());
        self.event.talk(self.frame.talk.as_ref().or(page)?)
    }
}

/// How far loading has come.
#[derive(Debug, Clone)]
pub enum LoadState {
    /// In progress.
    Loading,
    /// It failed.
    Failed(LoadError),
    /// Done: the event, what the address asks for, and its values that do not exist.
    Ready(Arc<Catalogue>, Address, Vec<String>),
}
