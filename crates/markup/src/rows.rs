//! Lists whose rows are added, removed and moved. Each row has a key.

use std::rc::Rc;

use leptos::{
    prelude::{Owner, untrack},
    tachys::renderer::{Rndr, dom::Node, types::Element},
};

use super::{
    El,
    cursor::{Cursor, Differs, FirstTime, START, fragment, insert},
    place::{focus_first, has_focus_within},
};

/// A list that is being built.
pub(super) struct Rows {
    pub(super) keys: Box<dyn Fn() -> Vec<String> + Send>,
    pub(super) draw: Box<dyn Fn(&str) -> El + Send>,
}

/// A row in the document, with its owner in the reactive graph.
struct Row {
    key: String,
    element: Element,
    owner: Owner,
}

pub(super) fn draw_rows(rows: Rows, cursor: &Cursor) -> Result<(), Differs> {
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
    cursor.follow(Box::new(move || {
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
    }));
    outcome.get()
}

struct List {
    draw: Box<dyn Fn(&str) -> El + Send>,
    owner: Owner,
    shown: Vec<Row>,
    /// Owners of removed rows. They are used again, because a parent owner never forgets its
    /// children.
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
            // Rows mostly keep their order, so the wanted one is near the last one.
            let places = (next..before.len()).chain(0..next);
            let is_it = |at: &usize| before[*at].as_ref().is_some_and(|row| row.key == key);
            let found = places.into_iter().find(is_it);
            next = found.map_or(next, |at| at + 1);
            (found.and_then(|at| before[at].take()), key)
        });
        let kept: Vec<_> = kept.collect();
        let mut loses_focus = false;
        let around = start.parent_element();
        let has_any = around.is_some_and(|around| has_focus_within(&around));
        for row in before.into_iter().flatten() {
            loses_focus |= has_any && has_focus_within(&row.element);
            row.owner.cleanup();
            row.element.remove();
            self.spare.push(row.owner);
        }
        let mut at = Rndr::next_sibling(start);
        for (row, key) in kept {
            let Some(row) = row.or_else(|| self.draw(key, &fragment()).ok()) else {
                continue;
            };
            // From front to back, so that a row in the right place is not touched.
            if at.as_ref() == Some(row.element.as_ref()) {
                at = Rndr::next_sibling(&row.element);
            } else {
                insert(&row.element, at.as_ref().unwrap_or(end));
            }
            self.shown.push(row);
        }
        // If the focus was in a removed row, it moves to the row in its place.
        let first = self.shown.first().filter(|_| loses_focus);
        if let Some(first) = first {
            focus_first(&first.element);
        }
    }
}
