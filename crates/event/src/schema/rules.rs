//! Rules for several fields of an object together, and rules that a field's type cannot express.

use serde_json::{Value, json};

use super::properties;
use crate::{
    SCHEMA_VERSION,
    schema::{PEERTUBE_LIST, YOUTUBE_LIST, id_or_page, peertube_list_page, youtube_list_page},
};

/// Adds the rules of a type.
pub(super) fn add(name: &str, schema: &mut Value) {
    match name {
        "Event" => event(schema),
        "Figure" => schema["anyOf"] = json!([filled("photo"), filled("illustration")]),
        "Photo" => {
            own_file("src", schema);
            schema["anyOf"] = json!([{"not": cleared()}, ready()]);
            schema["allOf"] = json!([position_has_talk("at")]);
        }
        "Illustration" => {
            own_file("ref", schema);
            // As in HTML, an empty text means that the picture is decoration.
            schema["allOf"] = json!([given("alt")]);
        }
        // Any word is accepted, but not an empty text.
        "Kind" => {
            schema["type"] = "string".into();
            schema["pattern"] = r"\S".into();
        }
        "Playlist" => playlist(schema),
        _ => {}
    }
}

/// The field is there and is not blank.
pub(super) fn filled(field: &str) -> Value {
    json!({"properties": {field: {"not": {"$ref": "#/$defs/Absent"}}}, "required": [field]})
}

/// The field is there, even if it is blank.
pub(super) fn given(field: &str) -> Value {
    json!({"properties": {field: {"not": {"type": "null"}}}, "required": [field]})
}

/// A position in a recording is given together with the talk.
pub(super) fn position_has_talk(field: &str) -> Value {
    json!({"anyOf": [absent(field), filled("talk")]})
}

/// The field is not there, or is blank.
pub(super) fn absent(field: &str) -> Value {
    json!({"properties": {field: {"$ref": "#/$defs/Absent"}}})
}

fn event(schema: &mut Value) {
    schema["properties"]["schemaVersion"] = json!({
        "const": SCHEMA_VERSION,
        "description": "The version of the format."
    });
    if let Some(properties) = properties(schema) {
        let description = "The address of this schema, for editors' programs.";
        properties.insert("$schema".to_owned(), json!({"description": description}));
    }
    // Two lists of the same talks would have the same ids.
    let programme =
        json!({"type": "object", "properties": {"type": {"const": "talks"}}, "required": ["type"]});
    let sections = &mut schema["properties"]["sections"];
    sections["contains"] = programme;
    sections["minContains"] = 0.into();
    sections["maxContains"] = 1.into();
    // An end needs a start. It has a clock time if the start has one.
    let clock_time = |field: &str| json!({"properties": {field: {"type": "string", "pattern": ":"}}, "required": [field]});
    schema["allOf"] = json!([
        {"anyOf": [absent("end"), filled("start"), filled("date")]},
        {"anyOf": [absent("end"), {"not": clock_time("start")}, clock_time("end")]}
    ]);
}

fn own_file(field: &str, schema: &mut Value) {
    schema["properties"][field]["$ref"] = "#/$defs/OwnFile".into();
}

/// The photographer and the people in the picture have agreed.
fn cleared() -> Value {
    json!({"properties": {"rightsCleared": {"const": true}}, "required": ["rightsCleared"]})
}

/// The photograph has everything else that it needs to be shown.
fn ready() -> Value {
    let size = json!({"type": "integer", "minimum": 1});
    json!({
        "properties": {
            "width": size,
            "height": size,
            "alt": {"not": {"$ref": "#/$defs/NoText"}},
            "credit": {"not": {"$ref": "#/$defs/Absent"}}
        },
        "required": ["width", "height", "alt", "credit"]
    })
}

fn playlist(schema: &mut Value) {
    let id = &mut schema["properties"]["id"];
    id["type"] = "string".into();
    let youtube_list = id_or_page(YOUTUBE_LIST, &youtube_list_page());
    let pages = format!("{}|{}", peertube_list_page(), youtube_list_page());
    id["pattern"] = id_or_page(PEERTUBE_LIST, &pages).into();
    let youtube =
        json!({"properties": {"provider": {"const": "youtube"}}, "required": ["provider"]});
    schema["allOf"] = json!([
        {"anyOf": [{"properties": {"id": {"type": "null"}}}, given("provider")]},
        {
            "anyOf": [
                {"not": youtube},
                absent("id"),
                {"properties": {"id": {"type": "string", "pattern": youtube_list}}}
            ]
        }
    ]);
}
