//! Ids of the entries of a calendar. They stay the same when other entries are added or removed.

use std::collections::BTreeMap;

use nachlese_event::TalkId;
use nachlese_reader::ids::slug;

use super::{at::At, entry::Entry};
use crate::import::clock::{DAY, civil};

/// The longest beginning of an id, so that a date fits after it.
const LONGEST: usize = 80;

/// The beginnings of ids that several entries share.
pub(super) struct Ids<'a> {
    uids: BTreeMap<&'a str, Option<&'a str>>,
}

impl<'a> Ids<'a> {
    /// Looks through all entries of a file.
    pub(super) fn of(entries: &'a [Entry]) -> Self {
        let mut uids: BTreeMap<&str, Option<&str>> = BTreeMap::new();
        for entry in entries {
            let uid = entry.uid.as_str();
            let known = uids.entry(name_of(uid)).or_insert(Some(uid));
            *known = known.filter(|known| *known == uid);
        }
        Self { uids }
    }

    /// The id of an entry, or the beginning of the ids of a series. Empty if the file has none.
    ///
    /// The part after the `@` is the host that created it. It is left out, unless two entries
    /// differ only in it.
    pub(super) fn base(&self, entry: &Entry) -> String {
        let name = name_of(&entry.uid);
        let is_alone = self.uids.get(name).is_some_and(Option::is_some);
        let wanted = if is_alone { name } else { entry.uid.as_str() };
        if TalkId::new(wanted).is_ok() && wanted.len() <= LONGEST {
            return wanted.to_owned();
        }
        // In some programs, the first hundred characters of all ids are the same.
        let count = wanted.chars().count();
        let end: String = wanted.chars().skip(count.saturating_sub(60)).collect();
        slug(&end)
    }
}

fn name_of(uid: &str) -> &str {
    uid.split('@').next().unwrap_or_default()
}

/// `leim-2026-03-09`, for a date of a series. If the clock time differs from the series' start, it
/// is added, because there may be several on a day.
pub(super) fn dated(base: &str, instance: Option<&At>, start: Option<&At>) -> String {
    let Some(instance) = instance.filter(|_| !base.is_empty()) else {
        return base.to_owned();
    };
    let wall = start.map_or(instance.stamp.wall(), |start| start.wall_of(instance));
    let Some(shown) = civil(wall) else {
        return base.to_owned();
    };
    let (date, clock) = (shown.date(), shown.time());
    let day = format!("{base}-{date}");
    let usual = start.and_then(|start| start.stamp.clock);
    if instance.is_day() || usual.is_none_or(|usual| wall.rem_euclid(DAY) == usual) {
        return day;
    }
    format!("{day}-{:02}{:02}", clock.hour(), clock.minute())
}
