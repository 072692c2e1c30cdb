//! schedule.json, versions 1 and 2, and schedule.xml: days with rooms with items, or a list of
//! items.

use super::{
    link::{Media, Place, address},
    person,
    programme::Programme,
    slot::Slot,
    talk::talk,
    value::{line, texts, word},
};
use crate::{
    model::{LanguageTag, LocalizedText, Playlist},
    parse::{
        cursor::{Fields, Node},
        json::Json,
        provider::list_at,
        time::{civil_date, civil_time},
    },
    problem::Finding,
};

/// Reads the document, whose field is `schedule`.
pub(super) fn schedule(node: Node<'_>, programme: &mut Programme) {
    node.object(|root| {
        root.any(&["$schema", "generator"]);
        root.get("schedule")?.object(|schedule| {
            schedule.any(&["generator", "url"]);
            // Elsewhere it is the conference's.
            let base = schedule.get("base_url");
            programme.base = base.and_then(|base| address(base, programme));
            if let Some(node) = schedule.get("conference") {
                conference(node, programme);
            }
            labels(schedule, programme);
            person::list(schedule, "persons", programme);
            days(schedule, programme);
            schedule.each("day", &mut |node| day(node, programme));
            schedule.members("events", "event", &mut |node| {
                talk(node, Slot::default(), programme);
            });
            Some(())
        });
        Some(())
    });
}

fn conference(node: Node<'_>, programme: &mut Programme) {
    node.object(|fields| {
        fields.any(&["timeslot_duration", "daysCount"]);
        programme.title = fields.get("title").and_then(line);
        programme.acronym = fields.get("acronym").and_then(word);
        programme.zone = fields.any(&["time_zone_name", "timezone"]).and_then(word);
        programme.venue = fields.get("venue").and_then(line);
        programme.city = fields.get("city").and_then(line);
        let told = [fields.get("subtitle"), fields.get("description")];
        let told = told.map(|node| node.map(|node| texts(node, super::markdown::plain)));
        let [subtitle, description] = told.map(Option::unwrap_or_default);
        let both = |before: &str, after: &str| format!("{before}\n\n{after}");
        let both = super::value::join(subtitle, description, both);
        programme.summary = LocalizedText::of_variants(both);
        programme.page = fields.get("url").and_then(|url| address(url, programme));
        let base = fields
            .get("base_url")
            .and_then(|url| address(url, programme));
        programme.base = programme.base.take().or(base);
        for name in ["start", "end"] {
            programme.note_bound(fields.get(name));
        }
        let change = fields.get("day_change").and_then(word);
        let change = change.and_then(|text| civil_time(&text));
        programme.day_change = change.map_or(0, super::clock::since_midnight);
        links(fields, programme);
        language(fields, programme);
        labels(fields, programme);
        if node.has_elements() {
            // Their number only.
            fields.get("days");
        } else {
            days(fields, programme);
        }
        Some(())
    });
}

/// Pages about the whole conference; a playlist among them is shown as one.
fn links(fields: &Fields<'_>, programme: &mut Programme) {
    let mut media = Media::default();
    fields.members("links", "link", &mut |node| {
        media.read(node, Place::Profile, programme);
    });
    for link in media.links {
        match list_at(link.url.as_str()) {
            Some((provider, id)) => programme.playlists.push(Playlist {
                title: link.label,
                provider: Some(provider),
                id: Some(id),
                url: Some(link.url),
                items: Vec::new(),
                fallback_links: Vec::new(),
            }),
            None => programme.links.push(link),
        }
    }
}

/// Version 2 says in which language a conference is.
fn language(fields: &Fields<'_>, programme: &mut Programme) {
    let read = |node: Node<'_>| LanguageTag::new(&word(node)?).ok();
    let mut found = fields.get("language").and_then(read);
    if let Some(defaults) = fields.get("defaults") {
        defaults.object(|fields| {
            found = found.take().or(fields.get("language").and_then(read));
            Some(())
        });
    }
    fields.members("languages", "language", &mut |node| {
        if found.is_none() {
            found = read(node);
        }
    });
    programme.language = found;
}

/// What rooms and tracks are called.
fn labels(fields: &Fields<'_>, programme: &mut Programme) {
    for (sort, list) in [("room", "rooms"), ("track", "tracks")] {
        fields.members(list, sort, &mut |node| label(node, sort, programme));
    }
    if fields.node.has_elements() {
        fields.each("track", &mut |node| label(node, "track", programme));
    }
}

/// Notes the name of a room, track, tag, … under its numbers.
pub(super) fn label(node: Node<'_>, sort: &str, programme: &mut Programme) {
    if !matches!(node.json, Json::Object(_)) {
        return;
    }
    node.object(|fields| {
        let keys = ["id", "slug", "guid"].map(|key| fields.get(key).and_then(word));
        fields.get("sort");
        let name = fields.any(&["name", "tag", "title", ""]).and_then(line)?;
        for key in keys.iter().flatten() {
            programme.set_label(sort, key, &name);
        }
        Some(())
    });
}

fn days(fields: &Fields<'_>, programme: &mut Programme) {
    fields.members("days", "day", &mut |node| day(node, programme));
}

fn day(node: Node<'_>, programme: &mut Programme) {
    node.object(|fields| {
        fields.any(&["index", "day_start", "day_end"]);
        fields.any(&["start", "end"]);
        let date = fields.get("date");
        let day = date.and_then(word).and_then(|text| civil_date(&text));
        if let Some(day) = day {
            programme.days.push(day);
        } else if let Some(date) = date {
            let value = word(date)?;
            date.report(Finding::InvalidDate { value });
        }
        if let Some(rooms) = fields.get("rooms") {
            // Some write a day without rooms as an empty list.
            if !matches!(rooms.json, Json::Object(_)) && !rooms.json.says_nothing() {
                rooms.wrong_type::<()>("object");
            }
            for (name, room) in rooms.entries() {
                let slot = Slot {
                    day,
                    room: Some(name),
                };
                room.list(|node| {
                    talk(node, slot, programme);
                    None::<()>
                });
            }
        }
        fields.each("room", &mut |node| room(node, day, programme));
        Some(())
    });
}

fn room(node: Node<'_>, day: Option<jiff::civil::Date>, programme: &mut Programme) {
    node.object(|fields| {
        fields.any(&["guid", "slug"]);
        let name = fields.get("name").and_then(word);
        let room = name.as_deref();
        fields.each("event", &mut |node| {
            talk(node, Slot { day, room }, programme);
        });
        Some(())
    });
}
