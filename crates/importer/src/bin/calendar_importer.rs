//! The importer of calendars.

use nachlese_formats::import::PieceWriter;
use nachlese_importer::{BrowserZones, Import};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a calendar. The media type is what the server says. See [`nachlese_formats::import`].
///
/// # Errors
/// The [`ParseError`](nachlese_reader::ParseError) as a line, if there is nothing to show.
#[wasm_bindgen]
pub fn open(bytes: Vec<u8>, media_type: &str, zones: BrowserZones) -> Result<Import, String> {
    Import::of(bytes, media_type, |text| {
        PieceWriter::of_calendar(&text, zones)
    })
}

fn main() {}
