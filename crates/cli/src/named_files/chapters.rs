//! Chapters that a recording has in a file of their own.

use std::path::Path;

use nachlese_check::splice;
use nachlese_event::{Chapter, Event, Talk, problem::JsonPath};
use nachlese_formats::import::{file_chapters, native_xml};
use nachlese_reader::{document, json::Json};
use serde_json::{Value, json};

use super::files::Files;
use crate::folder::Folder;

/// Gives recordings the chapters of the files that they name. `file` is the event's file; without a
/// folder around it, there are no files beside it. Those that cannot be read are named by
/// [`super::faulty_files`].
pub(crate) fn take_chapters(event: &mut Event, file: &Path, within: Option<&Folder>) {
    let is_file = file.is_file() && !file.starts_with("/dev");
    let folder = file.parent().filter(|_| is_file);
    let files = Files { folder, within };
    for talk in &mut event.talks {
        let chapters = named(talk).and_then(|address| read(talk, address, files));
        if let (Some(recording), Some(chapters)) = (&mut talk.recording, chapters) {
            recording.chapters = chapters;
            recording.chapters_file = None;
        }
    }
}

/// The text of an event's file with the chapters in it that [`take_chapters`] found, so that pages
/// need not load them. All else stays as the editor wrote it.
pub(crate) fn with_chapters(text: &str, event: &Event) -> String {
    let json = document(text).ok();
    let told = match json.as_ref().and_then(|json| json.get("talks")) {
        Some(Json::List(talks)) => talks.as_slice(),
        _ => &[],
    };
    let is_complete = told.len() == event.talks.len();
    let values = told.iter().enumerate().filter_map(|(at, told)| {
        let Json::String(_) = told.get("recording")?.get("chapters")? else {
            return None;
        };
        let is_it = |talk: &&Talk| matches!(told.get("id"), Some(Json::String(id)) if id == talk.id.as_str());
        // If one was left out, their ids tell which is which.
        let talk = if is_complete {
            event.talks.get(at)
        } else {
            event.talks.iter().find(is_it)
        };
        let chapters = &talk?.recording.as_ref()?.chapters;
        let path = JsonPath::root().field("talks").index(at);
        let path = path.field("recording").field("chapters");
        // As editors write them.
        let list = chapters.iter().map(|it| json!({"start": it.start.to_string(), "title": it.title}));
        let value = list.collect::<Value>().to_string();
        (!chapters.is_empty()).then_some((path, value))
    });
    splice(text, &values.collect::<Vec<_>>())
}

/// The chapters of a file, or `None` if there are none in it.
pub(super) fn read(talk: &Talk, address: &str, files: Files<'_>) -> Option<Vec<Chapter>> {
    file_chapters(talk, &files.text(address)?, native_xml).ok()
}

fn named(talk: &Talk) -> Option<&str> {
    let file = talk.recording.as_ref()?.chapters_file.as_ref()?;
    Some(file.as_str())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use nachlese_reader::parse;

    use super::*;

    const PODCAST: &str = r#"{"version": "1.2.0", "chapters": [
        {"startTime": 90.9, "title": "Mitte „x“"}, {"startTime": 0, "title": "Anfang"}]}"#;

    fn event(chapters: &str, source: &str) -> String {
        format!(
            "{{\"schemaVersion\": 1, \"id\": \"e\", \"language\": \"de\", \"title\": \"Tag\",\r\n \"talks\": [\r\n\
             {{\"id\": \"t\", \"kind\": \"talk\", \"title\": \"T\", \"duration\": \"PT30M\", \"recording\":  {{\
             \"status\": \"released\", \"chapters\": {chapters}, \"sources\": [{source}]}}}}]}}"
        )
    }

    /// What a page reads from the file that is written for it.
    fn taken(chapters: &str, source: &str) -> (String, Vec<(String, String)>) {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("podcast.json", PODCAST),
            (
                "a.vtt",
                "WEBVTT\n\n00:00.000 --> 01:30.000\nAnfang\n\n01:30.000 --> 02:00.000\nMitte",
            ),
            (
                "a.psc",
                r#"<psc:chapters xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter start="1:00:00" title="Anfang"/><psc:chapter start="1:01:30" title="Mitte"/></psc:chapters>"#,
            ),
            ("lines.txt", "00:00:00 Anfang\n00:01:30 Mitte"),
            ("none.txt", "Ein Text."),
        ] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let file = folder.path().join("event.json");
        let text = event(chapters, source);
        fs::write(&file, &text).unwrap();
        let mut event = parse(&text).unwrap().0;
        take_chapters(&mut event, &file, None);
        let written = with_chapters(&text, &event);
        let (read, problems) = parse(&written).unwrap();
        assert_eq!(problems, []);
        let recording = read.talks[0].recording.as_ref().unwrap();
        let own = &event.talks[0].recording.as_ref().unwrap().chapters;
        assert_eq!(&recording.chapters, own);
        let chapters = own.iter();
        let chapters = chapters.map(|it| {
            let title = it.title.in_event_language(&event.language);
            (it.start.to_string(), title.to_owned())
        });
        (written, chapters.collect())
    }

    const FILE: &str = r#"{"provider": "youtube", "id": "dQw4w9WgXcQ"}"#;

    #[test]
    fn each_form_of_chapters_gets_into_the_page_s_file() {
        let own = |title: &str| {
            let own = [("0:00", "Anfang"), ("1:30", title)];
            own.map(|(start, title)| (start.to_owned(), title.to_owned()))
                .to_vec()
        };
        for (file, expected) in [
            ("podcast.json", own("Mitte „x“")),
            ("a.vtt", own("Mitte")),
            ("lines.txt", own("Mitte")),
            ("none.txt", Vec::new()),
            ("missing.json", Vec::new()),
            ("https://a.example/podcast.json", Vec::new()),
        ] {
            assert_eq!(taken(&format!("\"{file}\""), FILE).1, expected, "{file}");
        }
        let later = FILE.replace('}', r#", "start": "1:00:00"}"#);
        assert_eq!(taken("\"a.psc\"", &later).1, own("Mitte"));
    }

    #[test]
    fn all_else_in_the_file_stays() {
        let (written, _) = taken("\"lines.txt\"", FILE);
        let chapters = r#"[{"start":"0:00","title":"Anfang"},{"start":"1:30","title":"Mitte"}]"#;
        assert_eq!(written, event(chapters, FILE));
        let (written, _) = taken("\"none.txt\"", FILE);
        assert_eq!(written, event("\"none.txt\"", FILE));
    }
}
