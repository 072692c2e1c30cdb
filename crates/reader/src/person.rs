//! Reads people.

use std::collections::BTreeSet;

use nachlese_event::{Person, problem::Finding};

use super::{
    cursor::Node,
    figure::figure,
    link::link,
    scalar::{id, label, string},
};

/// Reads a person. If two have the same id, the first one stays.
pub(super) fn person(node: Node<'_>, known: &mut BTreeSet<String>) -> Option<Person> {
    let person = node.object(|fields| {
        let id = fields.need("id", id);
        let name = fields.need("name", string);
        Some(Person {
            honorific: fields.read("honorific", string),
            sort_name: fields.read("sortName", string),
            role_at_event: fields.read("roleAtEvent", label),
            organization: fields.read("organization", label),
            links: fields.list("links", link),
            image: fields.read("image", figure),
            id: id?,
            name: name?,
        })
    })?;
    if known.insert(person.id.as_str().to_owned()) {
        Some(person)
    } else {
        let id = person.id.as_str().to_owned();
        let renamed = None;
        let path = node.path().field("id");
        node.context
            .report(&path, Finding::DuplicateId { id, renamed });
        None
    }
}
