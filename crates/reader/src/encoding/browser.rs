//! The browser's own decoder of texts.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> String;
}

/// Decodes a text; `None` if the Encoding Standard has no such label. A byte-order mark is left out.
#[must_use]
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new(label).ok()?;
    Some(decoder.decode(bytes))
}
