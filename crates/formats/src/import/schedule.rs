//! schedule.json, versions 1 and 2, and schedule.xml: days that contain rooms that contain items,
//! or a list of items.

use jiff::civil::Date;
use nachlese_event::{LanguageTag, LocalizedText, Playlist, problem::Finding};
use nachlese_reader::{
    cursor::{Fields, Node},
    json::Json,
    provider::list_at,
    time::civil_date,
};

use super::{
    clock::since_midnight,
    day_time::DayTime,
    link::{LinkKind, Media, address},
    moment::Moment,
    person,
    programme::Programme,
    slot::Slot,
    talk::talk,
    value::{line, one_line, short, texts, word},
};

/// Reads the document, whose field is `schedule`.
pub(super) fn schedule(node: Node<'_>, programme: &mut Programme) {
    programme.is_schedule = true;
    node.object(|root| {
        root.any(&["$schema", "generator"]);
        root.get("schedule")?.object(|schedule| {
            schedule.any(&["generator", "url"]);
            // In other versions, the conference has this field.
            let base = schedule.get("base_url");
            programme.base = base.and_then(|base| address(base, programme.base.as_ref()));
            if let Some(node) = schedule.get("conference") {
                conference(node, programme);
            }
            labels(schedule, programme);
            person::list(schedule, "persons", programme);
            days(schedule, programme);
            many(schedule, "day", &mut |node| day(node, programme));
            items(schedule, Slot::default(), programme);
            Some(())
        });
        Some(())
    });
}

fn conference(node: Node<'_>, programme: &mut Programme) {
    node.object(|fields| {
        fields.any(&["timeslot_duration", "daysCount"]);
        programme.title = fields.get("title").and_then(line);
        programme.acronym = fields.get("acronym").and_then(short);
        programme.zone = fields.any(&["time_zone_name", "timezone"]).and_then(word);
        programme.venue = fields.get("venue").and_then(line);
        programme.city = fields.get("city").and_then(line);
        let told = [fields.get("subtitle"), fields.get("description")];
        let told = told.map(|node| node.map(|node| texts(node, super::markdown::plain)));
        let [subtitle, description] = told.map(Option::unwrap_or_default);
        let both = |before: &str, after: &str| format!("{before}\n\n{after}");
        let both = super::value::join(subtitle, description, both);
        programme.summary = LocalizedText::of_variants(both);
        programme.page = fields
            .get("url")
            .and_then(|url| address(url, programme.base.as_ref()));
        let base = fields
            .get("base_url")
            .and_then(|url| address(url, programme.base.as_ref()));
        programme.base = programme.base.take().or(base);
        for name in ["start", "end"] {
            programme.note_bound(fields.get(name));
        }
        let change = fields.get("day_change").and_then(day_time);
        programme.day_change = change.map_or(0, DayTime::seconds);
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

/// Reads when the days of the conference end.
fn day_time(node: Node<'_>) -> Option<DayTime> {
    let value = word(node)?;
    let read = DayTime::read(&value);
    if read.is_none() {
        node.report(Finding::InvalidDate { value });
    }
    read
}

/// Pages about the whole conference. If one is a playlist, it is shown as a playlist.
fn links(fields: &Fields<'_>, programme: &mut Programme) {
    let mut media = Media::default();
    fields.members("links", "link", &mut |node| {
        media.read(node, LinkKind::Profile, programme.base.as_ref());
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

/// The names of rooms and tracks.
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
        fields.get("index");
        let bounds = [["day_start", "start"], ["day_end", "end"]].map(|names| fields.any(&names));
        let date = fields.get("date");
        let day = date.and_then(word);
        let day = day.and_then(|text| civil_date(text.get(..10).unwrap_or(&text)));
        if let Some(day) = day {
            programme.days.push(day);
        } else if let Some(date) = date {
            let value = word(date)?;
            date.report(Finding::InvalidDate { value });
        }
        let of_all = programme.day_change;
        if of_all == 0 {
            programme.day_change = night(bounds, day, programme).unwrap_or_default();
        }
        if let Some(rooms) = fields.get("rooms") {
            self::rooms(rooms, day, programme);
        }
        many(fields, "room", &mut |node| room(node, day, programme));
        items(fields, Slot { day, room: None }, programme);
        programme.day_change = of_all;
        Some(())
    });
}

/// Until when a day goes on after midnight, in seconds, if its start and end say so.
fn night(
    bounds: [Option<Node<'_>>; 2],
    day: Option<Date>,
    programme: &mut Programme,
) -> Option<i64> {
    let mut read = |node: Option<Node<'_>>| Moment::read(node?.as_str()?, &mut programme.zones);
    let [start, end] = bounds.map(&mut read);
    let (start, end) = (start?, end?);
    let is_local = start.written_offset() != Some(0) || end.written_offset() != Some(0);
    let is_next = start.wall.date() == day? && end.wall.date() == day?.tomorrow().ok()?;
    let ends = since_midnight(end.wall.time());
    let is_clear = is_local && is_next && ends <= since_midnight(start.wall.time());
    is_clear.then_some(ends)
}

/// The rooms of a day: by their names, or as a list, or as elements.
fn rooms(rooms: Node<'_>, day: Option<Date>, programme: &mut Programme) {
    match rooms.json {
        _ if rooms.has_elements() => {
            rooms.object(|fields| {
                many(fields, "room", &mut |node| room(node, day, programme));
                Some(())
            });
        }
        Json::Object(_) => {
            for (name, room) in rooms.entries() {
                let name = one_line(name);
                let slot = Slot {
                    day,
                    room: Some(name.as_str()).filter(|name| !name.is_empty()),
                };
                each(room, &mut |node| talk(node, slot, programme));
            }
        }
        // Some write a day without rooms as an empty list; others have the names only.
        Json::List(_) => each(rooms, &mut |node| {
            if matches!(node.json, Json::Object(_)) {
                room(node, day, programme);
            }
        }),
        _ => {
            rooms.wrong_type::<()>("object");
        }
    }
}

fn room(node: Node<'_>, day: Option<Date>, programme: &mut Programme) {
    node.object(|fields| {
        fields.any(&["guid", "slug", "id"]);
        let name = fields.any(&["name", "title"]).and_then(short);
        let room = name.as_deref();
        items(fields, Slot { day, room }, programme);
        Some(())
    });
}

/// Reads the items of a day, or of a room in it. Most files call them events, older ones entries.
fn items(fields: &Fields<'_>, slot: Slot<'_>, programme: &mut Programme) {
    for (list, item) in [
        ("events", "event"),
        ("entries", "entry"),
        ("talks", "talk"),
        ("sessions", "session"),
    ] {
        many(fields, item, &mut |node| talk(node, slot, programme));
        let has_list = fields.node.json.get(list);
        if has_list.is_some_and(|list| matches!(list, Json::List(_) | Json::Object(_))) {
            fields.members(list, item, &mut |node| talk(node, slot, programme));
        }
    }
}

/// Visits elements of a name. In JSON that was converted from XML, this is one object or a list.
fn many(fields: &Fields<'_>, name: &'static str, visit: &mut dyn FnMut(Node<'_>)) {
    fields.each(name, &mut |node| match node.json {
        Json::List(_) => each(node, visit),
        Json::Object(_) => visit(node),
        // An element with only text is an item without any of its fields.
        _ if node.has_elements() => visit(node),
        _ => node.skip(),
    });
}

fn each(list: Node<'_>, visit: &mut dyn FnMut(Node<'_>)) {
    list.list(|node| {
        visit(node);
        None::<()>
    });
}
