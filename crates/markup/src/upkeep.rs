//! Keeps the page up to date: with one effect for each place that changes, or one for many.

use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::on_cleanup, reactive::effect::RenderEffect};

/// Brings something up to date.
pub(super) type Work = Box<dyn FnMut()>;

/// Runs work now, and again whenever a signal that it read changes, until the owner is cleaned up.
pub fn follow(work: impl FnMut() + 'static) {
    follow_boxed(Box::new(work));
}

/// Not generic, so that the code of an effect is in the program only once.
fn follow_boxed(mut work: Work) {
    let effect = RenderEffect::new(move |_| work());
    on_cleanup(move || drop(effect));
}

/// Runs one effect for many small updates, or one each.
#[derive(Clone, Default)]
pub(super) struct Upkeep(Option<Rc<RefCell<Vec<Work>>>>);

impl Upkeep {
    /// For many updates. The owner calls [`Self::run`] in an effect of its own.
    pub(super) fn together() -> Self {
        Self(Some(Rc::default()))
    }

    /// Runs all updates, if there is one effect for them.
    pub(super) fn run(&self) {
        if let Some(all) = &self.0 {
            all.borrow_mut().iter_mut().for_each(|work| work());
        }
    }

    /// Like [`follow`], but possibly together with other updates.
    pub(super) fn follow(&self, mut work: Work) {
        match &self.0 {
            // Directly in the effect that has them all.
            Some(all) => {
                work();
                all.borrow_mut().push(work);
            }
            None => follow_boxed(work),
        }
    }
}
