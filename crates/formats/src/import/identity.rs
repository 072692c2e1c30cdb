//! Ids of items that stay the same when the file changes: they depend on the item itself, never on
//! its place in the file.
//!
//! Items are told apart by their `guid` (`UID`), then by their id, then by their slug. The id on
//! the page is the most readable one: slug before code before number. If several items share it,
//! such as a talk that is given twice, one of them keeps it. Each other item is `<id>-<suffix>`
//! with a suffix made from its guid, else from day, time and room. The order in the file does not
//! decide who keeps the id: it is the item with the smallest guid, or without guids the last by
//! time, so that an item added before it does not change its id.

use std::collections::BTreeMap;

use nachlese_event::{
    LocalizedText, Talk, TalkId,
    problem::{Finding, JsonPath},
};
use nachlese_reader::{
    context::Context,
    cursor::Fields,
    fingerprint::fingerprint,
    ids::{Ids, slug},
};

use super::value::word;

/// What the file says about an item's identity.
#[derive(Clone)]
pub(super) struct Identity {
    /// The readable id.
    wanted: String,
    /// Whether the id is in the file. Otherwise it is made from the title.
    is_given: bool,
    path: JsonPath,
}

impl Identity {
    /// The identity of an item at a place in the file, with a readable id.
    pub(super) fn given(id: &str, path: JsonPath) -> Self {
        Self {
            wanted: id.to_owned(),
            is_given: true,
            path,
        }
    }
}

/// Reads the ids of an item, including its guid.
pub(super) fn identity(
    fields: &Fields<'_>,
    title: Option<&LocalizedText>,
) -> (Identity, Option<String>) {
    let given = ["slug", "code", "id", "guid", "UID"];
    let given = given.map(|name| fields.get(name).and_then(word));
    let [_, _, _, guid, uid] = &given;
    let mut guid = guid.clone().or(uid.clone());
    // All entries of a series have one UID.
    let occurrence = fields.get("RECURRENCE-ID").and_then(word);
    if let (Some(guid), Some(occurrence)) = (&mut guid, occurrence) {
        let occurrence: String = occurrence.chars().filter(|c| c.is_alphanumeric()).collect();
        let host = guid.find('@').unwrap_or(guid.len());
        guid.insert_str(host, &format!("-{occurrence}"));
    }
    let given = given.into_iter().flatten().next().unwrap_or_default();
    // In a calendar, the host that created the id follows.
    let given = given.split('@').next().unwrap_or_default();
    let wanted = match TalkId::new(given) {
        Ok(_) => given.to_owned(),
        Err(_) => slug(given),
    };
    let is_given = !wanted.is_empty();
    let made = || {
        let heading = title.and_then(|title| title.variants().next());
        let made = heading.map(|(_, text)| slug(text)).unwrap_or_default();
        if made.is_empty() {
            "talk".to_owned()
        } else {
            made
        }
    };
    let identity = Identity {
        wanted: if is_given { wanted } else { made() },
        is_given,
        path: fields.node.path(),
    };
    (identity, guid)
}

/// Gives every talk its id, and keeps only guids that are unique.
pub(super) fn settle(
    talks: &mut [Talk],
    identities: &[Identity],
    ids: &mut Ids,
    context: &Context,
) {
    let copies = unique_guids(talks);
    // For each wanted id, the item that has it.
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, identity) in identities.iter().enumerate().take(talks.len()) {
        let holder = holders.entry(&identity.wanted).or_insert(at);
        let is_made = !identities[*holder].is_given;
        let is_better = if is_made == identity.is_given {
            is_made
        } else {
            is_rather(&talks[at], &talks[*holder])
        };
        if is_better {
            *holder = at;
        }
    }
    // These come first, so that no generated id is one of theirs.
    let count = talks.len().min(identities.len());
    let mut order: Vec<usize> = holders.values().copied().collect();
    let has_it = |at: &usize| holders.get(identities[*at].wanted.as_str()) == Some(at);
    order.extend((0..count).filter(|at| !has_it(at)));
    for at in order {
        let identity = &identities[at];
        let holder = holders.get(identity.wanted.as_str()).copied();
        let holder = holder.unwrap_or(at);
        let own = if holder == at {
            identity.wanted.clone()
        } else {
            distinct(&identity.wanted, &talks[at])
        };
        let taken = ids.claim(&own);
        // A talk may be given twice. But two talks with one id are a mistake, and so is a repeated
        // slot.
        let (talk, other) = (&talks[at], &talks[holder]);
        let is_repeat = holder == at
            || talk.guid.is_some()
            || talk.title == other.title && distinct("", talk) != distinct("", other);
        let is_wrong = identity.is_given && (taken.is_some() || !is_repeat);
        let wrong = copies.get(&at).or(is_wrong.then_some(&identity.wanted));
        let renamed = taken.unwrap_or(own);
        if let Ok(id) = TalkId::new(&renamed) {
            talks[at].id = id;
        }
        if let Some(id) = wrong {
            let (id, renamed) = (id.clone(), Some(renamed));
            context.report(&identity.path, Finding::DuplicateId { id, renamed });
        }
    }
}

/// Whether a talk gets the id that both want, and not the talk before it.
fn is_rather(talk: &Talk, before: &Talk) -> bool {
    match (&talk.guid, &before.guid) {
        (Some(own), Some(other)) => own < other,
        (None, None) if talk.title == before.title => distinct("", talk) > distinct("", before),
        (own, None) => own.is_some(),
        (None, Some(_)) => false,
    }
}

/// Removes guids that several talks have. Returns those of talks that were copied and changed, but
/// kept their guid.
fn unique_guids(talks: &mut [Talk]) -> BTreeMap<usize, String> {
    let mut first_by_guid: BTreeMap<String, usize> = BTreeMap::new();
    let (mut copies, mut shared) = (BTreeMap::new(), Vec::new());
    for at in 0..talks.len() {
        let Some(guid) = talks[at].guid.clone() else {
            continue;
        };
        let first = *first_by_guid.entry(guid.clone()).or_insert(at);
        if first == at {
            continue;
        }
        talks[at].guid = None;
        if talks[first].title == talks[at].title {
            // Some programs give a talk the same guid, however often it is given.
            shared.push(first);
        } else {
            copies.insert(at, guid);
        }
    }
    for at in shared {
        talks[at].guid = None;
    }
    copies
}

/// The id of one of several talks that want the same.
fn distinct(wanted: &str, talk: &Talk) -> String {
    // Leaves room for the rest within the 100 characters of an id.
    let mut parts = vec![wanted.chars().take(50).collect::<String>()];
    if let Some(guid) = &talk.guid {
        parts.push(fingerprint(guid).chars().take(8).collect());
        return parts.join("-");
    }
    if let Some(start) = talk.start {
        let (day, time) = (start.date(), start.time());
        let (year, month, day) = (day.year(), day.month(), day.day());
        let (hour, minute) = (time.hour(), time.minute());
        parts.push(format!("{year:04}{month:02}{day:02}-{hour:02}{minute:02}"));
    }
    let room = talk.room.iter().flat_map(LocalizedText::variants).next();
    if let Some((_, room)) = room {
        parts.push(slug(room).chars().take(30).collect());
    }
    parts.retain(|part| !part.is_empty());
    parts.join("-")
}
