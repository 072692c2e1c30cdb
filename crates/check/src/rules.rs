//! Rules that an event must follow beyond the types of its fields, one function per rule.
//!
//! Each rule looks at one part and its place in the file. The reader calls them while it reads,
//! because the places are known only then: parts that are left out shift the indices.

use nachlese_event::{
    CaptionsOrigin, Illustration, LanguageTag, LocalizedText, PODCAST_CATEGORIES, Photo, Recording,
    RecordingStatus, Seconds, Span, Talk, TalkId, VideoSource, When, next_day,
    problem::{Finding, JsonPath, Problem},
    spans,
};
use nachlese_fold::fold;

use crate::near;

/// A text has a version in the event's language, or in the language `spoken` in its talk.
pub fn translation(
    text: &LocalizedText,
    language: &LanguageTag,
    spoken: Option<&LanguageTag>,
    path: &JsonPath,
    out: &mut Vec<Problem>,
) {
    let fits = |tag: &LanguageTag| {
        tag.is_same_language(language) || spoken.is_some_and(|spoken| tag.is_same_language(spoken))
    };
    if !text.variants().any(|(tag, _)| tag.is_none_or(fits)) {
        let language = language.as_str().to_owned();
        out.push(Problem::new(path, Finding::MissingTranslation { language }));
    }
}

/// A text that is shown as a link or a name contains no links.
pub fn no_links(text: &LocalizedText, path: &JsonPath, out: &mut Vec<Problem>) {
    let has_links = |text: &str| {
        spans(text)
            .iter()
            .any(|span| matches!(span, Span::Link { .. }))
    };
    if text.variants().any(|(_, text)| has_links(text)) {
        out.push(Problem::new(path, Finding::LinkNotPossible));
    }
}

/// A feed is filed where Apple Podcasts has a place for it.
pub fn podcast_category(category: &str, path: &JsonPath, out: &mut Vec<Problem>) {
    let allowed = PODCAST_CATEGORIES;
    if !allowed.contains(&category) {
        let finding = Finding::UnknownValue {
            value: category.to_owned(),
            allowed,
            suggestion: near(category, allowed.iter().copied()),
        };
        out.push(Problem::new(path, finding));
    }
}

/// A talk takes place on the event's days.
pub fn within_event(talk: &Talk, when: &When, path: &JsonPath, out: &mut Vec<Problem>) {
    let Some(start) = talk.start else { return };
    let last = match when {
        // The event's end is not known.
        When::Clock { end: None, .. } => None,
        when => Some(when.last_day()),
    };
    let end = talk.last_day().unwrap_or(start.date());
    // A talk that begins in the night after the last day belongs to that day.
    let is_night = start.hour() < 6 && last.and_then(next_day) == Some(start.date());
    if start.date() < when.first_day() || last.is_some_and(|last| end > last) && !is_night {
        out.push(Problem::new(&path.field("start"), Finding::OutsideEvent));
    }
}

/// A photograph has everything that it needs to be shown.
pub fn photo_is_complete(photo: &Photo, path: &JsonPath, out: &mut Vec<Problem>) {
    match photo.missing() {
        missing if missing.is_empty() => {}
        missing if missing == ["alt"] => out.push(Problem::new(path, Finding::MissingAlt)),
        missing => out.push(Problem::new(path, Finding::PhotoIncomplete { missing })),
    }
}

/// A drawing has an alternative text.
pub fn illustration_has_alt(illustration: &Illustration, path: &JsonPath, out: &mut Vec<Problem>) {
    if illustration.alt.is_none() {
        out.push(Problem::new(path, Finding::MissingAlt));
    }
}

/// A published file has captions written by people.
pub fn has_captions(recording: &Recording, path: &JsonPath, out: &mut Vec<Problem>) {
    let is_file = |source: &VideoSource| matches!(source, VideoSource::File { .. });
    let by_people = |origin| origin == CaptionsOrigin::Human;
    if recording.status == RecordingStatus::Released
        && recording.sources.iter().any(is_file)
        && !recording
            .captions
            .iter()
            .any(|captions| by_people(captions.origin))
    {
        out.push(Problem::new(path, Finding::MissingCaptions));
    }
}

/// A position in a recording is given together with the talk. `path` is that of the position.
pub fn position_has_talk(
    at: Option<Seconds>,
    talk: Option<&TalkId>,
    path: &JsonPath,
    out: &mut Vec<Problem>,
) {
    if at.is_some() && talk.is_none() {
        out.push(Problem::new(path, Finding::PositionWithoutTalk));
    }
}

/// A group of words that mean the same has at least two words, each of them once.
pub fn synonyms(words: &[LocalizedText], path: &JsonPath, out: &mut Vec<Problem>) {
    let mut known = Vec::new();
    for (_, word) in words.iter().flat_map(LocalizedText::variants) {
        let folded = fold(word.trim());
        if known.contains(&folded) {
            let word = word.to_owned();
            out.push(Problem::new(path, Finding::RepeatedSynonym { word }));
        } else if folded.bare.contains(char::is_alphanumeric) {
            known.push(folded);
        }
    }
    if known.len() < 2 {
        out.push(Problem::new(path, Finding::TooFewSynonyms));
    }
}

/// The editors' notes are resolved before publication.
pub fn editorial_note(
    note: &LocalizedText,
    language: &LanguageTag,
    path: &JsonPath,
    out: &mut Vec<Problem>,
) {
    let text = note.in_event_language(language).to_owned();
    out.push(Problem::new(path, Finding::EditorialNote { text }));
}
