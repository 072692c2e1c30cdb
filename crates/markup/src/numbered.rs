//! Lists whose rows stay in place while their content changes.

use std::rc::Rc;

use leptos::{
    prelude::{Owner, untrack},
    tachys::renderer::{dom::Node, types::Element},
};

use super::{
    El,
    cursor::{Cursor, Differs, FirstTime, START, fragment, insert},
    element_ref::{focus_first, has_focus_within},
    upkeep::Upkeep,
};

/// A list that is being built.
pub(super) struct Numbered {
    pub(super) count: Box<dyn Fn() -> usize + Send>,
    pub(super) draw: Box<dyn Fn(usize) -> El + Send>,
}

pub(super) fn draw_numbered(rows: Numbered, cursor: &Cursor) -> Result<(), Differs> {
    let Numbered { count, draw } = rows;
    cursor.mark(START)?;
    let mut list = List {
        draw,
        owner: Owner::new(),
        upkeep: Upkeep::together(),
        drawn: Vec::new(),
        shown: 0,
    };
    let first = FirstTime::new(cursor);
    let outcome = Rc::clone(&first.outcome);
    let (mut first, mut end) = (Some(first), None);
    cursor.follow(Box::new(move || {
        let count = count();
        if let Some(first) = first.take() {
            end = first.draw(|cursor| (0..count).try_for_each(|_| list.draw_next(cursor)));
            list.shown = count;
        } else if let Some(end) = &end {
            list.upkeep.run();
            list.update(count, end);
        }
    }));
    outcome.get()
}

struct List {
    draw: Box<dyn Fn(usize) -> El + Send>,
    owner: Owner,
    /// One effect for all rows, because many effects are slow.
    upkeep: Upkeep,
    /// All rows that have been drawn so far.
    drawn: Vec<Element>,
    /// How many of them are in the document, counted from the first.
    shown: usize,
}

impl List {
    fn draw_next(&mut self, cursor: &Cursor) -> Result<(), Differs> {
        let at = self.drawn.len();
        let cursor = cursor.kept_up_by(self.upkeep.clone());
        let row = self
            .owner
            .with(|| untrack(|| (self.draw)(at)).draw(&cursor));
        self.drawn.push(row?);
        Ok(())
    }

    fn update(&mut self, count: usize, end: &Node) {
        let mut loses_focus = false;
        for row in self.drawn.iter().take(self.shown).skip(count) {
            loses_focus |= has_focus_within(row);
            row.remove();
        }
        for at in self.shown..count {
            if at == self.drawn.len() && self.draw_next(&fragment()).is_err() {
                break;
            }
            if let Some(row) = self.drawn.get(at) {
                insert(row, end);
            }
        }
        self.shown = count;
        // If the focus was in a removed row, it moves to the last row that is left.
        let last = count.checked_sub(1).and_then(|at| self.drawn.get(at));
        if let Some(last) = last.filter(|_| loses_focus) {
            focus_first(last);
        }
    }
}
