//! Who is who in two versions of a programme and in the edited event.
//!
//! Ids of the edited event stay, because readers have addresses with them. So the talks and people of
//! both versions get the ids that the edited event has for them. They are recognised by their `guid`,
//! else by their id, else by what they say, if that is unmistakable.

use std::collections::{BTreeMap, BTreeSet};

use nachlese_event::{Event, LocalizedText, Person, Talk, TalkId};

/// Gives the talks and people of `of` the ids that they have in `in_other`.
pub(crate) fn adopt_ids(of: &mut Event, in_other: &Event) {
    let talks = matches(&of.talks, &in_other.talks, &[guid, talk_id, saying]);
    let taken = taken(in_other);
    let ids = renamed(
        &of.talks,
        &talks,
        &in_other.talks,
        |talk| talk.id.as_str(),
        &taken,
    );
    let people = matches(&of.people, &in_other.people, &[person_id, name]);
    let people: BTreeMap<_, _> = people
        .into_iter()
        .map(|(at, other)| (of.people[at].id.clone(), in_other.people[other].id.clone()))
        .collect();
    let mut new_ids = BTreeMap::new();
    for (talk, id) in of.talks.iter_mut().zip(ids) {
        if let Ok(id) = TalkId::new(&id) {
            new_ids.insert(talk.id.clone(), id.clone());
            talk.id = id;
        }
    }
    for talk in &mut of.talks {
        for one in &mut talk.people {
            rename(&people, &mut one.person);
        }
    }
    for person in &mut of.people {
        rename(&people, &mut person.id);
    }
    for item in of.playlists.iter_mut().flat_map(|list| &mut list.items) {
        rename(&new_ids, item);
    }
}

fn rename<I: Ord + Clone>(ids: &BTreeMap<I, I>, id: &mut I) {
    if let Some(new) = ids.get(id) {
        *id = new.clone();
    }
}

/// The ids of pages and of places on a page.
fn taken(event: &Event) -> BTreeSet<String> {
    let talks = event.talks.iter().map(|talk| talk.id.to_string());
    let sections = event.sections.iter().map(|section| section.id.to_string());
    talks.chain(sections).collect()
}

/// What tells one thing from another; empty if there is nothing.
type Mark<T> = fn(&T) -> String;

fn guid(talk: &Talk) -> String {
    talk.guid.clone().unwrap_or_default()
}

fn talk_id(talk: &Talk) -> String {
    talk.id.to_string()
}

/// Title and start, which both an editor who changes ids and a program that does so keep.
fn saying(talk: &Talk) -> String {
    let text = |text: &LocalizedText| text.variants().next().map(|(_, text)| text.to_owned());
    let both = talk.heading().and_then(text).zip(talk.start);
    both.map_or_else(String::new, |(title, start)| {
        format!(
            "{title}
{start}"
        )
    })
}

fn person_id(person: &Person) -> String {
    person.id.to_string()
}

fn name(person: &Person) -> String {
    person.name.clone()
}

/// Pairs of the same things in two lists. Marks that come first decide; one that several things share
/// decides nothing.
fn matches<T>(of: &[T], others: &[T], marks: &[Mark<T>]) -> BTreeMap<usize, usize> {
    let mut pairs = BTreeMap::new();
    let mut used = BTreeSet::new();
    for mark in marks {
        let [ours, theirs] = [of, others].map(|list| by_mark(list, *mark));
        for (mark, at) in &ours {
            let (Some(at), Some(Some(other))) = (at, theirs.get(mark)) else {
                continue;
            };
            if !pairs.contains_key(at) && used.insert(*other) {
                pairs.insert(*at, *other);
            }
        }
    }
    pairs
}

/// Where each mark is; nothing if it is in several places.
fn by_mark<T>(list: &[T], mark: Mark<T>) -> BTreeMap<String, Option<usize>> {
    let mut places = BTreeMap::new();
    for (at, thing) in list.iter().enumerate() {
        let mark = mark(thing);
        if !mark.is_empty() {
            let place = places.entry(mark).or_insert(Some(at));
            if *place != Some(at) {
                *place = None;
            }
        }
    }
    places
}

/// The new ids. One that has no counterpart must not have the id of something else.
fn renamed<T>(
    of: &[T],
    pairs: &BTreeMap<usize, usize>,
    others: &[T],
    id: impl Fn(&T) -> &str,
    taken: &BTreeSet<String>,
) -> Vec<String> {
    let mut used = taken.clone();
    let free = (0..of.len()).filter(|at| !pairs.contains_key(at));
    used.extend(
        free.map(|at| id(&of[at]).to_owned())
            .filter(|id| !taken.contains(id)),
    );
    let new = |(at, thing): (usize, &T)| match pairs.get(&at) {
        Some(other) => id(&others[*other]).to_owned(),
        None if !taken.contains(id(thing)) => id(thing).to_owned(),
        None => {
            let mut numbers = (2..).map(|number| format!("{}-{number}", id(thing)));
            let free = numbers.find(|id| !used.contains(id)).unwrap_or_default();
            used.insert(free.clone());
            free
        }
    };
    of.iter().enumerate().map(new).collect()
}
