//! What the element's attributes say.

use wasm_bindgen::JsValue;

use crate::{frame::Frame, model::TalkId};

/// The attributes, read once.
pub(super) struct Options {
    /// The event's file, as an absolute address.
    pub(super) src: String,
    /// The language to show it in; empty for the event's own.
    pub(super) lang: String,
    /// Providers that the reader allowed on the host's side already, with commas between.
    pub(super) consent: String,
    /// The state to begin with, as `?…#…`.
    pub(super) address: String,
    pub(super) frame: Frame,
}

impl Options {
    pub(super) fn read(object: &JsValue) -> Self {
        let text = |name: &str| {
            let value = js_sys::Reflect::get(object, &name.into()).ok();
            value
                .and_then(|value| value.as_string())
                .unwrap_or_default()
        };
        let sections = text("sections");
        let words = sections
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        let frame = Frame {
            sections: words.map(str::to_owned).collect(),
            talk: TalkId::new(&text("talk")).ok(),
            language: None,
            heading_level: text("headingLevel").parse().unwrap_or(1),
            has_chrome: text("chrome") != "none",
            is_embedded: true,
        };
        Self {
            src: text("src"),
            lang: text("lang"),
            consent: text("consent"),
            address: text("address"),
            frame,
        }
    }
}
