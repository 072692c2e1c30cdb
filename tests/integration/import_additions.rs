//! `nachlese import --playlist`, `--recording` and `--chapters`: what they add, and what they say.

use std::{fmt::Write as _, time::Instant};

use nachlese_cli::Exit;
use nachlese_event::VideoSource;
use nachlese_formats::import::add_recordings;
use nachlese_reader::parse;

use crate::support::{compare, fixtures, nachlese, read};

fn file(name: &str) -> String {
    fixtures("import/additions")
        .join(name)
        .display()
        .to_string()
}

/// What `import` writes and says with these options.
fn import(language: &str, options: &[String]) -> (Exit, String, String) {
    let event = file("event.json");
    let mut arguments = vec!["import", "--language", language, &event];
    arguments.extend(options.iter().map(String::as_str));
    let (exit, stdout, stderr) = nachlese(&arguments, "C");
    (exit, stdout, stderr.replace(&file(""), ""))
}

#[test]
fn matches_a_playlist_and_says_how_certain_it_is() {
    let options = ["--playlist".to_owned(), file("playlist.json")];
    let expected = fixtures("import/additions");
    for (language, ending) in [("en", "txt"), ("de", "de.txt")] {
        let (exit, stdout, stderr) = import(language, &options);
        let said = format!("exit {}\n{stderr}", exit as u8);
        compare(&expected.join("playlist").with_extension(ending), &said);
        compare(&expected.join("playlist.event.json"), &stdout);
    }
}

#[test]
fn reads_chapters_and_says_what_does_not_fit() {
    let chapters =
        |talk: &str, name: &str| ["--chapters".to_owned(), format!("{talk}={}", file(name))];
    let options: Vec<_> = [
        chapters("ki", "ki.psc"),
        chapters("maschine", "maschine.json"),
        chapters("abschluss", "abschluss.vtt"),
        chapters("blitz-1", "blitz.txt"),
        chapters("blitz-1", "blitz.txt"),
    ]
    .concat();
    let expected = fixtures("import/additions");
    for (language, ending) in [("en", "txt"), ("de", "de.txt")] {
        let (exit, stdout, stderr) = import(language, &options);
        let said = format!("exit {}\n{stderr}", exit as u8);
        compare(&expected.join("chapters").with_extension(ending), &said);
        compare(&expected.join("chapters.event.json"), &stdout);
    }
}

#[test]
fn takes_a_recording_by_hand() {
    let options = [
        "--recording",
        "blitz-1=https://youtu.be/AbCdEfGhIj3?t=90",
        "--recording",
        "ki=ki.mp4",
        "--playlist",
    ];
    let mut options: Vec<_> = options.map(str::to_owned).into();
    options.push(file("playlist.json"));
    let (exit, stdout, stderr) = import("de", &options);
    assert_eq!(exit, Exit::Fine, "{stderr}");
    let (event, _) = parse(&stdout).unwrap();
    let sources = |id: &str| {
        let talk = event
            .talks
            .iter()
            .find(|talk| talk.id.as_str() == id)
            .unwrap();
        let sources = talk.recording.iter().flat_map(|it| it.sources.clone());
        sources
            .map(|it: VideoSource| format!("{} {}", it.provider(), it.start()))
            .collect::<Vec<_>>()
    };
    assert_eq!(sources("blitz-1"), ["youtube 1:30"]);
    assert_eq!(sources("ki"), ["file 0:00", "youtube 0:00"]);
    assert!(sources("blitz-2").is_empty());
    assert!(!stderr.contains("Lightning Talks | Neuburger"), "{stderr}");
}

#[test]
fn says_what_is_wrong_with_an_addition() {
    for (options, expected) in [
        (
            vec!["--chapters", "nachlese.psc"],
            "Fehler[no-pair] nachlese.psc: Es fehlt, zu welchem Programmpunkt das gehört. Schreiben Sie seine Kennung davor: `--chapters KENNUNG=…`.",
        ),
        (
            vec!["--recording", "kü=https://youtu.be/AbCdEfGhIj3"],
            "Fehler[unknown-talk] kü=https://youtu.be/AbCdEfGhIj3: Kein Programmpunkt hat die Kennung `kü`. Meinten Sie `ki`?",
        ),
        (
            vec!["--recording", "ki=https://neuburg.example/"],
            "Fehler[no-video] ki=https://neuburg.example/: `https://neuburg.example/` ist kein Video, das die Seite zeigen kann.",
        ),
        (
            vec!["--recording", "schule=a.mp4"],
            "Fehler[recording-withheld] schule=a.mp4: Die Aufzeichnung von `schule` wird nicht veröffentlicht (`withheld`).",
        ),
        (
            vec!["--chapters", "ki=no-such.psc"],
            "Fehler[not-found] no-such.psc: Diese Datei gibt es nicht.",
        ),
    ] {
        let options: Vec<_> = options.into_iter().map(str::to_owned).collect();
        let (exit, stdout, stderr) = import("de", &options);
        let line = stderr
            .lines()
            .find(|line| line.starts_with("Fehler"))
            .unwrap_or_default();
        assert!(
            exit == Exit::Failed && stdout.is_empty() && line.starts_with(expected),
            "{stderr}"
        );
    }
    let (exit, _, stderr) = import("de", &["--playlist".to_owned(), file("event.json")]);
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.contains("Fehler[no-video-list] event.json: Das ist keine Liste von Videos."),
        "{stderr}"
    );
    let (exit, _, stderr) = import(
        "de",
        &[
            "--chapters".to_owned(),
            format!("ki={}", file("event.json")),
        ],
    );
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.contains("Fehler[no-chapters] event.json: In der Datei sind keine Kapitel."),
        "{stderr}"
    );
    let (exit, _, stderr) = import(
        "de",
        &[
            file("event.json"),
            "-o".to_owned(),
            "x/".to_owned(),
            "--recording".to_owned(),
            "a=b".to_owned(),
        ],
    );
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.starts_with("Fehler[several-events] --playlist, --recording, --chapters: "),
        "{stderr}"
    );
}

/// Matching so many videos with as many talks.
fn seconds(count: usize) -> f64 {
    let (mut talks, mut entries) = (String::new(), String::new());
    let words = [
        "Wohnen", "Verkehr", "Schule", "Daten", "Energie", "Kultur", "Sport",
    ];
    for at in 0..count {
        let comma = if at == 0 { "" } else { "," };
        let title = format!("{} und {} im Bezirk {at}", words[at % 7], words[at / 7 % 7]);
        write!(
            talks,
            r#"{comma}{{"id": "t{at}", "kind": "talk", "title": "{title}"}}"#
        )
        .unwrap();
        write!(
            entries,
            r#"{comma}{{"id": "{at:011}", "title": "{title} | Neuburger Tage"}}"#
        )
        .unwrap();
    }
    let event = format!(
        r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "Neuburger Tage", "talks": [{talks}]}}"#
    );
    let list =
        format!(r#"{{"_type": "playlist", "title": "Neuburger Tage", "entries": [{entries}]}}"#);
    let (mut event, _) = parse(&event).unwrap();
    let start = Instant::now();
    add_recordings(&mut event, &list).unwrap();
    let all = event.talks.iter().enumerate().filter(|(at, talk)| {
        let source = talk.recording.as_ref().and_then(|it| it.sources.first());
        source
            .and_then(VideoSource::id)
            .is_some_and(|id| **id == format!("{at:011}"))
    });
    assert_eq!(all.count(), count);
    start.elapsed().as_secs_f64()
}

#[test]
fn matches_a_thousand_videos_in_a_time_that_grows_with_their_number() {
    let (few, many) = (seconds(250), seconds(2_000));
    assert!(many < few * 8.0 * 5.0 + 0.5, "{few} s, {many} s");
}

#[test]
fn says_the_same_each_time() {
    let options = ["--playlist".to_owned(), file("playlist.json")];
    assert_eq!(import("de", &options), import("de", &options));
    let text = read(&fixtures("import/additions").join("playlist.json"));
    let event = read(&fixtures("import/additions").join("event.json"));
    let (mut event, _) = parse(&event).unwrap();
    add_recordings(&mut event, &text).unwrap();
    let once = event.clone();
    add_recordings(&mut event, &text).unwrap();
    assert_eq!(event, once, "a second time changes nothing");
}
