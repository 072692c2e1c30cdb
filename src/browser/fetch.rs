//! Fetches the event's file.

use std::time::Duration;

use gloo_net::http::{Request, Response};
use js_sys::{Promise, Reflect, Uint8Array};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache};

use crate::load_error::LoadError;

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(8);
/// In this time, at least [`LEAST_BYTES`] of a file must arrive. Slow lines are waited for, but not a
/// server that sends a byte a second.
const STALL: Duration = Duration::from_secs(15);
/// See [`STALL`].
const LEAST_BYTES: u32 = 4_096;
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
    let patience = Patience::begin(controller, PATIENCE);
    let response = request.send().await;
    drop(patience);
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
    let (mut length, mut counted) = (0, 0);
    let mut patience = Patience::begin(controller, STALL);
    let mut parts = Vec::new();
    if let Some(stream) = response.body() {
        let reader: Reader = stream.get_reader().unchecked_into();
        loop {
            if announced.unwrap_or(length).max(length) > MOST_BYTES {
                return Err(LoadError::TooLarge);
            }
            let part = JsFuture::from(reader.read()).await;
            let part = part.map_err(|_| LoadError::NoNetwork)?;
            // At the end there is no value.
            let part = Reflect::get(&part, &"value".into()).ok();
            let Some(part) = part.and_then(|part| part.dyn_into::<Uint8Array>().ok()) else {
                break;
            };
            length += part.length();
            parts.push(part);
            if length - counted >= LEAST_BYTES {
                counted = length;
                patience = Patience::begin(controller, STALL);
            }
        }
    }
    drop(patience);
    let whole = Uint8Array::new_with_length(length);
    let mut at = 0;
    for part in parts {
        whole.set(&part, at);
        at += part.length();
    }
    Ok(whole)
}

/// Aborts a request after a while, unless it is dropped before.
struct Patience(Option<TimeoutHandle>);

impl Patience {
    fn begin(controller: &AbortController, time: Duration) -> Self {
        let controller = controller.clone();
        Self(set_timeout_with_handle(move || controller.abort(), time).ok())
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        if let Some(timer) = self.0.take() {
            timer.clear();
        }
    }
}
