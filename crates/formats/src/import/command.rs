//! Formats that only the command line reads, in `nachlese import` and wherever it takes a
//! programme. The page's programs do not contain them.
//!
//! Each is recognised by its content, like the formats that the page reads, too.

mod cast;
mod chapters;
mod error;
mod indico;
mod konopas;
mod matching;
mod open_event;
mod playlist;
mod recordings;
mod rows;
mod table;
mod videos;

pub use chapters::{add_chapters, file_chapters};
pub use error::{ImportError, NotSet};
pub use recordings::{add_recordings, set_recording};

use std::rc::Rc;

use nachlese_check::{Located, Spot};
use nachlese_event::{
    Event,
    problem::{Finding, Problem},
};
use nachlese_reader::{
    ParseError, document,
    json::Json,
    own::{is_calendar, start_of},
};

use super::{Decoder, Told, XmlParser, ZoneRules, decoded, in_calendar, told, told_json};

/// Reads an event of any format: those of [`super::read`], and those that only the command line
/// reads.
///
/// # Errors
/// [`ImportError`] if the text has none of these formats.
pub fn read_any(
    text: &str,
    parse_xml: XmlParser,
    zones: impl ZoneRules + 'static,
) -> Result<(Event, Vec<Problem>), ImportError> {
    let zones: Rc<dyn ZoneRules> = Rc::new(zones);
    if is_calendar(text) {
        return Ok(in_calendar(text, &zones)?);
    }
    let start = start_of(text);
    let told = if start.starts_with('<') {
        told(text, parse_xml, &zones)?
    } else {
        match document(text) {
            Ok(json) => match of_json(&json, &zones) {
                Some(read) => return Ok(read?),
                None => told_json(json, &zones)?,
            },
            Err(_) if konopas::is_script(start) => {
                return Ok(konopas::read(&konopas::of_script(text)?, &zones)?);
            }
            Err(error) => {
                let is_json = start.starts_with(['{', '[']);
                let read = if is_json {
                    None
                } else {
                    table::read(text, &zones)
                };
                return read.unwrap_or(Err(error.into()));
            }
        }
    };
    match told {
        Told::Own(json) => Ok(super::own_event(&json, &zones)?),
        Told::Foreign(event, problems) => Ok((*event, problems)),
    }
}

/// Reads JSON of one of the formats that only the command line reads.
fn of_json(json: &Json, zones: &Rc<dyn ZoneRules>) -> Option<Result<Read, ParseError>> {
    if videos::is_video_list(json) {
        Some(playlist::read(json, zones))
    } else if indico::is_indico(json) {
        Some(indico::read(json, zones))
    } else if open_event::is_open_event(json) {
        Some(open_event::read(json, zones))
    } else if konopas::is_konopas(json) {
        Some(konopas::read(json, zones))
    } else {
        None
    }
}

/// An event, and what was found.
type Read = (Event, Vec<Problem>);

/// Decodes a file of any format, as [`decoded()`] does, and tables that are not UTF-8, with a finding
/// that their encoding is a guess.
///
/// # Errors
/// [`ParseError`] if nothing tells the encoding.
pub fn decoded_any(bytes: Vec<u8>, decode: Decoder) -> Result<(String, Vec<Problem>), ParseError> {
    // What is decoded is consumed, so a table in an older encoding is looked at before.
    if std::str::from_utf8(&bytes).is_err()
        && nachlese_reader::encoding::guess(&bytes) == OLDER
        && let Some(text) = decode(OLDER, &bytes)
        && !start_of(&text).starts_with(['{', '[', '<'])
        && table::is_table(&text)
    {
        let finding = Finding::GuessedEncoding { encoding: OLDER };
        let problem = Problem::new(&nachlese_event::problem::JsonPath::root(), finding);
        return Ok((text, vec![problem]));
    }
    let (mut text, problems) = decoded(bytes, "", decode)?;
    // So that the columns of the first line are those that people see.
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok((text, problems))
}

/// What programs used before UTF-8.
const OLDER: &str = "windows-1252";

/// Finds the places of findings in a file of any format, in the same order.
#[must_use]
pub fn locate(text: &str, spots: &[Spot<'_>]) -> Vec<Option<Located>> {
    let paths: Vec<_> = spots.iter().map(|spot| spot.path.to_string()).collect();
    if paths.iter().any(|path| line_and_heading(path).is_some()) {
        return table::locate(text, &paths);
    }
    nachlese_check::locate(text, spots)
}

/// The line and, for a cell, the heading of its column, if a path is about a table.
#[must_use]
pub fn line_and_heading(path: &str) -> Option<(usize, Option<&str>)> {
    table::parts(path)
}
