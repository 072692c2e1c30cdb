//! Loads transcripts, and the script that lets readers follow, search and quote them.

use js_sys::{Function, Reflect};
use nachlese_markup::ElementRef;
use nachlese_reader::encoding::{self, browser::decode};
use nachlese_search::Transcript;
use wasm_bindgen::{JsCast, JsValue};

use super::fetch;

/// The text of a file of captions or of a transcript, if it can be loaded and read.
pub(crate) async fn text_of(address: &str) -> Option<String> {
    let bytes = fetch(address, false).await.ok()?.bytes.to_vec();
    decode(encoding::guess(&bytes), &bytes)
}

/// Loads a transcript.
pub(crate) async fn transcript(address: &str) -> Option<Transcript> {
    let text = text_of(address).await?;
    Some(Transcript::read(&text))
}

/// Has the script look after a drawn transcript. The script that starts the app sets
/// `nachleseTranscript` of the root to a function that loads `browser/transcript.js`.
pub(crate) fn look_after_words(pane: ElementRef) {
    let look_after = || {
        let pane = pane.element()?;
        let root = pane.closest("[data-nachlese]").ok()??;
        let script = Reflect::get(&root, &"nachleseTranscript".into()).ok()?;
        let script: Function = script.dyn_into().ok()?;
        script.call1(&JsValue::NULL, &pane).ok()
    };
    let _ = look_after();
}
