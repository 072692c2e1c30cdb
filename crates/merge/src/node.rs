//! JSON values with the text that they were read from.

use std::collections::BTreeMap;

use jsonc_parser::{CollectOptions, ParseOptions, ast, common::Ranged, parse_to_ast};
use serde_json::Value;

/// A value, and how its file writes it.
#[derive(Debug, Clone)]
pub(crate) struct Node<'a> {
    /// Where it is in the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Its own text.
    pub(crate) text: &'a str,
    pub(crate) kind: Kind<'a>,
}

#[derive(Debug, Clone)]
pub(crate) enum Kind<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Node<'a>>),
    Object(Vec<Field<'a>>),
}

#[derive(Debug, Clone)]
pub(crate) struct Field<'a> {
    pub(crate) name: String,
    /// Where the name begins.
    pub(crate) start: usize,
    pub(crate) value: Node<'a>,
}

impl<'a> Node<'a> {
    /// Reads a document. Strict JSON only; nothing for anything else.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        let strict = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            ..ParseOptions::default()
        };
        let parsed = parse_to_ast(text, &CollectOptions::default(), &strict).ok()?;
        Some(Self::of(text, &parsed.value?))
    }

    fn of(text: &'a str, value: &ast::Value<'_>) -> Self {
        let range = value.range();
        let kind = match value {
            ast::Value::NullKeyword(_) => Kind::Null,
            ast::Value::BooleanLit(it) => Kind::Bool(it.value),
            ast::Value::NumberLit(it) => Kind::Number(it.value.parse().unwrap_or_default()),
            ast::Value::StringLit(it) => Kind::Text(it.value.to_string()),
            ast::Value::Array(it) => {
                Kind::List(it.elements.iter().map(|it| Self::of(text, it)).collect())
            }
            ast::Value::Object(it) => {
                let field = |field: &ast::ObjectProp<'_>| Field {
                    name: field.name.as_str().to_owned(),
                    start: field.range.start,
                    value: Self::of(text, &field.value),
                };
                Kind::Object(it.properties.iter().map(field).collect())
            }
        };
        Self {
            start: range.start,
            end: range.end,
            text: text.get(range.start..range.end).unwrap_or_default(),
            kind,
        }
    }

    /// A field's value. If the name occurs several times, the last one, as the reader has it.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let found = self.fields().iter().rfind(|field| field.name == name);
        found.map(|field| &field.value)
    }

    /// The fields of an object; none of anything else.
    pub(crate) fn fields(&self) -> &[Field<'a>] {
        match &self.kind {
            Kind::Object(fields) => fields,
            _ => &[],
        }
    }

    /// The elements of a list; none of anything else.
    pub(crate) fn elements(&self) -> &[Self] {
        match &self.kind {
            Kind::List(elements) => elements,
            _ => &[],
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self.kind, Kind::Object(_))
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self.kind, Kind::List(_))
    }

    /// Whether it stands on one line.
    pub(crate) fn is_inline(&self) -> bool {
        !self.text.contains('\n')
    }

    /// Whether both say the same, whatever the order of fields.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Null, Kind::Null) => true,
            (Kind::Bool(one), Kind::Bool(other)) => one == other,
            (Kind::Number(one), Kind::Number(other)) => one.to_bits() == other.to_bits(),
            (Kind::Text(one), Kind::Text(other)) => one == other,
            (Kind::List(one), Kind::List(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.is_same(b))
            }
            (Kind::Object(_), Kind::Object(_)) => {
                let (one, other) = (self.by_name(), other.by_name());
                let pairs = || one.iter().zip(&other);
                one.len() == other.len() && pairs().all(|(a, b)| a.0 == b.0 && a.1.is_same(b.1))
            }
            _ => false,
        }
    }

    fn by_name(&self) -> BTreeMap<&str, &Self> {
        let fields = self.fields().iter();
        fields.map(|field| (&*field.name, &field.value)).collect()
    }

    /// The value alone, to be shown.
    pub(crate) fn value(&self) -> Value {
        serde_json::from_str(self.text).unwrap_or_default()
    }
}

/// Whether both are missing, or say the same.
pub(crate) fn is_same(one: Option<&Node<'_>>, other: Option<&Node<'_>>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => one.is_same(other),
        _ => false,
    }
}
