//! Lists whose rows are added, removed and moved. Each row has a key.

use leptos::{
    prelude::{Owner, untrack},
    tachys::renderer::{Rndr, dom::Node, types::Element},
};

use super::{
    El,
    cursor::{Cursor, insert},
    element_ref::{focus_first, has_focus_within},
    fitting::Wanted,
    upkeep::Upkeep,
};

/// A list that is being described: its keys, then and now, and how a row is drawn. Boxed, so that
/// all that follows stands in the program once and not for each type of key.
pub(super) trait Keyed: Send {
    /// Reads the keys anew, and returns how many there are.
    fn renew(&mut self) -> usize;
    /// Whether a key before the last [`renew`](Self::renew) is one after it, each by its place.
    fn is_same(&self, before: usize, now: usize) -> bool;
    /// Draws the row of a key, by its place.
    fn draw(&self, now: usize) -> El;
}

/// The keys of one type, with the functions that read and draw them.
pub(super) struct Rows<K, Read, Draw> {
    pub(super) before: Vec<K>,
    pub(super) now: Vec<K>,
    pub(super) read: Read,
    pub(super) draw: Draw,
}

impl<K, Read, Draw> Keyed for Rows<K, Read, Draw>
where
    K: PartialEq + Send,
    Read: Fn() -> Vec<K> + Send,
    Draw: Fn(&K) -> El + Send,
{
    fn renew(&mut self) -> usize {
        self.before = std::mem::replace(&mut self.now, (self.read)());
        self.now.len()
    }

    fn is_same(&self, before: usize, now: usize) -> bool {
        self.before[before] == self.now[now]
    }

    fn draw(&self, now: usize) -> El {
        (self.draw)(&self.now[now])
    }
}

/// A row in the document, with its owner in the reactive graph.
struct Row {
    /// The place of its key.
    place: usize,
    element: Element,
    owner: Owner,
}

pub(super) fn draw_rows(mut keys: Box<dyn Keyed>, cursor: &Cursor) {
    let (start, end) = cursor.place();
    let mut list = List {
        owner: Owner::new(),
        shown: Vec::new(),
        spare: Vec::new(),
    };
    // Each row has effects of its own.
    let inner = cursor.kept_up_by(Upkeep::default());
    let mut is_first = true;
    cursor.follow(Box::new(move || {
        let count = keys.renew();
        if std::mem::take(&mut is_first) {
            let rows: Vec<_> = (0..count).map(|place| list.row(&*keys, place)).collect();
            let wanted: Vec<Wanted<'_>> = rows.iter().map(|(row, _)| Some(row)).collect();
            let cursor = inner.between((&start, &end), &wanted);
            for (place, row) in rows.into_iter().enumerate() {
                list.shown.push(draw_row(place, row, &cursor));
            }
        } else {
            list.update(&*keys, count, (&start, &end), &inner);
        }
    }));
}

fn draw_row(place: usize, (row, owner): (El, Owner), cursor: &Cursor) -> Row {
    let element = owner.with(|| untrack(|| row.draw(cursor)));
    Row {
        place,
        element,
        owner,
    }
}

struct List {
    owner: Owner,
    shown: Vec<Row>,
    /// Owners of removed rows. They are used again, because a parent owner never forgets its
    /// children.
    spare: Vec<Owner>,
}

impl List {
    fn row(&mut self, keys: &dyn Keyed, place: usize) -> (El, Owner) {
        let owner = self.spare.pop().unwrap_or_else(|| self.owner.child());
        (owner.with(|| untrack(|| keys.draw(place))), owner)
    }

    fn update(
        &mut self,
        keys: &dyn Keyed,
        count: usize,
        (start, end): (&Node, &Node),
        cursor: &Cursor,
    ) {
        let mut before: Vec<_> = self.shown.drain(..).map(Some).collect();
        let mut next = 0;
        let kept = (0..count).map(|place| {
            // Rows mostly keep their order: the one wanted is near where the last one was.
            let places = (next..before.len()).chain(0..next);
            let is_it = |at: &usize| {
                let row = before[*at].as_ref();
                row.is_some_and(|row| keys.is_same(row.place, place))
            };
            let found = places.into_iter().find(is_it);
            next = found.map_or(next, |at| at + 1);
            (found.and_then(|at| before[at].take()), place)
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
        for (row, place) in kept {
            let row = match row {
                Some(row) => Row { place, ..row },
                None => draw_row(place, self.row(keys, place), &cursor.fragment()),
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
