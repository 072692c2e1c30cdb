//! An element in which one effect keeps everything up to date.

use leptos::{prelude::Owner, tachys::renderer::types::Element};

use super::{El, cursor::Cursor, upkeep::Upkeep};

/// Draws what is in an element. One effect keeps everything up to date, each time after `before`.
pub(super) fn draw_together(
    content: El,
    mut before: Box<dyn FnMut() -> bool + Send>,
    cursor: &Cursor,
    element: &Element,
    was_there: bool,
) {
    // Not the effect's own owner, which is cleaned up before each run.
    let owner = Owner::new();
    let upkeep = Upkeep::together();
    let inner = cursor.kept_up_by(upkeep.clone());
    let mut first = Some((content, inner, element.clone()));
    cursor.follow(Box::new(move || {
        let is_needed = before();
        match first.take() {
            Some((content, cursor, element)) => {
                owner.with(|| content.fill(&cursor, &element, was_there));
            }
            None if is_needed => upkeep.run(),
            None => {}
        }
    }));
}
