//! The people whom an event names.

use crate::{
    layout::Merged,
    node::{Kind, Node},
};

/// Fields that name people by their ids.
const NAMING: [&str; 3] = ["person", "people", "seats"];

/// The ids of the people whom a merged value names.
pub(crate) fn named_people<'a>(merged: &Merged<'a>) -> Vec<&'a str> {
    let mut found = Vec::new();
    in_merged(merged, "", &mut found);
    found
}

fn in_merged<'a>(merged: &Merged<'a>, field: &str, found: &mut Vec<&'a str>) {
    match merged {
        Merged::Kept(node) | Merged::Taken(node) => in_node(node, field, found),
        Merged::Changed(_, members) => {
            for member in members {
                in_merged(&member.value, member.name.unwrap_or(field), found);
            }
        }
        Merged::Languages(_) | Merged::Text(_) => {}
    }
}

fn in_node<'a>(node: &'a Node<'a>, field: &str, found: &mut Vec<&'a str>) {
    match &node.kind {
        Kind::Text(id) if NAMING.contains(&field) => found.push(id),
        Kind::List(elements) => elements.iter().for_each(|it| in_node(it, field, found)),
        Kind::Object(fields) => {
            for field in fields {
                in_node(&field.value, &field.name, found);
            }
        }
        _ => {}
    }
}
