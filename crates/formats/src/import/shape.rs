//! If nothing could be read from a file: what it seems to be, and what to use instead.
//!
//! Reading nothing is always an error, so that an editor learns that the file is of no use here.

use nachlese_reader::{ParseError, json::Json};

/// Says what JSON is that has talks in a shape of its own; `None` if there are none in it.
pub(super) fn of_json(json: &Json) -> Option<ParseError> {
    let first = match json {
        Json::List(items) => items.first(),
        _ => None,
    };
    let has = |json: Option<&Json>, names: &[&str]| {
        json.is_some_and(|json| names.iter().all(|name| json.get(name).is_some()))
    };
    let length = match json {
        Json::List(items) => items.len(),
        _ => 0,
    };
    let rooms = first.and_then(|day| day.get("rooms"));
    let room = match rooms {
        Some(Json::List(rooms)) => rooms.first(),
        _ => None,
    };
    let (shape, instead, count) = if let Json::List(items) = json
        && matches!(items.first(), Some(Json::String(name)) if name == "vcalendar")
    {
        ("jCal", "iCalendar", parts(json, "vevent"))
    } else if has(room, &["sessions"]) || has(room, &["session"]) {
        ("Sessionize GridSmart", ALL_DATA, count(json))
    } else if has(first, &["groupName", "sessions"]) || has(first, &["groupId", "sessions"]) {
        ("Sessionize Sessions", ALL_DATA, count(json))
    } else if has(first, &["fullName", "sessions"]) {
        ("Sessionize Speakers", ALL_DATA, length)
    } else if has(first, &["fullName", "tagLine"]) {
        ("Sessionize SpeakerWall", ALL_DATA, length)
    } else if has(first, &["event_key", "event_start"]) {
        ("Sched", "`all.ics` (iCalendar)", length)
    } else if let Some(results) = json.get("results") {
        of_results(json, results)?
    } else {
        let count = count(json);
        let nearest = if holds(json, &["startsAt"]) {
            ALL_DATA
        } else if holds(json, &["persons"]) || holds(json, &["guid"]) {
            SCHEDULE_JSON
        } else {
            EVENT_JSON
        };
        ("JSON", nearest, count)
    };
    (count > 0).then(|| ParseError::no_talks(shape, instead, count))
}

/// Whether JSON has the names of an event's fields, but nothing in them: `{"talks": []}`.
pub(super) fn says_nothing(json: &Json) -> bool {
    let is_empty = |name| match json.get(name) {
        None => true,
        Some(Json::List(items)) => items.is_empty(),
        Some(field) => field.says_nothing(),
    };
    let names = ["schemaVersion", "title", "talks", "sections", "people"];
    matches!(json, Json::Object(_))
        && names.iter().any(|name| json.get(name).is_some())
        && names.into_iter().all(is_empty)
}

/// The error about such JSON.
pub(super) fn nothing() -> ParseError {
    ParseError::no_talks("JSON", EVENT_JSON, 0)
}

/// How many parts of jCal (RFC 7265) have a name. Each part is a list that begins with its name.
fn parts(json: &Json, name: &str) -> usize {
    let Json::List(items) = json else { return 0 };
    let is_one = matches!(items.first(), Some(Json::String(first)) if first == name);
    usize::from(is_one) + items.iter().map(|item| parts(item, name)).sum::<usize>()
}

/// The answers of APIs.
fn of_results(json: &Json, results: &Json) -> Option<(&'static str, &'static str, usize)> {
    let entries = with(results, "entryType");
    if entries > 0 {
        let instead = "`/export/event/ID.json?detail=contributions`";
        return Some(("Indico timetable", instead, entries));
    }
    let items = count(results);
    let list = match results {
        Json::List(items) => items.len(),
        _ => 0,
    };
    let count = items.max(list);
    if holds(json, &["_type"]) || holds(json, &["_fossil"]) {
        Some(("Indico API", "`nachlese import`, `event.ics`", count))
    } else if holds(json, &["submission_type"])
        || holds(json, &["submissions"])
        || holds(json, &["submission"])
        || holds(json, &["code", "speakers"])
    {
        let instead = "`schedule/export/schedule.json`";
        Some(("pretalx API", instead, count))
    } else {
        (items > 0).then_some(("JSON", SCHEDULE_JSON, items))
    }
}

/// Says what XML seems to be if it is not a schedule.
pub(super) fn of_xml(tree: &Json) -> ParseError {
    let Json::Object(root) = tree else {
        return ParseError::Html;
    };
    // The feeds and calendars of the web, in which titles and times may be deeper.
    let of_web: usize = ["entry", "vevent"]
        .map(|name| elements(tree, name))
        .iter()
        .sum();
    let count = count(tree).max(of_web);
    let name = root.first().map_or("", |(name, _)| name.as_str());
    if count == 0 || name.to_lowercase() == "html" {
        return ParseError::Html;
    }
    let name: String = name.chars().take(40).collect();
    ParseError::no_talks(&format!("<{name}>"), FORMATS, count)
}

/// How many objects have a field.
fn with(json: &Json, name: &str) -> usize {
    match json {
        Json::List(items) => items.iter().map(|item| with(item, name)).sum(),
        Json::Object(fields) => {
            let inner: usize = fields.iter().map(|(_, field)| with(field, name)).sum();
            usize::from(json.get(name).is_some()) + inner
        }
        _ => 0,
    }
}

/// How many elements have a name.
fn elements(json: &Json, name: &str) -> usize {
    let Json::Object(fields) = json else { return 0 };
    let found = fields
        .iter()
        .map(|(field, inner)| usize::from(field == name) + elements(inner, name));
    found.sum()
}

const ALL_DATA: &str = "`Sessionize All Data` (…/view/All)";
pub(super) const SCHEDULE_JSON: &str =
    "schedule.json: `schedule.conference.days[].rooms{}[].title`";
const EVENT_JSON: &str = "event.json: `{\"schemaVersion\": 1, \"talks\": [{\"title\": …}]}`";
const FORMATS: &str = "schedule.xml, schedule.json, iCalendar";

const TITLES: &[&str] = &["title", "name", "summary", "subject", "titel"];

const TIMES: &[&str] = &[
    "start",
    "starts",
    "starttime",
    "startsat",
    "startdate",
    "begin",
    "begins",
    "date",
    "time",
    "from",
    "when",
    "pubdate",
    "published",
    "dtstart",
    "eventstart",
    "duration",
    "datum",
    "beginn",
    "uhrzeit",
];

/// How many things in a document have a title and a time, as talks do. The document itself and its
/// description of the whole conference do not count.
pub(super) fn count(json: &Json) -> usize {
    match json {
        Json::List(items) => items
            .iter()
            .map(|item| usize::from(is_item(item)) + count(item))
            .sum(),
        Json::Object(fields) => fields
            .iter()
            .map(|(name, field)| {
                // If it occurred several times, it would be a list.
                let is_one = matches!(field, Json::Object(_)) && is_element(name);
                usize::from(is_one && is_item(field)) + count(field)
            })
            .sum(),
        _ => 0,
    }
}

/// Names of elements that hold one item each.
fn is_element(name: &str) -> bool {
    let small = name.to_lowercase();
    [
        "item",
        "entry",
        "event",
        "vevent",
        "vtodo",
        "vjournal",
        "talk",
        "session",
        "lecture",
        "presentation",
        "slot",
        // JSON:API and GeoJSON.
        "attributes",
        "properties",
    ]
    .contains(&small.as_str())
}

fn is_item(json: &Json) -> bool {
    let Json::Object(fields) = json else {
        return false;
    };
    let has = |names: &[&str]| {
        let mut filled = fields.iter().filter(|(_, json)| !json.says_nothing());
        filled.any(|(name, _)| {
            let name = name.to_lowercase().replace(['_', '-'], "");
            names.contains(&name.as_str())
        })
    };
    has(TITLES) && has(TIMES)
}

/// Whether an object in a document has all of these fields. Looks only into lists.
fn holds(json: &Json, names: &[&str]) -> bool {
    match json {
        Json::List(items) => items.iter().take(50).any(|item| holds(item, names)),
        Json::Object(fields) => {
            names.iter().all(|name| json.get(name).is_some())
                || fields.iter().take(50).any(|(_, field)| holds(field, names))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
