//! The chapters of a recording as WebVTT, for a `<track kind="chapters">`.
//!
//! WebVTT (<https://www.w3.org/TR/webvtt1/>, "WebVTT chapter title text", read on 2026-11-24): one
//! cue per chapter, in order, with a single line of text as payload. Servers send it as
//! `text/vtt`. Its times count from the beginning of the file, not of the talk.

use nachlese_event::{Recording, Seconds, Talk};

use super::{
    Edition, ExportError,
    edition::{released, start},
};

/// The length of the last chapter if its end is not known. WebVTT requires an end after the start.
/// An end beyond the recording does no harm, because players stop at the end of the recording.
const UNKNOWN_END: u32 = 3_600;

/// The chapters of a talk's recording as WebVTT.
///
/// A chapter ends where the next one begins. The last one ends with the talk, whose duration is
/// used as the recording's. If that is unknown or before the chapter's start, it ends after an
/// hour. Of several chapters that begin at the same second, only the last one has a length, so the
/// others are left out.
///
/// # Errors
/// [`ExportError::NoChapters`] if the recording has none or was not published.
pub fn chapters_vtt(edition: &Edition<'_>, talk: &Talk) -> Result<String, ExportError> {
    if !has_chapters(talk) {
        return Err(ExportError::NoChapters);
    }
    let recording = released(talk);
    let begin = recording.map(start).unwrap_or_default();
    let chapters = recording.map_or(&[][..], |recording| &recording.chapters);
    let starts = chapters.iter().skip(1).map(|chapter| Some(chapter.start));
    let cues = chapters.iter().zip(starts.chain([None]));
    let cues = cues.filter_map(|(chapter, next)| {
        let start = chapter.start;
        let end = next.unwrap_or_else(|| last_end(talk, start));
        let title = escape(&edition.line(&chapter.title));
        let is_cue = end > start && !title.is_empty();
        let [start, end] = [start, end].map(|at| clock(Seconds(begin.0 + at.0)));
        is_cue.then(|| format!("\n{start} --> {end}\n{title}\n"))
    });
    Ok(["WEBVTT\n".to_owned()].into_iter().chain(cues).collect())
}

/// Whether a talk has a published recording with chapters.
#[must_use]
pub fn has_chapters(talk: &Talk) -> bool {
    let is_divided = |recording: &Recording| !recording.chapters.is_empty();
    released(talk).is_some_and(is_divided)
}

fn last_end(talk: &Talk, start: Seconds) -> Seconds {
    let end = talk.duration.filter(|end| *end > start);
    end.unwrap_or(Seconds(start.0.saturating_add(UNKNOWN_END)))
}

/// A timestamp. The hours have at least two digits.
pub(super) fn clock(Seconds(total): Seconds) -> String {
    let (hours, minutes, seconds) = (total / 3_600, total / 60 % 60, total % 60);
    format!("{hours:02}:{minutes:02}:{seconds:02}.000")
}

/// Escapes `&` and `<`, which begin references and tags, and `>`, so that no line contains `-->`.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::export::Site;

    /// The chapters of the only talk of an event, with these fields.
    fn check(fields: &str, chapters: &str, expected: Result<&str, ExportError>) {
        let (event, _) = parse(&format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [{{
                "id": "a", "kind": "talk", "title": "A", {fields}
                "recording": {{"status": "released", "chapters": [{chapters}]}}}}]}}"#
        ))
        .unwrap();
        let site = Site::unknown();
        let edition = Edition::new(&event, &event.language, &site);
        let made = chapters_vtt(&edition, &event.talks[0]);
        assert_eq!(made.as_deref(), expected.as_deref());
    }

    #[test]
    fn each_chapter_ends_where_the_next_one_begins() {
        check(
            r#""duration": "PT1H30M","#,
            r#"{"start": "1:02:03", "title": "Ende"}, {"start": 0, "title": "An\nfang"}"#,
            Ok("WEBVTT\n\
                \n00:00:00.000 --> 01:02:03.000\nAn fang\n\
                \n01:02:03.000 --> 01:30:00.000\nEnde\n"),
        );
    }

    #[test]
    fn times_count_from_the_beginning_of_the_file() {
        check(
            r#""duration": "PT1H","#,
            r#"{"start": 0, "title": "A"}, {"start": "10:00", "title": "B"}], "sources": [
               {"provider": "youtube", "id": "AbCdEfGhIjK", "start": 5},
               {"provider": "file", "url": "day.mp4", "start": "2:00:00"}"#,
            Ok("WEBVTT\n\
                \n02:00:00.000 --> 02:10:00.000\nA\n\
                \n02:10:00.000 --> 03:00:00.000\nB\n"),
        );
    }

    #[test]
    fn the_last_chapter_lasts_an_hour_if_nothing_is_known() {
        for duration in ["", r#""duration": "PT5S","#] {
            check(
                duration,
                r#"{"start": 5, "title": "<b>R&D --> x</b>"}"#,
                Ok("WEBVTT\n\
                    \n00:00:05.000 --> 01:00:05.000\n&lt;b&gt;R&amp;D --&gt; x&lt;/b&gt;\n"),
            );
        }
    }

    #[test]
    fn chapters_without_a_length_are_left_out() {
        check(
            r#""duration": 1,"#,
            r#"{"start": 7, "title": "A"}, {"start": 7, "title": "B"}, {"start": 8, "title": "C"}"#,
            Ok("WEBVTT\n\
                \n00:00:07.000 --> 00:00:08.000\nB\n\
                \n00:00:08.000 --> 00:01:00.000\nC\n"),
        );
        check("", "", Err(ExportError::NoChapters));
    }
}
