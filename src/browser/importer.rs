//! Calls the importer: a separate module that reads large files and files of other programs.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use nachlese_reader::ParseError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::load_error::LoadError;

/// A file that is being read in pieces.
///
/// The script that starts the app sets `nachleseImporter` of the root to a function that loads
/// `browser/importer.js`. It takes the file's bytes and media type, and promises a function that
/// promises one piece after the other.
pub(crate) struct Importer(Function);

impl Importer {
    /// Begins to read a file. The file must not be used afterwards.
    ///
    /// # Errors
    /// [`LoadError::NoNetwork`] if the importer cannot be loaded.
    pub(crate) async fn begin(
        root: &HtmlElement,
        bytes: &Uint8Array,
        media_type: &str,
    ) -> Result<Self, LoadError> {
        let importer = Reflect::get(root, &"nachleseImporter".into()).ok();
        let importer: Option<Function> = importer.and_then(|it| it.dyn_into().ok());
        let promise = importer.and_then(|importer| {
            importer
                .call2(&JsValue::NULL, bytes, &media_type.into())
                .ok()
        });
        let next = kept(promise).await?.dyn_into();
        next.map(Self).map_err(|_| LoadError::NoNetwork)
    }

    /// The next piece, for [`nachlese_reader::PieceReader`], or `None` at the end.
    ///
    /// # Errors
    /// What is wrong with the file, or [`LoadError::TooLarge`] if it does not fit into memory.
    pub(crate) async fn next(&self) -> Result<Option<Vec<u8>>, LoadError> {
        let piece = kept(self.0.call0(&JsValue::NULL).ok()).await?;
        Ok(piece
            .dyn_into()
            .ok()
            .map(|piece: Uint8Array| piece.to_vec()))
    }
}

/// Waits for the promised value.
async fn kept(promise: Option<JsValue>) -> Result<JsValue, LoadError> {
    let promise = promise.and_then(|promise| promise.dyn_into::<Promise>().ok());
    let answer = JsFuture::from(promise.ok_or(LoadError::NoNetwork)?).await;
    // The importer throws texts, the browser throws objects.
    answer.map_err(|error| match error.as_string() {
        Some(line) => ParseError::of_line(&line).map_or(LoadError::TooLarge, LoadError::Unreadable),
        None => LoadError::NoNetwork,
    })
}
