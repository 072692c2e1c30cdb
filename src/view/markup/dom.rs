//! Markup as elements of the document: built, or taken over from prerendered HTML.
//!
//! Nothing here keeps a copy of the tree. A place that changes stands between two comments;
//! what it drew before goes with its reactive owner: effects and listeners first, then the nodes.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{
    prelude::{Owner, document, on_cleanup, untrack},
    reactive::effect::RenderEffect,
    tachys::renderer::{Rndr, dom::Node, types::Element},
    wasm_bindgen::{JsCast, JsValue},
};

use super::{Draw, El, Kind, Markup, Parts, Rows, Value};

/// The comment before a place that changes.
pub(super) const START: &str = "[";
/// The comment after it.
pub(super) const END: &str = "]";

const SVG: &str = "http://www.w3.org/2000/svg";

/// Drawn markup. Dropping it takes the elements, listeners and effects away.
#[must_use = "dropping it unmounts the page"]
pub struct Mounted {
    owner: Option<Owner>,
    root: Element,
}

impl Mounted {
    /// Leaves the page in place for as long as the document lives.
    pub fn forget(mut self) {
        std::mem::forget(self.owner.take());
    }
}

impl Mounted {
    /// Runs with what belongs to the page in the reactive graph.
    pub fn with<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        self.owner.as_ref().map(|owner| owner.with(work))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(owner) = self.owner.take() {
            owner.cleanup();
            self.root.set_text_content(None);
        }
    }
}

/// Draws markup in place of what an element contains.
pub fn mount(root: Element, draw: impl FnOnce() -> Markup) -> Mounted {
    let owner = Owner::new();
    let cursor = fragment();
    let drawn = owner.with(|| draw().draw(&cursor));
    debug_assert!(drawn.is_ok(), "building finds nothing to differ from");
    root.set_text_content(None);
    Rndr::insert_node(&root, &cursor.parent(), None);
    Mounted {
        owner: Some(owner),
        root,
    }
}

/// Takes over an element whose content was prerendered from the same markup: no node is replaced.
///
/// Should the content be another after all, it is drawn afresh.
pub fn take_over(root: Element, draw: impl Fn() -> Markup) -> Mounted {
    let owner = Owner::new();
    let cursor = Cursor::adopting(root.clone().into());
    if owner.with(|| draw().draw(&cursor)).is_ok() {
        let owner = Some(owner);
        return Mounted { owner, root };
    }
    owner.cleanup();
    mount(root, draw)
}

/// Prerendered HTML is not what the markup would draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Differs;

/// Where the walk through the markup stands in the document.
#[derive(Clone)]
struct Cursor(Rc<RefCell<Walk>>);

struct Walk {
    parent: Node,
    /// When taking over: the next node that nothing in the markup was matched with.
    next: Option<Node>,
    is_adopting: bool,
}

impl Cursor {
    fn building(parent: Node) -> Self {
        let (next, is_adopting) = (None, false);
        Self(Rc::new(RefCell::new(Walk {
            parent,
            next,
            is_adopting,
        })))
    }

    fn adopting(parent: Node) -> Self {
        let (next, is_adopting) = (Rndr::first_child(&parent), true);
        Self(Rc::new(RefCell::new(Walk {
            parent,
            next,
            is_adopting,
        })))
    }

    fn parent(&self) -> Node {
        self.0.borrow().parent.clone()
    }

    fn is_adopting(&self) -> bool {
        self.0.borrow().is_adopting
    }

    fn append(&self, node: &Node) {
        let _ = self.0.borrow().parent.append_child(node);
    }

    fn text(&self, text: &str) {
        // HTML makes one node of adjacent texts: when taking over they are skipped as one.
        if !self.is_adopting() {
            self.append(&Rndr::create_text_node(text));
        }
    }

    /// The next node that is no text.
    fn take(&self) -> Option<Node> {
        let mut walk = self.0.borrow_mut();
        let mut node = walk.next.take()?;
        if node.node_type() == Node::TEXT_NODE {
            node = Rndr::next_sibling(&node)?;
        }
        walk.next = Rndr::next_sibling(&node);
        Some(node)
    }

    fn element(&self, tag: &'static str) -> Result<Element, Differs> {
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

    fn mark(&self, mark: &str) -> Result<Node, Differs> {
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

impl Markup {
    fn draw(self, cursor: &Cursor) -> Result<(), Differs> {
        match self.0 {
            Kind::Text(text) => cursor.text(&text),
            Kind::Element(element) => drop(element.draw(cursor)?),
            Kind::Group(pieces) => {
                for piece in pieces {
                    piece.draw(cursor)?;
                }
            }
            Kind::Live(draw) => draw_live(draw, cursor)?,
            Kind::Rows(rows) => draw_rows(*rows, cursor)?,
        }
        Ok(())
    }
}

impl El {
    fn draw(self, cursor: &Cursor) -> Result<Element, Differs> {
        let Parts {
            tag,
            attributes,
            listeners,
            text,
            value,
            place,
            children,
        } = *self.0;
        let element = cursor.element(tag)?;
        let is_adopting = cursor.is_adopting();
        for (name, value) in attributes {
            match value {
                Value::Fixed(value) if !is_adopting => Rndr::set_attribute(&element, name, &value),
                Value::Fixed(_) => {}
                Value::Live(value) => {
                    let element = element.clone();
                    follow(move || match value() {
                        Some(value) if element.get_attribute(name).as_deref() != Some(&value) => {
                            Rndr::set_attribute(&element, name, &value);
                        }
                        Some(_) => {}
                        None => Rndr::remove_attribute(&element, name),
                    });
                }
            }
        }
        for (name, listener) in listeners {
            let mut listener = listener;
            let listener = Box::new(move |event: JsValue| listener(event.unchecked_into()));
            let listening = Rndr::add_event_listener(&element, name, listener);
            on_cleanup(move || drop(listening));
        }
        if let Some(place) = place {
            place.set(element.clone());
        }
        let inside = if is_adopting {
            Cursor::adopting(element.clone().into())
        } else {
            Cursor::building(element.clone().into())
        };
        for child in children {
            child.draw(&inside)?;
        }
        if let Some(text) = text {
            let element = element.clone();
            follow(move || {
                let text = text();
                if element.text_content().as_deref() != Some(&text) {
                    element.set_text_content(Some(&text));
                }
            });
        }
        if let Some(value) = value {
            let element = element.clone();
            // What the reader typed before the page was taken over is not overwritten.
            let mut is_kept = is_adopting;
            follow(move || {
                let value = value();
                if !std::mem::take(&mut is_kept) {
                    Rndr::set_property(&element, "value", &value.into());
                }
            });
        }
        Ok(element)
    }
}

/// Runs now, and again whenever a signal that was read changes, until the owner is cleaned up.
pub fn follow(work: impl FnMut() + 'static) {
    let mut work: Box<dyn FnMut()> = Box::new(work);
    let effect = RenderEffect::new(move |_| work());
    on_cleanup(move || drop(effect));
}

/// The first drawing of a changing place, which the walk through the markup waits for.
#[derive(Clone)]
struct FirstTime {
    cursor: Cursor,
    outcome: Rc<Cell<Result<(), Differs>>>,
}

impl FirstTime {
    fn new(cursor: &Cursor) -> Self {
        let (cursor, outcome) = (cursor.clone(), Rc::new(Cell::new(Ok(()))));
        Self { cursor, outcome }
    }

    /// Draws, and gives the mark behind the place.
    fn draw(&self, draw: impl FnOnce(&Cursor) -> Result<(), Differs>) -> Option<Node> {
        let end = draw(&self.cursor).and_then(|()| self.cursor.mark(END));
        self.outcome
            .set(end.as_ref().map(|_| ()).map_err(|differs| *differs));
        end.ok()
    }
}

fn draw_live(mut draw: Draw, cursor: &Cursor) -> Result<(), Differs> {
    let start = cursor.mark(START)?;
    // Not the effect's own owner: that one is cleaned up before each run, also before those that
    // leave the piece as it is.
    let owner = Owner::new();
    let first = FirstTime::new(cursor);
    let outcome = Rc::clone(&first.outcome);
    let (mut first, mut end) = (Some(first), None);
    follow(move || {
        let Some(content) = draw(&owner) else {
            return;
        };
        if let Some(first) = first.take() {
            end = first.draw(|cursor| owner.with(|| content.draw(cursor)));
        } else if let Some(end) = &end {
            clear(&start, end);
            let cursor = fragment();
            let _ = owner.with(|| content.draw(&cursor));
            insert(&cursor.parent(), end);
        }
    });
    outcome.get()
}

/// A place to build in, outside of the document.
fn fragment() -> Cursor {
    Cursor::building(document().create_document_fragment().into())
}

/// Removes what stands between two marks.
fn clear(start: &Node, end: &Node) {
    while let Some(node) = Rndr::next_sibling(start).filter(|node| node != end) {
        Rndr::remove(&node);
    }
}

fn insert(node: &Node, before: &Node) {
    if let Some(parent) = before.parent_node() {
        let _ = parent.insert_before(node, Some(before));
    }
}

/// A row that stands in the document, with what belongs to it in the reactive graph.
struct Row {
    key: String,
    element: Element,
    owner: Owner,
}

fn draw_rows(rows: Rows, cursor: &Cursor) -> Result<(), Differs> {
    let Rows { keys, draw } = rows;
    let start = cursor.mark(START)?;
    let mut list = List {
        draw,
        owner: Owner::new(),
        shown: Vec::new(),
        spare: Vec::new(),
    };
    let first = FirstTime::new(cursor);
    let outcome = Rc::clone(&first.outcome);
    let (mut first, mut end) = (Some(first), None);
    follow(move || {
        let keys = keys();
        if let Some(first) = first.take() {
            end = first.draw(|cursor| {
                keys.into_iter().try_for_each(|key| {
                    let row = list.draw(key, cursor)?;
                    list.shown.push(row);
                    Ok(())
                })
            });
        } else if let Some(end) = &end {
            list.update(keys, &start, end);
        }
    });
    outcome.get()
}

struct List {
    draw: Box<dyn Fn(&str) -> El + Send>,
    owner: Owner,
    shown: Vec<Row>,
    /// Owners of rows that went: an owner remembers all its children, so they are used again.
    spare: Vec<Owner>,
}

impl List {
    fn draw(&mut self, key: String, cursor: &Cursor) -> Result<Row, Differs> {
        let owner = self.spare.pop().unwrap_or_else(|| self.owner.child());
        let element = owner.with(|| untrack(|| (self.draw)(&key)).draw(cursor))?;
        Ok(Row {
            key,
            element,
            owner,
        })
    }

    fn update(&mut self, keys: Vec<String>, start: &Node, end: &Node) {
        let mut before: Vec<_> = self.shown.drain(..).map(Some).collect();
        let mut next = 0;
        let kept = keys.into_iter().map(|key| {
            // Rows mostly keep their order: the one wanted is near where the last one was.
            let places = (next..before.len()).chain(0..next);
            let is_it = |at: &usize| before[*at].as_ref().is_some_and(|row| row.key == key);
            let found = places.into_iter().find(is_it);
            next = found.map_or(next, |at| at + 1);
            (found.and_then(|at| before[at].take()), key)
        });
        let kept: Vec<_> = kept.collect();
        for row in before.into_iter().flatten() {
            row.owner.cleanup();
            row.element.remove();
            self.spare.push(row.owner);
        }
        let mut at = Rndr::next_sibling(start);
        for (row, key) in kept {
            let Some(row) = row.or_else(|| self.draw(key, &fragment()).ok()) else {
                continue;
            };
            // Front to back: a row that stands in its place already is not touched.
            if at.as_ref() == Some(row.element.as_ref()) {
                at = Rndr::next_sibling(&row.element);
            } else {
                insert(&row.element, at.as_ref().unwrap_or(end));
            }
            self.shown.push(row);
        }
    }
}
