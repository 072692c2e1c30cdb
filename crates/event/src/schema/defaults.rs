//! Fields that a file may leave out although every event has them: the reader fills them in.

use serde_json::{Value, json};

use super::properties;

/// Makes the fields of a type optional, and names their default values.
pub(super) fn fill_in(name: &str, schema: &mut Value) {
    for (field, value) in defaults(name) {
        if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
            required.retain(|required| *required != field);
        }
        if let Some(property) = properties(schema).and_then(|all| all.get_mut(field))
            && !value.is_null()
        {
            property["default"] = value;
        }
    }
}

/// `null` if the default depends on other fields.
fn defaults(name: &str) -> Vec<(&'static str, Value)> {
    match name {
        "Event" => vec![("legal", Value::Null)],
        "Attendance" => vec![("approximate", json!(false))],
        "Photo" => vec![
            ("width", Value::Null),
            ("height", Value::Null),
            ("rightsCleared", json!(false)),
        ],
        "Link" => vec![("label", Value::Null)],
        "Captions" => vec![("language", Value::Null), ("origin", json!("unknown"))],
        "Recording" => vec![("status", json!("unknown")), ("aiGenerated", json!(false))],
        "Participation" => vec![("part", json!("speaker"))],
        "Quote" => vec![("verbatim", json!(false))],
        "Section" => vec![("id", Value::Null)],
        _ => Vec::new(),
    }
}
