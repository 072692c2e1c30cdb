//! Elements: built step by step, then drawn as parts of the page.

use std::{borrow::Cow, ops::Range};

use leptos::ev::Event;

use super::{
    ElementRef, Markup,
    address::{is_address, is_harmless},
};

/// An element that is being built.
#[must_use = "it is drawn as a part of the page only"]
pub struct El(pub(super) Box<ElementParts>);

/// The parts of an element.
pub(super) struct ElementParts {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, Value)>,
    pub(super) listeners: Vec<(&'static str, Listener)>,
    pub(super) text: Option<Box<dyn Fn() -> MarkedText + Send>>,
    pub(super) value: Option<Box<dyn Fn() -> String + Send>>,
    pub(super) place: Option<ElementRef>,
    pub(super) before: Option<Box<dyn FnMut() -> bool + Send>>,
    pub(super) children: Vec<Markup>,
}

/// A text with marked parts: ranges of its bytes, ascending and not overlapping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkedText {
    /// The text.
    pub text: String,
    /// The marked parts.
    pub marks: Vec<Range<usize>>,
}

impl MarkedText {
    /// The text in pieces, alternately unmarked and marked. The first and the last piece are
    /// unmarked.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &str> {
        let ends = self.marks.iter().flat_map(|mark| [mark.start, mark.end]);
        let mut start = 0;
        ends.chain([self.text.len()]).map(move |end| {
            let piece = &self.text[start..end];
            start = end;
            piece
        })
    }
}

pub(super) type Listener = Box<dyn FnMut(Event) + Send>;

/// An attribute's text, either fixed or following signals.
pub(super) enum Value {
    Fixed(Cow<'static, str>),
    Live(Box<dyn Fn() -> Option<Cow<'static, str>> + Send>),
}

/// Starts an element: `el("p").class("intro__motto").child("…")`.
///
/// `svg` and `math`, and what is in them, have the namespaces of SVG and `MathML`; all others are HTML,
/// as are those in a `foreignObject`.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(ElementParts {
        tag,
        attributes: Vec::new(),
        listeners: Vec::new(),
        text: None,
        value: None,
        place: None,
        before: None,
        children: Vec::new(),
    }))
}

impl El {
    /// Sets the classes.
    pub fn class(self, class: impl IntoValue) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute. `None` and `false` leave it out, `true` makes it empty.
    ///
    /// An address that could run a script, for example in `href` or `src`, is left out, here and
    /// everywhere else. Only `https:`, `http:`, `mailto:`, `data:`, `blob:` and relative addresses
    /// get into a page.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        value.set(self, name)
    }

    /// Sets the address of a link or picture, if it is known.
    #[inline(never)]
    pub fn address(self, name: &'static str, address: Option<String>) -> Self {
        match address {
            Some(address) => self.set_text(name, address),
            None => self,
        }
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

    /// Makes the whole content a text that follows signals. Children are then left out.
    pub fn live_text<T: Into<String>>(mut self, text: impl Fn() -> T + Send + 'static) -> Self {
        self.0.text = Some(Box::new(move || MarkedText {
            text: text().into(),
            marks: Vec::new(),
        }));
        self
    }

    /// The same for a text with marks.
    pub fn live_marks(mut self, text: impl Fn() -> MarkedText + Send + 'static) -> Self {
        self.0.text = Some(Box::new(text));
        self
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, listener: impl FnMut(Event) + Send + 'static) -> Self {
        self.listen(event, Box::new(listener))
    }

    /// Connects the element with a handle.
    pub fn at(mut self, place: ElementRef) -> Self {
        self.0.place = Some(place);
        self
    }

    /// Keeps everything that changes in the element up to date with one effect. Each time, `before`
    /// runs first and says whether an update is needed.
    ///
    /// Hundreds of separate effects would be slow. Any change updates every attribute and text in the
    /// element. Places that change as a whole, such as [`live`](super::live), and what
    /// [`switch`](super::switch()) and [`rows`](super::rows()) draw, have effects of their own. Called
    /// more than once, every `before` runs, and all must want the update.
    pub fn together(mut self, mut before: impl FnMut() -> bool + Send + 'static) -> Self {
        self.0.before = Some(match self.0.before.take() {
            None => Box::new(before),
            Some(mut other) => Box::new(move || other() & before()),
        });
        self
    }

    /// Appends a child. `None` appends nothing.
    pub fn child(self, child: impl Into<Markup>) -> Self {
        self.append(child.into())
    }

    /// Appends children.
    pub fn children<M: Into<Markup>>(self, children: impl IntoIterator<Item = M>) -> Self {
        children.into_iter().fold(self, El::child)
    }

    /// Turns a link within a link into its text. HTML has no links within links: a browser would take
    /// them apart.
    pub(super) fn be_text(&mut self) {
        self.0.attributes.clear();
        self.0.listeners.clear();
    }

    // The builder is used hundreds of times, so its code must be in the program only once.

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
        let value = match value {
            Value::Fixed(value) if is_address(name) && !is_harmless(&value) => return self,
            Value::Live(value) if is_address(name) => {
                Value::Live(Box::new(move || value().filter(|it| is_harmless(it))))
            }
            value => value,
        };
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

/// A value that an attribute can be set to.
pub trait IntoValue {
    /// The attribute's text. `None` leaves the attribute out.
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
