//! The importer of other programs' programmes: a module of its own that only they load.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::{load_error::LoadError, parse::ParseError};

/// Makes event JSON of another program's file.
///
/// The script that started the app left the way to the importer (`src/importer.rs`) in the root's
/// `nachleseImporter`, a function of the text that promises the JSON.
///
/// # Errors
/// [`LoadError::NoNetwork`] if the importer cannot be loaded; [`ParseError::NotXml`] is the only
/// thing that it may find wrong with a text that was recognised.
pub(crate) async fn import(root: &HtmlElement, text: &str) -> Result<String, LoadError> {
    let promise = promise(root, text).ok_or(LoadError::NoNetwork)?;
    match JsFuture::from(promise).await {
        Ok(json) => json.as_string().ok_or(LoadError::NoNetwork),
        // The importer throws its codes, the browser throws objects.
        Err(error) if error.is_string() => Err(LoadError::Unreadable(ParseError::NotXml)),
        Err(_) => Err(LoadError::NoNetwork),
    }
}

fn promise(root: &HtmlElement, text: &str) -> Option<Promise> {
    let importer = Reflect::get(root, &"nachleseImporter".into()).ok()?;
    let importer: Function = importer.dyn_into().ok()?;
    let promise = importer.call1(&JsValue::NULL, &text.into()).ok()?;
    promise.dyn_into().ok()
}
