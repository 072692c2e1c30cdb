//! Short forms: where the reader takes a single text for an object that needs no more.

use serde_json::{Value, json};

/// Lets a value of this type be written in its short form too.
pub(super) fn allow(name: &str, schema: &mut Value) {
    let short = match name {
        "Link" | "Source" => json!({"$ref": "#/$defs/Address"}),
        // A map by language tag and the object are told apart by the fields of the latter.
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
    let none = fields
        .iter()
        .map(|field| ((*field).to_owned(), json!(false)));
    let none: serde_json::Map<_, _> = none.collect();
    json!({
        "anyOf": [{"$ref": "#/$defs/Text"}, {"$ref": "#/$defs/NoText"}],
        "properties": none
    })
}
