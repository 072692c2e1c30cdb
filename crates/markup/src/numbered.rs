//! Lists whose rows stay in place while their content changes.

use leptos::{
    prelude::{Owner, untrack},
    tachys::renderer::{dom::Node, types::Element},
};

use super::{
    El,
    cursor::{Cursor, insert},
    element_ref::{focus_first, has_focus_within},
    fitting::Wanted,
    upkeep::Upkeep,
};

/// A list that is being built.
pub(super) struct Numbered {
    pub(super) count: Box<dyn Fn() -> usize + Send>,
    pub(super) draw: Box<dyn Fn(usize) -> El + Send>,
}

pub(super) fn draw_numbered(rows: Numbered, cursor: &Cursor) {
    let Numbered { count, draw } = rows;
    let (start, end) = cursor.place();
    let mut list = List {
        draw,
        owner: Owner::new(),
        upkeep: Upkeep::together(),
        drawn: Vec::new(),
        shown: 0,
    };
    let inner = cursor.kept_up_by(list.upkeep.clone());
    let mut is_first = true;
    cursor.follow(Box::new(move || {
        let count = count();
        if std::mem::take(&mut is_first) {
            let rows: Vec<_> = (0..count).map(|at| list.row(at)).collect();
            let wanted: Vec<Wanted<'_>> = rows.iter().map(Some).collect();
            let cursor = inner.between((&start, &end), &wanted);
            for row in rows {
                list.add(row, &cursor);
            }
            list.shown = count;
        } else {
            list.upkeep.run();
            list.update(count, &end, &inner);
        }
    }));
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
    fn row(&self, at: usize) -> El {
        self.owner.with(|| untrack(|| (self.draw)(at)))
    }

    fn add(&mut self, row: El, cursor: &Cursor) {
        let row = self.owner.with(|| untrack(|| row.draw(cursor)));
        self.drawn.push(row);
    }

    fn update(&mut self, count: usize, end: &Node, cursor: &Cursor) {
        let mut loses_focus = false;
        for row in self.drawn.iter().take(self.shown).skip(count) {
            loses_focus |= has_focus_within(row);
            row.remove();
        }
        for at in self.shown..count {
            if at == self.drawn.len() {
                self.add(self.row(at), &cursor.fragment());
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
