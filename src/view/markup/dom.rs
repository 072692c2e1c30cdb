//! Markup as elements of the document: built, or taken over from prerendered HTML.
//!
//! Nothing here keeps a copy of the tree. A place that changes stands between two comments;
//! what it drew before goes with its reactive owner: effects and listeners first, then the nodes.

use std::rc::Rc;

use leptos::{
    prelude::{Owner, on_cleanup, queue_microtask},
    reactive::effect::RenderEffect,
    tachys::renderer::{Rndr, types::Element},
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{self, HtmlInputElement},
};

use super::{
    Draw, El, Kind, Markup,
    cursor::{Cursor, Differs, FirstTime, START, clear, fragment, insert},
    element::{Parts, Value},
    rows::draw_rows,
};

impl Markup {
    pub(super) fn draw(self, cursor: &Cursor) -> Result<(), Differs> {
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
    pub(super) fn draw(self, cursor: &Cursor) -> Result<Element, Differs> {
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
            // What the reader typed before the page was taken over is not overwritten, but taken in.
            let mut is_kept = is_adopting;
            if is_adopting && tag == "input" {
                take_in_typed_text(element.clone());
            }
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

/// Tells the listeners of a field what stands in it already, once the page is taken over.
fn take_in_typed_text(field: Element) {
    queue_microtask(move || {
        let is_empty = field.unchecked_ref::<HtmlInputElement>().value().is_empty();
        if let (false, Ok(event)) = (is_empty, web_sys::Event::new("input")) {
            let _ = field.dispatch_event(&event);
        }
    });
}

/// Runs now, and again whenever a signal that was read changes, until the owner is cleaned up.
pub fn follow(work: impl FnMut() + 'static) {
    follow_boxed(Box::new(work));
}

/// Not generic: an effect's code stands in the program once and not for each kind of work.
fn follow_boxed(mut work: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| work());
    on_cleanup(move || drop(effect));
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
