//! The index of an event's talks, built in slices.

use nachlese_compact::{Interner, index, radix};
use nachlese_event::Event;

use super::{
    Choice, Facet, Field,
    choices::Choices,
    heard::{FIRST_HEARD, Heard},
    postings::{GAP, Postings},
    progress::Stage,
    synonyms,
    texts::each_text,
    vocabulary::Vocabulary,
    words::Words,
};

/// How many talks' facet values are read in one step: a millisecond on a slow machine.
const CHOICES_AT_ONCE: usize = 100;
/// The fixed cost of a talk besides its text, measured in bytes of text.
const TALK_COST: usize = 64;

/// The index: each talk's words and facet values.
///
/// It begins empty, grows with [`Index::step`] and can be searched at any time. Talks that are not
/// in it yet are not found; [`Found`](super::Found) says how many there are.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) talk_count: usize,
    pub(super) choices: Choices,
    pub(super) vocabulary: Vocabulary,
    pub(super) postings: Postings,
    /// For each talk in the index, the number of words of its longest title, at most 255.
    pub(super) title_words: Vec<u8>,
    /// The people's ids, and the index of each person in the event.
    pub(super) people: Interner,
    pub(super) people_places: Vec<usize>,
    /// The transcripts; those that are read come first.
    pub(super) heard: Vec<Heard>,
    /// How many of them are read.
    pub(super) heard_count: usize,
    /// How many are announced, but not added yet.
    pub(super) awaited: usize,
    /// The position of the next word of a transcript.
    pub(super) next_heard: u32,
    pub(super) stage: Stage,
    /// The event's synonyms; see [`synonyms`].
    pub(super) synonyms: String,
    /// The words of the current talk: word, position and field in one number.
    tokens: Vec<u64>,
}

impl Index {
    /// How many bytes of text a step may fold: one or two milliseconds on a slow machine.
    pub const SLICE: usize = 12_000;

    /// Indexes all talks of an event at once.
    #[must_use]
    pub fn new(event: &Event) -> Self {
        let mut index = Self::begin(event);
        while !index.step(event, usize::MAX) {}
        index
    }

    /// Begins the index of an event. It has all facet values, but no words yet.
    #[must_use]
    pub fn begin(event: &Event) -> Self {
        let mut index = Self::prepare(event);
        while !index.add_choices(event) {}
        index
    }

    /// Prepares the index of an event. It has no talks yet.
    #[must_use]
    pub fn prepare(event: &Event) -> Self {
        let mut people = Interner::default();
        let mut people_places = Vec::new();
        for (place, person) in event.people.iter().enumerate() {
            if people.intern(person.id.as_str()).1 {
                people_places.push(place);
            }
        }
        Self {
            talk_count: event.talks.len(),
            people,
            people_places,
            next_heard: FIRST_HEARD,
            synonyms: synonyms::of(event),
            ..Self::default()
        }
    }

    /// Adds the facet values of some more talks of the same event. Returns whether it has all.
    pub fn add_choices(&mut self, event: &Event) -> bool {
        let talks = event.talks.iter().skip(self.choices.len());
        for talk in talks.take(CHOICES_AT_ONCE) {
            self.choices.add(talk, event);
        }
        self.choices.len() >= self.talk_count
    }

    /// Continues with the same event and the added transcripts, for about `budget` bytes of text
    /// ([`Index::SLICE`]), but at least for one talk or cue. Returns whether the index is complete.
    pub fn step(&mut self, event: &Event, budget: usize) -> bool {
        let mut spent = 0;
        while spent < budget && !self.is_complete() {
            spent += self.add_words(event, self.title_words.len()) + TALK_COST;
        }
        while spent < budget && self.heard_count < self.heard.len() {
            spent += self.add_heard(budget - spent) + TALK_COST;
        }
        self.is_complete() && self.heard_count == self.heard.len()
    }

    /// Whether the index contains every talk.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.title_words.len() >= self.talk_count
    }

    /// How many talks there are.
    #[must_use]
    pub fn talk_count(&self) -> usize {
        self.talk_count
    }

    /// The values of a facet with their numbers, in the order of the programme.
    pub fn choices(&self, facet: Facet) -> impl Iterator<Item = (Choice, &str)> {
        self.choices.of(facet)
    }

    /// The bytes of memory that the index uses.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let own =
            self.title_words.capacity() + self.tokens.capacity() * 8 + self.synonyms.capacity();
        let parts = self.choices.bytes() + self.vocabulary.bytes() + self.postings.bytes();
        let heard: usize = self.heard.iter().map(Heard::bytes).sum();
        own + parts
            + heard
            + self.people.bytes()
            + self.people_places.capacity() * size_of::<usize>()
    }

    /// How many different words there are.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.vocabulary.len()
    }

    /// Adds the words of the next talk. Returns how many bytes were read.
    pub(super) fn add_words(&mut self, event: &Event, at: usize) -> usize {
        let mut position = 0;
        let mut read = 0;
        let mut title_words = 0;
        let people = self.people(event, at);
        if let Some(talk) = event.talks.get(at) {
            each_text(talk, event, &people, &mut |field, _, text| {
                read += text.len();
                let words = self.add_text(field, text, &mut position);
                if field == Field::Title {
                    title_words = words.max(title_words);
                }
            });
        }
        self.write_tokens(index(self.title_words.len()));
        self.title_words
            .push(u8::try_from(title_words).unwrap_or(u8::MAX));
        read
    }

    /// Adds the words of a text to the current talk. Returns how many there are.
    pub(super) fn add_text(&mut self, field: Field, text: &str, position: &mut u32) -> u32 {
        let mut count = 0;
        let mut compound = [String::new(), String::new()];
        let mut compound_at = *position;
        let mut words = Words::new(text);
        while words.next() {
            count += 1;
            self.add_word(&words.bare, *position, field);
            if words.is_two() {
                self.add_word(words.spelled_out(), *position, field);
            }
            // Words joined by hyphens are also one word: „livestream“ finds „Live-Stream“.
            let [bare, spelled_out] = &mut compound;
            if words.is_joined {
                bare.push_str(&words.bare);
                spelled_out.push_str(words.spelled_out());
                self.add_word(bare, compound_at, field);
                if bare != spelled_out {
                    self.add_word(spelled_out, compound_at, field);
                }
            } else {
                bare.clone_from(&words.bare);
                words.spelled_out().clone_into(spelled_out);
                compound_at = *position;
            }
            *position += 1;
        }
        *position += GAP;
        count
    }

    fn add_word(&mut self, word: &str, position: u32, field: Field) {
        let word = u64::from(self.vocabulary.intern(word));
        let place = u64::from(position) << 3 | field as u64;
        self.tokens.push(word << 32 | place);
    }

    /// Stores the words that were read as those of a talk.
    pub(super) fn write_tokens(&mut self, talk: u32) {
        radix::sort(&mut self.tokens);
        let mut places = Vec::new();
        let mut rest = self.tokens.as_slice();
        while let Some(first) = rest.first() {
            let word = first >> 32;
            let end = rest.iter().position(|token| token >> 32 != word);
            let (own, after) = rest.split_at(end.unwrap_or(rest.len()));
            places.clear();
            places.extend(own.iter().map(|token| radix::low(*token)));
            self.postings.add(radix::low(word), talk, &places);
            rest = after;
        }
        self.tokens.clear();
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::Query;

    fn event() -> Event {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
            "people": [{"id": "p", "name": "Stefanie Lämmle", "organization": "Stadt"}],
            "talks": [
                {"id": "a", "kind": "talk", "title": "Mut", "people": ["p"]},
                {"id": "b", "kind": "talk", "title": "Live-Stream"},
                {"id": "c", "kind": "panel", "topic": {"de": "Mut", "en": "Courage"}}],
            "sections": [{"type": "quote", "talk": "b", "text": "Wir sind da."}]}"#;
        parse(text).unwrap().0
    }

    fn check(index: &Index, text: &str, expected: &[u32]) {
        assert_eq!(
            index.find(&Query::of_text(text), &[]).talks,
            expected,
            "{text}"
        );
    }

    #[test]
    fn grows_in_slices_and_tells_how_far_it_has_come() {
        let event = event();
        let mut index = Index::begin(&event);
        let mut steps = 1;
        while !index.step(&event, 1) {
            steps += 1;
            let found = index.find(&Query::of_text("mut"), &[]);
            assert_eq!((found.searched, found.total), (index.title_words.len(), 3));
            assert_eq!(found.talks.len(), usize::from(found.searched > 0));
            assert_eq!(index.find(&Query::default(), &[]).talks.len(), 3);
        }
        assert_eq!(steps, 3);
        check(&index, "mut", &[0, 2]);
    }

    #[test]
    fn knows_every_text_of_a_talk() {
        let index = Index::new(&event());
        for (text, expected) in [
            ("courage", &[2][..]),
            ("lammle", &[0]),
            ("laemmle", &[0]),
            ("stadt", &[0]),
            ("livestream", &[1]),
            ("\"live stream\"", &[1]),
            ("\"wir sind\"", &[1]),
            ("\"mut courage\"", &[]),
        ] {
            check(&index, text, expected);
        }
    }
}
