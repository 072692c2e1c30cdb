//! What keeps the page up to date: an effect for each thing that changes, or one for many.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{
    prelude::{Owner, on_cleanup},
    reactive::effect::RenderEffect,
    tachys::renderer::types::Element,
};

use super::{
    El,
    cursor::{Cursor, Differs},
};

/// Brings something up to date.
pub(super) type Work = Box<dyn FnMut()>;

/// Runs now, and again whenever a signal that was read changes, until the owner is cleaned up.
pub fn follow(work: impl FnMut() + 'static) {
    follow_boxed(Box::new(work));
}

/// Not generic: an effect's code stands in the program once and not for each kind of work.
fn follow_boxed(mut work: Work) {
    let effect = RenderEffect::new(move |_| work());
    on_cleanup(move || drop(effect));
}

/// Runs one effect for each work, or one for many.
#[derive(Clone, Default)]
pub(super) struct Upkeep(Option<Rc<RefCell<Vec<Work>>>>);

impl Upkeep {
    /// For many works, whose owner calls [`Self::run`] in an effect of its own.
    pub(super) fn together() -> Self {
        Self(Some(Rc::default()))
    }

    /// Does all works, if they are together.
    pub(super) fn run(&self) {
        if let Some(all) = &self.0 {
            all.borrow_mut().iter_mut().for_each(|work| work());
        }
    }

    /// The same as [`follow`], at most together with others.
    pub(super) fn follow(&self, mut work: Work) {
        match &self.0 {
            // Right within the effect that has them all.
            Some(all) => {
                work();
                all.borrow_mut().push(work);
            }
            None => follow_boxed(work),
        }
    }
}

/// Draws an element so that one effect keeps all in it up to date, each time after `before`.
pub(super) fn draw_together(
    element: El,
    mut before: Box<dyn FnMut() -> bool + Send>,
    cursor: &Cursor,
) -> Result<Element, Differs> {
    // Not the effect's own, which is cleaned up before each run.
    let owner = Owner::new();
    let upkeep = Upkeep::together();
    let inner = cursor.kept_up_by(upkeep.clone());
    let drawn = Rc::new(Cell::new(Err(Differs)));
    let (outcome, mut first) = (Rc::clone(&drawn), Some((element, inner)));
    cursor.follow(Box::new(move || {
        let is_needed = before();
        match first.take() {
            Some((element, cursor)) => outcome.set(owner.with(|| element.draw(&cursor))),
            None if is_needed => upkeep.run(),
            None => {}
        }
    }));
    drawn.replace(Err(Differs))
}
