//! Gives a talk the chapters of its recording, from a file of another program.
//!
//! The times of such a file count from the beginning of the video. If the talk begins later in it
//! (`start` of its source), they are moved, and chapters of other parts of the video are left out.
//! If no chapter is within the talk then, the file counts from where the talk begins.

mod read;

use nachlese_event::{
    Chapter, Event, LocalizedText, Recording, Seconds, Talk, VideoSource,
    problem::{Finding, ImportFinding, JsonPath, Problem},
};

use self::read::{Mark, marks};
use super::{ImportError, recordings::position};
use crate::import::XmlParser;

/// A chapter that begins so many seconds before its talk is the talk's first.
const EARLY: u32 = 60;

/// Reads chapters and gives them to a talk. Findings have their places in the chapters' file.
///
/// # Errors
/// [`ImportError`] if no talk has the id, or there are no chapters in the text.
pub fn add_chapters(
    event: &mut Event,
    talk: &str,
    text: &str,
    parse_xml: XmlParser,
) -> Result<Vec<Problem>, ImportError> {
    let at = position(event, talk)?;
    let (mut marks, mut problems) = marks(text, parse_xml)?;
    if marks.is_empty() {
        return Err(ImportError::NoChapters);
    }
    let mut report =
        |path: &JsonPath, finding| problems.push(Problem::new(path, Finding::Import(finding)));
    for pair in marks.windows(2) {
        if let [before, mark] = pair
            && mark.start < before.start
        {
            let start = mark.start;
            report(&mark.path, ImportFinding::ChapterOutOfOrder { start });
        }
    }
    marks.sort_by_key(|mark| mark.start);
    let talk = &mut event.talks[at];
    let heading = talk
        .heading()
        .map(|heading| heading.in_event_language(&event.language));
    let title = heading.unwrap_or(talk.id.as_str()).to_owned();
    let recording = talk.recording.get_or_insert_default();
    let begins = begins(recording);
    let (marks, elsewhere) = within(marks, begins, talk.duration);
    if let Some(first) = elsewhere.first() {
        let count = elsewhere.len();
        report(&first.path, ImportFinding::ChaptersElsewhere { count });
    }
    for mark in &marks {
        if let Some(end) = talk.duration.filter(|end| mark.start >= *end) {
            let start = mark.start;
            report(&mark.path, ImportFinding::ChapterPastEnd { start, end });
        }
    }
    let root = JsonPath::root();
    if recording.sources.is_empty() {
        let talk = title.clone();
        report(&root, ImportFinding::ChaptersWithoutRecording { talk });
    }
    let (count, replaced) = (marks.len(), recording.chapters.len());
    recording.chapters = marks.into_iter().map(chapter).collect();
    let talk = title;
    report(
        &root,
        ImportFinding::ChaptersTaken {
            count,
            replaced,
            talk,
        },
    );
    Ok(problems)
}

/// Reads the chapters that a talk's file has, in order.
///
/// # Errors
/// [`ImportError`] if there are no chapters in the text.
pub fn file_chapters(
    talk: &Talk,
    text: &str,
    parse_xml: XmlParser,
) -> Result<Vec<Chapter>, ImportError> {
    let (mut marks, _) = marks(text, parse_xml)?;
    if marks.is_empty() {
        return Err(ImportError::NoChapters);
    }
    marks.sort_by_key(|mark| mark.start);
    let recording = talk.recording.as_ref();
    let begins = recording.map_or(Seconds(0), begins);
    let (marks, _) = within(marks, begins, talk.duration);
    Ok(marks.into_iter().map(chapter).collect())
}

/// Where the talk begins in the video.
fn begins(recording: &Recording) -> Seconds {
    let starts = recording.sources.iter().map(VideoSource::start);
    starts.max().unwrap_or_default()
}

fn chapter(mark: Mark) -> Chapter {
    Chapter {
        start: mark.start,
        title: LocalizedText::plain(&mark.title),
    }
}

/// Moves chapters to where the talk begins in the video. Also gives those of other parts.
fn within(marks: Vec<Mark>, begins: Seconds, length: Option<Seconds>) -> (Vec<Mark>, Vec<Mark>) {
    if begins.0 == 0 {
        return (marks, Vec::new());
    }
    let from = begins.0.saturating_sub(EARLY);
    let to = length.map_or(u32::MAX, |length| begins.0.saturating_add(length.0));
    let is_within = |mark: &Mark| (from..to).contains(&mark.start.0);
    if !marks.iter().any(is_within) {
        return (marks, Vec::new());
    }
    let (mut own, others): (Vec<_>, _) = marks.into_iter().partition(is_within);
    for mark in &mut own {
        mark.start = Seconds(mark.start.0.saturating_sub(begins.0));
    }
    (own, others)
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::import::native_xml;

    /// The chapters that a talk of ten minutes gets, which begins at this second of its video, and
    /// the codes of the findings.
    fn check(start: u32, text: &str, expected: &[&str], codes: &[&str]) {
        let event = serde_json::json!({
            "schemaVersion": 1, "id": "e", "language": "de", "title": "T",
            "talks": [{"id": "a", "kind": "talk", "title": "A", "duration": "PT10M", "recording": {
                "status": "released",
                "sources": [{"provider": "youtube", "id": "AbCdEfGhIj1", "start": start}],
            }}],
        });
        let (mut event, problems) = parse(&event.to_string()).unwrap();
        assert_eq!(problems, []);
        let problems = add_chapters(&mut event, "a", text, native_xml).unwrap();
        let chapters = &event.talks[0].recording.as_ref().unwrap().chapters;
        let title = |chapter: &Chapter| chapter.title.in_event_language(&event.language).to_owned();
        let found: Vec<_> = chapters
            .iter()
            .map(|it| format!("{} {}", it.start, title(it)))
            .collect();
        assert_eq!(found, expected, "{text}");
        let found: Vec<_> = problems.iter().map(Problem::code).collect();
        assert_eq!(found, codes, "{text}");
    }

    #[test]
    fn reads_every_form() {
        let expected = &["0:00 Anfang", "1:30 Mitte & Ende"];
        let taken = &["chapters-taken"];
        for text in [
            "<psc:chapters version='1.2' xmlns:psc='http://podlove.org/simple-chapters'>\
             <psc:chapter start='0' title='Anfang'/><psc:chapter start='00:01:30.250' title='Mitte &amp; Ende'/></psc:chapters>",
            "<chapters><chapter start='00:00' title='Anfang'/><chapter start='1:30' title='Mitte &amp; Ende'/></chapters>",
            r#"[{"start": "00:00:00", "title": "Anfang", "href": "", "image": ""}, {"start": "00:01:30.000", "title": "Mitte & Ende"}]"#,
            r#"{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Anfang"}, {"startTime": 90.9, "title": "Mitte & Ende"}]}"#,
            r#"{"chapters": [{"start_time": 0.0, "end_time": 90.0, "title": "Anfang"}, {"start_time": 90.0, "title": "Mitte & Ende"}]}"#,
            "WEBVTT\n\n1\n00:00.000 --> 01:30.000\nAnfang\n\n00:01:30.000 --> 00:02:00.000 align:left\nMitte &amp; <b>Ende</b>\n",
            "\u{feff}00:00:00.000 Anfang\r\n00:01:30.000 Mitte & Ende <https://example.org/>\r\n",
        ] {
            check(
                0,
                text,
                expected,
                if text.contains("<https") {
                    &["not-imported", "chapters-taken"]
                } else {
                    taken
                },
            );
        }
    }

    #[test]
    fn checks_times_against_the_talk() {
        let text = "0:00 A\n5:00 B\n4:00 C\n10:00 D";
        check(
            0,
            text,
            &["0:00 A", "4:00 C", "5:00 B", "10:00 D"],
            &["chapter-out-of-order", "chapter-past-end", "chapters-taken"],
        );
        let day = "0:00 Morgen\n59:30 A\n1:05:00 B\n1:10:00 C\n2:00:00 D";
        check(
            3_600,
            day,
            &["0:00 A", "5:00 B"],
            &["chapters-elsewhere", "chapters-taken"],
        );
        check(
            3_600,
            "0:00 A\n5:00 B",
            &["0:00 A", "5:00 B"],
            &["chapters-taken"],
        );
    }

    #[test]
    fn refuses_what_has_no_chapters() {
        for text in [
            "",
            "[]",
            "{}",
            "<rss/>",
            "<psc:chapters/>",
            "WEBVTT",
            "Guten Tag",
            "{\"chapters\": 5}",
            "[",
        ] {
            let event = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [{"id": "a", "kind": "talk", "title": "A"}]}"#;
            let mut event = parse(event).unwrap().0;
            let before = event.clone();
            let error = add_chapters(&mut event, "a", text, native_xml).unwrap_err();
            assert!(
                matches!(error, ImportError::NoChapters | ImportError::Parse(_)),
                "{text}: {error:?}"
            );
            assert_eq!(event, before);
            let error = add_chapters(&mut event, "b", text, native_xml).unwrap_err();
            assert!(matches!(error, ImportError::Talk(_)), "{text}: {error:?}");
        }
    }
}
