//! The graphs of the pages, against the vocabulary of schema.org.

use std::collections::HashSet;

use nachlese_event::RecordingStatus;
use nachlese_formats::export::json_ld;
use serde_json::Value;

use crate::export_formats::with_each;

/// The properties that we use, by type. All are schema.org's (<https://schema.org>); see
/// `graph_vocabulary.rs`.
const VOCABULARY: &[(&str, &[&str])] = &[
    ("BreadcrumbList", &["itemListElement"]),
    ("Clip", &["endOffset", "name", "startOffset", "url"]),
    (
        "CreativeWork",
        &["datePublished", "name", "publisher", "url"],
    ),
    (
        "Event",
        &[
            "alternateName",
            "contributor",
            "description",
            "duration",
            "endDate",
            "eventAttendanceMode",
            "eventStatus",
            "image",
            "inLanguage",
            "keywords",
            "location",
            "name",
            "organizer",
            "performer",
            "recordedIn",
            "startDate",
            "subEvent",
            "subjectOf",
            "superEvent",
            "url",
        ],
    ),
    (
        "ImageObject",
        &[
            "caption",
            "contentUrl",
            "creditText",
            "description",
            "height",
            "license",
            "width",
        ],
    ),
    ("ListItem", &["item", "name", "position"]),
    (
        "MediaObject",
        &["contentUrl", "encodingFormat", "inLanguage"],
    ),
    ("Organization", &["name", "url"]),
    (
        "Person",
        &[
            "affiliation",
            "honorificPrefix",
            "image",
            "jobTitle",
            "name",
            "sameAs",
        ],
    ),
    ("Place", &["address", "containedInPlace", "name", "url"]),
    (
        "VideoObject",
        &[
            "caption",
            "contentUrl",
            "description",
            "digitalSourceType",
            "duration",
            "embedUrl",
            "encodingFormat",
            "hasPart",
            "inLanguage",
            "license",
            "name",
            "recordedAt",
            "thumbnailUrl",
            "uploadDate",
            "url",
        ],
    ),
    ("VirtualLocation", &["url"]),
];

/// Calls with every object of a graph.
fn visit<'v>(value: &'v Value, found: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Object(object) => {
            found.push(object);
            object.values().for_each(|value| visit(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| visit(value, found)),
        _ => {}
    }
}

#[test]
fn graphs_speak_schema_org_and_refer_to_what_is_there() {
    with_each(|edition, event, file| {
        let talks = event
            .talks
            .iter()
            .map(|talk| json_ld::talk_page(edition, talk));
        for graph in talks.chain([json_ld::event_page(edition)]) {
            let text = json_ld::script_text(&graph);
            assert!(!text.contains(['<', '>', '&']), "{text}");
            assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), graph);
            let mut objects = Vec::new();
            visit(&graph["@graph"], &mut objects);
            let named: HashSet<_> = objects
                .iter()
                .filter(|object| object.contains_key("@type"))
                .filter_map(|object| object.get("@id")?.as_str())
                .collect();
            for object in objects {
                let Some(kind) = object.get("@type").and_then(Value::as_str) else {
                    let id = object["@id"].as_str().unwrap();
                    assert!(named.contains(id), "{}: {id} is nothing", file.display());
                    continue;
                };
                let (_, known) = VOCABULARY.iter().find(|(name, _)| *name == kind).unwrap();
                for property in object.keys().filter(|name| !name.starts_with('@')) {
                    assert!(
                        known.contains(&property.as_str()),
                        "{kind} has no {property}"
                    );
                }
                for name in ["url", "contentUrl", "embedUrl", "item"] {
                    let address = object.get(name).and_then(Value::as_str);
                    assert!(
                        address.is_none_or(|it| it.starts_with("http")),
                        "{address:?}"
                    );
                }
            }
        }
    });
}

#[test]
fn graphs_show_only_released_recordings() {
    with_each(|edition, event, _| {
        for talk in &event.talks {
            let graph = json_ld::talk_page(edition, talk);
            let is_released = talk
                .recording
                .as_ref()
                .is_some_and(|recording| recording.status == RecordingStatus::Released);
            let has_video = graph.to_string().contains("VideoObject");
            assert!(!has_video || is_released, "{graph}");
        }
    });
}
