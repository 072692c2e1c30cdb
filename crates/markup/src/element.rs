//! Elements: described step by step, drawn as parts of the page.

use std::{borrow::Cow, ops::Range};

use leptos::ev::Event;

use super::{ElementRef, Markup};

/// An element that is being described.
#[must_use = "it is drawn as a part of the page only"]
pub struct El(pub(super) Box<ElementParts>);

/// What an element is made of.
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

/// A text with parts that are marked: ascending bytes of it, apart from each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedText {
    /// The text.
    pub text: String,
    /// What is marked in it.
    pub marks: Vec<Range<usize>>,
}

impl MarkedText {
    /// The text in pieces: not marked and marked ones take turns, from one that is not marked to another.
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

/// An attribute's text, for good or as signals want it.
pub(super) enum Value {
    Fixed(Cow<'static, str>),
    Live(Box<dyn Fn() -> Option<Cow<'static, str>> + Send>),
}

/// Starts an element: `el("p").class("intro__motto").child("…")`.
///
/// `svg`, `circle` and `path` are SVG's, all others HTML's.
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

    /// Sets an attribute; `None` and `false` leave it out, `true` makes it empty.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        value.set(self, name)
    }

    /// Sets where a link leads, or what is shown; nothing if nobody knows.
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

    /// Makes the whole content a text that follows signals; there are no other children then.
    pub fn live_text<T: Into<String>>(mut self, text: impl Fn() -> T + Send + 'static) -> Self {
        self.0.text = Some(Box::new(move || MarkedText {
            text: text().into(),
            marks: Vec::new(),
        }));
        self
    }

    /// The same with marks in the text.
    pub fn live_marks(mut self, text: impl Fn() -> MarkedText + Send + 'static) -> Self {
        self.0.text = Some(Box::new(text));
        self
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, listener: impl FnMut(Event) + Send + 'static) -> Self {
        self.listen(event, Box::new(listener))
    }

    /// Makes the element known under a handle.
    pub fn at(mut self, place: ElementRef) -> Self {
        self.0.place = Some(place);
        self
    }

    /// Keeps whatever changes in the element up to date in one go, each time after `before`, which
    /// tells whether there is need.
    ///
    /// What hundreds of effects cost is the effects. All is asked for anew whenever anything
    /// changes, so there is nothing [`live`](super::live) in it, only what is a
    /// [`switch`](super::switch) or the like; what these draw has effects of its own again.
    pub fn together(mut self, before: impl FnMut() -> bool + Send + 'static) -> Self {
        self.0.before = Some(Box::new(before));
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
