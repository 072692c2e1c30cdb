//! The exporter of watch-lists: a module of its own that only those load who need it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// Where the script that started the app left the way to `browser/exporter.js`: a function that
/// promises to have done it.
const EXPORTER: &str = "nachleseExporter";

/// Whether files can be written here at all.
pub(crate) fn has_exporter(root: &HtmlElement) -> bool {
    exporter(root).is_some()
}

/// Writes talks of the event in `file` for other programs, and hands the result to the reader;
/// tells whether that worked. `options` are those of the script, a line each.
pub(crate) async fn export(root: &HtmlElement, file: &str, options: &str) -> bool {
    let promise = exporter(root).and_then(|exporter| {
        let written = exporter.call2(&JsValue::NULL, &file.into(), &options.into());
        written.ok()?.dyn_into::<Promise>().ok()
    });
    match promise {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

fn exporter(root: &HtmlElement) -> Option<Function> {
    Reflect::get(root, &EXPORTER.into()).ok()?.dyn_into().ok()
}
