//! The rules that decide what is left out of the page.

use std::{cell::LazyCell, collections::BTreeSet};

use nachlese_event::{
    Event, Href, PersonId, TalkId,
    problem::{Finding, JsonPath, Problem},
};

use crate::near::near;

/// What a reference refers to.
#[derive(Debug, Clone)]
pub(crate) enum Reference {
    /// Somebody in `people`.
    Person(PersonId),
    /// A talk.
    Talk(TalkId),
}

/// How many wrong references get a suggestion. Looking for near misses takes time, and after this
/// many an editor sees the pattern anyway.
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
    // Collected only when needed, because even in a large event few references are left to check.
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

/// A picture is stored next to the event's file, so that no other host learns who looks at it.
pub(crate) fn own_picture(src: &Href, path: &JsonPath, out: &mut Vec<Problem>) {
    if !src.is_relative() {
        // A mail address is not a picture either. It is reported as it is.
        let host = src.host().unwrap_or(src.as_str()).to_owned();
        out.push(Problem::new(path, Finding::ForeignPicture { host }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_picture_beside_the_file_is_an_own_one() {
        for (address, host) in [
            ("panel.svg", None),
            ("a?x=http://b.example", None),
            ("#http://b.example", None),
            ("https://b.example/x.png", Some("b.example")),
            ("mailto:a@b.example", Some("mailto:a@b.example")),
        ] {
            let mut found = Vec::new();
            own_picture(&Href::new(address).unwrap(), &JsonPath::root(), &mut found);
            let expected = host.map(|host| Finding::ForeignPicture {
                host: host.to_owned(),
            });
            let expected = expected.map(|finding| Problem::new(&JsonPath::root(), finding));
            assert_eq!(found, Vec::from_iter(expected), "{address}");
        }
    }
}
