//! The files of a deployed folder besides its HTML: headers, pictures, icons, files for machines.
//!
//! All functions take the event and return text or bytes. The command line writes the files.
//! Entry point: [`pages`]. Its result is the input of the other functions.

pub mod crawl;
pub mod headers;
pub mod icons;
pub mod listing;
pub mod manifest;
pub mod oembed;
pub mod offline;
mod palette;
pub mod precache;
pub mod precompress;
pub mod preview;
mod raster;
mod territory;
mod words;

pub use raster::DrawError;
pub use territory::open_graph_locale;
pub use words::spoken;

use std::{collections::BTreeSet, fmt, sync::Arc};

use nachlese_event::{Event, Href, LanguageTag, TalkId, is_no_folder_name};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use thiserror::Error;

/// One HTML page of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The folder of the event's pages, from the root of the site. Empty for the event that the
    /// site opens with, `events/<id>/` for any other.
    pub home: String,
    /// The page's folder, from the root of the site: [`home`](Self::home), then nothing, `en/`,
    /// `talk/<id>/` or `en/talk/<id>/`. Not percent-encoded; see [`Page::address`].
    pub path: String,
    /// The language that the page is written in.
    pub language: LanguageTag,
    /// The talk that it is about. Without one, it is about the whole event.
    pub talk: Option<TalkId>,
    /// Its headline, without soft hyphens. For a talk's page, it does not contain the event's
    /// headline.
    pub title: String,
    /// Its description: at most 160 characters, cut between words. May be empty.
    pub description: String,
}

/// The pages of an event: the event and its talks in its own language, then in each other language.
///
/// `home` is the folder of the event's pages; see [`Page::home`]. If two talks have the same id,
/// only the first one gets a page.
#[must_use]
pub fn pages(event: &Event, home: &str) -> Vec<Page> {
    let mut known = BTreeSet::new();
    let talks: Vec<_> = event
        .talks
        .iter()
        .filter(|talk| known.insert(talk.id.clone()))
        .collect();
    let in_language = |(number, language): (usize, LanguageTag)| {
        let folder = match number {
            0 => home.to_owned(),
            _ => format!("{home}{}/", language_folder(&language)),
        };
        let mut pages = vec![Page {
            home: home.to_owned(),
            path: folder.clone(),
            talk: None,
            title: words::spoken(&event.title, &language, event),
            description: words::event_description(event, &language),
            language: language.clone(),
        }];
        pages.extend(talks.iter().map(|talk| Page {
            home: home.to_owned(),
            path: format!("{folder}talk/{}/", talk.id),
            talk: Some(talk.id.clone()),
            title: words::talk_title(talk, &language, event),
            description: words::talk_description(talk, &language, event),
            language: language.clone(),
        }));
        pages
    };
    let languages = event.languages().into_iter().enumerate();
    languages.flat_map(in_language).collect()
}

/// The name of a language's folder. Some tags are no names of folders: `aux` is Aurá, and a device
/// on Windows.
fn language_folder(language: &LanguageTag) -> String {
    let tag = language.as_str();
    if is_no_folder_name(tag) {
        format!("{tag}-1")
    } else {
        tag.to_owned()
    }
}

impl Page {
    /// The relative path from the page's folder to the root: empty, `../`, `../../`, …
    #[must_use]
    pub fn root(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }

    /// Its address: under the base if that is known, else from the root of the site (`./` for the
    /// first page). Percent-encoded.
    #[must_use]
    pub fn address(&self, base: Option<&Base>) -> String {
        address(&self.path, base)
    }

    /// Whether both are about the same thing, possibly in different languages.
    #[must_use]
    pub fn is_same_subject(&self, other: &Self) -> bool {
        self.talk == other.talk
    }
}

/// The address of the deployed folder: an absolute web address with a `/` at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(Arc<str>);

/// The text is not the address of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the base address looks like `https://example.org/events/`, without `?` and `#`")]
pub struct InvalidBase;

impl Base {
    /// Checks the address of a folder. A missing `/` at its end is added.
    ///
    /// # Errors
    /// [`InvalidBase`] unless it is an `http:` or `https:` address without `?` and `#`.
    pub fn new(text: &str) -> Result<Self, InvalidBase> {
        let href = Href::new(text).map_err(|_| InvalidBase)?;
        let is_folder = href.origin().is_some() && !href.as_str().contains(['?', '#', '"', '<']);
        if !is_folder {
            return Err(InvalidBase);
        }
        let slash = if href.as_str().ends_with('/') {
            ""
        } else {
            "/"
        };
        Ok(Self(format!("{href}{slash}").into()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The address of a file of the folder, percent-encoded: absolute if the base is known.
#[must_use]
pub fn address(path: &str, base: Option<&Base>) -> String {
    let encoded = utf8_percent_encode(path, NOT_IN_PATHS).to_string();
    match base {
        Some(base) => format!("{base}{encoded}"),
        None if encoded.is_empty() => "./".to_owned(),
        None => encoded,
    }
}

/// All but the characters that mean nothing in addresses, and what parts folders.
const NOT_IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'/');

#[cfg(test)]
pub(crate) mod tests {
    use nachlese_reader::parse;

    use super::*;

    /// An event in German and English with two talks, the second without a title.
    pub(crate) fn event() -> Event {
        let json = r#"{"schemaVersion": 1, "id": "x", "language": "de", "published": "2024-06-18",
            "date": "2024-06-07", "host": {"name": "IT-Re\u00adfe\u00adrat"},
            "kind": {"de": "Hearing", "en": "Hearing"},
            "title": {"de": "Mün\u00adchen & KI", "en": "Munich & AI"},
            "summary": {"de": "Siehe [die Meldung](https://a.example/b).", "en": "A hearing."},
            "people": [{"id": "ada", "name": "Ada Example", "honorific": "Dr."}],
            "talks": [
              {"id": "größe", "kind": "talk", "title": {"de": "Größe", "en": "Size"},
               "people": [{"person": "ada", "part": "speaker"}],
               "recording": {"status": "released", "sources": [
                 {"provider": "peertube", "host": "https://tube.example:8443/w", "id": "abcdefgh"}]}},
              {"id": "markt", "kind": "market"}]}"#;
        parse(json).unwrap().0
    }

    #[test]
    fn gives_each_language_and_talk_a_page() {
        let pages = pages(&event(), "");
        let told: Vec<_> = pages
            .iter()
            .map(|page| (page.path.as_str(), page.title.as_str(), page.root()))
            .collect();
        assert_eq!(
            told,
            [
                ("", "München & KI", String::new()),
                ("talk/größe/", "Größe", "../../".to_owned()),
                ("talk/markt/", "Marktplatz", "../../".to_owned()),
                ("en/", "Munich & AI", "../".to_owned()),
                ("en/talk/größe/", "Size", "../../../".to_owned()),
                ("en/talk/markt/", "Marketplace", "../../../".to_owned()),
            ]
        );
        assert_eq!(pages[0].description, "Siehe die Meldung.");
        assert!(pages[0].is_same_subject(&pages[3]) && !pages[0].is_same_subject(&pages[1]));
    }

    #[test]
    fn another_events_pages_lie_in_its_own_folder() {
        let pages = pages(&event(), "events/x/");
        let told: Vec<_> = pages.iter().map(|page| page.path.as_str()).collect();
        assert_eq!(told[..2], ["events/x/", "events/x/talk/größe/"]);
        assert_eq!(told[3], "events/x/en/");
        assert_eq!(pages[1].root(), "../../../../");
    }

    #[test]
    fn no_language_has_the_folder_of_a_device() {
        for (tag, expected) in [("aux", "aux-1"), ("en", "en"), ("con-x-a", "con-x-a")] {
            assert_eq!(language_folder(&LanguageTag::new(tag).unwrap()), expected);
        }
    }

    #[test]
    fn takes_folders_as_base_and_nothing_else() {
        for (text, expected) in [
            ("https://a.example", Some("https://a.example/")),
            ("https://a.example/b/", Some("https://a.example/b/")),
            ("http://a.example/b", Some("http://a.example/b/")),
            ("/b/", None),
            ("https://a.example/?x", None),
            ("https://a.example/#x", None),
            ("mailto:a@b.example", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(Base::new(text).ok().as_ref().map(Base::as_str), expected);
        }
    }

    #[test]
    fn encodes_addresses() {
        let base = Base::new("https://a.example/b").unwrap();
        let page = &pages(&event(), "")[1];
        assert_eq!(page.address(None), "talk/gr%C3%B6%C3%9Fe/");
        assert_eq!(
            page.address(Some(&base)),
            "https://a.example/b/talk/gr%C3%B6%C3%9Fe/"
        );
        assert_eq!(address("", None), "./");
    }
}
