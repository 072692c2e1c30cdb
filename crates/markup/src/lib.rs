//! The view tree: elements, texts and places that change, on the signals of Leptos.
//!
//! A component is a function that returns [`Markup`] or [`El`]. Effects, memos and owners are those
//! of Leptos; only the tree itself is one plain type, instead of a type for each view as `view!`
//! makes them, and a [`Signal`] takes less code. The same walk that builds the tree in the browser
//! takes over prerendered HTML, and no `innerHTML` is ever used, so that a host may require Trusted
//! Types. Both ways are open: what `view!` returns is a [`Markup`], and [`Markup`] and [`El`] are
//! views of Leptos, so components of other crates can be used.
//!
//! Knows nothing of any page: selectors and names come from whoever calls.
//!
//! ```
//! use leptos::prelude::Owner;
//! use nachlese_markup::{Markup, Signal, el, live};
//!
//! // Signals belong to an owner; `mount` provides one in the browser.
//! let owner = Owner::new();
//! let html = owner.with(|| {
//!     let count = Signal::new(2);
//!     let line = el("p").class("count").child(live(move || format!("{} talks", count.get())));
//!     Markup::from(line).into_html()
//! });
//! assert_eq!(html, r#"<p class="count"><!--[-->2 talks<!--]--></p>"#);
//! ```
//!
//! # Why not `view!`
//!
//! Because readers would wait for it. Five components of the page were ported to `view!` on a branch,
//! as functions that return a view: the row of a talk found with its list (`For`), the filters, the
//! consent, the panel and the footer. These are 1,030 of the 6,052 lines of `src/view`. Everything
//! else stayed. Measured on 2026-11-30 with leptos 0.8.23 and the settings of the release. Sizes are
//! kB in brotli 11. Times are ms at 1,000 talks in Chromium, medians of two runs of 340 and 510 keys,
//! in which both took turns, on a machine with busy neighbours.
//!
//! | | program | its JavaScript | page busy per key | of it the search and its rows | Trusted Types |
//! |---|---|---|---|---|---|
//! | this crate | 246.5 | 8.4 | 46, 41 | 7.1, 5.8 | works |
//! | five components with `view!` | 279.8 | 8.7 | 39, 47 | 8.7, 9.6 | stops at the start |
//! | the same with `erase_components` | 284.8 | 8.7 | not measured | | stops at the start |
//!
//! - A sixth of the page takes 33 kB more, with `erase_components` 38 kB. The limit for going back to
//!   `view!` was 20 kB for the whole page. What this crate itself takes would go in the end; it was
//!   not deducted.
//! - For a reader who types there is no difference that could be told from chance. The program alone
//!   takes a little longer.
//! - `view!` writes elements that never change as `innerHTML` of a template (`InertElement` in
//!   tachys). With `require-trusted-types-for 'script'` the browser forbids that, and the program
//!   stops.
//! - The port does less: it moves no focus when a row goes, and a page that is taken over has these
//!   parts drawn anew.

mod address;
mod cursor;
mod dom;
mod element;
mod element_ref;
mod fitting;
mod html;
mod mount;
mod numbered;
mod rows;
mod signal;
mod together;
mod upkeep;
mod view;

use std::borrow::Cow;

use leptos::prelude::{Owner, untrack};

pub use self::{
    element::{El, IntoValue, MarkedText, el},
    element_ref::{
        ElementRef, attribute_around, focus_beside, focus_within, goes_elsewhere, is_typed,
    },
    mount::{Mounted, mount, take_over},
    signal::{Look, Signal},
    upkeep::follow,
    view::Drawn,
};
use self::{
    numbered::Numbered,
    rows::{Keyed, Rows},
    view::Foreign,
};

/// A piece of the page, drawn by [`mount()`] or written by [`Markup::into_html`].
#[must_use = "it is drawn as a part of the page only"]
pub struct Markup(Kind);

enum Kind {
    Text(Cow<'static, str>),
    Element(El),
    Group(Vec<Markup>),
    Live(Draw),
    Switch(Draw),
    Rows(Box<dyn Keyed>),
    Numbered(Box<Numbered>),
    View(Box<dyn Foreign>),
}

/// Draws a piece under the given owner, which is cleaned up first. `None` if the piece does not
/// change.
type Draw = Box<dyn FnMut(&Owner) -> Option<Markup> + Send>;

impl From<El> for Markup {
    fn from(element: El) -> Self {
        Self(Kind::Element(element))
    }
}

impl From<&'static str> for Markup {
    fn from(text: &'static str) -> Self {
        Self(Kind::Text(Cow::Borrowed(text)))
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Self {
        Self(Kind::Text(Cow::Owned(text)))
    }
}

impl<M: Into<Markup>> From<Option<M>> for Markup {
    fn from(piece: Option<M>) -> Self {
        piece.map_or_else(|| group([]), Into::into)
    }
}

impl<M: Into<Markup>> From<Vec<M>> for Markup {
    fn from(pieces: Vec<M>) -> Self {
        Self(Kind::Group(pieces.into_iter().map(Into::into).collect()))
    }
}

/// Puts pieces one after the other.
pub fn group<const N: usize>(pieces: [Markup; N]) -> Markup {
    Markup(Kind::Group(Vec::from(pieces)))
}

/// Draws a piece again whenever a signal that it read changes.
pub fn live<M: Into<Markup>>(draw: impl Fn() -> M + Send + 'static) -> Markup {
    Markup(Kind::Live(Box::new(move |owner| {
        Some(drawn(owner, &mut || draw().into()))
    })))
}

/// Not generic, so that its code is in the program only once.
#[inline(never)]
fn drawn(owner: &Owner, draw: &mut dyn FnMut() -> Markup) -> Markup {
    owner.with_cleanup(draw)
}

/// The same without noticing signals.
#[inline(never)]
fn untracked(owner: &Owner, draw: &mut dyn FnMut() -> Markup) -> Markup {
    untrack(|| owner.with_cleanup(draw))
}

/// Draws a piece again whenever its key changes, and for no other signal.
///
/// ```
/// # use leptos::prelude::Owner;
/// use nachlese_markup::{el, switch};
///
/// # let html = Owner::new().with(|| {
/// let is_open = || true;
/// let door = switch(is_open, |open| el("b").child(if open { "open" } else { "shut" }));
/// # door.into_html()
/// # });
/// # assert_eq!(html, "<!--[--><b>open</b><!--]-->");
/// ```
pub fn switch<K, M: Into<Markup>>(
    key: impl Fn() -> K + Send + 'static,
    draw: impl Fn(K) -> M + Send + 'static,
) -> Markup
where
    K: PartialEq + Clone + Send + 'static,
{
    let mut shown = None;
    Markup(Kind::Switch(Box::new(move |owner| {
        let key = key();
        if shown.as_ref() == Some(&key) {
            return None;
        }
        shown = Some(key.clone());
        let mut key = Some(key);
        let mut draw = || key.take().map_or_else(|| group([]), |key| draw(key).into());
        Some(untracked(owner, &mut draw))
    })))
}

/// Draws a piece while a condition is true.
pub fn show<M: Into<Markup>>(
    condition: impl Fn() -> bool + Send + 'static,
    draw: impl Fn() -> M + Send + 'static,
) -> Markup {
    switch(condition, move |holds| holds.then(&draw))
}

/// Draws an element for each key. Elements whose key stays are kept, and moved if necessary.
///
/// Keys must be unique.
///
/// ```
/// # use leptos::prelude::Owner;
/// use nachlese_markup::{el, rows};
///
/// # let html = Owner::new().with(|| {
/// let rooms = rows(|| vec![1, 2], |room| el("li").child(format!("Room {room}")));
/// # rooms.into_html()
/// # });
/// # assert_eq!(html, "<!--[--><li>Room 1</li><li>Room 2</li><!--]-->");
/// ```
pub fn rows<K: PartialEq + Send + 'static>(
    keys: impl Fn() -> Vec<K> + Send + 'static,
    draw: impl Fn(&K) -> El + Send + 'static,
) -> Markup {
    Markup(Kind::Rows(Box::new(Rows {
        before: Vec::new(),
        now: Vec::new(),
        read: keys,
        draw,
    })))
}

/// Draws as many rows of a list as wanted. Each row decides itself what it shows.
///
/// Rows that are not needed wait outside of the document until they are needed again, so nothing is
/// drawn twice. This is for lists that change with every key.
pub fn numbered(
    count: impl Fn() -> usize + Send + 'static,
    draw: impl Fn(usize) -> El + Send + 'static,
) -> Markup {
    let (count, draw) = (Box::new(count), Box::new(draw));
    Markup(Kind::Numbered(Box::new(Numbered { count, draw })))
}
