//! Shifts the captions of a talk that begins later in its video.

use js_sys::Reflect;
use leptos::ev::Event;
use wasm_bindgen::JsValue;

/// Shifts the cues of captions by a number of seconds, when an event says that they are loaded.
pub(crate) fn move_cues(event: &Event, seconds: f64) -> Option<()> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    let cues = get(&get(&event.target()?.into(), "track")?, "cues")?;
    for at in 0_u32.. {
        let cue = get(&cues, &at.to_string())?;
        // The end first, because a cue must not end before it starts.
        for name in ["endTime", "startTime"] {
            let time = get(&cue, name)?.as_f64()?;
            Reflect::set(&cue, &name.into(), &(time + seconds).into()).ok()?;
        }
    }
    None
}
