//! How much of an event is shown, and on what kind of page.

use nachlese_event::{Event, LanguageTag, Section, TalkId};

/// A whole page, or a part of an event inside another page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The sections to show, by type or id. Empty for all, with the introduction.
    pub sections: Vec<String>,
    /// The only talk to show.
    pub talk: Option<TalkId>,
    /// The language to show it in, unless the reader chooses another. Without it, the event's own.
    pub language: Option<LanguageTag>,
    /// The level of the top heading, from 1 to 6.
    pub heading_level: u8,
    /// Whether it has header, contents and footer.
    pub has_chrome: bool,
    /// Whether all talks are listed as rows, like search results.
    pub is_compact: bool,
    /// Whether it is inside a page with landmarks and an address of its own.
    pub is_embedded: bool,
    /// Which of several that show the same event inside one page it is, from 1.
    pub number: usize,
}

impl Default for Frame {
    fn default() -> Self {
        Self {
            sections: Vec::new(),
            talk: None,
            language: None,
            heading_level: 1,
            has_chrome: true,
            is_compact: false,
            is_embedded: false,
            number: 1,
        }
    }
}

impl Frame {
    /// Whether a section is shown.
    #[must_use]
    pub fn shows(&self, section: &Section) -> bool {
        let is_meant = |word: &String| is_meant(word, section);
        self.sections.is_empty() || self.sections.iter().any(is_meant)
    }

    /// The wanted talk and sections that the event does not have, as `talk=…` and `sections=…`,
    /// each with the possible values.
    #[must_use]
    pub fn unknown(&self, event: &Event) -> Vec<(String, String)> {
        let talks = event.talks.iter().map(|talk| talk.id.as_str());
        let talk = self.talk.iter().filter(|id| event.talk(id).is_none());
        let talk = talk.map(|id| (format!("talk={id}"), some_of(talks.clone())));
        let shown = event.shown_sections();
        let is_there = |word: &str| shown.iter().any(|section| is_meant(word, section));
        let sections = self.sections.iter().filter(|word| !is_there(word));
        let kinds = shown.iter().map(|section| section.kind.as_str());
        let ids = shown.iter().map(|section| section.id.as_str());
        let words = kinds.chain(ids);
        let sections = sections.map(|word| (format!("sections={word}"), some_of(words.clone())));
        talk.chain(sections).collect()
    }

    /// The element of the main part. It is not `main` in an embed, because the host page has its
    /// own.
    #[must_use]
    pub fn main_element(&self) -> &'static str {
        if self.is_embedded { "div" } else { "main" }
    }

    /// The element of a heading. `depth` is 0 for the event, 1 for a section, 2 for a talk.
    ///
    /// If only sections are shown, theirs are the top headings.
    #[must_use]
    pub fn heading(&self, depth: u8) -> &'static str {
        let depth = if self.sections.is_empty() {
            depth
        } else {
            depth.saturating_sub(1)
        };
        match self.heading_level.max(1).saturating_add(depth) {
            1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }
}

/// The first few of some words, each once.
fn some_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    const MOST: usize = 24;
    let mut found: Vec<_> = Vec::new();
    for word in words {
        if found.len() == MOST {
            found.push("…");
            break;
        }
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found.join(", ")
}

/// Whether a word names a section, by its type or its id.
fn is_meant(word: &str, section: &Section) -> bool {
    word == section.kind.as_str() || word == section.id.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_go_on_from_those_of_the_host() {
        let page = Frame::default();
        assert_eq!(
            [0, 1, 2].map(|depth| page.heading(depth)),
            ["h1", "h2", "h3"]
        );
        let heading_level = 3;
        let sections = vec!["talks".to_owned()];
        let part = Frame {
            sections,
            heading_level,
            ..Frame::default()
        };
        assert_eq!([1, 2].map(|depth| part.heading(depth)), ["h3", "h4"]);
        let deep = Frame {
            heading_level: 6,
            ..Frame::default()
        };
        assert_eq!(deep.heading(2), "h6");
    }
}
