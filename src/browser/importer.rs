//! The importer: a module of its own that reads files of other programs, and large ones.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use nachlese_reader::ParseError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::load_error::LoadError;

/// A file that is being read in pieces.
///
/// The script that started the app left the way to `browser/importer.js` in the root's
/// `nachleseImporter`, a function of the file's bytes and media type that promises a function, which
/// promises one piece after the other.
pub(crate) struct Importer(Function);

impl Importer {
    /// Begins to read a file, which must not be used any more.
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

    /// The next piece, for [`nachlese_reader::PieceReader`]; none at the end.
    ///
    /// # Errors
    /// What is wrong with the file; [`LoadError::TooLarge`] if the memory does not hold it.
    pub(crate) async fn next(&self) -> Result<Option<Vec<u8>>, LoadError> {
        let piece = kept(self.0.call0(&JsValue::NULL).ok()).await?;
        Ok(piece
            .dyn_into()
            .ok()
            .map(|piece: Uint8Array| piece.to_vec()))
    }
}

/// What was promised.
async fn kept(promise: Option<JsValue>) -> Result<JsValue, LoadError> {
    let promise = promise.and_then(|promise| promise.dyn_into::<Promise>().ok());
    let answer = JsFuture::from(promise.ok_or(LoadError::NoNetwork)?).await;
    // The importer throws reasons, the browser throws objects.
    answer.map_err(|error| match error.as_string() {
        Some(line) => ParseError::of_line(&line).map_or(LoadError::TooLarge, LoadError::Unreadable),
        None => LoadError::NoNetwork,
    })
}
