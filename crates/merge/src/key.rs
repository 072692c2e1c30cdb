//! By what the elements of a list are told apart, whatever their order.

use std::collections::{BTreeMap, BTreeSet};

use super::node::Node;

/// Fields that say which one an element is: the first one that it has.
const NAMES: [&str; 6] = ["id", "person", "url", "ref", "start", "label"];

/// The keys of a list's elements in order, or nothing if one has none or two share one.
pub(crate) fn keys(list: Option<&Node<'_>>) -> Option<Vec<String>> {
    let elements = list.map(Node::elements).unwrap_or_default();
    let keys: Option<Vec<_>> = elements.iter().map(key).collect();
    let keys = keys?;
    let by_key = index(&keys);
    (by_key.len() == keys.len()).then_some(keys)
}

/// The keys of the edited list. What cannot be told apart is the editor's own.
pub(crate) fn own_keys(list: &Node<'_>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let elements = list.elements().iter().enumerate();
    let key = |(at, element): (usize, &Node<'_>)| {
        let key = key(element).filter(|key| seen.insert(key.clone()));
        key.unwrap_or_else(|| format!("{at}\0"))
    };
    elements.map(key).collect()
}

/// The place of each key.
pub(crate) fn index(keys: &[String]) -> BTreeMap<&str, usize> {
    keys.iter()
        .enumerate()
        .map(|(at, key)| (&**key, at))
        .collect()
}

fn key(element: &Node<'_>) -> Option<String> {
    if let Some(text) = element.as_text() {
        return Some(text.to_owned());
    }
    let name = NAMES.into_iter().find(|name| element.get(name).is_some())?;
    let value = element.get(name)?;
    let value = value.as_text().unwrap_or(value.text);
    // The id of a video is its provider's.
    let provider = element.get("provider").and_then(Node::as_text);
    Some(match provider {
        Some(provider) => format!("{provider} {value}"),
        None => value.to_owned(),
    })
}
