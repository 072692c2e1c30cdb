//! The module that draws a link as a QR code. It is loaded only when somebody shares a talk.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};
use wasm_bindgen::prelude::wasm_bindgen;

/// The code's size in squares, and in a second line the dark squares as the path of an SVG. Empty
/// if the text is too long.
#[wasm_bindgen]
#[must_use]
pub fn code(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut drawn = format!("{}\n", code.size);
    for y in 0..code.size {
        for (x, square) in code[y].iter().enumerate() {
            if square.value() {
                // Writing into a text does not fail.
                let _ = write!(drawn, "M{x} {y}h1v1h-1z");
            }
        }
    }
    Some(drawn)
}

fn main() {}
