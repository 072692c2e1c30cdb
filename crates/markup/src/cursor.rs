//! A position in the document that moves along while the markup is built or taken over.

use std::{cell::RefCell, rc::Rc, vec::IntoIter};

use leptos::{
    prelude::document,
    tachys::renderer::{Rndr, dom::Node, types::Element},
    wasm_bindgen::JsCast,
};

use super::{
    fitting::{END, Found, LINK, START, Wanted, fitting},
    upkeep::{Upkeep, Work},
};

const SVG: &str = "http://www.w3.org/2000/svg";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// The current position in the document.
#[derive(Clone)]
pub(super) struct Cursor {
    walk: Rc<RefCell<Walk>>,
    upkeep: Upkeep,
    around: Around,
}

/// What elements around mean for those within.
#[derive(Clone, Copy, Default)]
struct Around {
    is_in_link: bool,
    /// `None` for HTML.
    namespace: Option<&'static str>,
}

impl Around {
    fn within(self, tag: &str) -> Self {
        Self {
            is_in_link: self.is_in_link || tag == LINK,
            namespace: match tag {
                "foreignObject" => None,
                tag => self.namespace_of(tag),
            },
        }
    }

    fn namespace_of(self, tag: &str) -> Option<&'static str> {
        match tag {
            "svg" => Some(SVG),
            "math" => Some(MATHML),
            _ => self.namespace,
        }
    }
}

struct Walk {
    parent: Node,
    /// New nodes come before this one, or at the end.
    before: Option<Node>,
    /// When taking over: the nodes of the next pieces.
    found: Option<IntoIter<Found>>,
}

impl Cursor {
    /// A position to build in, at the end of a node.
    pub(super) fn building(parent: Node) -> Self {
        Self {
            walk: walk(parent, None, None),
            upkeep: Upkeep::default(),
            around: Around::default(),
        }
    }

    /// A position outside of the document, to go from there to a place that is taken over.
    pub(super) fn taking_over() -> Self {
        let fragment = document().create_document_fragment();
        Self {
            walk: walk(fragment.into(), None, Some(Vec::new())),
            upkeep: Upkeep::default(),
            around: Around::default(),
        }
    }

    /// The same walk, continued inside an element. If the element was there before, what it contains
    /// is taken over if it fits these pieces, and removed otherwise.
    pub(super) fn inside(&self, element: &Element, was_there: bool, wanted: &[Wanted<'_>]) -> Self {
        let around = self.around.within(&element.local_name());
        let mut found = None;
        if was_there {
            found = fitting(wanted, Rndr::first_child(element), None, around.is_in_link);
            if found.is_none() {
                element.set_text_content(None);
            }
        }
        Self {
            walk: walk(element.clone().into(), None, found),
            upkeep: self.upkeep.clone(),
            around,
        }
    }

    /// The same walk, continued between the two comments of a place.
    pub(super) fn between(&self, (start, end): (&Node, &Node), wanted: &[Wanted<'_>]) -> Self {
        let mut found = None;
        if self.is_adopting() {
            found = fitting(
                wanted,
                Rndr::next_sibling(start),
                Some(end),
                self.around.is_in_link,
            );
            if found.is_none() {
                clear(start, end);
            }
        }
        let parent = end.parent_node().unwrap_or_else(|| self.parent());
        Self {
            walk: walk(parent, Some(end.clone()), found),
            upkeep: self.upkeep.clone(),
            around: self.around,
        }
    }

    /// The same walk, with other updates for what is drawn.
    pub(super) fn kept_up_by(&self, upkeep: Upkeep) -> Self {
        let walk = Rc::clone(&self.walk);
        Self {
            walk,
            upkeep,
            ..*self
        }
    }

    /// A position to build in, outside of the document, for what will come to this one.
    pub(super) fn fragment(&self) -> Self {
        Self {
            around: self.around,
            ..fragment()
        }
    }

    /// Keeps something up to date that is drawn here.
    pub(super) fn follow(&self, work: Work) {
        self.upkeep.follow(work);
    }

    pub(super) fn parent(&self) -> Node {
        self.walk.borrow().parent.clone()
    }

    pub(super) fn is_adopting(&self) -> bool {
        self.walk.borrow().found.is_some()
    }

    /// Whether this is within a link, which contains no other links.
    pub(super) fn is_in_link(&self) -> bool {
        self.around.is_in_link
    }

    pub(super) fn text(&self, text: &str) {
        // When taking over, texts are left as they are: another program may have translated them.
        if !self.is_adopting() {
            self.add(&Rndr::create_text_node(text));
        }
    }

    /// The next element, and whether it was there.
    pub(super) fn element(&self, tag: &str) -> (Element, bool) {
        let found = self.take().and_then(|node| node.dyn_into().ok());
        if let Some(element) = found {
            return (element, true);
        }
        let element = Rndr::create_element(tag, self.around.namespace_of(tag));
        self.add(&element);
        (element, false)
    }

    /// The comments around the next place that changes.
    pub(super) fn place(&self) -> (Node, Node) {
        let mark = |mark| {
            self.take().unwrap_or_else(|| {
                let comment = document().create_comment(mark);
                self.add(&comment);
                comment.into()
            })
        };
        (mark(START), mark(END))
    }

    fn take(&self) -> Found {
        self.walk.borrow_mut().found.as_mut()?.next()?
    }

    fn add(&self, node: &Node) {
        let walk = self.walk.borrow();
        let coming = walk.found.as_ref().map(IntoIter::as_slice);
        let mut coming = coming.unwrap_or_default().iter().flatten();
        let before = coming.next().or(walk.before.as_ref());
        let _ = walk.parent.insert_before(node, before);
    }
}

fn walk(parent: Node, before: Option<Node>, found: Option<Vec<Found>>) -> Rc<RefCell<Walk>> {
    Rc::new(RefCell::new(Walk {
        parent,
        before,
        found: found.map(Vec::into_iter),
    }))
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
