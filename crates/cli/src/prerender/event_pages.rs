//! Writes all pages of an event, and the event in the formats of other programs.

use nachlese::{
    state::{Catalogue, Deployed},
    view::prerendered::{Prerendered, prerendered},
};
use nachlese_event::{Href, LanguageTag, problem::Problem};
use nachlese_formats::export::{
    Edition, ExportError, Site, calendar, chapters::chapters, feed::feed,
    schedule_json::schedule_json, schedule_xml::schedule_xml,
};
use nachlese_reader::fingerprint::fingerprint;
use nachlese_site::{
    Base, Page, address,
    listing::{EventFolder, list_path},
};

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

    fn pages(&self, dist: &Folder) -> Vec<(String, String)> {
        let EventFolder { event, file, home } = self.folder;
        let pages = self.folder.pages();
        let site = site(self.folder, self.base).with_previews(self.has_previews);
        let fingerprint = fingerprint(self.text);
        let source = event.source.as_ref().map(|source| source.url.as_str());
        // Trunk's page describes the event that the site opens with.
        let named = Some(self.shell.original.as_str());
        let named = named.filter(|original| home.is_empty() && !original.is_empty());
        let original = named.or(source).unwrap_or_default();
        let mut files = Vec::new();
        let mut passages: Vec<(&LanguageTag, String)> = Vec::new();
        for page in &pages {
            if passages.iter().all(|it| it.0 != &page.language) {
                let found =
                    named_files::passages(event, &dist.shown(file), Some(dist), &page.language);
                passages.push((&page.language, found));
            }
            let passages = passages.iter().find(|it| it.0 == &page.language);
            let passages = passages.map_or("", |it| &it.1);
            let root = page.root();
            let list = self
                .list_language
                .map(|main| root.clone() + &address(&list_path(main, &page.language), None));
            let drawn = self.draw(&format!("{root}{file}"), page, list.clone(), passages, dist);
            let html = document(&DocumentParts {
                shell: self.shell,
                event,
                file,
                original,
                overview: list.as_deref(),
                page,
                pages: &pages,
                base: self.base,
                site: &site,
                fingerprint: &fingerprint,
                is_offline: self.is_offline,
                title: &drawn.title,
                article: &drawn.html,
                passages,
            });
            files.push((format!("{}index.html", page.path), html));
        }
        files
    }

    /// A page as the app draws it. `file` is the event's file, `list` is the list of all events,
    /// both relative to the page.
    fn draw(
        &self,
        file: &str,
        page: &Page,
        list: Option<String>,
        passages: &str,
        dist: &Folder,
    ) -> Prerendered {
        let deployed = Deployed {
            language: page.language.clone(),
            talk: page.talk.clone(),
            is_current: true,
        };
        let event = self.folder.event.clone();
        let mut catalogue = Catalogue::new(event, self.problems.to_vec(), file).on(deployed);
        passages.clone_into(&mut catalogue.passages);
        let talk = catalogue.only_talk();
        let files = talk.map_or_else(Vec::new, |talk| catalogue.words_of(talk));
        let words = words(&files, &page.root(), dist);
        prerendered(catalogue.with_words(words).beside(list))
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
        for talk in &event.talks {
            let folder = format!("talk/{}/", talk.id);
            let chapters = chapters(&edition, talk).map(pretty);
            files.push((format!("{folder}event.ics"), calendar::talk(&edition, talk)));
            files.push((format!("{folder}chapters.json"), chapters));
        }
        let files = files.into_iter().filter_map(|(path, text)| match text {
            Ok(text) => Some((format!("{home}{path}"), text)),
            // An event without a day has no calendar and a folder without an address no feed, so
            // the pages do not link to them.
            Err(ExportError::NoDate | ExportError::NoAddress | ExportError::NoChapters) => None,
        });
        files.collect()
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
