//! Puts markup into the document, and removes it again.

use leptos::{
    prelude::Owner,
    tachys::renderer::{Rndr, types::Element},
};

use super::{
    Markup,
    cursor::{Cursor, fragment},
};

/// Drawn markup. Dropping it removes the elements, listeners and effects.
#[must_use = "dropping it unmounts the page"]
pub struct Mounted {
    owner: Option<Owner>,
    root: Element,
}

impl Mounted {
    /// Leaves the page in place for as long as the document lives.
    pub fn forget(mut self) {
        std::mem::forget(self.owner.take());
    }
}

impl Mounted {
    /// Runs a function under the page's owner in the reactive graph.
    pub fn with<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        self.owner.as_ref().map(|owner| owner.with(work))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(owner) = self.owner.take() {
            owner.cleanup();
            self.root.set_text_content(None);
        }
    }
}

/// Draws markup in place of an element's content.
pub fn mount(root: Element, draw: impl FnOnce() -> Markup) -> Mounted {
    let owner = Owner::new();
    let markup = owner.with(draw);
    build(root, owner, markup)
}

fn build(root: Element, owner: Owner, markup: Markup) -> Mounted {
    let cursor = fragment();
    let drawn = owner.with(|| markup.draw(&cursor));
    debug_assert!(drawn.is_ok(), "building finds nothing to differ from");
    root.set_text_content(None);
    Rndr::insert_node(&root, &cursor.parent(), None);
    Mounted {
        owner: Some(owner),
        root,
    }
}

/// Takes over an element whose content was prerendered from the same markup: no node is replaced.
///
/// If the content does not match, the markup is drawn again.
pub fn take_over(root: Element, draw: impl Fn() -> Markup) -> Mounted {
    let owner = Owner::new();
    let cursor = Cursor::adopting(root.clone().into());
    let markup = owner.with(&draw);
    if owner.with(|| markup.draw(&cursor)).is_ok() {
        let owner = Some(owner);
        return Mounted { owner, root };
    }
    owner.cleanup();
    mount(root, draw)
}
