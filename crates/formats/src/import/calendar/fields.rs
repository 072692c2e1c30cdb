//! Properties of the tree, before they are interpreted.

use nachlese_reader::json::Json;

/// The properties with a name, in the order of the file.
pub(super) fn all<'a>(of: &'a Json, name: &'a str) -> impl Iterator<Item = &'a Json> + Clone {
    let fields = match of {
        Json::Object(fields) => fields.as_slice(),
        _ => &[],
    };
    let named = fields.iter().filter(move |(known, _)| known == name);
    named.map(|(_, json)| json).filter(|json| !json.is_blank())
}

/// The value of a property.
pub(super) fn value(property: &Json) -> &str {
    match property {
        Json::String(text) => text.trim(),
        other => other.get("").map_or("", value),
    }
}

/// The value of the property with a name, or of the last one if there are several.
pub(super) fn text<'a>(of: &'a Json, name: &str) -> Option<&'a str> {
    of.get(name).map(value).filter(|text| !text.is_empty())
}

/// A parameter of a property.
pub(super) fn parameter<'a>(property: &'a Json, name: &str) -> Option<&'a str> {
    match property.get(name)? {
        Json::String(text) => Some(text.trim()),
        _ => None,
    }
}

/// Whether a parameter, or a value, is this word.
pub(super) fn says(text: Option<&str>, word: &str) -> bool {
    text.is_some_and(|text| text.trim().eq_ignore_ascii_case(word))
}
