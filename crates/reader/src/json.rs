//! A JSON document with its fields in the order of the file.

use std::fmt;

use serde::{
    Serialize, Serializer,
    de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor},
    ser::SerializeMap,
};

/// Any JSON value.
///
/// Unlike `serde_json::Value` it keeps the order of an object's fields, so that findings and
/// languages keep the order of the file. It also saves the page a map type.
#[derive(Debug)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    String(String),
    /// Values in their order.
    List(Vec<Json>),
    /// Fields in their order. Names may occur several times.
    Object(Vec<(String, Json)>),
}

/// A number as messages show it, without its fraction. Printing fractions would need a lot of code.
pub fn shown(number: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "an `as` cast to i64 saturates"
    )]
    let whole = number as i64;
    whole.to_string()
}

impl Json {
    /// The format's word for the type of the value, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "number",
            Self::String(_) => "text",
            Self::List(_) => "list",
            Self::Object(_) => "object",
        }
    }

    /// The value of an object's field. If the name occurs several times, the last one, as in
    /// JavaScript.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => find(fields, name),
            _ => None,
        }
    }

    /// Whether an optional field with this value counts as absent.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Null => true,
            Self::String(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

impl Json {
    /// Whether a value says nothing: it is blank, empty or `false`.
    pub fn says_nothing(&self) -> bool {
        match self {
            Self::Bool(value) => !value,
            Self::List(items) => items.is_empty(),
            Self::Object(fields) => fields.is_empty(),
            other => other.is_blank(),
        }
    }
}

/// The value of a field among an object's fields.
pub(crate) fn find<'a>(fields: &'a [(String, Json)], name: &str) -> Option<&'a Json> {
    let mut from_the_end = fields.iter().rev();
    from_the_end.find(|(n, _)| n == name).map(|(_, json)| json)
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::String(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "no number of the format is that large"
    )]
    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "no number of the format is that large"
    )]
    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = object.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Object(fields))
    }
}
