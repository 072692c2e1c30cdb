//! The importer of calendars.

use nachlese_formats::import::PieceWriter;
use nachlese_importer::{BrowserZones, Import};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a calendar, of which the server says this media type; see [`nachlese_formats::import`].
///
/// # Errors
/// The line of the [`ParseError`](nachlese_reader::ParseError), if there is nothing to show.
#[wasm_bindgen]
pub fn open(bytes: Vec<u8>, media_type: &str, zones: BrowserZones) -> Result<Import, String> {
    Import::of(bytes, media_type, |text| {
        PieceWriter::of_calendar(&text, zones)
    })
}

fn main() {}
