//! The exporter as a separate module. The page loads it only to write a watch-list as a file,
//! because it contains the rules of all time zones. `src/browser/exporter.js` of the page calls it.

use nachlese_event::{Href, LanguageTag};
use nachlese_formats::export::{Site, selection};
use nachlese_programme::watch_list::WatchList;
use nachlese_reader::own::read_own;
use wasm_bindgen::prelude::wasm_bindgen;

/// Writes talks of an event for other programs.
///
/// `text` is the event's file, `file` its full address. `name` is the name of the file to write, whose
/// extension decides the format (see [`selection`]). `page` is the address of the event's page, or
/// empty. `talks` are the ids, separated by spaces.
///
/// # Errors
/// `foreign` if the file has another format, which the importer must read first. Otherwise the code
/// of the [`ParseError`](nachlese_reader::ParseError), or `no-date`.
#[wasm_bindgen]
pub fn export_list(
    text: &str,
    file: &str,
    name: &str,
    language: &str,
    page: &str,
    talks: &str,
) -> Result<String, String> {
    let read = read_own(text).map_err(|error| error.code().to_owned())?;
    let (event, _) = read.ok_or("foreign")?;
    let language = LanguageTag::new(language).unwrap_or_else(|_| event.language.clone());
    let page = Href::new(page).ok();
    let site = page.and_then(|page| Site::at(&page, "").ok());
    let site = site.unwrap_or_else(Site::unknown).with_file(file);
    selection(event, &WatchList::read(talks), name, &language, &site)
        .map_err(|_| "no-date".to_owned())
}

fn main() {}
