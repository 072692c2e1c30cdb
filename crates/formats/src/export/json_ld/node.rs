//! One thing in the graph.

use serde_json::{Map, Value, json};
use uuid::Uuid;

/// A thing with its type.
#[derive(Debug, Clone)]
pub(super) struct Node(Map<String, Value>);

impl Node {
    /// A thing without a name.
    pub(super) fn new(kind: &str) -> Self {
        let mut map = Map::new();
        map.insert("@type".to_owned(), kind.into());
        Self(map)
    }

    /// Gives the thing an id, so that others can refer to it.
    pub(super) fn named(self, guid: Uuid) -> Self {
        self.with("@id", format!("urn:uuid:{guid}"))
    }

    /// Refers to a thing elsewhere in the graph.
    pub(super) fn reference(guid: Uuid) -> Value {
        json!({"@id": format!("urn:uuid:{guid}")})
    }

    /// Adds a property. An empty list is left out.
    pub(super) fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        if value.as_array().is_none_or(|list| !list.is_empty()) {
            self.0.insert(property.to_owned(), value);
        }
        self
    }

    /// Adds a property that may be unknown.
    pub(super) fn with_some(self, property: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}
