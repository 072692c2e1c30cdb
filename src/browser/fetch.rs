//! Fetches the event's file.

use std::time::Duration;

use gloo_net::http::{Request, Response};
use js_sys::{Promise, Reflect, Uint8Array};
use leptos::prelude::set_timeout_with_handle;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache};

use crate::load_error::LoadError;

/// How long a server may take without sending anything.
const PATIENCE: Duration = Duration::from_secs(8);
/// The largest file that is read, in bytes.
const MOST_BYTES: u32 = 64_000_000;

/// A file, and where it came from.
pub(crate) struct Fetched {
    /// Its bytes, in the memory of the browser.
    pub(crate) bytes: Uint8Array,
    /// The day on which it was stored, if it comes from the service worker, in the form of
    /// [`Kept::read`].
    ///
    /// [`Kept::read`]: crate::state::Kept::read
    pub(crate) kept: Option<String>,
    /// The media type that the server says, or empty.
    pub(crate) media_type: String,
}

#[wasm_bindgen]
extern "C" {
    /// `ReadableStreamDefaultReader`, with the only function that is needed.
    type Reader;
    #[wasm_bindgen(method)]
    fn read(this: &Reader) -> Promise;
}

/// Fetches a file. A retry bypasses every cache, and a preload that never ends.
///
/// # Errors
/// [`LoadError`] says why the file could not be loaded. Its content is not checked.
pub(crate) async fn fetch(address: &str, is_retry: bool) -> Result<Fetched, LoadError> {
    let controller = AbortController::new().map_err(|_| LoadError::NoNetwork)?;
    let answer = read(address, &controller, is_retry).await;
    if answer.is_err() && controller.signal().aborted() {
        return Err(LoadError::Timeout);
    }
    // The rest of the response is not needed.
    controller.abort();
    answer
}

async fn read(
    address: &str,
    controller: &AbortController,
    is_retry: bool,
) -> Result<Fetched, LoadError> {
    let cache = if is_retry {
        RequestCache::Reload
    } else {
        RequestCache::Default
    };
    let request = Request::get(address)
        .abort_signal(Some(&controller.signal()))
        .cache(cache);
    let response = patiently(controller, request.send()).await;
    let response = response.map_err(|_| LoadError::NoNetwork)?;
    match response.status() {
        200 => {}
        404 | 410 => return Err(LoadError::NotFound),
        status => return Err(LoadError::Http(status)),
    }
    let bytes = body(&response, controller).await?;
    let kept = response.headers().get("x-nachlese-kept");
    let media_type = response.headers().get("content-type").unwrap_or_default();
    Ok(Fetched {
        bytes,
        kept,
        media_type,
    })
}

/// Reads the response. A large file may take long, as long as data keeps arriving.
async fn body(response: &Response, controller: &AbortController) -> Result<Uint8Array, LoadError> {
    let announced = response.headers().get("content-length");
    let announced = announced.and_then(|length| length.parse().ok());
    let mut length = 0;
    let mut parts = Vec::new();
    if let Some(stream) = response.body() {
        let reader: Reader = stream.get_reader().unchecked_into();
        loop {
            if announced.unwrap_or(length).max(length) > MOST_BYTES {
                return Err(LoadError::TooLarge);
            }
            let part = patiently(controller, JsFuture::from(reader.read())).await;
            let part = part.map_err(|_| LoadError::NoNetwork)?;
            // At the end there is no value.
            let part = Reflect::get(&part, &"value".into()).ok();
            let Some(part) = part.and_then(|part| part.dyn_into::<Uint8Array>().ok()) else {
                break;
            };
            length += part.length();
            parts.push(part);
        }
    }
    let whole = Uint8Array::new_with_length(length);
    let mut at = 0;
    for part in parts {
        whole.set(&part, at);
        at += part.length();
    }
    Ok(whole)
}

/// Waits for the network, but not forever.
async fn patiently<T>(controller: &AbortController, wanted: impl Future<Output = T>) -> T {
    let abort = {
        let controller = controller.clone();
        move || controller.abort()
    };
    let timer = set_timeout_with_handle(abort, PATIENCE).ok();
    let answer = wanted.await;
    if let Some(timer) = timer {
        timer.clear();
    }
    answer
}
