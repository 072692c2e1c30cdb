//! Videos at the providers, and descriptions of them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{
    super::{AudioDescription, Href, Seconds, VideoSource},
    define,
    provider::{
        PEERTUBE, VIMEO, YOUTUBE, id_or_page, only_page, peertube_page, vimeo_page, youtube_page,
    },
};

impl JsonSchema for VideoSource {
    fn schema_name() -> Cow<'static, str> {
        "VideoSource".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut address = generator.subschema_for::<Href>();
        address.insert(
            "description".to_owned(),
            "The file, relative to the event's file.".into(),
        );
        let file = json!({
            "description": "A file that the browser plays by itself (mp4, webm, HLS).",
            "properties": {"url": address},
            "required": ["url"]
        });
        let vimeo = id_or_page(VIMEO, &vimeo_page());
        let mut vimeo = by_id("A video on Vimeo.", &vimeo);
        vimeo["properties"]["hash"] = json!({
            "type": "string",
            "description": "The hash after the id in the address of an unlisted video.",
            "pattern": "^[0-9A-Fa-f]{6,40}$"
        });
        let youtube = id_or_page(YOUTUBE, &youtube_page());
        let mut youtube = by_id("A video on YouTube.", &youtube);
        // Words that YouTube uses in the place of an id.
        youtube["properties"]["id"]["not"] = json!({"enum": ["videoseries", "live_stream"]});
        let by_provider = [
            ("file", file),
            ("peertube", peertube()),
            ("vimeo", vimeo),
            ("youtube", youtube),
        ];
        let mut start = generator.subschema_for::<Seconds>();
        start.insert(
            "description".to_owned(),
            "Where the talk begins in the video, if the video contains more than the talk. All positions, chapters and captions count from there.".into(),
        );
        let mut branches = Vec::new();
        for (word, mut schema) in by_provider {
            schema["properties"]["start"] = start.clone().into();
            branches.push(named_in("provider", word, schema.clone()));
            branches.push(named_in("type", word, schema));
        }
        json_schema!({
            "description": "A source of a video: a file, or its id at a provider, but never embed code.",
            "anyOf": branches
        })
    }
}

/// Adds the field that names the provider; older files have the word in `type`.
fn named_in(field: &str, word: &str, mut schema: Value) -> Value {
    let properties = &mut schema["properties"];
    properties["provider"] = json!({"$ref": "#/$defs/Absent", "description": "The provider."});
    properties["type"] = json!({"type": "string", "description": "The file's MIME type."});
    properties[field] = json!({"const": word, "description": "The provider."});
    schema["type"] = "object".into();
    if let Some(required) = schema["required"].as_array_mut() {
        required.push(field.into());
    }
    schema
}

fn by_id(description: &str, pattern: &str) -> Value {
    json!({
        "description": description,
        "properties": id_and_page(pattern),
        "required": [],
        "anyOf": [filled("id"), without_id(pattern)]
    })
}

fn peertube() -> Value {
    let pattern = id_or_page(PEERTUBE, &peertube_page());
    let page = only_page(&peertube_page());
    let mut properties = id_and_page(&pattern);
    properties["host"] = json!({
        "type": "string",
        "description": "The server, for example `https://video.example`.",
        "pattern": r"^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s\\]+\s*$"
    });
    let url_is_page =
        json!({"properties": {"url": {"type": "string", "pattern": page}}, "required": ["url"]});
    let id_is_page =
        json!({"properties": {"id": {"type": "string", "pattern": page}}, "required": ["id"]});
    json!({
        "description": "A video on a PeerTube server.",
        "properties": properties,
        "required": [],
        "allOf": [
            {"anyOf": [filled("id"), without_id(&pattern)]},
            // The address of the video's page names the server too.
            {"anyOf": [filled("host"), id_is_page, url_is_page]}
        ]
    })
}

fn id_and_page(pattern: &str) -> Value {
    json!({
        "id": {
            "type": "string",
            "description": "The video's id at the provider, or the address of its page.",
            "pattern": pattern
        },
        "url": {
            "type": "string",
            "description": "The address of the video's page, instead of the id."
        }
    })
}

fn filled(field: &str) -> Value {
    json!({"properties": {field: {"not": {"$ref": "#/$defs/Absent"}}}, "required": [field]})
}

fn without_id(pattern: &str) -> Value {
    json!({
        "properties": {"id": {"$ref": "#/$defs/Absent"}, "url": {"type": "string", "pattern": pattern}},
        "required": ["url"]
    })
}

define!(AudioDescription, "AudioDescription", {
    "description": "The audio description of a video.",
    "type": "object",
    "properties": {
        "url": {"$ref": "#/$defs/Address", "description": "A version with audio description."},
        "notNeededReason": {"$ref": "#/$defs/Text", "description": "Why none is needed."}
    },
    "anyOf": [
        {"properties": {"url": {"not": {"type": "null"}}}, "required": ["url"]},
        {
            "properties": {"notNeededReason": {"not": {"$ref": "#/$defs/NoText"}}},
            "required": ["notNeededReason"]
        }
    ]
});
