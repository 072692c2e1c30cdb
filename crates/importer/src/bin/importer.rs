//! The importer of JSON and XML: programmes of other programs, and large event files.

use nachlese_formats::import::{PieceWriter, native_xml};
use nachlese_importer::{BrowserZones, Import};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a file. The media type is what the server says. See [`nachlese_formats::import`].
///
/// # Errors
/// The [`ParseError`](nachlese_reader::ParseError) as a line, if there is nothing to show.
#[wasm_bindgen]
pub fn open(bytes: Vec<u8>, media_type: &str, zones: BrowserZones) -> Result<Import, String> {
    Import::of(bytes, media_type, |text| {
        PieceWriter::of_document(text, native_xml, zones)
    })
}

fn main() {}
