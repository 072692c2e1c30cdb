//! Plays the recording that the reader asked for, and talks with providers' players.

use js_sys::{Function, Promise, Reflect};
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

    /// A provider's player, as `browser/players.js` describes it.
    type Told;
    #[wasm_bindgen(method, getter, js_name = isTold)]
    fn is_told(this: &Told) -> bool;
    #[wasm_bindgen(method)]
    fn seek(this: &Told, second: f64);
    #[wasm_bindgen(method)]
    fn end(this: &Told);
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

/// The property of a frame that holds its player, set by the script that starts the app.
const PLAYER: &str = "nachlesePlayer";

/// Gets into conversation with a provider's player in a frame.
pub(crate) fn meet_player(frame: &Element) {
    let meet = || {
        let root = frame.closest("[data-nachlese]").ok()??;
        let meet: Function = Reflect::get(&root, &PLAYER.into()).ok()?.dyn_into().ok()?;
        meet.call1(&JsValue::NULL, frame).ok()
    };
    let _ = meet();
}

/// Has a provider's player play from a second of the talk. Returns whether it listens.
pub(crate) fn seek(frame: &Element, second: f64) -> bool {
    let told = told(frame).filter(Told::is_told);
    if let Some(player) = &told {
        player.seek(second);
    }
    told.is_some()
}

/// Ends the conversation.
pub(crate) fn leave_player(frame: &Element) {
    if let Some(player) = told(frame) {
        player.end();
    }
}

fn told(frame: &Element) -> Option<Told> {
    let player = Reflect::get(frame, &PLAYER.into()).ok()?;
    player.is_object().then(|| player.unchecked_into())
}
