//! Short forms: where the reader accepts a single text in place of an object.

use serde_json::{Value, json};

use super::properties;

/// Also allows the short form of a value of this type.
pub(super) fn allow(name: &str, schema: &mut Value) {
    if name == "Recording"
        && let Some(chapters) = properties(schema).and_then(|all| all.get_mut("chapters"))
    {
        let mut list = chapters.take();
        if let Some(list) = list.as_object_mut() {
            list.remove("description");
        }
        *chapters = json!({
            "description": "The chapters of the recording, in order, or the file that has them: Podcasting 2.0, Podlove Simple Chapters, WebVTT.",
            "anyOf": [list, {"$ref": "#/$defs/Address"}]
        });
    }
    let short = match name {
        "Link" | "Source" => json!({"$ref": "#/$defs/Address"}),
        // A map by language tag and the object can be told apart by the fields of the object.
        "Venue" | "Host" => text_without(&["name", "address", "url"]),
        "Correction" => text_without(&["text", "date"]),
        "Participation" => json!({"$ref": "#/$defs/Id"}),
        "Exhibit" => json!({"type": "string", "pattern": r"\S"}),
        _ => return,
    };
    let description = schema
        .as_object_mut()
        .and_then(|all| all.remove("description"));
    *schema = json!({"description": description, "anyOf": [schema, short]});
}

fn text_without(fields: &[&str]) -> Value {
    let with = fields
        .iter()
        .map(|field| json!({"properties": {*field: {}}, "required": [field]}));
    json!({
        "anyOf": [{"$ref": "#/$defs/Text"}, {"$ref": "#/$defs/NoText"}],
        "not": {"type": "object", "anyOf": with.collect::<Vec<_>>()}
    })
}
