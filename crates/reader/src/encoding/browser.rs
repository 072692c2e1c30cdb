//! Decodes texts with the browser's own decoder.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> String;
}

/// Decodes a text without its byte-order mark. Returns `None` if the label is not in the Encoding
/// Standard.
#[must_use]
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new(label).ok()?;
    Some(decoder.decode(bytes))
}
