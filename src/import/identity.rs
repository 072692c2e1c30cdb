//! Ids of items that stay the same when the file changes: made of what an item is, never of where
//! it stands.
//!
//! One item is told from another by the `guid` (`UID`), then by the id, then by the slug. The id on
//! the page is the one that people can read, slug before code before number. Where several items
//! share it, as one that is given twice, each is `<id>-<its own>`: made of its guid, else of day,
//! time and room. None of them has the id alone, so that another one never takes it away.

use std::collections::BTreeMap;

use super::value::word;
use crate::{
    fingerprint::fingerprint,
    model::{LocalizedText, Talk, TalkId},
    parse::{
        context::Context,
        cursor::Fields,
        ids::{Ids, slug},
    },
    problem::{Finding, JsonPath},
};

/// What the file says of an item's identity.
pub(super) struct Identity {
    /// The id that people can read.
    wanted: String,
    /// Whether the file gives it; else it is made of the title.
    is_given: bool,
    path: JsonPath,
}

/// Reads the ids of an item, its guid with them.
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
    // What follows in a calendar is the host that made it.
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

/// Gives every talk its id, and leaves the guids that tell one talk from all others.
pub(super) fn settle(
    talks: &mut [Talk],
    identities: &[Identity],
    ids: &mut Ids,
    context: &Context,
) {
    let copies = unique_guids(talks);
    // By wanted id: how many the file gives, and how many are made of titles; the first of all.
    let mut wanted: BTreeMap<&str, ([usize; 2], usize)> = BTreeMap::new();
    for (at, identity) in identities.iter().enumerate() {
        let (counts, _) = wanted.entry(&identity.wanted).or_insert(([0; 2], at));
        counts[usize::from(identity.is_given)] += 1;
    }
    for (at, identity) in identities.iter().enumerate() {
        let Some((counts, first)) = wanted.get(identity.wanted.as_str()) else {
            continue;
        };
        let is_alone = match counts {
            [_, given] if identity.is_given => *given == 1,
            [made, given] => *made == 1 && *given == 0,
        };
        let own = if is_alone {
            identity.wanted.clone()
        } else {
            distinct(&identity.wanted, &talks[at])
        };
        let taken = ids.claim(&own);
        // A talk may be given twice; two talks with one id are a mistake, as is a slot told twice.
        let is_repeat =
            is_alone || talks[at].guid.is_some() || talks[at].title == talks[*first].title;
        let is_wrong = identity.is_given && (taken.is_some() || !is_repeat) || copies.contains(&at);
        let renamed = taken.unwrap_or(own);
        if let Ok(id) = TalkId::new(&renamed) {
            talks[at].id = id;
        }
        if is_wrong {
            let id = identity.wanted.clone();
            let renamed = Some(renamed);
            context.report(&identity.path, Finding::DuplicateId { id, renamed });
        }
    }
}

/// Takes away guids that several talks have; gives the talks that are copies of another one with
/// their guid left as it was.
fn unique_guids(talks: &mut [Talk]) -> Vec<usize> {
    let mut first_by_guid: BTreeMap<String, usize> = BTreeMap::new();
    let (mut copies, mut shared) = (Vec::new(), Vec::new());
    for at in 0..talks.len() {
        let Some(guid) = talks[at].guid.clone() else {
            continue;
        };
        let first = *first_by_guid.entry(guid).or_insert(at);
        if first == at {
            continue;
        }
        talks[at].guid = None;
        if talks[first].title == talks[at].title {
            // Programs that give a talk one guid, however often it is given.
            shared.push(first);
        } else {
            copies.push(at);
        }
    }
    for at in shared {
        talks[at].guid = None;
    }
    copies
}

/// The id of one of several talks that want the same.
fn distinct(wanted: &str, talk: &Talk) -> String {
    // Room for the rest within the 100 characters of an id.
    let mut id: String = wanted.chars().take(50).collect();
    if let Some(guid) = &talk.guid {
        return format!("{id}-{}", &fingerprint(guid)[..8]);
    }
    if let Some(start) = talk.start {
        let (day, time) = (start.date(), start.time());
        let (year, month, day) = (day.year(), day.month(), day.day());
        let (hour, minute) = (time.hour(), time.minute());
        id += &format!("-{year:04}{month:02}{day:02}-{hour:02}{minute:02}");
    }
    let room = talk.room.iter().flat_map(LocalizedText::variants).next();
    if let Some((_, room)) = room {
        let room: String = slug(room).chars().take(30).collect();
        id += "-";
        id += &room;
    }
    id.trim_end_matches('-').to_owned()
}
