//! Plays the recording that the reader asked for.

use js_sys::{Promise, Reflect};
use leptos::{prelude::window, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// What can be played.
    type Player;
    #[wasm_bindgen(method, catch)]
    fn play(this: &Player) -> Result<Promise, JsValue>;
}

/// Plays a video if the reader has just pressed something. If the browser cannot tell, it decides
/// itself.
pub(crate) fn play_if_pressed(video: &Element) {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into());
    let activation = get(&window().navigator(), "userActivation");
    let is_pressed = activation.and_then(|activation| get(&activation, "isActive"));
    if is_pressed.is_ok_and(|is_pressed| is_pressed.is_falsy()) {
        return;
    }
    let video: &Player = video.unchecked_ref();
    if let Ok(promise) = video.play() {
        spawn_local(async {
            // If the browser refuses, the reader can use the player's own button.
            let _ = JsFuture::from(promise).await;
        });
    }
}
