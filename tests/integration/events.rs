//! Shipped events and valid fixtures: without defects, and the same after writing and reading.

use nachlese_event::{Seconds, SectionKind, VideoSource, problem::Severity};
use nachlese_reader::{ParseError, parse};

use crate::support::{files, fixtures, read, root, valid_events};

#[test]
fn have_nothing_to_mend() {
    for file in valid_events() {
        let (_, problems) = parse(&read(&file)).unwrap();
        for problem in problems {
            // Known to the editors, and said on the page.
            let is_open = ["missing-captions", "photo-incomplete"].contains(&problem.code());
            assert!(
                problem.severity() == Severity::Note || is_open,
                "{}: {} at {}: {:?}",
                file.display(),
                problem.code(),
                problem.path,
                problem.finding
            );
        }
    }
}

#[test]
fn are_the_same_after_writing_and_reading() {
    for file in valid_events() {
        let (event, _) = parse(&read(&file)).unwrap();
        let written = serde_json::to_string(&event).unwrap();
        let (again, problems) = parse(&written).unwrap();
        assert_eq!(again, event, "{}", file.display());
        let errors: Vec<_> = problems
            .iter()
            .filter(|p| p.severity() == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{}: {errors:?}", file.display());
    }
}

#[test]
fn every_leniency_is_understood() {
    let (event, _) = parse(&read(&fixtures("valid").join("full.json"))).unwrap();
    let when = event.when.unwrap();
    assert_eq!(when.first_day().to_string(), "2024-06-07");
    assert_eq!(when.last_day().to_string(), "2024-06-08");
    assert_eq!(event.talks.len(), 4);
    assert_eq!(event.talks[0].duration, Some(Seconds(900)));
    let recording = event.talks[1].recording.as_ref().unwrap();
    let providers: Vec<_> = recording
        .sources
        .iter()
        .map(VideoSource::provider)
        .collect();
    assert_eq!(providers, ["file", "peertube", "vimeo", "youtube"]);
    assert_eq!(recording.chapters[0].start, Seconds(0));
    assert_eq!(event.playlists[1].id.as_deref(), Some("PLtest_0123456789"));
    assert_eq!(event.sections[1].id.as_str(), "section-2");
    assert!(event.sections[2].figure.is_some());
    assert!(matches!(&event.sections[4].kind, SectionKind::Quote(quote) if quote.verbatim));
    assert_eq!(event.sections.len(), 14);
}

#[test]
fn files_of_other_formats_are_no_events() {
    let corpus = root().join("../shared/corpus");
    if !corpus.exists() {
        println!("skipped: there is no {}", corpus.display());
        return;
    }
    for file in files(&corpus, &["json", "xml", "vtt", "html"]) {
        let Ok(text) = std::fs::read_to_string(&file) else {
            continue;
        };
        match parse(&text) {
            // An event has a title; a schema or a feed may have one too.
            Ok(_) | Err(ParseError::NotAnEvent { .. } | ParseError::Html) => {}
            Err(other) => assert!(
                file.extension().is_some_and(|e| e != "json"),
                "{}: {other}",
                file.display()
            ),
        }
    }
}
