//! Fetching the event's file.

use std::time::Duration;

use gloo_net::http::{Request, Response};
use js_sys::{Promise, Reflect, Uint8Array};
use leptos::prelude::set_timeout_with_handle;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache};

use crate::load_error::LoadError;

/// How long a server may be silent.
const PATIENCE: Duration = Duration::from_secs(8);
/// The largest file that is read, in bytes.
const MOST_BYTES: u32 = 64_000_000;

/// A file, and where it came from.
pub(crate) struct Fetched {
    /// Its bytes, in the memory of the browser.
    pub(crate) bytes: Uint8Array,
    /// The day on which it was kept, if the service worker had to step in, as [`Kept::read`] takes it.
    ///
    /// [`Kept::read`]: crate::state::Kept::read
    pub(crate) kept: Option<String>,
    /// What the server says it is; empty if nothing.
    pub(crate) media_type: String,
}

#[wasm_bindgen]
extern "C" {
    /// `ReadableStreamDefaultReader`, of which one function is wanted.
    type Reader;
    #[wasm_bindgen(method)]
    fn read(this: &Reader) -> Promise;
}

/// Fetches a file; on a retry past every cache, and past a preload that never ends.
///
/// # Errors
/// [`LoadError`] says what went wrong on the way; the file itself is not looked at.
pub(crate) async fn fetch(address: &str, is_retry: bool) -> Result<Fetched, LoadError> {
    let controller = AbortController::new().map_err(|_| LoadError::NoNetwork)?;
    let answer = read(address, &controller, is_retry).await;
    if answer.is_err() && controller.signal().aborted() {
        return Err(LoadError::Timeout);
    }
    // Whatever is still on its way is not wanted.
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

/// Reads what comes: a large file may take long, if only it comes on.
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

/// Waits for something of the network, which is aborted after a while.
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
