//! Sections: the fields that each type needs, and what else the reader accepts.

use serde_json::{Value, json};

use super::{properties, rules};

/// Completes the branches that schemars generates for the section's types.
pub(super) fn by_type(schema: &mut Value) {
    // A single text is accepted as a list of one.
    let paragraphs = &mut schema["properties"]["paragraphs"];
    let description = paragraphs["description"].take();
    *paragraphs = json!({
        "description": description,
        "anyOf": [
            {"type": "array", "items": {"$ref": "#/$defs/Text"}},
            {"$ref": "#/$defs/Text"},
            {"$ref": "#/$defs/NoText"}
        ]
    });
    let branches = schema.get_mut("oneOf").and_then(Value::as_array_mut);
    for branch in branches.into_iter().flatten() {
        let Some(word) = branch["properties"]["type"]["const"].as_str() else {
            continue;
        };
        let word = word.to_owned();
        let needed = match word.as_str() {
            "gallery" => json!(["type", "figures"]),
            "quote" => json!(["type", "text"]),
            "film" => json!(["type", "talk"]),
            _ => json!(["type"]),
        };
        branch["required"] = needed;
        add_fields(&word, branch);
        add_rules(&word, branch);
    }
}

fn add_fields(word: &str, branch: &mut Value) {
    let fields = match word {
        "text" => json!({
            "text": {"$ref": "#/$defs/Text", "description": "The last paragraph."}
        }),
        // The picture may stand in the section itself.
        "figure" => json!({
            "photo": {"$ref": "#/$defs/Photo", "description": "The photograph, instead of `figure`."},
            "illustration": {
                "$ref": "#/$defs/Illustration",
                "description": "The drawing, instead of `figure`."
            }
        }),
        "downloads" => json!({
            "downloads": {
                "type": "array",
                "description": "Further files.",
                "items": {"$ref": "#/$defs/Link"}
            }
        }),
        _ => return,
    };
    if let (Some(properties), Value::Object(fields)) = (properties(branch), fields) {
        properties.extend(fields);
    }
}

fn add_rules(word: &str, branch: &mut Value) {
    match word {
        "figure" => {
            branch["anyOf"] = json!([
                rules::given("figure"),
                rules::given("photo"),
                rules::filled("illustration")
            ]);
        }
        "gallery" => {
            branch["properties"]["figures"]["contains"] =
                json!({"not": {"$ref": "#/$defs/Absent"}});
        }
        "quote" => branch["allOf"] = json!([rules::position_has_talk("at")]),
        "panel" => {
            let field = "coreMessageAt";
            let message = json!({
                "properties": {"coreMessage": {"not": {"$ref": "#/$defs/NoText"}}},
                "required": ["coreMessage"]
            });
            branch["allOf"] = json!([
                rules::position_has_talk(field),
                {"anyOf": [rules::absent(field), message]}
            ]);
        }
        _ => {}
    }
}
