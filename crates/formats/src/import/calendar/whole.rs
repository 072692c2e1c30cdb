//! An entry for the whole event, to which all others belong (`RELATED-TO`, RFC 5545, section
//! 3.8.4.5). Our own export writes one. It is no talk.

use nachlese_event::LocalizedText;
use nachlese_reader::{cursor::Node, json::Json};

use super::{
    entry::Entry,
    fields::{all, parameter, says, text, value},
    plan::last_day,
};
use crate::import::{
    link::address,
    markdown,
    programme::Programme,
    value::{line, texts},
};

/// The entry for the whole event.
pub(super) struct Whole<'a> {
    uid: &'a str,
    /// Whether our own export wrote the file. Its description begins with the date.
    is_ours: bool,
}

impl<'a> Whole<'a> {
    /// Finds it: all other entries of the file name it as their parent.
    pub(super) fn of(file: &'a Json) -> Option<Self> {
        let calendars = || all(file, "VCALENDAR");
        let entries = || calendars().flat_map(|calendar| all(calendar, "VEVENT"));
        let uid = entries().find_map(parent)?;
        let is_it = |entry: &&Json| text(entry, "UID") == Some(uid);
        let is_only = entries().filter(is_it).count() == 1;
        let mut others = entries().filter(|entry| !is_it(entry)).peekable();
        let is_ours =
            |calendar| text(calendar, "PRODID").is_some_and(|id| id.contains("//Nachlese//"));
        let is_of_others =
            others.peek().is_some() && others.all(|entry| parent(entry) == Some(uid));
        (is_only && is_of_others).then(|| Self {
            uid,
            is_ours: calendars().all(is_ours),
        })
    }

    /// Whether an entry is it.
    pub(super) fn is(&self, entry: &Entry) -> bool {
        entry.uid == self.uid
    }

    /// Reads it as what it says about the event, where the calendar itself says nothing.
    pub(super) fn read(&self, node: Node<'_>, entry: &Entry, programme: &mut Programme) {
        node.object(|fields| {
            for known in [
                "UID", "DTSTAMP", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "DURATION",
            ] {
                fields.get(known);
            }
            let title = fields.get("SUMMARY").and_then(line);
            programme.title = programme.title.take().or(title);
            let venue = fields.get("LOCATION").and_then(line);
            programme.venue = programme.venue.take().or(venue);
            let page = fields.get("URL");
            let page = page.and_then(|url| address(url, programme.base.as_ref()));
            programme.page = programme.page.take().or(page);
            let summary = fields.get("DESCRIPTION").and_then(|node| {
                let mut summary = texts(node, markdown::plain);
                for (_, text) in summary.iter_mut().filter(|_| self.is_ours) {
                    *text = text
                        .split_once("\n\n")
                        .map_or_else(String::new, |(_, rest)| rest.to_owned());
                }
                summary.retain(|(_, text)| !text.is_empty());
                LocalizedText::of_variants(summary)
            });
            programme.summary = programme.summary.take().or(summary);
            if let Some(start) = &entry.start {
                let last = start.on(last_day(start, &entry.end));
                let bounds = [start.moment(), last.moment()];
                programme.bounds.extend(bounds.into_iter().flatten());
            }
            Some(())
        });
    }
}

/// The entry to which one belongs. That is the meaning of a relation that says nothing else.
fn parent(entry: &Json) -> Option<&str> {
    let is_parent = |relation: &&Json| {
        parameter(relation, "RELTYPE").is_none_or(|kind| says(Some(kind), "PARENT"))
    };
    all(entry, "RELATED-TO").find(is_parent).map(value)
}

/// Leaves out the venue in the rooms of the talks, as the event says it once for all.
pub(super) fn without_venue(programme: &mut Programme) {
    let only = |text: &LocalizedText| text.variants().next().map(|(_, text)| text.to_owned());
    let Some(venue) = programme.venue.as_ref().and_then(only) else {
        return;
    };
    for talk in &mut programme.talks {
        let Some(place) = talk.room.as_ref().and_then(only) else {
            continue;
        };
        if place == venue {
            talk.room = None;
        } else if let Some(room) = place.strip_suffix(&venue) {
            let room = room.trim_end();
            let room = room.strip_suffix(',').filter(|room| !room.is_empty());
            talk.room = room.map(LocalizedText::plain).or(talk.room.take());
        }
    }
}
