//! The watch-list („Merkliste“): the talks of an event that a reader wants to find again.
//!
//! A list consists of ids only. Ids that the event does not have (any more) stay in it: another
//! version of the programme may have them again.

use nachlese_event::{Event, TalkId};

/// The beginning of the text of a stored list. Other texts are not lists.
const VERSION: &str = "1 ";

/// The most talks that are read, because a text may be damaged or hostile.
const MOST: usize = 10_000;

/// A set of talks, sorted by id, so that equal sets are equal lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WatchList(Vec<TalkId>);

/// A watch-list as a filter of a search, besides words and facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// The reader's own list, with its current content.
    Own,
    /// A list that somebody sent.
    Shared(WatchList),
}

impl WatchList {
    /// Reads ids from a link, separated by spaces or commas. Anything that is not an id is left
    /// out.
    #[must_use]
    pub fn read(ids: &str) -> Self {
        let mut list = Self::default();
        let words = ids.split([' ', ',']).filter_map(|id| TalkId::new(id).ok());
        words.take(MOST).for_each(|id| list.add(id));
        list
    }

    /// Writes the ids separated by spaces. Empty for an empty list.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::new();
        for id in &self.0 {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(id.as_str());
        }
        text
    }

    /// Reads a list that was stored on an earlier visit. Any other text gives an empty list.
    #[must_use]
    pub fn of_kept(text: &str) -> Self {
        text.strip_prefix(VERSION)
            .map(Self::read)
            .unwrap_or_default()
    }

    /// The text to store, or `None` for an empty list.
    #[must_use]
    pub fn to_kept(&self) -> Option<String> {
        (!self.is_empty()).then(|| VERSION.to_owned() + &self.write())
    }

    /// Whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many talks are in it, including those that the event does not have.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a talk is in it.
    #[must_use]
    pub fn has(&self, id: &TalkId) -> bool {
        self.place(id).is_ok()
    }

    /// Adds a talk.
    pub fn add(&mut self, id: TalkId) {
        if let Err(at) = self.place(&id) {
            self.0.insert(at, id);
        }
    }

    /// Adds a talk, or removes it.
    pub fn toggle(&mut self, id: &TalkId) {
        match self.place(id) {
            Ok(at) => drop(self.0.remove(at)),
            Err(at) => self.0.insert(at, id.clone()),
        }
    }

    /// Adds all talks of another list.
    pub fn merge(&mut self, other: Self) {
        other.0.into_iter().for_each(|id| self.add(id));
    }

    /// The indices of its talks in the event's programme, in order.
    #[must_use]
    pub fn places(&self, event: &Event) -> Vec<u32> {
        if self.is_empty() {
            return Vec::new();
        }
        let talks = (0..).zip(&event.talks);
        let listed = talks.filter(|(_, talk)| self.has(&talk.id));
        listed.map(|(place, _)| place).collect()
    }

    /// The talks that the event has, and those that it does not have.
    #[must_use]
    pub fn split(self, event: &Event) -> (Self, Self) {
        let mut known = Self::default();
        for place in self.places(event) {
            known.add(event.talks[place as usize].id.clone());
        }
        let unknown = self.0.into_iter().filter(|id| !known.has(id)).collect();
        (known, Self(unknown))
    }

    fn place(&self, id: &TalkId) -> Result<usize, usize> {
        self.0.binary_search(id)
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_lists_as_links_have_them() {
        for (text, list) in [
            ("", ""),
            ("b a", "a b"),
            ("a,b,,c a", "a b c"),
            (" größe <x> a/b ../c", "größe"),
        ] {
            assert_eq!(WatchList::read(text).write(), list, "{text:?}");
        }
    }

    #[test]
    fn a_text_that_was_never_a_list_is_an_empty_one() {
        for text in [
            "",
            "1",
            "a b",
            "2 a",
            "{\"a\": 1}",
            "null",
            "\u{0}\u{fffd}",
            "1 \u{0}",
        ] {
            assert_eq!(WatchList::of_kept(text), WatchList::default(), "{text:?}");
        }
        assert_eq!(WatchList::default().to_kept(), None);
    }

    #[test]
    fn reads_no_more_than_a_reader_could_mean() {
        let ids: Vec<_> = (0..MOST + 5).map(|at| format!("t{at}")).collect();
        assert_eq!(WatchList::read(&ids.join(" ")).len(), MOST);
    }

    #[test]
    fn talks_of_another_version_stay_but_have_no_place() {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [
            {"id": "c", "kind": "talk", "title": "C"}, {"id": "a", "kind": "talk", "title": "A"}]}"#;
        let event = parse(text).unwrap().0;
        let mut list = WatchList::of_kept("1 gone a");
        list.toggle(&event.talks[0].id);
        assert_eq!(list.places(&event), [0, 1]);
        assert_eq!(list.to_kept().as_deref(), Some("1 a c gone"));
        let (known, unknown) = list.split(&event);
        assert_eq!(
            (known.write().as_str(), unknown.write().as_str()),
            ("a c", "gone")
        );
    }

    fn id() -> impl Strategy<Value = String> {
        let texts = "[a-zäöü0-9][a-zäöü0-9._-]{0,8}";
        texts.prop_filter("no id", |text| TalkId::new(text).is_ok())
    }

    proptest! {
        #[test]
        fn keeps_what_was_saved(ids in prop::collection::vec(id(), 0..20)) {
            let mut list = WatchList::default();
            for id in &ids {
                list.add(TalkId::new(id).unwrap());
            }
            prop_assert_eq!(&WatchList::read(&list.write()), &list);
            prop_assert_eq!(&WatchList::of_kept(&list.to_kept().unwrap_or_default()), &list);
            let before = list.clone();
            for id in &ids {
                let id = TalkId::new(id).unwrap();
                list.toggle(&id);
                prop_assert!(!list.has(&id));
                list.toggle(&id);
            }
            prop_assert_eq!(list, before);
        }

        #[test]
        fn any_text_is_some_list(text in any::<String>(), kept in "1 [ a-c,\u{0}-\u{ff}]{0,40}") {
            for text in [text, kept] {
                let list = WatchList::of_kept(&text);
                prop_assert_eq!(&WatchList::of_kept(&list.to_kept().unwrap_or_default()), &list);
                let _ = WatchList::read(&text);
            }
        }
    }
}
