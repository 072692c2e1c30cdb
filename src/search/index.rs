//! The folded texts of an event's talks.

use std::collections::BTreeMap;

use crate::model::{Event, LocalizedText, TalkId};

use super::{Facet, Folded, Query, fold};

/// What is searched: each talk's texts in every language, and its facet values.
#[derive(Debug, Clone, Default)]
pub struct Index {
    talks: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    id: TalkId,
    text: Folded,
    /// In the order of [`Facet::ALL`].
    values: [Vec<String>; Facet::ALL.len()],
}

impl Index {
    /// Folds the texts of all talks.
    #[must_use]
    pub fn new(event: &Event) -> Self {
        let mut people = BTreeMap::new();
        for (at, person) in event.people.iter().enumerate() {
            people.insert(person.id.as_str().to_owned(), at);
        }
        let entry = |talk: &crate::model::Talk| {
            let mut text = String::new();
            let own = [
                &talk.title,
                &talk.topic,
                &talk.summary,
                &talk.track,
                &talk.room,
            ];
            own.into_iter()
                .flatten()
                .chain(&talk.tags)
                .for_each(|part| add(&mut text, part));
            let places = talk
                .people
                .iter()
                .filter_map(|p| people.get(p.person.as_str()));
            for person in places.filter_map(|at| event.people.get(*at)) {
                text.push_str(&person.full_name());
                text.push('\n');
                let about = [&person.role_at_event, &person.organization];
                about
                    .into_iter()
                    .flatten()
                    .for_each(|part| add(&mut text, part));
            }
            let values = Facet::ALL.map(|facet| facet.values(talk, event));
            Entry {
                id: talk.id.clone(),
                text: fold(&text),
                values,
            }
        };
        Self {
            talks: event.talks.iter().map(entry).collect(),
        }
    }

    /// The talks that match, in the order of the programme.
    #[must_use]
    pub fn matches(&self, query: &Query) -> Vec<TalkId> {
        let words = words(&query.text);
        let hits = self
            .talks
            .iter()
            .filter(|entry| entry.is_match(&words, query, None));
        hits.map(|entry| entry.id.clone()).collect()
    }

    /// For each talk in the order of the programme, whether it matches when the choices of one
    /// facet are ignored.
    pub fn matches_but_for(&self, query: &Query, ignored: Facet) -> impl Iterator<Item = bool> {
        let words = words(&query.text);
        let is_match = move |entry: &Entry| entry.is_match(&words, query, Some(ignored));
        self.talks.iter().map(is_match)
    }
}

impl Entry {
    fn is_match(&self, words: &[Folded], query: &Query, ignored: Option<Facet>) -> bool {
        let fits = |(facet, own): (Facet, &Vec<String>)| {
            let mut chosen = query.chosen(facet).peekable();
            let has = |value: &str| own.iter().any(|own| own == value);
            Some(facet) == ignored || chosen.peek().is_none() || chosen.any(has)
        };
        Facet::ALL.into_iter().zip(&self.values).all(fits)
            && words.iter().all(|word| self.text.contains(word))
    }
}

fn add(text: &mut String, part: &LocalizedText) {
    for (_, variant) in part.variants() {
        text.push_str(variant);
        text.push('\n');
    }
}

/// The words of a search, folded; all of them must be found.
fn words(text: &str) -> Vec<Folded> {
    text.split_whitespace()
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;

    fn check(query: &Query, expected: &[&str]) {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
            "people": [
                {"id": "laemmle", "name": "Stefanie Lämmle", "honorific": "Dr.", "organization": "Stadtverwaltung"},
                {"id": "post", "name": "Tristan Post"}],
            "talks": [
                {"id": "ethik", "kind": "talk", "topic": {"de": "Mut zur Menschlichkeit", "en": "Courage"}},
                {"id": "praxis", "kind": "talk", "title": "Aus der Praxis", "tags": ["KI"], "people": [{"person": "post"}]},
                {"id": "panel", "kind": "panel", "title": "Fragen der Bürger*innen",
                 "people": [{"person": "post"}, {"person": "laemmle"}]}]}"#;
        let event = parse(text).unwrap().0;
        let found = Index::new(&event).matches(query);
        assert_eq!(
            found.iter().map(TalkId::as_str).collect::<Vec<_>>(),
            expected,
            "{query:?}"
        );
    }

    #[test]
    fn finds_talks_by_any_word_in_them() {
        for (text, expected) in [
            ("", &["ethik", "praxis", "panel"][..]),
            ("lammle", &["panel"]),
            ("dr. stefanie", &["panel"]),
            ("verwaltung", &["panel"]),
            ("buergerinnen", &["panel"]),
            ("courage", &["ethik"]),
            ("post praxis", &["praxis"]),
            ("praxis mut", &[]),
            ("quastenflosser", &[]),
        ] {
            check(&Query::of_text(text), expected);
        }
    }

    #[test]
    fn choices_of_a_facet_add_up_and_facets_narrow_down() {
        let mut query = Query::default();
        query.toggle(Facet::Kind, "talk");
        check(&query, &["ethik", "praxis"]);
        query.toggle(Facet::Kind, "panel");
        check(&query, &["ethik", "praxis", "panel"]);
        query.toggle(Facet::Person, "post");
        check(&query, &["praxis", "panel"]);
        query.toggle(Facet::Kind, "panel");
        check(&query, &["praxis"]);
    }
}
