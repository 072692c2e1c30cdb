//! The rules of a merge: what nobody edited is the source's, what somebody edited stays.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    change::{Change, What},
    key::index,
    layout::{Member, Merged},
    named::named_people,
    node::{Node, is_same},
    order,
    spot::{Spot, is_by_language},
};

/// What is never taken from a source: readers have addresses with the ids, and the texts of the file
/// are in its language.
const OWN: [&str; 4] = ["$schema", "id", "language", "schemaVersion"];
/// When the event is: one statement in several fields.
const WHEN: [&str; 4] = ["date", "start", "end", "partOfDay"];

/// A merge, and what it did so far.
pub(crate) struct Merge<'a> {
    /// The language of the edited file's plain texts.
    pub(crate) language: String,
    /// Whether it is known what was imported last. If not, nothing that is there is changed.
    pub(crate) knows_last: bool,
    /// Whether talks that the source has no more are marked as cancelled.
    pub(crate) cancels: bool,
    pub(crate) changes: Vec<Change>,
    /// The ids of the people whom the merged event names, once that is known.
    pub(crate) named: BTreeSet<&'a str>,
}

/// The same value in the last import, in the source and in the edited file.
#[derive(Clone, Copy)]
pub(crate) struct Versions<'a> {
    pub(crate) last: Option<&'a Node<'a>>,
    pub(crate) source: Option<&'a Node<'a>>,
    pub(crate) edited: Option<&'a Node<'a>>,
}

impl<'a> Versions<'a> {
    fn map(self, part: impl Fn(&'a Node<'a>) -> Option<&'a Node<'a>>) -> Self {
        Self {
            last: self.last.and_then(&part),
            source: self.source.and_then(&part),
            edited: self.edited.and_then(&part),
        }
    }

    fn present(self) -> impl Iterator<Item = &'a Node<'a>> {
        [self.last, self.source, self.edited].into_iter().flatten()
    }

    fn is_text_somewhere(self) -> bool {
        self.present().any(|node| node.as_text().is_some())
    }
}

impl<'a> Merge<'a> {
    pub(crate) fn tell(&mut self, spot: &Spot, what: What) {
        self.changes.push(spot.change(what));
    }

    /// Merges a value. Nothing if there is none.
    pub(crate) fn value(&mut self, all: Versions<'a>, spot: &Spot) -> Option<Merged<'a>> {
        let Versions {
            last,
            source,
            edited,
        } = all;
        let kept = edited.map(Merged::Kept);
        let is_unchanged = is_same(last, source) && (self.knows_last || source.is_none());
        if is_unchanged || is_same(source, edited) {
            return kept;
        }
        let is_by_language = |node: &Node<'_>| node.as_text().is_some() || is_by_language(node);
        if let (Some(_), Some(own)) = (source, edited) {
            if all.is_text_somewhere() && !all.present().all(|it| it.as_text().is_some()) {
                if all.present().all(is_by_language) {
                    return Some(self.languages(all, own, spot));
                }
            } else if all.present().all(Node::is_object) {
                let merged = self.object(all, own, spot);
                self.tell_translations(all, &merged, spot);
                return Some(merged);
            }
        }
        if all.present().all(Node::is_list)
            && let Some(own) = edited
            && let Some(merged) = self.list(all, own, spot)
        {
            return Some(merged);
        }
        self.whole(all, spot)
    }

    /// Decides on a value as a whole.
    fn whole(&mut self, all: Versions<'a>, spot: &Spot) -> Option<Merged<'a>> {
        let Versions {
            last,
            source,
            edited,
        } = all;
        let [before, now, own] = [last, source, edited].map(|it| it.map(Node::value));
        if !self.knows_last {
            if let Some(source) = now {
                self.tell(
                    spot,
                    What::Differs {
                        source,
                        edited: own,
                    },
                );
            }
            return edited.map(Merged::Kept);
        }
        if !is_same(last, edited) {
            self.tell(
                spot,
                What::Conflict {
                    source: now,
                    edited: own,
                },
            );
            return edited.map(Merged::Kept);
        }
        let what = match (before, now) {
            (Some(before), Some(now)) => What::Taken { before, now },
            (None, Some(now)) => What::Added(now),
            (before, None) => What::Removed(before.unwrap_or_default()),
        };
        self.tell(spot, what);
        source.map(Merged::Taken)
    }

    /// Merges objects field by field.
    fn object(&mut self, all: Versions<'a>, own: &'a Node<'a>, spot: &Spot) -> Merged<'a> {
        let fields = own.fields();
        let names: Vec<_> = fields.iter().map(|field| field.name.clone()).collect();
        let last_of = index(&names);
        // Of several fields with one name only the last one counts.
        let keys = names
            .iter()
            .enumerate()
            .map(|(at, name)| match last_of.get(&**name) {
                Some(last) if *last == at => name.clone(),
                _ => format!("{at}\0{name}"),
            });
        let keys: Vec<_> = keys.collect();
        let at_of = index(&keys);
        let keys: Vec<_> = keys.iter().map(|key| &**key).collect();
        let of_source = all.source.map(Node::fields).unwrap_or_default();
        let of_source: Vec<_> = of_source.iter().map(|field| &*field.name).collect();
        let order = order::interleave(&keys, &of_source);
        let is_held = spot.is_root() && self.is_edited(all, &WHEN);
        let mut merged = BTreeMap::new();
        // Whether somebody is still needed is known when all others are merged.
        let is_last = |name: &&str| spot.is_root() && *name == "people";
        let (late, early): (Vec<&str>, Vec<&str>) = order.iter().copied().partition(is_last);
        for name in early.into_iter().chain(late) {
            let versions = all.map(|node| node.get(name));
            let is_own = spot.is_root() && OWN.contains(&name) || name.contains('\0');
            if is_last(&name) {
                self.named = merged.values().flat_map(named_people).collect();
            }
            let value = if is_own {
                versions.edited.map(Merged::Kept)
            } else if is_held && WHEN.contains(&name) {
                self.held(versions, &spot.field(name))
            } else {
                self.value(versions, &spot.field(name))
            };
            if let Some(value) = value {
                merged.insert(name, value);
            }
        }
        let source = all.source;
        let members = order.iter().filter_map(|name| {
            let value = merged.remove(name)?;
            let at = at_of.get(name).copied();
            let known = at.and_then(|at| fields.get(at)).map(|field| &*field.name);
            let new = || source?.fields().iter().find(|field| field.name == *name);
            let name = known.or_else(|| new().map(|field| &*field.name));
            Some(Member { name, at, value })
        });
        changed(own, members.collect())
    }

    fn is_edited(&self, all: Versions<'a>, names: &[&str]) -> bool {
        let is_edited = |name: &&str| {
            let of = all.map(|node| node.get(name));
            !is_same(of.last, of.edited)
        };
        self.knows_last && names.iter().any(is_edited)
    }

    /// A field that stays, as it belongs to others that were edited.
    fn held(&mut self, of: Versions<'a>, spot: &Spot) -> Option<Merged<'a>> {
        if !is_same(of.last, of.source) && !is_same(of.source, of.edited) {
            let [source, edited] = [of.source, of.edited].map(|it| it.map(Node::value));
            self.tell(spot, What::Conflict { source, edited });
        }
        of.edited.map(Merged::Kept)
    }

    /// Merges texts of which one is in several languages and another is plain.
    fn languages(&mut self, all: Versions<'a>, own: &'a Node<'a>, spot: &Spot) -> Merged<'a> {
        let language = self.language.clone();
        let of = |node: Option<&'a Node<'a>>, tag: &str| match node {
            Some(node) if node.as_text().is_some() => (tag == language).then_some(node),
            Some(node) => node.get(tag),
            None => None,
        };
        let names = |node: Option<&'a Node<'a>>| -> Vec<&'a str> {
            let fields = node.map(Node::fields).unwrap_or_default();
            fields.iter().map(|field| &*field.name).collect()
        };
        let mut tags: Vec<String> = names(Some(own)).into_iter().map(str::to_owned).collect();
        if own.as_text().is_some() {
            tags.push(language.clone());
        }
        let of_source = names(all.source).into_iter().map(str::to_owned);
        let more: Vec<_> = of_source.chain([language.clone()]).collect();
        for tag in more {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        let mut members = Vec::new();
        for (at, tag) in tags.iter().enumerate() {
            let versions = all.map(|node| of(Some(node), tag));
            if let Some(value) = self.value(versions, &spot.field(tag)) {
                let at = Some(at).filter(|at| *at < own.fields().len());
                members.push((tag.clone(), at, value));
            }
        }
        if own.as_text().is_some() {
            if let [(tag, _, Merged::Kept(node))] = &members[..]
                && *tag == language
            {
                return Merged::Kept(node);
            }
            let shown = members
                .into_iter()
                .filter_map(|(tag, _, value)| match value {
                    Merged::Kept(node) | Merged::Taken(node) => Some((tag, node.text.to_owned())),
                    _ => None,
                });
            return Merged::Languages(shown.collect());
        }
        let name = |tag: &str, at: Option<usize>| {
            let known = at.and_then(|at| own.fields().get(at));
            let known = known.or_else(|| {
                let fields = all.source?.fields();
                fields.iter().find(|field| field.name == tag)
            });
            known.map(|field| &*field.name)
        };
        let members = members.into_iter().map(|(tag, at, value)| Member {
            name: name(&tag, at),
            at,
            value,
        });
        let merged = changed(own, members.collect());
        self.tell_translations(all, &merged, spot);
        merged
    }

    /// Tells that versions in other languages may not fit a text any more.
    fn tell_translations(&mut self, all: Versions<'a>, merged: &Merged<'a>, spot: &Spot) {
        let Merged::Changed(own, members) = merged else {
            return;
        };
        let is_taken = |member: &Member<'_>| matches!(member.value, Merged::Taken(_));
        if !is_by_language(own) || !members.iter().any(is_taken) {
            return;
        }
        let of_source = |name: &str| all.source.is_some_and(|node| node.get(name).is_some());
        let names = own.fields().iter().map(|field| field.name.clone());
        let plain = all.source.is_some_and(|node| node.as_text().is_some());
        let is_taken = |name: &String| of_source(name) || plain && *name == self.language;
        let languages: Vec<_> = names.filter(|name| !is_taken(name)).collect();
        if !languages.is_empty() {
            self.tell(spot, What::Translated { languages });
        }
    }
}

/// An object or a list with these members; as it is if they are its own.
pub(crate) fn changed<'a>(own: &'a Node<'a>, members: Vec<Member<'a>>) -> Merged<'a> {
    let count = own.fields().len() + own.elements().len();
    let is_kept = |(at, member): (usize, &Member<'a>)| {
        member.at == Some(at) && matches!(member.value, Merged::Kept(_))
    };
    if members.len() == count && members.iter().enumerate().all(is_kept) {
        return Merged::Kept(own);
    }
    Merged::Changed(own, members)
}
