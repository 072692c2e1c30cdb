//! Calls the exporter of watch-lists: a separate module that is loaded only when it is needed.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// The name of the function that loads `browser/exporter.js`, set by the script that starts the
/// app. It returns a promise.
const EXPORTER: &str = "nachleseExporter";

/// Whether files can be written on this page.
pub(crate) fn has_exporter(root: &HtmlElement) -> bool {
    exporter(root).is_some()
}

/// Writes talks of the event in `file` for other programs, and offers the result as a download.
/// Returns whether that worked. `options` are the options of the script, one line each.
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
