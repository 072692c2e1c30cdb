//! Modules of their own that only those load who need them: the importer of other programs'
//! programmes, and the exporter of watch-lists.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::{load_error::LoadError, parse::ParseError};

/// Where the script that started the app left the way to the importer (`src/importer.rs`): a
/// function of the text that promises the JSON.
const IMPORTER: &str = "nachleseImporter";
/// The way to the exporter (`src/exporter/export.js`).
const EXPORTER: &str = "nachleseExporter";

/// Makes event JSON of another program's file.
///
/// # Errors
/// [`LoadError::NoNetwork`] if the importer cannot be loaded; [`ParseError::NotXml`] is the only
/// thing that it may find wrong with a text that was recognised.
pub(crate) async fn import(root: &HtmlElement, text: &str) -> Result<String, LoadError> {
    match ask(root, IMPORTER, text, "").await {
        Ok(json) => json.as_string().ok_or(LoadError::NoNetwork),
        // The importer throws its codes, the browser throws objects.
        Err(error) if error.is_string() => Err(LoadError::Unreadable(ParseError::NotXml)),
        Err(_) => Err(LoadError::NoNetwork),
    }
}

/// Whether files can be written here at all.
pub(crate) fn has_exporter(root: &HtmlElement) -> bool {
    function(root, EXPORTER).is_some()
}

/// Writes talks of the event in `file` for other programs, and hands the result to the reader;
/// tells whether that worked. `options` are those of the script, a line each.
pub(crate) async fn export(root: &HtmlElement, file: &str, options: &str) -> bool {
    ask(root, EXPORTER, file, options).await.is_ok()
}

async fn ask(
    root: &HtmlElement,
    name: &str,
    text: &str,
    options: &str,
) -> Result<JsValue, JsValue> {
    let function = function(root, name).ok_or(JsValue::NULL)?;
    let promise = function.call2(&JsValue::NULL, &text.into(), &options.into())?;
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

fn function(root: &HtmlElement, name: &str) -> Option<Function> {
    Reflect::get(root, &name.into()).ok()?.dyn_into().ok()
}
