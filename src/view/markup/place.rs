//! Handles on elements, for focus and players.

use leptos::{
    ev::Event,
    prelude::{GetValue, LocalStorage, SetValue, StoredValue, queue_microtask},
    tachys::renderer::{Rndr, types},
    wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen},
    web_sys::{HtmlElement, HtmlMediaElement},
};

#[wasm_bindgen(wasm_bindgen = leptos::wasm_bindgen)]
extern "C" {
    /// What can be played.
    type Media;
    #[wasm_bindgen(method, getter)]
    fn seekable(this: &Media) -> Ranges;

    /// `TimeRanges`
    type Ranges;
    #[wasm_bindgen(method, catch)]
    fn end(this: &Ranges, at: u32) -> Result<f64, JsValue>;
}

/// The value of an attribute of the nearest element around the one that an event is about.
pub fn attribute_around(event: &Event, name: &str) -> Option<String> {
    let target: types::Element = event.target()?.dyn_into().ok()?;
    let around = target.closest(&format!("[{name}]")).ok()?;
    around?.get_attribute(name)
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

    /// Presses the element.
    pub fn click(self) {
        if let Some(element) = self.element() {
            element.unchecked_into::<HtmlElement>().click();
        }
    }

    /// Puts the focus on something within the element, once it is drawn; without such a thing on
    /// the element itself.
    pub fn focus_within(self, selector: String) {
        queue_microtask(move || {
            let element = self.element();
            let found = element.and_then(|element| {
                let found = element.query_selector(&selector).ok()?;
                found.or(Some(element))
            });
            if let Some(found) = found {
                let _ = found.unchecked_into::<HtmlElement>().focus();
            }
        });
    }

    /// Puts the focus on the row beside the one that the element stands in, which is about to go;
    /// on the search field if there is none.
    pub fn focus_beside(self) {
        let row = self
            .element()
            .and_then(|element| element.closest("li").ok()?);
        let Some(row) = row else { return };
        let beside = row.next_element_sibling();
        let beside = beside.or_else(|| row.previous_element_sibling());
        let target = beside.and_then(|row| row.first_element_child());
        let target = target.or_else(|| {
            let section = row.closest("section").ok()??;
            section.query_selector("[type=search]").ok()?
        });
        if let Some(target) = target {
            let _ = target.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Scrolls back to where the element's parent begins, if the element sticks to the edge of the
    /// window meanwhile.
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

    /// Whether the element is a ticked box.
    pub fn is_checked(self) -> bool {
        let element = self.element();
        element.is_some_and(|element| element.matches(":checked").unwrap_or_default())
    }

    /// Sets a number that a script sees, for example `currentTime`.
    pub fn set_number(self, name: &str, value: f64) {
        if let Some(element) = self.element() {
            Rndr::set_property(&element, name, &value.into());
        }
    }

    /// Sets a text that a script sees, for example `src`.
    pub fn set_text(self, name: &str, value: &str) {
        if let Some(element) = self.element() {
            Rndr::set_property(&element, name, &value.into());
        }
    }

    /// Whether a player can go to a second of what it plays; one that knows nothing of it yet may.
    pub fn can_go_to(self, second: f64) -> bool {
        let Some(player) = self.element() else {
            return true;
        };
        // Beyond its end every recording goes to its end.
        let length = player.unchecked_ref::<HtmlMediaElement>().duration();
        let end = player.unchecked_ref::<Media>().seekable().end(0);
        end.map_or(true, |end| end >= second.min(length))
    }

    pub(super) fn set(self, element: types::Element) {
        self.0.set_value(Some(element));
    }
}
