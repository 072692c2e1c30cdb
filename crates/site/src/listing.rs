//! All events of a folder: `events/index.json` for programs, and the pages that list them for
//! people.
//!
//! # `events/index.json`
//! `{"events": […]}`, newest first, events without a day last. Each event has
//! - `id`: the name of its folder, for `?event=` and the embed
//! - `title`, and `kind` if it has one: plain text by language tag
//! - `language`: its own, and `languages`: all languages in which it can be read
//! - `firstDay`, `lastDay`: days of the calendar, for example `2026-03-04`, if they are known
//! - `page`, `data`: its page and its file, relative to `index.json`
//! - `talks`, `recordings`: how many items the programme has without the cancelled ones, and how
//!   many recordings can be played

use nachlese_event::{Event, LanguageTag, LocalizedText, Speech, Talk, date};
use serde_json::{Map, Value, json};

use super::{Base, Page, address, words::spoken};

/// The folder of all events, from the root of the site.
pub const FOLDER: &str = "events/";

/// An event of the folder.
#[derive(Debug, Clone)]
pub struct EventFolder {
    /// The event.
    pub event: Event,
    /// Its file, from the root of the site: `events/x/event.json`.
    pub file: String,
    /// The folder of its pages, see [`Page::home`].
    pub home: String,
}

impl EventFolder {
    /// The event's pages.
    #[must_use]
    pub fn pages(&self) -> Vec<Page> {
        super::pages(&self.event, &self.home)
    }

    /// The name of the folder of its file.
    #[must_use]
    pub fn id(&self) -> &str {
        let mut parts = self.file.rsplit('/').skip(1);
        parts.next().unwrap_or_else(|| self.event.id.as_str())
    }

    /// Its page, relative to [`FOLDER`].
    #[must_use]
    pub fn page(&self) -> String {
        match self.home.strip_prefix(FOLDER) {
            Some(home) => address(home, None),
            None => format!("../{}", address(&self.home, None).trim_start_matches("./")),
        }
    }

    /// How many items the programme has, without cancelled ones.
    #[must_use]
    pub fn talk_count(&self) -> usize {
        let talks = self.event.talks.iter();
        talks.filter(|talk| !talk.is_cancelled()).count()
    }

    /// How many items have a recording that can be played.
    #[must_use]
    pub fn recording_count(&self) -> usize {
        let talks = self.event.talks.iter();
        talks.filter(|talk| Talk::is_playable(talk)).count()
    }
}

/// Sorts the newest event first. Events without a day come last.
#[must_use]
pub fn newest_first(events: &[EventFolder]) -> Vec<&EventFolder> {
    let mut sorted: Vec<_> = events.iter().collect();
    sorted.sort_by_key(|folder| std::cmp::Reverse(folder.event.when.map(|when| when.first_day())));
    sorted
}

/// Describes all events, as JSON; see the module's description.
///
/// # Errors
/// Never in practice, because plain text can always be written as JSON.
pub fn index(events: &[EventFolder]) -> Result<String, serde_json::Error> {
    let events: Vec<_> = newest_first(events).into_iter().map(entry).collect();
    let mut json = serde_json::to_string_pretty(&json!({ "events": events }))?;
    json.push('\n');
    Ok(json)
}

fn entry(folder: &EventFolder) -> Value {
    let event = &folder.event;
    let languages = event.languages();
    let by_language = |text: &LocalizedText| -> Value {
        let texts = languages.iter().map(|language| {
            let text = spoken(text, language, event);
            (language.as_str().to_owned(), Value::from(text))
        });
        texts.collect::<Map<_, _>>().into()
    };
    let tags = languages.iter().map(LanguageTag::as_str);
    let mut entry = json!({
        "id": folder.id(),
        "title": by_language(&event.title),
        "language": event.language.as_str(),
        "languages": tags.collect::<Vec<_>>(),
        "page": folder.page(),
        "data": address(folder.file.strip_prefix(FOLDER).unwrap_or(&folder.file), None),
        "talks": folder.talk_count(),
        "recordings": folder.recording_count(),
    });
    if let Some(kind) = &event.kind {
        entry["kind"] = by_language(kind);
    }
    if let Some(when) = event.when {
        entry["firstDay"] = date::iso(when.first_day()).into();
        entry["lastDay"] = date::iso(when.last_day()).into();
    }
    entry
}

/// The page that lists all events, in the vocabulary of schema.org: a `CollectionPage` with an
/// `ItemList`.
///
/// Without a base, the entries have only names, because addresses in a graph must be absolute.
#[must_use]
pub fn graph(page: &Page, events: &[EventFolder], base: Option<&Base>) -> Value {
    let entries = newest_first(events).into_iter().enumerate();
    let entries = entries.map(|(at, folder)| {
        let mut entry = json!({
            "@type": "ListItem",
            "position": at + 1,
            "name": spoken(&folder.event.title, &page.language, &folder.event),
        });
        if base.is_some() {
            entry["url"] = address(&folder.home, base).into();
        }
        entry
    });
    json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": page.title,
        "inLanguage": page.language.as_str(),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": events.len(),
            "itemListElement": entries.collect::<Value>(),
        },
    })
}

/// The pages that list all events: `events/` in the program's language for `main`, and one in
/// the program's other language.
#[must_use]
pub fn list_pages(main: &LanguageTag) -> [Page; 2] {
    let first = Speech::of(main);
    let second = first.pick(Speech::English, Speech::German);
    let page = |speech: Speech, file: String| Page {
        home: FOLDER.to_owned(),
        path: format!("{FOLDER}{file}"),
        language: speech.pick(LanguageTag::german(), LanguageTag::english()),
        talk: None,
        title: speech.events().to_owned(),
        description: String::new(),
    };
    let other = format!("index.{}.html", second.tag());
    [page(first, String::new()), page(second, other)]
}

/// The list in a language, from the root of the site.
#[must_use]
pub fn list_path(main: &LanguageTag, language: &LanguageTag) -> String {
    let [first, second] = list_pages(main);
    let is_first = Speech::of(language) == Speech::of(&first.language);
    if is_first { first.path } else { second.path }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::tests::event;

    fn folders() -> [EventFolder; 2] {
        let newer = r#"{"schemaVersion": 1, "id": "other", "language": "en", "title": "New",
            "date": "2026-03-04"}"#;
        [
            EventFolder {
                event: event(),
                file: "events/x/event.json".to_owned(),
                home: String::new(),
            },
            EventFolder {
                event: parse(newer).unwrap().0,
                file: "events/ne\u{fc}/event.json".to_owned(),
                home: "events/ne\u{fc}/".to_owned(),
            },
        ]
    }

    #[test]
    fn describes_all_events_newest_first() {
        let index: Value = serde_json::from_str(&index(&folders()).unwrap()).unwrap();
        let (newer, older) = (&index["events"][0], &index["events"][1]);
        for (entry, field, expected) in [
            (newer, "id", "ne\u{fc}".into()),
            (newer, "page", "ne%C3%BC/".into()),
            (newer, "data", "ne%C3%BC/event.json".into()),
            (newer, "firstDay", "2026-03-04".into()),
            (newer, "kind", Value::Null),
            (older, "id", "x".into()),
            (older, "page", "../".into()),
            (older, "data", "x/event.json".into()),
            (
                older,
                "title",
                json!({"de": "München & KI", "en": "Munich & AI"}),
            ),
            (older, "languages", json!(["de", "en"])),
            (older, "talks", 2.into()),
            (older, "recordings", 1.into()),
        ] {
            assert_eq!(entry[field], expected, "{field}");
        }
    }

    #[test]
    fn says_the_same_to_search_engines() {
        let base = Base::new("https://a.example/b").unwrap();
        let [page, _] = list_pages(&LanguageTag::german());
        let graph = graph(&page, &folders(), Some(&base));
        let list = &graph["mainEntity"]["itemListElement"];
        assert_eq!(list[0]["url"], "https://a.example/b/events/ne%C3%BC/");
        assert_eq!(list[1]["url"], "https://a.example/b/");
        assert_eq!(list[1]["name"], "München & KI");
        let unknown = super::graph(&page, &folders(), None);
        assert_eq!(
            unknown["mainEntity"]["itemListElement"][0]["url"],
            Value::Null
        );
    }

    #[test]
    fn lists_them_in_german_and_english() {
        let english = LanguageTag::english();
        for (main, language, path) in [
            ("de", "de", "events/"),
            ("de", "fr", "events/index.en.html"),
            ("en", "en", "events/"),
            ("en", "de", "events/index.de.html"),
        ] {
            let tag = |tag| LanguageTag::new(tag).unwrap();
            assert_eq!(list_path(&tag(main), &tag(language)), path);
        }
        let roots = list_pages(&english).map(|page| page.root());
        assert_eq!(roots, ["../", "../"]);
    }
}
