//! The chapters of a recording: Podcasting 2.0 JSON chapters, version 1.2.
//!
//! `docs/examples/chapters/jsonChapters.md` of the podcast namespace
//! (<https://github.com/Podcastindex-org/podcast-namespace>), read on 2026-11-24. Servers send it
//! as `application/json+chapters`. Its times count from the beginning of the file, not of the talk.

use nachlese_event::{Chapter, Talk};
use serde_json::{Value, json};

use super::{
    Edition, ExportError,
    edition::{released, start},
};

/// The chapters of a talk's recording.
///
/// # Errors
/// [`ExportError::NoChapters`] if the recording has none or was not published.
pub fn chapters(edition: &Edition<'_>, talk: &Talk) -> Result<Value, ExportError> {
    let recording = released(talk);
    let chapters = recording.map_or(&[][..], |recording| &recording.chapters);
    if chapters.is_empty() {
        return Err(ExportError::NoChapters);
    }
    let begin = recording.map(start).unwrap_or_default();
    let chapter = |chapter: &Chapter| {
        let mut object = json!({
            "startTime": begin.0 + chapter.start.0,
            "title": edition.line(&chapter.title),
        });
        if let Some(url) = edition.site.moment(&talk.id, chapter.start) {
            object["url"] = url.into();
        }
        object
    };
    let mut object = json!({
        "version": "1.2.0",
        "title": edition.heading(talk),
        "podcastName": edition.line(&edition.event.title),
        "chapters": chapters.iter().map(chapter).collect::<Vec<_>>(),
    });
    let names = edition.names(talk);
    if !names.is_empty() {
        object["author"] = names.into();
    }
    Ok(object)
}
