//! Which event the page shows, and how it is loaded.

use std::sync::Arc;

use nachlese_event::{
    Event, EventId, Href, LanguageTag, Recording, Speech, TalkId,
    problem::{Problem, Severity},
};
use nachlese_programme::watch_list::Saved;
use nachlese_reader::{PieceReader, fingerprint::fingerprint, own::read_own};
use nachlese_search::{Index, Query};
use web_sys::HtmlElement;

use super::kept_list::kept_list;
use crate::{
    browser::{self, Fetched, Importer, Pace},
    load_error::LoadError,
    state::{Catalogue, Deployed, Kept, LoadState},
    text::prelude::*,
    url::{self, Address},
};

/// Which event to load, and what is known about it before.
pub(crate) struct EventFile {
    /// The root element of the page.
    root: HtmlElement,
    /// The event's file unless the address names another.
    default: String,
    /// The value of `?event=`.
    pub(super) wanted: Option<String>,
    /// The relative path to the root of the deployed folder.
    folder: String,
    /// The fingerprint of the data from which the page was prerendered. Empty if it was not
    /// prerendered.
    prerendered: String,
    deployed: Option<Deployed>,
    /// The address of the list of all events, if there are others.
    overview: Option<String>,
    /// The files that the page contains itself.
    carried: Option<Carried>,
}

/// An event's file and all other files, in a page that loads nothing from the network.
struct Carried {
    event: String,
    /// As [`AssetBase::carrying`](nachlese_event::AssetBase::carrying) takes them.
    files: String,
}

impl EventFile {
    /// Reads the attributes of the page's root and the address.
    ///
    /// `data-event` names the default event's file, `data-folder` the way to the root of the
    /// deployed folder, `data-overview` the list of all events if there are others; a prerendered
    /// page has `data-prerendered`, `data-page` if it is about one talk, and `data-passages`.
    pub(super) fn of(root: &HtmlElement) -> Self {
        let attribute = |name: &str| root.get_attribute(name).unwrap_or_default();
        let carried = root.get_attribute("data-carried").map(|event| Carried {
            event,
            files: attribute("data-files"),
        });
        let wanted = url::parameter(&browser::address().0, "event");
        // A page that contains its event has no other event.
        let wanted = wanted.filter(|_| carried.is_none());
        let prerendered = attribute("data-prerendered");
        let is_own = wanted.is_none() && !prerendered.is_empty();
        let language = LanguageTag::new(&attribute("lang")).ok();
        let talk = TalkId::new(&attribute("data-page")).ok();
        let page = language.map(|language| Deployed {
            language,
            talk,
            is_current: false,
        });
        Self {
            root: root.clone(),
            default: attribute("data-event"),
            wanted,
            folder: attribute("data-folder"),
            prerendered,
            deployed: page.filter(|_| is_own),
            overview: root.get_attribute("data-overview"),
            carried,
        }
    }

    /// Always this event, whatever the address says.
    pub(crate) fn only(root: HtmlElement, file: String) -> Self {
        Self {
            root,
            default: file,
            wanted: None,
            folder: String::new(),
            prerendered: String::new(),
            deployed: None,
            overview: None,
            carried: None,
        }
    }

    /// The root element of the page.
    pub(super) fn root(&self) -> &HtmlElement {
        &self.root
    }

    /// Whether the page shows the event already.
    pub(super) fn is_prerendered(&self) -> bool {
        self.deployed.is_some()
    }

    /// Loads the event. A retry bypasses every cache.
    pub(super) async fn load(&self, is_retry: bool) -> Loaded {
        match self.read(is_retry).await {
            Ok((catalogue, is_prerendered)) => {
                let (address, dropped) = asked(&catalogue, &browser::address());
                let state = LoadState::Ready(Arc::new(catalogue), address, dropped);
                Loaded {
                    state,
                    is_prerendered,
                }
            }
            Err(error) => Loaded {
                state: LoadState::Failed(error),
                is_prerendered: false,
            },
        }
    }

    /// Reads the event, and says whether the page was prerendered from exactly this file.
    pub(crate) async fn read(&self, is_retry: bool) -> Result<(Catalogue, bool), LoadError> {
        let file = self.file()?;
        let (read, kept) = if let Some(carried) = &self.carried {
            (read_text(&carried.event)?, None)
        } else {
            let fetched = browser::fetch(&file, is_retry).await?;
            (self.read_bytes(&fetched).await?, fetched.kept)
        };
        let Read {
            event,
            problems,
            fingerprint,
        } = read.ok_or(LoadError::NoNetwork)?;
        let faults = problems
            .iter()
            .filter(|found| found.severity() > Severity::Note);
        for found in faults.take(100) {
            browser::warn(&found.to_line());
        }
        let mut slices = Pace::begin();
        let mut index = Index::prepare(&event);
        while !index.add_choices(&event) {
            slices.keep().await;
        }
        let mut catalogue = Catalogue::new(event, problems, &file)
            .beside(self.overview.clone())
            .with_index(index);
        if let Some(carried) = &self.carried {
            catalogue.assets = catalogue.assets.carrying(&carried.files);
        }
        catalogue.kept = kept.as_deref().and_then(Kept::read);
        let Some(page) = self.deployed.clone() else {
            return Ok((catalogue, false));
        };
        let is_current = fingerprint == self.prerendered;
        let passages = self.root.get_attribute("data-passages");
        catalogue.passages = passages.filter(|_| is_current).unwrap_or_default();
        // In a single file that contains everything, no talk has a page of its own.
        let has_pages = is_current && self.carried.is_none();
        let page = Deployed {
            is_current: has_pages,
            ..page
        };
        Ok((catalogue.on(page), is_current))
    }

    /// Reads a file. Large files, files of other programs and files that are not UTF-8 are read in
    /// pieces.
    async fn read_bytes(&self, fetched: &Fetched) -> Result<Option<Read>, LoadError> {
        let bytes = &fetched.bytes;
        if bytes.length() < LARGE
            && let Ok(text) = String::from_utf8(bytes.to_vec())
            && let Some(read) = read_text(&text)?
        {
            return Ok(Some(read));
        }
        let speech = LanguageTag::new(&self.root.lang());
        let speech = speech.map(|tag| Speech::of(&tag)).unwrap_or_default();
        let importer = Importer::begin(&self.root, bytes, &fetched.media_type).await?;
        let first = importer.next().await?.unwrap_or_default();
        let mut pieces = PieceReader::begin(&first).map_err(LoadError::Unreadable)?;
        while let Some(piece) = importer.next().await? {
            pieces.add(&piece).map_err(LoadError::Unreadable)?;
            let (read, all) = pieces.progress();
            browser::show_progress(&self.root, &speech.match_count(read, all));
        }
        let fingerprint = pieces.fingerprint().to_owned();
        let (event, problems) = pieces.finish().map_err(LoadError::Unreadable)?;
        Ok(Some(Read {
            event,
            problems,
            fingerprint,
        }))
    }

    /// The address of the event's file.
    pub(super) fn file(&self) -> Result<String, LoadError> {
        let Some(wanted) = &self.wanted else {
            return Ok(self.default.clone());
        };
        if let Ok(id) = EventId::new(wanted)
            && !wanted.contains('.')
        {
            return Ok(format!("{}events/{id}/event.json", self.folder));
        }
        let href = Href::new(wanted).map_err(|_| LoadError::BadAddress)?;
        match href.origin() {
            Some(origin) if origin.starts_with("https:") || origin == browser::origin() => {
                Ok(href.as_str().to_owned())
            }
            None if href.is_relative() && !wanted.starts_with(['#', '?']) => Ok(wanted.clone()),
            _ => Err(LoadError::BadAddress),
        }
    }
}

/// An event as read from its file.
struct Read {
    event: Event,
    problems: Vec<Problem>,
    /// That of the file's text.
    fingerprint: String,
}

/// Files from this size on, in bytes, are read in pieces. Smaller files are read too fast to
/// notice.
const LARGE: u32 = 1_000_000;

/// Reads event JSON at once. Returns `None` if the file has another format.
fn read_text(text: &str) -> Result<Option<Read>, LoadError> {
    let own = read_own(text).map_err(LoadError::Unreadable)?;
    Ok(own.map(|(event, problems)| Read {
        event,
        problems,
        fingerprint: fingerprint(text),
    }))
}

/// The outcome of loading.
pub(super) struct Loaded {
    /// What to show.
    pub(super) state: LoadState,
    /// Whether the page was prerendered from exactly this file.
    pub(super) is_prerendered: bool,
}

/// What an address (`?…` and `#…`) asks for, and its values that do not exist.
pub(crate) fn asked(
    catalogue: &Catalogue,
    (search, hash): &(String, String),
) -> (Address, Vec<String>) {
    let own = catalogue.own_language();
    let (mut address, dropped) = Address::read(search, hash, &catalogue.event, own);
    if catalogue.frame.is_embedded && address.query.saved == Some(Saved::Own) {
        // Inside another page, no list is stored.
        address.query.saved = None;
    }
    (reachable(address, catalogue), dropped)
}

/// A named talk must be visible, so a search that would hide it is dropped.
fn reachable(address: Address, catalogue: &Catalogue) -> Address {
    let is_hidden = address.target.as_ref().is_some_and(|target| {
        let mut talks = catalogue.event.talks.iter();
        let place = talks.position(|talk| talk.id.as_str() == target.id);
        place.is_some_and(|place| {
            // Not the page's index, which may not be complete yet.
            !address.query.is_empty() && {
                let event = &catalogue.event;
                let talk = &event.talks[place];
                let is_listed = match &address.query.saved {
                    None => true,
                    Some(Saved::Own) => kept_list(&event.id).has(&talk.id),
                    Some(Saved::Shared(list)) => list.has(&talk.id),
                };
                let mut query = address.query.clone();
                if talk.recording.as_ref().is_some_and(Recording::is_readable) {
                    // Perhaps somebody said it, but that is not known yet.
                    query.text.clear();
                }
                let index = Index::of_talk(event, place);
                !is_listed || index.find(&query, &[]).talks.is_empty()
            }
        })
    });
    if is_hidden {
        let query = Query::default();
        Address { query, ..address }
    } else {
        address
    }
}
