//! Turns markup into elements of the document: builds them, or takes over prerendered HTML.
//!
//! Nothing here keeps a copy of the tree. A place that changes stands between two comments. When
//! it is drawn again, its reactive owner first removes effects and listeners, then the old nodes.

use std::{borrow::Cow, slice};

use leptos::{
    prelude::{Owner, on_cleanup, queue_microtask},
    tachys::renderer::{Rndr, dom::Node, types::Element},
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{self, HtmlInputElement},
};

use super::{
    Draw, El, Kind, Markup,
    cursor::{Cursor, clear, insert},
    element::{ElementParts, MarkedText, Value},
    fitting::wanted,
    numbered::draw_numbered,
    rows::draw_rows,
    together::draw_together,
    upkeep::{Upkeep, Work},
};

impl Markup {
    pub(super) fn draw(self, cursor: &Cursor) {
        match self.0 {
            Kind::Text(text) => cursor.text(&text),
            Kind::Element(element) => drop(element.draw(cursor)),
            Kind::Group(pieces) => pieces.into_iter().for_each(|piece| piece.draw(cursor)),
            // An effect of its own, also in an element that is kept up to date together: it is drawn
            // again only when something in it changes.
            Kind::Live(draw) => Upkeep::default().follow(draw_place(draw, cursor)),
            Kind::Switch(draw) => cursor.follow(draw_place(draw, cursor)),
            Kind::Rows(rows) => draw_rows(rows, cursor),
            Kind::Numbered(rows) => draw_numbered(*rows, cursor),
            Kind::View(view) => view.draw(cursor),
        }
    }
}

impl El {
    pub(super) fn draw(mut self, cursor: &Cursor) -> Element {
        let (element, was_there) = cursor.element(self.tag(cursor.is_in_link()));
        match self.0.before.take() {
            Some(before) => draw_together(self, before, cursor, &element, was_there),
            None => self.fill(cursor, &element, was_there),
        }
        element
    }

    /// Draws everything about the element but itself.
    pub(super) fn fill(mut self, cursor: &Cursor, element: &Element, was_there: bool) {
        if self.tag(cursor.is_in_link()) != self.0.tag {
            self.be_text();
        }
        let ElementParts {
            tag,
            attributes,
            listeners,
            text,
            value,
            place,
            before: _,
            children,
        } = *self.0;
        for (name, value) in attributes {
            match value {
                Value::Fixed(value) if !was_there => Rndr::set_attribute(element, name, &value),
                Value::Fixed(_) => {}
                Value::Live(value) => {
                    let shown = was_there.then(|| element.get_attribute(name).map(Cow::Owned));
                    let element = element.clone();
                    let write = move |_: &_, value: &Option<Cow<'static, str>>| match value {
                        Some(value) => Rndr::set_attribute(&element, name, value),
                        None => Rndr::remove_attribute(&element, name),
                    };
                    cursor.follow(keep(shown.unwrap_or_default(), value, write));
                }
            }
        }
        for (name, listener) in listeners {
            let mut listener = listener;
            let listener = Box::new(move |event: JsValue| listener(event.unchecked_into()));
            let listening = Rndr::add_event_listener(element, name, listener);
            on_cleanup(move || drop(listening));
        }
        if let Some(place) = place {
            place.set(element.clone());
        }
        if let Some(text) = text {
            let shown = was_there.then(|| element.text_content()).flatten();
            let shown = MarkedText {
                text: shown.unwrap_or_default(),
                marks: Vec::new(),
            };
            let element = element.clone();
            let write = move |shown: &_, text: &MarkedText| write_text(&element, shown, text);
            cursor.follow(keep(shown, text, write));
        } else {
            let inside = cursor.inside(element, was_there, &wanted(&children));
            for child in children {
                child.draw(&inside);
            }
        }
        if let Some(value) = value {
            let element = element.clone();
            // Text that the reader typed before the page was taken over is not overwritten, but
            // used.
            let mut is_kept = was_there;
            if was_there && tag == "input" {
                take_in_typed_text(element.clone());
            }
            cursor.follow(Box::new(move || {
                let value = value();
                // Menus have a `value`, like fields.
                let field: &HtmlInputElement = element.unchecked_ref();
                if !std::mem::take(&mut is_kept) && field.value() != value {
                    field.set_value(&value);
                }
            }));
        }
    }
}

/// Replaces the text content of an element.
///
/// Existing text nodes and marks are used again, because new nodes are slower than new words.
fn write_text(element: &Element, shown: &MarkedText, text: &MarkedText) {
    let mut next = element.first_child();
    let mut before = shown.pieces();
    for (piece, is_marked) in text.pieces().zip([false, true].into_iter().cycle()) {
        let is_shown = before.next() == Some(piece);
        let is_text = |node: &Node| node.node_type() == Node::TEXT_NODE;
        if let Some(node) = next.take_if(|node| is_text(node) != is_marked) {
            next = Rndr::next_sibling(&node);
            // The text within a mark is changed, the mark is not.
            let text = if is_marked {
                Rndr::first_child(&node)
            } else {
                Some(node)
            };
            if let (false, Some(text)) = (is_shown, text) {
                text.set_node_value(Some(piece));
            }
            continue;
        }
        remove_from(next.take());
        let text = Rndr::create_text_node(piece);
        if is_marked {
            let mark = Rndr::create_element("mark", None);
            let _ = mark.append_child(&text);
            let _ = element.append_child(&mark);
        } else {
            let _ = element.append_child(&text);
        }
    }
    remove_from(next);
}

/// Removes a node and those after it.
fn remove_from(mut node: Option<Node>) {
    while let Some(gone) = node {
        node = Rndr::next_sibling(&gone);
        Rndr::remove(&gone);
    }
}

/// Writes a value whenever it differs from the shown one.
fn keep<T: PartialEq + 'static>(
    mut shown: T,
    value: impl Fn() -> T + 'static,
    write: impl Fn(&T, &T) + 'static,
) -> Work {
    Box::new(move || {
        let value = value();
        if shown != value {
            write(&shown, &value);
            shown = value;
        }
    })
}

/// Tells a field's listeners what it already contains, once the page is taken over.
fn take_in_typed_text(field: Element) {
    queue_microtask(move || {
        let is_empty = field.unchecked_ref::<HtmlInputElement>().value().is_empty();
        if let (false, Ok(event)) = (is_empty, web_sys::Event::new("input")) {
            let _ = field.dispatch_event(&event);
        }
    });
}

/// Draws a place, and again each time.
fn draw_place(mut draw: Draw, cursor: &Cursor) -> Work {
    let (start, end) = cursor.place();
    // Not the effect's own owner: that one is cleaned up before each run, also before those that
    // leave the piece as it is.
    let owner = Owner::new();
    // A place that changes as a whole has effects of its own inside.
    let inner = cursor.kept_up_by(Upkeep::default());
    let mut is_first = true;
    Box::new(move || {
        let Some(content) = draw(&owner) else {
            return;
        };
        if std::mem::take(&mut is_first) {
            let pieces = slice::from_ref(&content);
            let cursor = inner.between((&start, &end), &wanted(pieces));
            owner.with(|| content.draw(&cursor));
        } else {
            clear(&start, &end);
            let cursor = inner.fragment();
            owner.with(|| content.draw(&cursor));
            insert(&cursor.parent(), &end);
        }
    })
}
