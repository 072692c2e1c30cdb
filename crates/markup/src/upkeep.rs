//! What keeps the page up to date: an effect for each thing that changes, or one for many.

use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::on_cleanup, reactive::effect::RenderEffect};

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
