//! `nachlese export`: every format of every event, exit codes and messages.

use std::{fs, path::Path};

use nachlese_cli::Exit;

use crate::support::{fixtures, nachlese, root, valid_events};

const FORMATS: [&str; 5] = ["ics", "rss", "schedule-json", "schedule-xml", "jsonld"];
const BASE: &str = "https://nachlese.example/x/";

/// What `export` gives for a file with further arguments.
fn export(file: &Path, arguments: &[&str]) -> (Exit, String, String) {
    let file = file.display().to_string();
    let all: Vec<_> = ["export", &file]
        .into_iter()
        .chain(arguments.iter().copied())
        .collect();
    nachlese(&all, "C")
}

fn sample() -> std::path::PathBuf {
    root().join("public/events/beispielkonferenz-2026/event.json")
}

#[test]
fn writes_every_format_of_every_event_the_same_each_time() {
    for file in valid_events() {
        if file.ends_with("minimal.json") {
            continue;
        }
        for format in FORMATS {
            for base in [&[][..], &["--base", BASE]] {
                if format == "rss" && base.is_empty() {
                    continue;
                }
                let arguments = [&["--format", format], base].concat();
                let (exit, text, stderr) = export(&file, &arguments);
                assert_eq!(exit, Exit::Fine, "{} {format}: {stderr}", file.display());
                assert!(text.len() > 100, "{} {format}: {text}", file.display());
                assert_eq!(export(&file, &arguments).1, text);
                assert_eq!(
                    base.is_empty(),
                    !text.contains("nachlese.example"),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn speaks_the_language_that_the_event_has() {
    for (language, expected) in [
        ("en", "Sample Conference 2026"),
        ("en-GB", "Sample Conference 2026"),
        ("de", "Beispielkonferenz 2026"),
        ("fr", "Beispielkonferenz 2026"),
    ] {
        let arguments = ["--format", "rss", "--base", BASE, "--language", language];
        let (_, text, _) = export(&sample(), &arguments);
        assert!(text.contains(&format!("<title>{expected}")), "{language}");
    }
    let arguments = ["--format", "rss", "--base", BASE, "--language", "fr"];
    let (_, text, _) = export(&sample(), &arguments);
    assert!(text.contains("<language>de</language>"));
}

#[test]
fn writes_one_item_alone() {
    for (format, expected) in [
        (
            "ics",
            "SUMMARY;LANGUAGE=de:Eröffnung: Was nach dem Tag bleibt",
        ),
        ("jsonld", "\"superEvent\""),
        ("chapters", "\"startTime\": 11"),
        ("vtt", "\n\n00:00:11.000 --> "),
    ] {
        let (exit, text, _) = export(&sample(), &["--format", format, "--talk", "eroeffnung"]);
        assert_eq!(exit, Exit::Fine);
        assert!(text.contains(expected), "{text}");
        assert!(!text.contains("Fahrpläne"), "{text}");
    }
}

#[test]
fn writes_to_a_file_and_nothing_to_standard_output() {
    let file = std::env::temp_dir().join(format!("nachlese-export-{}.ics", std::process::id()));
    let target = file.display().to_string();
    let (exit, stdout, _) = export(&sample(), &["--format", "ics", "-o", &target]);
    let written = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    assert_eq!((exit, stdout.as_str()), (Exit::Fine, ""));
    assert!(written.starts_with("BEGIN:VCALENDAR\r\n"));
}

#[test]
fn says_what_is_wrong_with_the_event_and_writes_the_rest() {
    let file = fixtures("broken").join("missing-field.json");
    let (exit, stdout, stderr) = export(&file, &["--format", "jsonld"]);
    assert_eq!(exit, Exit::Findings);
    assert!(
        stderr.contains("error[missing-field] people[0]: "),
        "{stderr}"
    );
    assert!(serde_json::from_str::<serde_json::Value>(&stdout).is_ok());
}

#[test]
fn says_why_it_cannot_write() {
    let minimal = fixtures("valid").join("minimal.json");
    let html = fixtures("broken").join("html.json");
    let sample = sample();
    for (file, arguments, code) in [
        (&html, &["--format", "ics"][..], "html"),
        (&minimal, &["--format", "ics"], "no-date"),
        (&minimal, &["--format", "schedule-json"], "no-date"),
        (&minimal, &["--format", "schedule-xml"], "no-date"),
        (
            &sample,
            &["--format", "ics", "--talk", "nobody"],
            "unknown-talk",
        ),
        (
            &sample,
            &["--format", "rss", "--talk", "eroeffnung"],
            "wrong-scope",
        ),
        (&sample, &["--format", "chapters"], "wrong-scope"),
        (
            &sample,
            &["--format", "chapters", "--talk", "kaffeepause"],
            "no-chapters",
        ),
        (
            &sample,
            &["--format", "vtt", "--talk", "kaffeepause"],
            "no-chapters",
        ),
        (&minimal, &["--format", "vtt"], "no-chapters"),
        (&sample, &["--format", "vtt"], "which-talk"),
        (&sample, &["--format", "rss", "--base", "a/b"], "bad-base"),
        (&sample, &["--format", "rss"], "no-address"),
        (
            &sample,
            &["--format", "ics", "-o", "/no/such/folder/x"],
            "unwritable",
        ),
    ] {
        let (exit, stdout, stderr) = export(file, arguments);
        assert_eq!((exit, stdout.as_str()), (Exit::Failed, ""), "{arguments:?}");
        assert!(
            stderr.contains(&format!("error[{code}]")),
            "{arguments:?}: {stderr}"
        );
    }
    let (_, _, german) = export(&minimal, &["--format", "ics", "--language", "de"]);
    let expected = "Fehler[no-date] ";
    assert!(german.starts_with(expected), "{german}");
    assert!(
        german.contains("Dieses Format braucht einen Tag"),
        "{german}"
    );
}

#[test]
fn takes_the_only_item_with_chapters_or_lists_them() {
    let edge = fixtures("valid").join("edge.json");
    let (exit, text, _) = export(&edge, &["--format", "vtt"]);
    assert_eq!(exit, Exit::Fine);
    assert!(text.starts_with("WEBVTT\n\n00:00:00.000 --> "), "{text}");
    assert!(
        text.ends_with("\n\n01:02:03.000 --> 02:02:03.000\nSchluß\n"),
        "{text}"
    );
    let (_, _, stderr) = export(&sample(), &["--format", "vtt"]);
    assert!(stderr.contains(": eroeffnung, "), "{stderr}");
}

#[test]
fn warns_of_clock_times_without_a_zone() {
    let file = std::env::temp_dir().join(format!("nachlese-zone-{}.json", std::process::id()));
    let event = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T",
        "published": "2026-03-05", "start": "2026-03-04T09:00", "timeZone": "Europe/Muenchen"}"#;
    fs::write(&file, event).unwrap();
    let (exit, stdout, stderr) = export(&file, &["--format", "schedule-json"]);
    fs::remove_file(&file).unwrap();
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(stdout.contains("2026-03-04T09:00:00+00:00"), "{stdout}");
    assert!(!stdout.contains("time_zone_name"), "{stdout}");
    assert!(stderr.contains("warning[no-time-zone] "), "{stderr}");
}
