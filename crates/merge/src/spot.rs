//! Where in the event a merge is.

use nachlese_event::{LanguageTag, problem::JsonPath};

use crate::{
    change::{Change, Item, What},
    node::Node,
};

/// A place in the merged event.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spot {
    path: JsonPath,
    item: Option<Item>,
    /// The fields that lead here, from the item on.
    pub(crate) fields: Vec<String>,
    depth: usize,
}

impl Spot {
    /// Whether this is the event itself.
    pub(crate) fn is_root(&self) -> bool {
        self.depth == 0
    }

    /// The event's list that this is, for example `talks`.
    pub(crate) fn list(&self) -> Option<&str> {
        self.fields
            .first()
            .filter(|_| self.depth == 1)
            .map(|name| &**name)
    }

    /// A field of the object here.
    pub(crate) fn field(&self, name: &str) -> Self {
        let mut below = self.clone();
        below.path = self.path.field(name);
        below.fields.push(name.to_owned());
        below.depth += 1;
        below
    }

    /// An element of the list here.
    pub(crate) fn element(&self, at: usize, node: &Node<'_>) -> Self {
        let mut below = self.clone();
        below.path = self.path.index(at);
        below.depth += 1;
        if let Some(list) = self.list() {
            below.item = Some(item(list, Some(at + 1), node));
            below.fields.clear();
        }
        below
    }

    /// An element that is not in the merged list.
    pub(crate) fn absent(&self, node: &Node<'_>) -> Self {
        let mut here = self.clone();
        if let Some(list) = self.list() {
            here.item = Some(item(list, None, node));
            here.fields.clear();
        }
        here
    }

    /// That something was done here.
    pub(crate) fn change(&self, what: What) -> Change {
        Change {
            path: self.path.clone(),
            item: self.item.clone(),
            fields: self.fields.clone(),
            what,
        }
    }
}

fn item(list: &str, number: Option<usize>, node: &Node<'_>) -> Item {
    let mut names = ["title", "name", "topic", "heading"].into_iter();
    let text = |name| {
        let value = node.get(name)?;
        let first = value.fields().first().map(|field| &field.value);
        let text = value.as_text().or(first.and_then(Node::as_text))?;
        (!text.trim().is_empty()).then(|| text.to_owned())
    };
    Item {
        list: list.to_owned(),
        number,
        title: names.find_map(text),
    }
}

/// Whether an object has a text for each of some languages.
pub(crate) fn is_by_language(node: &Node<'_>) -> bool {
    let is_tag = |name: &str| {
        let is_short = name.split('-').next().is_some_and(|it| it.len() < 4);
        is_short && !["url", "ref", "alt", "at"].contains(&name) && LanguageTag::new(name).is_ok()
    };
    let mut fields = node.fields().iter();
    !node.fields().is_empty()
        && fields.all(|field| is_tag(&field.name) && field.value.as_text().is_some())
}
