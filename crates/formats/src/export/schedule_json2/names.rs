//! Names of tracks and words for kinds, as the draft of version 2 takes them.

use std::collections::{BTreeMap, BTreeSet};

use nachlese_event::{Kind, Part, Talk};
use serde_json::{Value, json};

use crate::export::{Edition, schedule::slug_of};

/// The track of items that have none. It is in no list.
const NONE: &str = "no-track";

/// The tracks with their slugs, which must differ.
pub(super) struct Tracks {
    slugs: BTreeMap<String, String>,
    names: Vec<String>,
    none: String,
}

impl Tracks {
    /// All tracks that talks name.
    pub(super) fn of(edition: &Edition<'_>) -> Self {
        let (mut slugs, mut names) = (BTreeMap::new(), Vec::new());
        let mut taken = BTreeSet::new();
        let tracks = edition
            .event
            .talks
            .iter()
            .filter_map(|it| it.track.as_ref());
        for name in tracks.map(|track| edition.line(track)) {
            if name.is_empty() || slugs.contains_key(&name) {
                continue;
            }
            let slug = slug_of(&name);
            let slug = if slug.len() < 2 {
                "track".to_owned()
            } else {
                slug
            };
            let slug = free(&slug, &mut taken);
            slugs.insert(name.clone(), slug);
            names.push(name);
        }
        let none = free(NONE, &mut taken);
        Self { slugs, names, none }
    }

    /// All names with their slugs.
    pub(super) fn listed(&self) -> Vec<Value> {
        let slug = |name: &String| self.slugs.get(name);
        let names = self.names.iter();
        names
            .map(|name| json!({"name": name, "slug": slug(name)}))
            .collect()
    }

    /// The slug of a talk's track.
    pub(super) fn slug(&self, edition: &Edition<'_>, talk: &Talk) -> &str {
        let name = talk.track.as_ref().map(|track| edition.line(track));
        let slug = name.and_then(|name| self.slugs.get(&name));
        slug.map_or(&self.none, |slug| slug)
    }
}

fn free(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let mut all = std::iter::once(wanted.to_owned()).chain(numbered);
    let free = all.find(|slug| !taken.contains(slug)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// The word for a kind, and whether an import understands it as the same kind.
pub(crate) fn kind_word(kind: &Kind) -> (&'static str, bool) {
    match kind {
        Kind::Talk => ("TALK", true),
        Kind::Workshop => ("WORKSHOP", true),
        Kind::Lightning => ("LIGHTNING_TALK", true),
        Kind::Panel => ("DISCUSSION", true),
        Kind::Break => ("BREAK", true),
        Kind::Other(word) => {
            let known = ["MEETING", "PERFORMANCE", "CONCERT", "GAME"];
            let found = known
                .into_iter()
                .find(|known| known.eq_ignore_ascii_case(word));
            let is_kept = |known: &str| known.to_lowercase() == *word;
            match found {
                Some(known) => (known, is_kept(known)),
                None => ("OTHER", word == "other"),
            }
        }
        _ => ("OTHER", false),
    }
}

/// The word for a role, and whether an import understands it as the same role.
pub(crate) fn role_word(part: Part) -> (&'static str, bool) {
    match part {
        Part::Speaker => ("SPEAKER", true),
        Part::Moderator => ("MODERATOR", true),
        Part::Panelist => ("GUEST", false),
        Part::Organizer => ("CONTRIBUTOR", false),
    }
}
