//! Which files of an event may be published: those that it names and shows.

use std::collections::BTreeSet;

use nachlese_event::{Event, Recording, Span, spans};
use serde_json::Value;

use super::beside::{drawing, path_beside};

/// The paths beside the event's file that the event names, without `#…`: no recording that is
/// withheld, no photograph whose rights are not cleared, nothing from the notes for editors.
///
/// A text that only looks like a path is among them too; there is no such file.
pub(super) fn published_paths(event: &Event) -> BTreeSet<String> {
    let mut event = event.clone();
    event.editorial_notes.clear();
    event.corrections.clear();
    for talk in &mut event.talks {
        talk.recording = talk.recording.take().filter(Recording::is_playable);
    }
    let mut texts = BTreeSet::new();
    // Every part of an event can be written as JSON.
    collect(
        &serde_json::to_value(&event).unwrap_or_default(),
        &mut texts,
    );
    texts.iter().filter_map(|text| path_beside(text)).collect()
}

fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            texts.insert(text.clone());
            let links = spans(text).into_iter().filter_map(|span| match span {
                Span::Link { url, .. } => Some(url.as_str().to_owned()),
                Span::Text(_) => None,
            });
            texts.extend(links);
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match name.as_str() {
                    "photo" if value["rightsCleared"] != true => {}
                    "ref" => texts.extend(value.as_str().and_then(drawing)),
                    _ => collect(value, texts),
                }
            }
        }
        _ => {}
    }
}
