//! What every part of the page is made of: elements, texts and places that change.
//!
//! A component of this page is a function that returns [`Markup`]. It stands on Leptos' signals,
//! effects and owners; only the tree itself is one plain type instead of a type for each view,
//! as `view!` makes them. For this page that saves 70 kB of brotli, the same walk that builds the
//! tree in the browser can take over prerendered HTML, and no `innerHTML` is ever used, so that
//! a host may require Trusted Types.

mod dom;
mod html;

use std::borrow::Cow;

use leptos::{
    ev::Event,
    prelude::{GetValue, LocalStorage, Owner, SetValue, StoredValue, untrack},
    tachys::renderer::{Rndr, types},
    wasm_bindgen::JsCast,
    web_sys::HtmlElement,
};

pub use dom::{Mounted, follow, mount, take_over};

/// A piece of the page, drawn by [`mount`] or written by [`Markup::into_html`].
#[must_use = "it is drawn as a part of the page only"]
pub struct Markup(Kind);

enum Kind {
    Text(Cow<'static, str>),
    Element(El),
    Group(Vec<Markup>),
    Live(Draw),
    Rows(Box<Rows>),
}

/// Draws a piece under the owner given, cleaned up before; `None` if the piece stays as it is.
type Draw = Box<dyn FnMut(&Owner) -> Option<Markup> + Send>;

struct Rows {
    keys: Box<dyn Fn() -> Vec<String> + Send>,
    draw: Box<dyn Fn(&str) -> El + Send>,
}

/// An element that is being described.
#[must_use = "it is drawn as a part of the page only"]
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    listeners: Vec<(&'static str, Listener)>,
    text: Option<Box<dyn Fn() -> String + Send>>,
    value: Option<Box<dyn Fn() -> String + Send>>,
    place: Option<Place>,
    children: Vec<Markup>,
}

type Listener = Box<dyn FnMut(Event) + Send>;

enum Value {
    Fixed(Cow<'static, str>),
    Live(Box<dyn Fn() -> Option<Cow<'static, str>> + Send>),
}

/// Starts an element: `el("p").class("intro__motto").child("…")`.
///
/// `svg`, `circle` and `path` are SVG's, all others HTML's.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        listeners: Vec::new(),
        text: None,
        value: None,
        place: None,
        children: Vec::new(),
    }))
}

impl El {
    /// Sets the classes.
    pub fn class(self, class: impl IntoValue) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute; `None` and `false` leave it out, `true` makes it empty.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        value.set(self, name)
    }

    /// Sets an attribute that follows signals.
    pub fn live_attr<V: IntoValue>(
        self,
        name: &'static str,
        value: impl Fn() -> V + Send + 'static,
    ) -> Self {
        self.set(name, Value::Live(Box::new(move || value().into_value())))
    }

    /// Keeps a field's content the same as a signal's.
    pub fn live_value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.0.value = Some(Box::new(value));
        self
    }

    /// Makes the whole content a text that follows signals; there are no other children then.
    pub fn live_text<T: Into<String>>(mut self, text: impl Fn() -> T + Send + 'static) -> Self {
        self.0.text = Some(Box::new(move || text().into()));
        self
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, listener: impl FnMut(Event) + Send + 'static) -> Self {
        self.listen(event, Box::new(listener))
    }

    /// Makes the element known under a handle.
    pub fn at(mut self, place: Place) -> Self {
        self.0.place = Some(place);
        self
    }

    /// Appends a child; `None` appends nothing.
    pub fn child(self, child: impl Into<Markup>) -> Self {
        self.append(child.into())
    }

    /// Appends children.
    pub fn children<M: Into<Markup>>(self, children: impl IntoIterator<Item = M>) -> Self {
        children.into_iter().fold(self, El::child)
    }

    // The builder is used hundreds of times: its work stands once in the program.

    #[inline(never)]
    fn append(mut self, child: Markup) -> Self {
        self.0.children.push(child);
        self
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, listener: Listener) -> Self {
        self.0.listeners.push((event, listener));
        self
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn set_word(self, name: &'static str, value: &'static str) -> Self {
        self.set(name, Value::Fixed(Cow::Borrowed(value)))
    }

    #[inline(never)]
    fn set_text(self, name: &'static str, value: String) -> Self {
        self.set(name, Value::Fixed(Cow::Owned(value)))
    }
}

/// What an attribute may be set to.
pub trait IntoValue {
    /// The attribute's text; none leaves the attribute out.
    fn into_value(self) -> Option<Cow<'static, str>>;

    /// Sets an element's attribute.
    fn set(self, element: El, name: &'static str) -> El
    where
        Self: Sized,
    {
        match self.into_value() {
            Some(value) => element.set(name, Value::Fixed(value)),
            None => element,
        }
    }
}

impl IntoValue for &'static str {
    fn set(self, element: El, name: &'static str) -> El {
        element.set_word(name, self)
    }

    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn set(self, element: El, name: &'static str) -> El {
        element.set_text(name, self)
    }

    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

impl IntoValue for Cow<'static, str> {
    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(self)
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Option<Cow<'static, str>> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl IntoValue for u32 {
    fn set(self, element: El, name: &'static str) -> El {
        element.set_text(name, self.to_string())
    }

    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self.to_string()))
    }
}

impl<V: IntoValue> IntoValue for Option<V> {
    fn into_value(self) -> Option<Cow<'static, str>> {
        self.and_then(V::into_value)
    }
}

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

/// Pieces one after the other.
pub fn group<const N: usize>(pieces: [Markup; N]) -> Markup {
    Markup(Kind::Group(Vec::from(pieces)))
}

/// Draws a piece again whenever a signal that it read changes.
pub fn live<M: Into<Markup>>(draw: impl Fn() -> M + Send + 'static) -> Markup {
    Markup(Kind::Live(Box::new(move |owner| {
        Some(owner.with_cleanup(|| draw().into()))
    })))
}

/// Draws a piece again whenever its key changes, and for no other signal.
pub fn switch<K, M: Into<Markup>>(
    key: impl Fn() -> K + Send + 'static,
    draw: impl Fn(K) -> M + Send + 'static,
) -> Markup
where
    K: PartialEq + Clone + Send + 'static,
{
    let mut shown = None;
    Markup(Kind::Live(Box::new(move |owner| {
        let key = key();
        if shown.as_ref() == Some(&key) {
            return None;
        }
        shown = Some(key.clone());
        Some(untrack(|| owner.with_cleanup(|| draw(key).into())))
    })))
}

/// Draws a piece as long as a condition holds.
pub fn show<M: Into<Markup>>(
    condition: impl Fn() -> bool + Send + 'static,
    draw: impl Fn() -> M + Send + 'static,
) -> Markup {
    switch(condition, move |holds| holds.then(&draw))
}

/// Draws an element for each key; elements whose key stays are kept, and moved if need be.
///
/// Keys must be unique.
pub fn rows(
    keys: impl Fn() -> Vec<String> + Send + 'static,
    draw: impl Fn(&str) -> El + Send + 'static,
) -> Markup {
    let (keys, draw) = (Box::new(keys), Box::new(draw));
    Markup(Kind::Rows(Box::new(Rows { keys, draw })))
}

/// A handle on an element of the page, empty until the element is drawn.
#[derive(Clone, Copy)]
pub struct Place(StoredValue<Option<types::Element>, LocalStorage>);

impl Place {
    /// Makes a handle for one element.
    #[expect(
        clippy::new_without_default,
        reason = "it belongs to the owner it is made under"
    )]
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// The element, once it is drawn.
    pub fn element(self) -> Option<types::Element> {
        self.0.try_get_value().flatten()
    }

    /// Puts the focus on the element.
    pub fn focus(self) {
        if let Some(element) = self.element() {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Sets a number that a script sees, for example `currentTime`.
    pub fn set_number(self, name: &str, value: f64) {
        if let Some(element) = self.element() {
            Rndr::set_property(&element, name, &value.into());
        }
    }

    fn set(self, element: types::Element) {
        self.0.set_value(Some(element));
    }
}
