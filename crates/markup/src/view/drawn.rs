//! Markup as a part of a view of Leptos.

use std::{future::Future, slice};

use leptos::{
    prelude::{Owner, document, untrack},
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration,
        renderer::{Rndr, dom::Node, types::Element},
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
    wasm_bindgen::JsCast,
};

use super::super::{
    El, Markup,
    cursor::{Cursor, clear, fragment, insert},
    fitting::{START, end_of_place, wanted},
    html::between_marks,
};

/// Markup that is drawn as a part of a view of Leptos. Dropping it removes listeners and effects.
pub struct Drawn {
    owner: Owner,
    start: Node,
    end: Node,
}

impl Drawn {
    fn new(markup: Markup) -> Self {
        let cursor = fragment();
        let (start, end) = cursor.place();
        let owner = Owner::new();
        let drawn = Self { owner, start, end };
        drawn.draw(markup, &cursor);
        drawn
    }

    /// Takes over what is at the position of Leptos' walk over a prerendered page.
    fn taken_over(markup: Markup, walk: &hydration::Cursor, position: &PositionState) -> Self {
        walk.advance_to_placeholder(position);
        let start = walk.current();
        let is_place = start.node_value().as_deref() == Some(START);
        let next = Rndr::next_sibling(&start).filter(|_| is_place);
        let drawn = if let Some(end) = next.and_then(|next| end_of_place(Some(next))) {
            let owner = Owner::new();
            let drawn = Self { owner, start, end };
            drawn.draw(markup, &Cursor::taking_over());
            drawn
        } else {
            // Another program has changed the page.
            let drawn = Self::new(markup);
            for node in drawn.nodes() {
                insert(&node, &start);
            }
            drawn
        };
        walk.set(drawn.end.clone());
        drawn
    }

    fn redraw(&self, markup: Markup) {
        self.owner.cleanup();
        clear(&self.start, &self.end);
        self.draw(markup, &fragment());
    }

    /// Draws between the comments, or takes over what is there.
    fn draw(&self, markup: Markup, cursor: &Cursor) {
        let pieces = slice::from_ref(&markup);
        let cursor = cursor.between((&self.start, &self.end), &wanted(pieces));
        self.owner.with(|| untrack(|| markup.draw(&cursor)));
    }

    /// All nodes, with both comments.
    fn nodes(&self) -> Vec<Node> {
        let mut nodes = vec![self.start.clone()];
        while let Some(node) = nodes.last().filter(|node| **node != self.end)
            && let Some(next) = Rndr::next_sibling(node)
        {
            nodes.push(next);
        }
        nodes
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        // Kept together, because it may be mounted again.
        let fragment = document().create_document_fragment();
        for node in self.nodes() {
            let _ = fragment.append_child(&node);
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for node in self.nodes() {
            Rndr::insert_node(parent, &node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.start.parent_node();
        parent.is_some_and(|parent| {
            child.mount(parent.unchecked_ref(), Some(&self.start));
            true
        })
    }

    fn elements(&self) -> Vec<Element> {
        let nodes = self.nodes().into_iter();
        nodes.filter_map(|node| node.dyn_into().ok()).collect()
    }
}

/// A piece as a view of Leptos. Attributes that a view spreads over its components have no effect.
macro_rules! is_view {
    ($piece:ty) => {
        impl Render for $piece {
            type State = Drawn;

            fn build(self) -> Drawn {
                Drawn::new(self.into())
            }

            /// Draws all of it again. What should stay belongs into [`live`](crate::live) places
            /// and the like.
            fn rebuild(self, state: &mut Drawn) {
                state.redraw(self.into());
            }
        }

        impl AddAnyAttr for $piece {
            type Output<SomeNewAttr: Attribute> = Self;

            fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
                self
            }
        }

        impl RenderHtml for $piece {
            type AsyncOutput = Self;
            type Owned = Self;

            const MIN_LENGTH: usize = 0;

            fn dry_resolve(&mut self) {}

            fn resolve(self) -> impl Future<Output = Self> + Send {
                std::future::ready(self)
            }

            fn to_html_with_buf(
                self,
                html: &mut String,
                position: &mut Position,
                _escape: bool,
                _mark_branches: bool,
                _extra_attrs: Vec<AnyAttribute>,
            ) {
                between_marks(html, |html| Markup::from(self).write(html, false));
                *position = Position::NextChild;
            }

            fn hydrate<const FROM_SERVER: bool>(
                self,
                cursor: &hydration::Cursor,
                position: &PositionState,
            ) -> Drawn {
                Drawn::taken_over(self.into(), cursor, position)
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    };
}

is_view!(Markup);
is_view!(El);
