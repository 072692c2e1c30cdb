//! Puts markup into the document, and removes it again.

use std::slice;

use leptos::{
    prelude::Owner,
    tachys::renderer::{Rndr, types::Element},
};

use super::{Markup, cursor::fragment, fitting::wanted};

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
    owner.with(|| markup.draw(&cursor));
    root.set_text_content(None);
    Rndr::insert_node(&root, &cursor.parent(), None);
    Mounted {
        owner: Some(owner),
        root,
    }
}

/// Takes over an element whose content was prerendered from the same markup. No node is replaced if
/// the page is as it was written.
///
/// Other programs may have changed it: extensions, translators, minifiers. Of each element, and of
/// each place that changes, the elements and comments directly in it are compared with the markup:
/// tags, classes, ids and `data-` attributes that never change, and that the comments around places
/// stand where they must.
///
/// - Texts are not compared, and neither are other attributes that never change. They stay as they
///   are until their place is drawn again. Those that follow signals are set at once.
/// - Additional classes, blanks, comments and elements that this part of the page does not have are
///   left where they are.
/// - An element that is gone, and has an id, is drawn anew.
/// - If anything else differs, the content of this element or place is removed and drawn anew. What
///   is around it stays.
///
/// There is no error, and debug and release builds do the same.
pub fn take_over(root: Element, draw: impl FnOnce() -> Markup) -> Mounted {
    let owner = Owner::new();
    let markup = owner.with(draw);
    let pieces = slice::from_ref(&markup);
    let cursor = fragment().inside(&root, true, &wanted(pieces));
    owner.with(|| markup.draw(&cursor));
    let owner = Some(owner);
    Mounted { owner, root }
}
