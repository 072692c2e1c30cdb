//! The graphs of the pages, against what search engines ask for.
//!
//! What Google requires and recommends stands at
//! <https://developers.google.com/search/docs/appearance/structured-data/event>, `…/video` (read on
//! 2026-11-29) and `…/breadcrumb`. For events and breadcrumbs the tables follow those that the
//! package schemaorg-validate 0.3.0 made of these pages (`docs/profiles`, read on 2026-11-30). Of what
//! is recommended, offers and what an event does not tell are left out. `eventStatus` and
//! `eventAttendanceMode` are schema.org's.

use nachlese_event::{Event, Href, problem::Severity};
use nachlese_formats::export::{Edition, Site, json_ld};
use nachlese_reader::parse;
use serde_json::{Value, json};

use crate::support::{read, valid_events};

/// What a thing must have, by type. A path goes through references.
const REQUIRED: &[(&str, &[&str])] = &[
    (
        "Event",
        &["name", "startDate", "location", "location.address"],
    ),
    ("VideoObject", &["name", "thumbnailUrl", "uploadDate"]),
    ("Clip", &["name", "startOffset", "url"]),
    ("BreadcrumbList", &["itemListElement"]),
    ("ListItem", &["position", "name", "item"]),
];

/// What it should have, too, if the event tells it.
const RECOMMENDED: &[(&str, &[&str])] = &[
    (
        "Event",
        &[
            "description",
            "endDate",
            "eventAttendanceMode",
            "eventStatus",
            "image",
            "location.name",
            "organizer.name",
            "organizer.url",
            "performer.name",
        ],
    ),
    (
        "VideoObject",
        &[
            "contentUrl",
            "description",
            "duration",
            "embedUrl",
            "hasPart",
        ],
    ),
    ("Clip", &["endOffset"]),
];

/// An event that tells everything.
pub(crate) const WHOLE: &str = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Werkschau",
    "summary": "Ein Tag mit Leim.", "published": "2026-03-12", "timeZone": "Europe/Berlin",
    "start": "2026-03-09T09:00", "end": "2026-03-09T17:00",
    "venue": {"name": "Werkhof", "address": "Leimgasse 1, 00000 Beispielstadt"},
    "host": {"name": "Werkverein", "url": "https://werk.example/"},
    "attendance": [{"label": "Vor Ort", "count": 9}],
    "people": [{"id": "ada", "name": "Ada Beispiel"}],
    "talks": [{"id": "a", "kind": "talk", "title": "Leim", "abstract": "Wie man Leim kocht.",
        "people": ["ada"], "start": "2026-03-09T10:00", "duration": "PT45M", "room": "Saal",
        "recording": {"status": "released", "sources": [
            {"provider": "file", "url": "leim.mp4"}, {"provider": "vimeo", "id": "76979871"}],
            "chapters": [{"start": "0:00", "title": "Anfang"}, {"start": "5:00", "title": "Ende"}]}}]}"#;

pub(crate) fn site() -> Site {
    let base = Href::new("https://nachlese.example/x/").unwrap();
    Site::at(&base, "events/x/").unwrap().with_previews(true)
}

/// The graphs of an event's pages.
pub(crate) fn graphs(edition: &Edition<'_>, event: &Event) -> Vec<Value> {
    let talks = event.talks.iter();
    let talks = talks.map(|talk| json_ld::talk_page(edition, talk));
    talks.chain([json_ld::event_page(edition)]).collect()
}

/// Calls with every thing of a graph that has a type.
fn each<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    if value.get("@type").is_some() {
        found.push(value);
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|value| each(value, found)),
        Value::Array(values) => values.iter().for_each(|value| each(value, found)),
        _ => {}
    }
}

/// What a path leads to, through lists (their first entry) and references.
fn at<'v>(things: &[&'v Value], thing: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(thing, |thing, name| {
        let found = thing.get(name)?;
        let found = found.get(0).unwrap_or(found);
        if found.get("@type").is_some() || found.get("@id").is_none() {
            return Some(found);
        }
        let mut all = things.iter().copied();
        all.find(|other| other.get("@id") == found.get("@id"))
    })
}

/// The names of the table that a thing of the graph lacks, as `Event.name`.
fn lacking(
    table: &[(&str, &[&str])],
    graph: &Value,
    wanted: &dyn Fn(&Value) -> bool,
) -> Vec<String> {
    let mut things = Vec::new();
    each(&graph["@graph"], &mut things);
    let mut lacking = Vec::new();
    for thing in things.iter().copied().filter(|thing| wanted(thing)) {
        let kind = thing["@type"].as_str().unwrap();
        let (_, names) = table
            .iter()
            .find(|(of, _)| *of == kind)
            .unwrap_or(&("", &[]));
        for name in *names {
            if at(&things, thing, name).is_none() {
                lacking.push(format!("{kind}.{name} of {}", thing["name"]));
            }
        }
    }
    lacking
}

#[test]
fn has_all_that_google_requires_as_soon_as_the_event_tells_it() {
    let site = site();
    for file in valid_events() {
        let (event, _) = parse(&read(&file)).unwrap();
        let edition = Edition::new(&event, &event.language, &site);
        for graph in graphs(&edition, &event) {
            let found = lacking(REQUIRED, &graph, &|_| true);
            let is_told = |lack: &String| {
                !(lack.starts_with("Event.startDate") && event.when.is_none()
                    || lack.starts_with("Event.location") && event.venue.is_none()
                    || lack.starts_with("VideoObject.uploadDate") && event.published.is_none())
            };
            let found: Vec<_> = found.into_iter().filter(is_told).collect();
            assert_eq!(found, Vec::<String>::new(), "{}: {graph:#}", file.display());
        }
    }
}

#[test]
fn has_all_that_google_recommends_of_an_event_that_tells_everything() {
    let site = site();
    let (event, problems) = parse(WHOLE).unwrap();
    assert!(
        problems
            .iter()
            .all(|found| found.severity() == Severity::Warning)
    );
    let edition = Edition::new(&event, &event.language, &site);
    for graph in graphs(&edition, &event) {
        assert_eq!(lacking(REQUIRED, &graph, &|_| true), Vec::<String>::new());
        // Items on the event's page are told in short, as is the event on an item's page. The end of
        // the last chapter is not known.
        let items = graph["@graph"].as_array().unwrap();
        let is_main = |thing: &Value| {
            thing["@type"] != "Clip" && (thing["@type"] != "Event" || items.contains(thing))
        };
        let found = lacking(RECOMMENDED, &graph, &is_main);
        assert_eq!(found, Vec::<String>::new(), "{graph:#}");
    }
    let page = json_ld::talk_page(&edition, &event.talks[0]);
    let talk = &page["@graph"][1];
    for (path, value) in [
        ("name", json!("Leim")),
        ("startDate", json!("2026-03-09T10:00:00+01:00")),
        (
            "image",
            json!("https://nachlese.example/x/talk/a/preview.png"),
        ),
        ("location.name", json!("Saal")),
        (
            "location.address",
            json!("Leimgasse 1, 00000 Beispielstadt"),
        ),
        ("organizer.name", json!("Werkverein")),
        ("recordedIn.uploadDate", json!("2026-03-12T00:00:00+01:00")),
        ("recordedIn.hasPart.endOffset", json!(300)),
    ] {
        assert_eq!(at(&[], talk, path), Some(&value), "{path}");
    }
}

#[test]
fn names_are_what_things_are_called() {
    let site = Site::unknown();
    let event = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Werkschau",
        "venue": "Werkhof, Beispielstadt", "talks": [{"id": "a", "kind": "talk", "topic": "Leim"}]}"#;
    let (event, _) = parse(event).unwrap();
    let edition = Edition::new(&event, &event.language, &site);
    let page = json_ld::talk_page(&edition, &event.talks[0]);
    // Without an address there is no path, but the item.
    let talk = &page["@graph"][0];
    assert_eq!(talk["@type"], "Event");
    assert_eq!(talk["name"], "Leim", "and not „Thema: Leim“");
    assert_eq!(talk["location"]["address"], "Werkhof, Beispielstadt");
}

#[test]
fn events_without_a_venue_were_where_their_page_is() {
    let site = site();
    let event = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Werkschau",
        "attendance": [{"label": "Livestream", "count": 9}], "talks": [{"id": "a", "kind": "talk"}]}"#;
    let (event, _) = parse(event).unwrap();
    let edition = Edition::new(&event, &event.language, &site);
    let page = &json_ld::event_page(&edition)["@graph"][0];
    for (place, url) in [
        (&page["location"], "https://nachlese.example/x/"),
        (
            &page["subEvent"][0]["location"],
            "https://nachlese.example/x/talk/a/",
        ),
    ] {
        assert_eq!(*place, json!({"@type": "VirtualLocation", "url": url}));
    }
}
