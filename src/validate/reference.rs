//! The rule that references lead somewhere.

use std::{cell::LazyCell, collections::BTreeSet};

use crate::{
    model::{Event, PersonId, TalkId},
    parse::near,
    problem::{Finding, JsonPath, Problem},
};

/// What another part of the file means.
#[derive(Debug, Clone)]
pub(crate) enum Reference {
    /// Somebody in `people`.
    Person(PersonId),
    /// A talk.
    Talk(TalkId),
}

/// Looking for near misses takes time; who has more wrong references sees the pattern anyway.
const MOST_SUGGESTIONS: usize = 200;

/// Each person and talk that the file refers to is in it.
pub(crate) fn references(
    event: &Event,
    references: &[(JsonPath, Reference)],
    out: &mut Vec<Problem>,
) {
    let people: Vec<_> = event
        .people
        .iter()
        .map(|person| person.id.as_str())
        .collect();
    let talks: Vec<_> = event.talks.iter().map(|talk| talk.id.as_str()).collect();
    let known = |ids: &[&str]| {
        let mut known = BTreeSet::new();
        known.extend(ids.iter().map(ToString::to_string));
        known
    };
    // Only once they are needed: of a large event few references are left to be looked at.
    let known_people = LazyCell::new(|| known(&people));
    let known_talks = LazyCell::new(|| known(&talks));
    let mut misses = 0;
    let mut suggest = |id: &str, candidates: &[&str]| {
        misses += 1;
        (misses <= MOST_SUGGESTIONS)
            .then(|| near(id, candidates.iter().copied()))
            .flatten()
    };
    for (path, reference) in references {
        match reference {
            Reference::Person(id) if !known_people.contains(id.as_str()) => {
                let suggestion = suggest(id.as_str(), &people);
                let id = id.as_str().to_owned();
                out.push(Problem::new(
                    path,
                    Finding::UnknownPerson { id, suggestion },
                ));
            }
            Reference::Talk(id) if !known_talks.contains(id.as_str()) => {
                let suggestion = suggest(id.as_str(), &talks);
                let id = id.as_str().to_owned();
                out.push(Problem::new(path, Finding::UnknownTalk { id, suggestion }));
            }
            _ => {}
        }
    }
}
