//! Reads references. Whether their targets exist is known only after everything is read.

use nachlese_event::{PersonId, TalkId};

use super::{cursor::Node, scalar::id};
use crate::rules::Reference;

/// Reads the id of somebody in `people`.
pub(super) fn person_ref(node: Node<'_>) -> Option<PersonId> {
    let id: PersonId = id(node)?;
    node.context
        .refer(node.path(), Reference::Person(id.clone()));
    Some(id)
}

/// Reads the id of a talk.
pub(super) fn talk_ref(node: Node<'_>) -> Option<TalkId> {
    let id: TalkId = id(node)?;
    node.context.refer(node.path(), Reference::Talk(id.clone()));
    Some(id)
}
