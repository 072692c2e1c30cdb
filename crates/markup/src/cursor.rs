//! A position in the document that moves along while the markup is built or taken over.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{
    prelude::document,
    tachys::renderer::{Rndr, dom::Node, types::Element},
    wasm_bindgen::JsCast,
};

use super::upkeep::{Upkeep, Work};

/// The comment before a place that changes.
pub(super) const START: &str = "[";
/// The comment after it.
pub(super) const END: &str = "]";

const SVG: &str = "http://www.w3.org/2000/svg";

/// The prerendered HTML differs from what the markup would draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Differs;

/// The current position in the document.
#[derive(Clone)]
pub(super) struct Cursor {
    walk: Rc<RefCell<Walk>>,
    upkeep: Upkeep,
}

struct Walk {
    parent: Node,
    /// When taking over: the next node that has not been matched with markup.
    next: Option<Node>,
    is_adopting: bool,
}

impl Cursor {
    pub(super) fn building(parent: Node) -> Self {
        Self::at(Walk {
            parent,
            next: None,
            is_adopting: false,
        })
    }

    pub(super) fn adopting(parent: Node) -> Self {
        Self::at(Walk {
            next: Rndr::first_child(&parent),
            parent,
            is_adopting: true,
        })
    }

    fn at(walk: Walk) -> Self {
        Self {
            walk: Rc::new(RefCell::new(walk)),
            upkeep: Upkeep::default(),
        }
    }

    /// The same walk, continued inside an element.
    pub(super) fn inside(&self, element: &Element) -> Self {
        let parent = element.clone().into();
        let inside = if self.is_adopting() {
            Self::adopting(parent)
        } else {
            Self::building(parent)
        };
        inside.kept_up_by(self.upkeep.clone())
    }

    /// The same walk, with other updates for what is drawn.
    pub(super) fn kept_up_by(&self, upkeep: Upkeep) -> Self {
        let walk = Rc::clone(&self.walk);
        Self { walk, upkeep }
    }

    /// Keeps something up to date that is drawn here.
    pub(super) fn follow(&self, work: Work) {
        self.upkeep.follow(work);
    }

    pub(super) fn parent(&self) -> Node {
        self.walk.borrow().parent.clone()
    }

    pub(super) fn is_adopting(&self) -> bool {
        self.walk.borrow().is_adopting
    }

    pub(super) fn append(&self, node: &Node) {
        let _ = self.walk.borrow().parent.append_child(node);
    }

    pub(super) fn text(&self, text: &str) {
        // In HTML, adjacent texts are one node, so they are skipped as one when taking over.
        if !self.is_adopting() {
            self.append(&Rndr::create_text_node(text));
        }
    }

    /// The next node that is not text.
    pub(super) fn take(&self) -> Option<Node> {
        let mut walk = self.walk.borrow_mut();
        let mut node = walk.next.take()?;
        if node.node_type() == Node::TEXT_NODE {
            node = Rndr::next_sibling(&node)?;
        }
        walk.next = Rndr::next_sibling(&node);
        Some(node)
    }

    pub(super) fn element(&self, tag: &'static str) -> Result<Element, Differs> {
        if self.is_adopting() {
            let element: Element = self
                .take()
                .and_then(|node| node.dyn_into().ok())
                .ok_or(Differs)?;
            return if element.local_name() == tag {
                Ok(element)
            } else {
                Err(Differs)
            };
        }
        let is_svg = matches!(tag, "svg" | "circle" | "path");
        let element = Rndr::create_element(tag, is_svg.then_some(SVG));
        self.append(&element);
        Ok(element)
    }

    pub(super) fn mark(&self, mark: &str) -> Result<Node, Differs> {
        if self.is_adopting() {
            let node = self.take().ok_or(Differs)?;
            let is_it = node.node_type() == Node::COMMENT_NODE
                && node.node_value().as_deref() == Some(mark);
            return if is_it { Ok(node) } else { Err(Differs) };
        }
        let comment = document().create_comment(mark);
        self.append(&comment);
        Ok(comment.into())
    }
}

/// The first drawing of a place that changes. The walk waits for it.
#[derive(Clone)]
pub(super) struct FirstTime {
    cursor: Cursor,
    pub(super) outcome: Rc<Cell<Result<(), Differs>>>,
}

impl FirstTime {
    pub(super) fn new(cursor: &Cursor) -> Self {
        // A place that changes as a whole has effects of its own inside.
        let cursor = cursor.kept_up_by(Upkeep::default());
        let outcome = Rc::new(Cell::new(Ok(())));
        Self { cursor, outcome }
    }

    /// Draws the place, and returns the comment after it.
    pub(super) fn draw(&self, draw: impl FnOnce(&Cursor) -> Result<(), Differs>) -> Option<Node> {
        let end = draw(&self.cursor).and_then(|()| self.cursor.mark(END));
        self.outcome
            .set(end.as_ref().map(|_| ()).map_err(|differs| *differs));
        end.ok()
    }
}

/// A position to build in, outside of the document.
pub(super) fn fragment() -> Cursor {
    Cursor::building(document().create_document_fragment().into())
}

/// Removes everything between two comments.
pub(super) fn clear(start: &Node, end: &Node) {
    while let Some(node) = Rndr::next_sibling(start).filter(|node| node != end) {
        Rndr::remove(&node);
    }
}

pub(super) fn insert(node: &Node, before: &Node) {
    if let Some(parent) = before.parent_node() {
        let _ = parent.insert_before(node, Some(before));
    }
}
