//! The module that draws a link as a QR code: loaded only when somebody shares one.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};
use wasm_bindgen::prelude::wasm_bindgen;

/// The code's size in squares, and in a second line the dark ones as the path of an SVG; nothing
/// for a text that is too long.
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
