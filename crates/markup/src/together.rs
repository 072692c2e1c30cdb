//! An element in which one effect keeps everything up to date.

use std::{cell::Cell, rc::Rc};

use leptos::{prelude::Owner, tachys::renderer::types::Element};

use super::{
    El,
    cursor::{Cursor, Differs},
    upkeep::Upkeep,
};

/// Draws an element in which one effect keeps everything up to date, each time after `before`.
pub(super) fn draw_together(
    element: El,
    mut before: Box<dyn FnMut() -> bool + Send>,
    cursor: &Cursor,
) -> Result<Element, Differs> {
    // Not the effect's own owner, which is cleaned up before each run.
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
