//! Parts of a file, as the rules ask for them. What is blank counts as absent, as in the reader.

use jsonc_parser::ast::Value;
use nachlese_event::problem::JsonPath;

/// The value of a field.
pub(super) fn field<'t>(value: &'t Value<'t>, name: &str) -> Option<&'t Value<'t>> {
    let found = &value.as_object()?.get(name)?.value;
    let is_blank = match found {
        Value::NullKeyword(_) => true,
        Value::StringLit(text) => text.value.trim().is_empty(),
        _ => false,
    };
    (!is_blank).then_some(found)
}

/// The elements of a list.
pub(super) fn list<'t>(value: &'t Value<'t>, name: &str) -> &'t [Value<'t>] {
    let found = field(value, name).and_then(Value::as_array);
    found.map_or(&[], |list| list.elements.as_slice())
}

/// The text of a field.
pub(super) fn text<'t>(value: &'t Value<'t>, name: &str) -> Option<&'t str> {
    field(value, name).and_then(string)
}

/// A text.
pub(super) fn string<'t>(value: &'t Value<'t>) -> Option<&'t str> {
    match value {
        Value::StringLit(text) => Some(text.value.trim()),
        _ => None,
    }
}

/// The versions of a text with their languages; none for the event's own.
pub(super) fn variants<'t>(value: &'t Value<'t>) -> Vec<(Option<&'t str>, &'t str)> {
    if let Some(text) = string(value) {
        return vec![(None, text)];
    }
    let object = value.as_object();
    let fields = object.map_or([].as_slice(), |object| object.properties.as_slice());
    let versions = fields
        .iter()
        .filter_map(|field| Some((Some(field.name.as_str()), string(&field.value)?)));
    versions.filter(|(_, text)| !text.is_empty()).collect()
}

/// Whether a value is a text or a map of texts by language, and not another object.
pub(super) fn is_text(value: &Value<'_>) -> bool {
    match value {
        Value::StringLit(_) => true,
        Value::Object(object) => {
            let other = ["name", "address", "url", "text", "date"];
            !other.iter().any(|name| object.get(name).is_some())
        }
        _ => false,
    }
}

/// The path of a version of a text.
pub(super) fn path_of(path: &JsonPath, language: Option<&str>) -> JsonPath {
    language.map_or_else(|| path.clone(), |language| path.field(language))
}
