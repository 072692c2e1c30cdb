//! Questions about a talk that can be answered without searching all talks.

use nachlese_event::Event;

use super::{Facet, Index, synonyms};

impl Index {
    /// The index of a single talk of an event, the one at `place`. A query finds this talk or
    /// nothing.
    ///
    /// Typing errors are allowed here even if other talks have the word as typed.
    #[must_use]
    pub fn of_talk(event: &Event, place: usize) -> Self {
        let mut index = Self::default();
        let Some(talk) = event.talks.get(place) else {
            return index;
        };
        for (at, person) in event.people.iter().enumerate() {
            let is_part = talk.people.iter().any(|part| part.person == person.id);
            if is_part && index.people.intern(person.id.as_str()).1 {
                index.people_places.push(at);
            }
        }
        index.synonyms = synonyms::of(event);
        index.talk_count = 1;
        index.choices.add(talk, event);
        index.add_words(event, place);
        index
    }

    /// The talks that have a facet value, as indices into the event's programme.
    pub fn talks_with(&self, facet: Facet, value: &str) -> impl Iterator<Item = usize> {
        self.choices.talks_with(facet, value)
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use crate::{Facet, Index, Query};

    #[test]
    fn tells_of_a_single_talk_whether_it_is_found() {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
            "people": [{"id": "q", "name": "Q"}, {"id": "p", "name": "Stefanie Lämmle"}],
            "talks": [{"id": "a", "kind": "talk", "title": "Mut", "people": ["p"]},
                      {"id": "b", "kind": "panel", "topic": "Mehr Mut"}]}"#;
        let event = parse(text).unwrap().0;
        let check = |query: &Query, expected: [usize; 3]| {
            let found = |place| Index::of_talk(&event, place).find(query, &[]).talks.len();
            assert_eq!([0, 1, 2].map(found), expected, "{}", query.text);
        };
        check(&Query::of_text("mut"), [1, 1, 0]);
        check(&Query::of_text("lammle"), [1, 0, 0]);
        check(&Query::of_text("tag"), [0, 0, 0]);
        let mut query = Query::default();
        query.choose(Facet::Kind, "panel");
        check(&query, [0, 1, 0]);
    }
}
