//! Finds the nodes of prerendered HTML that belong to markup, although other programs may have
//! changed the page in the meantime.

use leptos::{
    tachys::renderer::{Rndr, dom::Node, types::Element},
    wasm_bindgen::JsCast,
};

use super::{El, Kind, Markup, element::Value};

/// The comment before a place that changes.
pub(super) const START: &str = "[";
/// The comment after it.
pub(super) const END: &str = "]";
/// The tag of links.
pub(super) const LINK: &str = "a";

/// A piece that has nodes of its own: an element, or, if `None`, a place that changes.
pub(super) type Wanted<'a> = Option<&'a El>;
/// A node to take over. `None` if the piece is to be built.
pub(super) type Found = Option<Node>;

/// Lists the pieces that have nodes of their own. Groups have none, and texts are not looked for.
pub(super) fn wanted(pieces: &[Markup]) -> Vec<Wanted<'_>> {
    let mut all = Vec::new();
    list(pieces, &mut all);
    all
}

fn list<'a>(pieces: &'a [Markup], all: &mut Vec<Wanted<'a>>) {
    for piece in pieces {
        match &piece.0 {
            Kind::Text(_) => {}
            Kind::Element(element) => all.push(Some(element)),
            Kind::Group(pieces) => list(pieces, all),
            // All others stand between two comments.
            _ => all.push(None),
        }
    }
}

/// Finds the nodes of all pieces among siblings: one for an element, two for a place that changes.
/// `None` if something else stands there.
///
/// Only tags, classes, ids and `data-` attributes are compared. Texts may be translated, and other
/// attributes may be changed. An element with an id may be missing; any other one could be its
/// neighbour. Foreign elements are passed over if they cannot be mistaken for ours.
pub(super) fn fitting(
    wanted: &[Wanted<'_>],
    mut next: Option<Node>,
    end: Option<&Node>,
    is_in_link: bool,
) -> Option<Vec<Found>> {
    let mut found = Vec::with_capacity(wanted.len());
    let (mut at, mut is_missing, mut is_foreign) = (0, false, false);
    while let Some(node) = next.filter(|node| Some(node) != end) {
        next = Rndr::next_sibling(&node);
        let own = if node.node_type() == Node::COMMENT_NODE {
            match node.node_value().as_deref() {
                Some(START) => None,
                Some(END) => return None,
                _ => continue,
            }
        } else if let Some(element) = node.dyn_ref::<Element>() {
            Some(element)
        } else {
            continue;
        };
        let is_own = |wanted: &Wanted<'_>| match (wanted, own) {
            (Some(wanted), Some(own)) => wanted.fits(own, is_in_link),
            (None, None) => true,
            _ => false,
        };
        let rest = wanted.get(at..).unwrap_or_default();
        let missing = rest
            .iter()
            .take_while(|it| !is_own(it) && may_be_missing(**it));
        let missing = missing.count();
        if rest.get(missing).is_some_and(is_own) {
            is_missing |= missing > 0;
            found.resize(found.len() + missing, None);
            at += missing + 1;
            let is_place = own.is_none();
            found.push(Some(node));
            if is_place {
                let end = end_of_place(next)?;
                next = Rndr::next_sibling(&end);
                found.push(Some(end));
            }
            continue;
        }
        let tag = own?.local_name();
        is_foreign = true;
        if wanted.iter().flatten().any(|it| it.tag(is_in_link) == tag) {
            return None;
        }
    }
    let rest = wanted.get(at..).unwrap_or_default();
    is_missing |= !rest.is_empty();
    found.resize(found.len() + rest.len(), None);
    // Something foreign may stand around what is missing.
    let fits = rest.iter().all(|it| may_be_missing(*it)) && !(is_missing && is_foreign);
    fits.then_some(found)
}

fn may_be_missing(wanted: Wanted<'_>) -> bool {
    let has_id = |element: &El| {
        let mut attributes = element.0.attributes.iter();
        attributes.any(|(name, value)| *name == "id" && matches!(value, Value::Fixed(_)))
    };
    wanted.is_some_and(has_id)
}

/// The comment after a place, from the node after the comment before it.
pub(super) fn end_of_place(mut next: Option<Node>) -> Option<Node> {
    let mut depth = 0_u32;
    loop {
        let node = next?;
        if node.node_type() == Node::COMMENT_NODE {
            match node.node_value().as_deref() {
                Some(START) => depth += 1,
                Some(END) if depth == 0 => return Some(node),
                Some(END) => depth -= 1,
                _ => {}
            }
        }
        next = Rndr::next_sibling(&node);
    }
}

impl El {
    /// The tag, which is not that of a link within a link.
    pub(super) fn tag(&self, is_in_link: bool) -> &'static str {
        if is_in_link && self.0.tag == LINK {
            "span"
        } else {
            self.0.tag
        }
    }

    fn fits(&self, element: &Element, is_in_link: bool) -> bool {
        let has = |(name, value): &(&'static str, Value)| {
            let Value::Fixed(value) = value else {
                return true;
            };
            match *name {
                "class" => has_classes(element, value),
                name if is_identity(name) => element.get_attribute(name).as_deref() == Some(value),
                _ => true,
            }
        };
        element.local_name() == self.tag(is_in_link)
            && (self.tag(is_in_link) != self.0.tag || self.0.attributes.iter().all(has))
    }
}

/// Whether an attribute tells elements of the same sort apart, so that other programs leave it alone.
fn is_identity(name: &str) -> bool {
    name == "id" || name.starts_with("data-")
}

/// Other programs add classes of their own.
fn has_classes(element: &Element, classes: &str) -> bool {
    let own = element.get_attribute("class").unwrap_or_default();
    let has = |class| own.split_ascii_whitespace().any(|own| own == class);
    own == classes || classes.split_ascii_whitespace().all(has)
}
