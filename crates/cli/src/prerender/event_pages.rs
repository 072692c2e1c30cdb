//! Writes all pages of an event, and the event in the formats of other programs.

use std::sync::Arc;

use nachlese::{
    state::{Catalogue, Deployed},
    view::prerendered::{ClockChanges, Prerendered, prerendered},
};
use nachlese_event::{Event, Href, LanguageTag, problem::Problem};
use nachlese_formats::export::{
    Edition, ExportError, Site, calendar, chapters::chapters, clock_changes, feed::feed,
    schedule_json::schedule_json, schedule_xml::schedule_xml,
};
use nachlese_reader::fingerprint::fingerprint;
use nachlese_search::Index;
use nachlese_site::{
    Base, Page, address,
    listing::{EventFolder, list_path},
};
use rayon::prelude::*;
use serde_json::Value;

use super::{
    document::{DocumentParts, document},
    shell::Shell,
    words::words,
};
use crate::{beside, folder::Folder, named_files};

/// An event that is being written into the folder.
pub(super) struct EventPages<'a> {
    /// The content of the event's file.
    pub(super) text: &'a str,
    pub(super) folder: &'a EventFolder,
    /// What is wrong with the file.
    pub(super) problems: &'a [Problem],
    pub(super) shell: &'a Shell,
    pub(super) base: Option<&'a Base>,
    /// Whether the pages are stored for readers without a network.
    pub(super) is_offline: bool,
    /// Whether there will be a preview picture next to each page.
    pub(super) has_previews: bool,
    /// The language of `events/`, if there are several events.
    pub(super) list_language: Option<&'a LanguageTag>,
}

impl EventPages<'_> {
    /// The files with their paths from the root of the site.
    pub(super) fn files(&self, dist: &Folder) -> Vec<(String, String)> {
        let mut files = self.pages(dist);
        files.extend(self.formats(dist));
        files
    }

    /// All processors draw, because each page is drawn by itself.
    fn pages(&self, dist: &Folder) -> Vec<(String, String)> {
        let pages = self.folder.pages();
        let common = Common::of(self, &pages, dist);
        let written = pages.par_iter().map(|page| {
            let html = self.page(page, &common, dist);
            (format!("{}index.html", page.path), html)
        });
        written.collect()
    }

    fn page(&self, page: &Page, common: &Common<'_>, dist: &Folder) -> String {
        let file = &self.folder.file;
        let root = page.root();
        let list = self
            .list_language
            .map(|main| root.clone() + &address(&list_path(main, &page.language), None));
        let passages = common.passages_in(&page.language);
        let catalogue = common.catalogue(self, page).beside(list.clone());
        let drawn = common.draw(catalogue, page, passages, dist);
        document(&DocumentParts {
            shell: self.shell,
            event: &common.event,
            file,
            original: common.original,
            overview: list.as_deref(),
            page,
            pages: common.pages,
            base: self.base,
            site: &common.site,
            fingerprint: &common.fingerprint,
            is_offline: self.is_offline,
            title: &drawn.title,
            article: &drawn.html,
            passages,
        })
    }

    /// The event in the formats of other programs.
    fn formats(&self, dist: &Folder) -> Vec<(String, String)> {
        let EventFolder { event, file, home } = self.folder;
        let site = site(self.folder, self.base).with_previews(self.has_previews);
        let edition = Edition::new(event, &event.language, &site);
        let folder = file
            .rsplit_once('/')
            .map(|(folder, _)| format!("{folder}/"));
        let folder = folder.unwrap_or_default();
        let bytes = |href: &Href| beside::size(href.as_str(), &folder, dist);
        let pretty = |json: Value| format!("{json:#}\n");
        let json = schedule_json(&edition).map(pretty);
        let mut files = vec![
            ("feed.xml".to_owned(), feed(&edition, &bytes)),
            ("event.ics".to_owned(), calendar::event(&edition)),
            ("schedule.json".to_owned(), json),
            ("schedule.xml".to_owned(), schedule_xml(&edition)),
        ];
        let of_talks = event.talks.par_iter().flat_map_iter(|talk| {
            let folder = format!("talk/{}/", talk.id);
            let calendar = calendar::talk(&edition, talk);
            let chapters = chapters(&edition, talk).map(pretty);
            [
                (format!("{folder}event.ics"), calendar),
                (format!("{folder}chapters.json"), chapters),
            ]
        });
        files.par_extend(of_talks);
        let files = files.into_iter().filter_map(|(path, text)| match text {
            Ok(text) => Some((format!("{home}{path}"), text)),
            // An event without a day has no calendar and a folder without an address no feed, so
            // the pages do not link to them.
            Err(ExportError::NoDate | ExportError::NoAddress | ExportError::NoChapters) => None,
        });
        files.collect()
    }
}

/// What all pages of an event have in common. For a thousand talks, finding it out for each page
/// anew would take longer than drawing.
struct Common<'a> {
    event: Arc<Event>,
    index: Index,
    pages: &'a [Page],
    site: Site,
    fingerprint: String,
    /// The address of the original article, or empty.
    original: &'a str,
    /// The passages to which statements and photos lead, in each language.
    passages: Vec<(LanguageTag, String)>,
    clock_changes: ClockChanges,
}

impl<'a> Common<'a> {
    fn of(event_pages: &'a EventPages<'_>, pages: &'a [Page], dist: &Folder) -> Self {
        let EventFolder { event, file, home } = event_pages.folder;
        let source = event.source.as_ref().map(|source| source.url.as_str());
        // Trunk's page describes the event that the site opens with.
        let named = Some(event_pages.shell.original.as_str());
        let named = named.filter(|original| home.is_empty() && !original.is_empty());
        let passages = event.languages().into_iter().map(|language| {
            let found = named_files::passages(event, &dist.shown(file), Some(dist), &language);
            (language, found)
        });
        Self {
            event: Arc::new(event.clone()),
            index: Index::begin(event),
            pages,
            site: site(event_pages.folder, event_pages.base)
                .with_previews(event_pages.has_previews),
            fingerprint: fingerprint(event_pages.text),
            original: named.or(source).unwrap_or_default(),
            passages: passages.collect(),
            clock_changes: clock_changes(event),
        }
    }

    fn passages_in(&self, language: &LanguageTag) -> &str {
        let mut passages = self.passages.iter();
        let own = passages.find(|(known, _)| known == language);
        own.map_or("", |(_, passages)| passages)
    }

    /// The event as the app shows it on a page.
    fn catalogue(&self, event_pages: &EventPages<'_>, page: &Page) -> Catalogue {
        let deployed = Deployed {
            language: page.language.clone(),
            talk: page.talk.clone(),
            is_current: true,
        };
        let file = format!("{}{}", page.root(), event_pages.folder.file);
        let event = Arc::clone(&self.event);
        Catalogue::new(event, event_pages.problems.to_vec(), &file)
            .on(deployed)
            .with_index(self.index.clone())
    }

    /// A page as the app draws it.
    fn draw(
        &self,
        mut catalogue: Catalogue,
        page: &Page,
        passages: &str,
        dist: &Folder,
    ) -> Prerendered {
        passages.clone_into(&mut catalogue.passages);
        let talk = catalogue.only_talk();
        let files = talk.map_or_else(Vec::new, |talk| catalogue.words_of(talk));
        let words = words(&files, &page.root(), dist);
        prerendered(catalogue.with_words(words), self.clock_changes.clone())
    }
}

/// Where the event's pages are, if the base is known.
pub(crate) fn site(folder: &EventFolder, base: Option<&Base>) -> Site {
    let (files, _) = folder.file.rsplit_once('/').unwrap_or_default();
    let files = format!("{files}/");
    let from_page = files.strip_prefix(&folder.home).unwrap_or(&files);
    let base = base.and_then(|base| Href::new(&format!("{base}{}", folder.home)).ok());
    let site = base.and_then(|base| Site::at(&base, from_page).ok());
    site.unwrap_or_else(Site::unknown)
}
