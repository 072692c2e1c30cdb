//! Captions of a talk that begins later in its video.

use js_sys::Reflect;
use leptos::ev::Event;
use wasm_bindgen::JsValue;

/// Moves the cues of the captions that an event tells to be loaded, by a number of seconds.
pub(crate) fn move_cues(event: &Event, seconds: f64) -> Option<()> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    let cues = get(&get(&event.target()?.into(), "track")?, "cues")?;
    for at in 0_u32.. {
        let cue = get(&cues, &at.to_string())?;
        // The end first: no browser likes a cue that ends before it starts.
        for name in ["endTime", "startTime"] {
            let time = get(&cue, name)?.as_f64()?;
            Reflect::set(&cue, &name.into(), &(time + seconds).into()).ok()?;
        }
    }
    None
}
