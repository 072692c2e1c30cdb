//! What the element's attributes say.

use js_sys::Reflect;
use nachlese_event::TalkId;
use wasm_bindgen::JsValue;

use crate::frame::Frame;

/// The attributes, read once.
pub(super) struct Options {
    /// The event's file, as an absolute address.
    pub(super) src: String,
    /// The language to show it in. Empty for the event's own.
    pub(super) lang: String,
    /// The providers that the reader has already allowed on the host's page, separated by commas.
    pub(super) consent: String,
    /// The initial state, as `?…#…`.
    pub(super) address: String,
    pub(super) frame: Frame,
}

impl Options {
    /// Reads an object with a text for each of `src`, `lang`, `sections`, `talk`, `headingLevel`,
    /// `chrome`, `consent`, `layout`, `address` and `number`, the number of the element among those
    /// with the same event. What is missing is empty.
    pub(super) fn read(given: &JsValue) -> Self {
        let text = |name: &str| {
            let value = Reflect::get(given, &name.into()).ok();
            value
                .and_then(|value| value.as_string())
                .unwrap_or_default()
        };
        let sections = text("sections");
        let words = sections
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        Self {
            src: text("src"),
            lang: text("lang"),
            consent: text("consent"),
            address: text("address"),
            frame: Frame {
                sections: words.map(str::to_owned).collect(),
                talk: TalkId::new(&text("talk")).ok(),
                language: None,
                heading_level: text("headingLevel").parse().unwrap_or(1),
                has_chrome: text("chrome") != "none",
                is_compact: text("layout") == "list",
                is_embedded: true,
                number: text("number").parse().unwrap_or(1),
            },
        }
    }
}
