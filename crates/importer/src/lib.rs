//! The importers as separate modules. The page loads them only for large files and for files of
//! other programs, so that nobody else has to download them. One reads calendars
//! (`src/bin/calendar_importer.rs`), the other one JSON and XML (`src/bin/importer.rs`).
//! `src/browser/importer.js` of the page calls them, in a worker where there can be one.

use nachlese_event::problem::{Problem, Severity};
use nachlese_formats::import::{self, PieceWriter, ZoneRules};
use nachlese_reader::{ParseError, encoding::browser};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The browser's time zones, which `importer.js` passes in. The rules of all zones would be 38
    /// kB to download.
    pub type BrowserZones;

    /// How many seconds clocks in a zone are ahead of universal time at an instant, or `undefined`
    /// if the browser does not know the zone.
    #[wasm_bindgen(method)]
    fn ahead(this: &BrowserZones, zone: &str, instant: f64) -> Option<f64>;
}

impl ZoneRules for BrowserZones {
    fn ahead(&self, zone: &str, instant: i64) -> Option<i64> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "instants and offsets are far smaller"
        )]
        let ahead = self.ahead(zone, instant as f64).map(|ahead| ahead as i64);
        ahead
    }
}

/// A file that was read. The page receives it piece by piece.
#[wasm_bindgen]
pub struct Import {
    pieces: PieceWriter,
    warnings: Vec<String>,
}

impl Import {
    /// Reads a file. The media type is what the server says.
    ///
    /// # Errors
    /// The [`ParseError`] as a line, if there is nothing to show.
    pub fn of(
        bytes: Vec<u8>,
        media_type: &str,
        read: impl FnOnce(String) -> Result<(PieceWriter, Vec<Problem>), ParseError>,
    ) -> Result<Self, String> {
        let decoded = import::decoded(bytes, media_type, browser::decode);
        let (text, mut problems) = decoded.map_err(|error| error.to_line())?;
        let (pieces, found) = read(text).map_err(|error| error.to_line())?;
        problems.extend(found);
        let faults = problems
            .iter()
            .filter(|found| found.severity() > Severity::Note);
        let warnings = faults.take(100).map(Problem::to_line).collect();
        Ok(Self { pieces, warnings })
    }
}

#[wasm_bindgen]
impl Import {
    /// What was left out of the event, for developers. Returned only once.
    #[must_use]
    pub fn warnings(&mut self) -> Vec<String> {
        std::mem::take(&mut self.warnings)
    }

    /// The next piece as JSON; see [`nachlese_reader::PieceReader`].
    #[wasm_bindgen(js_name = next)]
    pub fn next_piece(&mut self) -> Option<Vec<u8>> {
        self.pieces.next()
    }
}
