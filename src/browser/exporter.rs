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

/// A file to write for other programs, with some talks of an event.
pub(crate) struct ListFile {
    /// The address of the event's file.
    pub(crate) event: String,
    /// The name of the file to write. Its extension decides the format.
    pub(crate) name: String,
    /// The language to write it in, as a tag.
    pub(crate) language: String,
    /// The address of the event's page. Empty if talks have no pages of their own.
    pub(crate) page: String,
    /// The talks, as in addresses.
    pub(crate) talks: String,
}

/// Writes a file and offers it as a download. Returns whether that worked.
pub(crate) async fn export(root: &HtmlElement, list: &ListFile) -> bool {
    let ListFile {
        event,
        name,
        language,
        page,
        talks,
    } = list;
    let promise = exporter(root).and_then(|exporter| {
        let given = [event, name, language, page, talks].map(JsValue::from);
        let written = exporter.apply(&JsValue::NULL, &given.iter().collect());
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
