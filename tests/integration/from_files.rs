//! What pages and exports have of the files beside an event: passages, chapters, slides.

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use nachlese_cli::Exit;

use crate::{
    prerender::{FIRST, folder},
    support::{nachlese, read},
};

const EVENT: &str = r#"{"schemaVersion": 1, "id": "first", "language": "de",
    "title": {"de": "Tag", "en": "Day"}, "published": "2024-06-08", "date": "2024-06-07",
    "talks": [{"id": "t", "kind": "panel", "topic": "Ethik", "duration": "PT30M",
        "slides": [{"label": "Zahlen", "url": "z.pdf", "at": "0:04"}, {"label": "Alle", "url": "alle.pdf"}],
        "recording": {"status": "released", "chapters": "chapters.json",
            "captions": [{"url": "t.de.vtt", "language": "de"}, {"url": "t.en.vtt", "language": "en"}],
            "sources": [{"provider": "file", "url": "t.mp4"}]}}],
    "sections": [{"type": "talks"}, {"type": "panel", "talk": "t"},
        {"type": "quote", "text": "Wer fragt, gewinnt.", "verbatim": true, "talk": "t", "at": "0:06"}]}"#;

/// A folder with an event that has captions and chapters, after `prerender`.
fn deployed(name: &str, more: &[&str]) -> PathBuf {
    let dist = folder(name, &[("first", EVENT)]);
    let beside = dist.join("events/first");
    let german = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Bo>Willkommen.\n\n\
        00:05.000 --> 00:08.000\n<v Ada>Wer fragt, gewinnt.\n\n00:08.000 --> 00:12.000\n<v Ada>Danke.";
    let english = "WEBVTT\n\n00:01.000 --> 00:12.000\nWelcome. Those who ask win. Thank you.";
    let chapters = r#"{"chapters": [{"startTime": 0, "title": "Anfang"}, {"startTime": 5.2, "title": "Wer fragt?"}]}"#;
    for (file, text) in [
        ("t.de.vtt", german),
        ("t.en.vtt", english),
        ("chapters.json", chapters),
        ("t.mp4", "no film"),
        ("z.pdf", "slides"),
        ("alle.pdf", "slides"),
    ] {
        fs::write(beside.join(file), text).unwrap();
    }
    prerender(&dist, more);
    dist
}

fn prerender(dist: &std::path::Path, more: &[&str]) {
    let path = dist.display().to_string();
    let arguments = [&["prerender", &path][..], more].concat();
    let (exit, _, stderr) = nachlese(&arguments, "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
}

#[test]
fn pages_link_passages_and_know_chapters_of_a_file() {
    let dist = deployed("from-files", &["--base", "https://a.example/"]);
    let german = read(&dist.join("index.html"));
    for part in [
        "data-passages=\" t@0:06=0:05-0:08\"",
        "href=\"#t@0:05-0:08\"",
        "Im Video: 0:05–0:08",
        "href=\"#t@0:05\"",
        "Wer fragt?",
        "Im Video ab 0:04",
    ] {
        assert!(german.contains(part), "{part}");
    }
    // In its language, one sentence has it all.
    let english = read(&dist.join("en/index.html"));
    assert!(english.contains("In the video: 0:01–0:12"), "{english}");
    let talk = read(&dist.join("talk/t/index.html"));
    let slide = talk.find("transcript__slide").unwrap();
    assert!(talk.find("Willkommen.").unwrap() < slide, "{talk}");
    assert!(slide < talk.find("Danke.").unwrap(), "{talk}");
    // The app reads the same as the page was drawn from.
    let event = read(&dist.join("events/first/event.json"));
    let chapters =
        r#""chapters": [{"start":"0:00","title":"Anfang"},{"start":"0:05","title":"Wer fragt?"}]"#;
    assert_eq!(
        event,
        EVENT.replace(r#""chapters": "chapters.json""#, chapters)
    );
    for file in ["talk/t/chapters.json", "feed.xml"] {
        let text = read(&dist.join(file));
        assert!(
            text.contains("Wer fragt?") || text.contains("chapters.json"),
            "{file}: {text}"
        );
    }
    // What the folder has already is not taken twice.
    prerender(&dist, &["--base", "https://a.example/"]);
    assert_eq!(read(&dist.join("events/first/event.json")), event);
    assert_eq!(read(&dist.join("index.html")), german);
}

#[test]
fn exports_have_the_chapters_of_a_file() {
    let dist = deployed("from-files-export", &[]);
    let file = dist.join("events/first/event.json");
    fs::write(&file, EVENT).unwrap();
    let file = file.display().to_string();
    for format in ["vtt", "chapters", "markdown"] {
        let mut arguments = vec!["export", &file, "--format", format];
        if format == "chapters" {
            arguments.extend(["--talk", "t"]);
        }
        let (_, stdout, stderr) = nachlese(&arguments, "de");
        assert!(stdout.contains("Wer fragt?"), "{format}: {stdout}{stderr}");
    }
    let single = dist.join("one.html").display().to_string();
    let (_, markdown, _) = nachlese(&["export", &file, "--format", "markdown"], "de");
    assert!(markdown.contains("(z.pdf) (0:04)"), "{markdown}");
    let (_, imported, stderr) = nachlese(&["import", &file], "de");
    assert!(imported.contains("Wer fragt?"), "{imported}{stderr}");
    let path = dist.display().to_string();
    let (exit, _, stderr) = nachlese(&["bundle", &path, "-o", &single], "de");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    let html = read(single.as_ref());
    assert!(html.contains("data-passages=\" t@0:06=0:05-0:08\""));
    assert!(html.contains(r#"{"start":"0:05","title":"Wer fragt?"}"#));
    // The name of a file that nobody can read is kept.
    fs::remove_file(dist.join("events/first/chapters.json")).unwrap();
    let (_, imported, stderr) = nachlese(&["import", &file], "de");
    let name = "\"chapters\": \"chapters.json\"";
    assert!(imported.contains(name), "{imported}{stderr}");
}

#[test]
fn a_picture_and_a_title_are_named_as_other_programs_take_them() {
    let dist = deployed("from-files-base", &["--base", "https://a.example/"]);
    let picture = "<meta property=\"og:image\" content=\"https://a.example/";
    let index = read(&dist.join("index.html"));
    assert!(index.contains(picture), "{index}");
    let feed = read(&dist.join("feed.xml"));
    assert!(feed.contains("<title>Ethik</title>"), "{feed}");
    assert!(!feed.contains("Thema:"), "{feed}");
    prerender(&dist, &[]);
    let index = read(&dist.join("index.html"));
    assert!(!index.contains("og:image"), "{index}");
    assert!(index.contains("content=\"summary\""), "{index}");
}

#[test]
fn nobody_finds_half_a_page() {
    let dist = folder("from-files-at-once", &[("first", FIRST)]);
    prerender(&dist, &[]);
    let is_done = AtomicBool::new(false);
    let reads = thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !is_done.load(Ordering::Relaxed) {
                for page in ["index.html", "talk/t/index.html", "sitemap.xml"] {
                    let text = read(&dist.join(page));
                    let is_whole = text.trim_end().ends_with('>') && text.len() > 100;
                    assert!(is_whole, "{page}: {} bytes", text.len());
                    reads += 1;
                }
            }
            reads
        });
        for _ in 0..3 {
            prerender(&dist, &[]);
        }
        is_done.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    assert!(reads > 10, "{reads}");
    // What a run left that was stopped, and what is somebody else's.
    for (file, stays) in [
        (".nachlese-a1B2c3.tmp", false),
        ("talk/t/.nachlese-a1B2c3.tmp", false),
        (".other.tmp", true),
        (".nachlese-notes", true),
    ] {
        fs::write(dist.join(file), "half").unwrap();
        prerender(&dist, &[]);
        assert_eq!(dist.join(file).exists(), stays, "{file}");
    }
}
