//! A loaded event, and where and how much of it is shown.

use std::sync::{Arc, Mutex};

use jiff::civil::Date;

use crate::{
    frame::Frame,
    load_error::LoadError,
    model::{AssetBase, Event, LanguageTag, Talk, TalkId},
    problem::Problem,
    search::Index,
    url::Address,
};

/// Events of this many talks are read for searching at once; larger ones little by little.
pub(super) const MOST_TALKS_AT_ONCE: usize = 100;

/// A loaded event with what was made of it once.
#[derive(Debug)]
pub struct Catalogue {
    /// The event.
    pub event: Event,
    /// The folder of its file.
    pub assets: AssetBase,
    /// What is wrong with its file.
    pub problems: Vec<Problem>,
    /// The day on which the data was kept, if the network did not give it this time.
    pub kept_on: Option<Date>,
    /// How much of it is shown.
    pub frame: Frame,
    /// Where it is shown, unless it is an event from elsewhere.
    pub deployed: Option<Deployed>,
    /// The address of the list of all events, where there are others.
    pub overview: Option<String>,
    /// Its index, if one was begun while it was loaded.
    begun: Mutex<Option<Index>>,
}

/// A prerendered page: one of those that `nachlese prerender` writes for an event.
#[derive(Debug, Clone)]
pub struct Deployed {
    /// The language that it is written in.
    pub language: LanguageTag,
    /// The talk that it tells of; without one it tells of the whole event.
    pub talk: Option<TalkId>,
    /// Whether it was written from the very data shown, so that every talk has a page.
    pub is_current: bool,
}

impl Catalogue {
    /// What was made of an event that was read from `file`.
    #[must_use]
    pub fn new(event: Event, problems: Vec<Problem>, file: &str) -> Self {
        Self {
            assets: AssetBase::of(file),
            event,
            problems,
            kept_on: None,
            frame: Frame::default(),
            deployed: None,
            overview: None,
            begun: Mutex::default(),
        }
    }

    /// The same with an index that knows all facet values at least.
    #[must_use]
    pub fn with_index(self, index: Index) -> Self {
        let begun = Mutex::new(Some(index));
        Self { begun, ..self }
    }

    /// Gives the index that was begun, once; else begins one, and completes it if that is quick.
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

    /// The same beside other events, which `overview` lists.
    #[must_use]
    pub fn beside(self, overview: Option<String>) -> Self {
        Self { overview, ..self }
    }

    /// The same as a part of another page.
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
    /// Under way.
    Loading,
    /// It failed.
    Failed(LoadError),
    /// Done: the event, what the address asks of it, and what it asks in vain.
    Ready(Arc<Catalogue>, Address, Vec<String>),
}
