//! Fields that may be absent. The reader treats `null` and blank texts as absent.

use serde_json::{Map, Value, json};

const BLANK: &str = r"^\s*$";

/// The schema of values that count as absent.
pub(super) fn absent() -> Value {
    json!({
        "description": "Counts as absent.",
        "type": ["null", "string"],
        "pattern": BLANK
    })
}

/// The schema of texts that count as absent.
pub(super) fn no_text() -> Value {
    json!({
        "description": "Counts as absent.",
        "anyOf": [
            {"$ref": "#/$defs/Absent"},
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/Absent"}}
        ]
    })
}

/// Allows the fields of all objects in a schema to be absent, unless they are required, and the
/// elements of all lists.
pub(super) fn allow(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(allow),
        Value::Object(object) => {
            object.values_mut().for_each(allow);
            if let Some(items) = object.get_mut("items") {
                optional(items);
            }
            if object.get("type").is_some_and(|kind| kind == "object") {
                fields(object);
            }
        }
        _ => {}
    }
}

fn fields(object: &mut Map<String, Value>) {
    let required = object.get("required").cloned().unwrap_or_default();
    let is_required = |name: &str| {
        let mut names = required.as_array().into_iter().flatten();
        names.any(|field| field == name)
    };
    let Some(properties) = object.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    for (name, schema) in properties {
        if !is_required(name) {
            optional(schema);
        } else if schema.get("type").is_some_and(|kind| kind == "string")
            && schema.get("pattern").or(schema.get("const")).is_none()
        {
            schema["pattern"] = r"\S".into();
        }
    }
}

fn optional(schema: &mut Value) {
    without_null(schema);
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    let kind = object
        .get("type")
        .and_then(Value::as_str)
        .map(str::to_owned);
    match kind.as_deref() {
        Some("string") if !object.contains_key("pattern") => {
            object.insert("type".to_owned(), json!(["string", "null"]));
        }
        _ if object.get("$ref").is_some_and(|to| to == "#/$defs/Absent") => {}
        _ => *schema = or_absent(object),
    }
}

/// Descriptions stay on the outside, where editors look for them.
fn or_absent(object: &mut Map<String, Value>) -> Value {
    let absent = if object.get("$ref").is_some_and(|to| to == "#/$defs/Text") {
        "#/$defs/NoText"
    } else {
        "#/$defs/Absent"
    };
    let mut outside = Map::new();
    for told in ["description", "default", "examples"] {
        outside.extend(object.remove_entry(told));
    }
    outside.insert("anyOf".to_owned(), json!([object, {"$ref": absent}]));
    Value::Object(outside)
}

/// Undoes what schemars does for `Option`, because some fields that may be absent have another
/// type.
fn without_null(schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    if let Some(Value::Array(kinds)) = object.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [only] = kinds.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(branches)) = object.get_mut("anyOf")
        && let [Value::Object(inner), null] = branches.as_mut_slice()
        && *null == json!({"type": "null"})
    {
        let inner = std::mem::take(inner);
        object.remove("anyOf");
        object.extend(inner);
    }
}
