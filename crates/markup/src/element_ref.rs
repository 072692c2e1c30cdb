//! Handles on drawn elements, to focus or play them.

use leptos::{
    ev::Event,
    prelude::{GetValue, LocalStorage, SetValue, StoredValue, queue_microtask},
    tachys::renderer::{Rndr, types},
    wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen},
    web_sys::{FocusEvent, HtmlElement, HtmlMediaElement, InputEvent, Node},
};

use super::address::{is_address, is_harmless};

#[wasm_bindgen(wasm_bindgen = leptos::wasm_bindgen)]
extern "C" {
    /// Something that can be played.
    type Media;
    #[wasm_bindgen(method, getter)]
    fn seekable(this: &Media) -> Ranges;

    /// Something that has a position in the window.
    type Boxed;
    #[wasm_bindgen(method, js_name = getBoundingClientRect)]
    fn bounds(this: &Boxed) -> Bounds;

    /// `DOMRect`
    type Bounds;
    #[wasm_bindgen(method, getter)]
    fn top(this: &Bounds) -> f64;

    /// `TimeRanges`
    type Ranges;
    #[wasm_bindgen(method, catch)]
    fn end(this: &Ranges, at: u32) -> Result<f64, JsValue>;
}

/// The value of an attribute, from the nearest element around an event's target that has it.
pub fn attribute_around(event: &Event, name: &str) -> Option<String> {
    around(event, &format!("[{name}]"))?.get_attribute(name)
}

/// The nearest element around the one that an event is about.
fn around(event: &Event, selector: &str) -> Option<types::Element> {
    let target: types::Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}

/// Puts the focus on the element beside the row that an event is about, which is about to go. If
/// there is none, it goes to what `instead` names: something within the nearest such element around.
///
/// All are CSS selectors.
pub fn focus_beside(event: &Event, row: &str, instead: (&str, &str)) {
    let Some(row) = around(event, row) else {
        return;
    };
    let beside = row.next_element_sibling();
    if let Some(beside) = beside.or_else(|| row.previous_element_sibling()) {
        focus_first(&beside);
    } else if let Ok(Some(around)) = row.closest(instead.0) {
        focus(around.query_selector(instead.1).ok().flatten());
    }
}

/// Puts the focus on something within the nearest element around the one that an event is about,
/// and scrolls to where `shown`, which is around that, begins.
///
/// All are CSS selectors.
pub fn focus_within(event: &Event, outer: &str, inner: &str, shown: &str) {
    let outer = around(event, outer);
    let found = outer.and_then(|outer| outer.query_selector(inner).ok()?);
    let shown = found.as_ref().and_then(|found| found.closest(shown).ok()?);
    focus(found);
    if let Some(shown) = shown {
        shown.scroll_into_view();
    }
}

/// Moves the focus to the first link or button in an element.
pub(super) fn focus_first(element: &types::Element) {
    focus(element.query_selector("a[href], button").ok().flatten());
}

/// Whether an element or something within it has the focus.
pub(super) fn has_focus_within(element: &types::Element) -> bool {
    element.matches(":focus-within").unwrap_or_default()
}

fn focus(element: Option<types::Element>) {
    if let Some(element) = element {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Whether the focus leaves the listening element for another one.
pub fn goes_elsewhere(event: &Event) -> bool {
    let own = event.current_target();
    let own = own.and_then(|own| own.dyn_into::<Node>().ok());
    let next = event.unchecked_ref::<FocusEvent>().related_target();
    let next = next.and_then(|next| next.dyn_into::<Node>().ok());
    own.zip(next)
        .is_some_and(|(own, next)| !own.contains(Some(&next)))
}

/// Whether somebody types into a field, and not a script.
pub fn is_typed(event: &Event) -> bool {
    event.is_instance_of::<InputEvent>()
}

/// A handle on an element of the page. Empty until the element is drawn.
#[derive(Clone, Copy)]
pub struct ElementRef(StoredValue<Option<types::Element>, LocalStorage>);

impl ElementRef {
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

    /// Moves the focus to the element.
    pub fn focus(self) {
        focus(self.element());
    }

    /// Whether the element or something within it has the focus.
    pub fn has_focus_within(self) -> bool {
        self.element().as_ref().is_some_and(has_focus_within)
    }

    /// Clicks the element.
    pub fn click(self) {
        if let Some(element) = self.element() {
            element.unchecked_into::<HtmlElement>().click();
        }
    }

    /// Moves the focus to something within the element, once it is drawn, or to the element itself
    /// if there is no such thing.
    pub fn focus_within(self, selector: String) {
        queue_microtask(move || {
            let element = self.element();
            let found = element.and_then(|element| {
                let found = element.query_selector(&selector).ok()?;
                found.or(Some(element))
            });
            focus(found);
        });
    }

    /// Scrolls the element to the top of the window.
    pub fn bring_up(self) {
        if let Some(element) = self.element() {
            element.scroll_into_view();
        }
    }

    /// Scrolls the element to the top of the window if it begins further down, once everything is
    /// drawn.
    pub fn pull_up(self) {
        queue_microtask(move || {
            let element = self.element();
            let below = element.filter(|it| it.unchecked_ref::<Boxed>().bounds().top() > 0.0);
            if let Some(element) = below {
                element.scroll_into_view();
            }
        });
    }

    /// Scrolls back to the beginning of the element's parent, if the element sticks to the edge of
    /// the window.
    pub fn scroll_back(self) {
        let top = |element: &types::Element| element.unchecked_ref::<HtmlElement>().offset_top();
        let element = self.element();
        let parent = element
            .as_ref()
            .and_then(|element| element.parent_element());
        if let (Some(element), Some(parent)) = (element, parent)
            && top(&element) > top(&parent)
        {
            parent.scroll_into_view();
        }
    }

    /// Whether the element is a checked box.
    pub fn is_checked(self) -> bool {
        let element = self.element();
        element.is_some_and(|element| element.matches(":checked").unwrap_or_default())
    }

    /// Sets a property that is a number, for example `currentTime`.
    pub fn set_number(self, name: &str, value: f64) {
        if let Some(element) = self.element() {
            Rndr::set_property(&element, name, &value.into());
        }
    }

    /// Sets a property that is a text, for example `src`, but to no address that runs a script.
    pub fn set_text(self, name: &str, value: &str) {
        let is_fit = !is_address(name) || is_harmless(value);
        if let Some(element) = self.element().filter(|_| is_fit) {
            Rndr::set_property(&element, name, &value.into());
        }
    }

    /// Whether a player can jump to a second. A player that has not loaded anything yet counts as
    /// able to.
    pub fn can_go_to(self, second: f64) -> bool {
        let Some(player) = self.element() else {
            return true;
        };
        // A second beyond the end is the end of the recording.
        let length = player.unchecked_ref::<HtmlMediaElement>().duration();
        let end = player.unchecked_ref::<Media>().seekable().end(0);
        end.map_or(true, |end| end >= second.min(length))
    }

    pub(super) fn set(self, element: types::Element) {
        self.0.set_value(Some(element));
    }
}
