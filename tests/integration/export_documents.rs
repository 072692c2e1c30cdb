//! `nachlese export` as table, document and transcript, and what it says to be lost.

use std::fs;

use nachlese_cli::Exit;

use crate::support::{nachlese, root};

const SAMPLE: &str = "public/events/beispielkonferenz-2026/event.json";

fn export(arguments: &[&str], locale: &str) -> (Exit, String, String) {
    let file = root().join(SAMPLE).display().to_string();
    nachlese(&[&["export", &file], arguments].concat(), locale)
}

#[test]
fn writes_what_was_said_with_its_speakers() {
    let format = ["--format", "transcript"];
    let (exit, text, stderr) = export(
        &[&format[..], &["--talk", "wer-pflegt-das-morgen"]].concat(),
        "C",
    );
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(text.starts_with("WEBVTT\n\n00:00:"), "{text}");
    assert!(text.contains("\n<v "), "{text}");
    let (exit, _, stderr) = export(&format, "de_DE");
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.contains("[which-talk]") && stderr.contains("eroeffnung"),
        "{stderr}"
    );
    let (exit, _, stderr) = export(&[&format[..], &["--talk", "kaffeepause"]].concat(), "C");
    assert_eq!(exit, Exit::Failed);
    assert!(stderr.contains("error[no-captions]"), "{stderr}");
}

#[test]
fn reads_no_captions_outside_of_the_folder_or_on_servers() {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("event")).unwrap();
    fs::write(
        place.path().join("secret.vtt"),
        "WEBVTT\n\n00:01.000 --> 00:02.000\nx",
    )
    .unwrap();
    let file = place.path().join("event/event.json");
    for (url, code) in [
        ("../secret.vtt", "link-leads-out"),
        ("missing.vtt", "not-found"),
        ("https://a.example/a.vtt", "captions-elsewhere"),
        ("plain.txt", "no-times"),
    ] {
        fs::write(place.path().join("event/plain.txt"), "Nur Text.").unwrap();
        let event = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [{{"id": "a", "kind": "talk", "title": "A",
            "recording": {{"status": "released", "sources": [{{"provider": "youtube", "id": "AbCdEfGhIjK"}}],
            "captions": [{{"url": "{url}", "language": "de"}}]}}}}]}}"#
        );
        fs::write(&file, event).unwrap();
        let file = file.display().to_string();
        let (exit, stdout, stderr) = nachlese(&["export", &file, "--format", "transcript"], "C");
        assert_eq!((exit, stdout.as_str()), (Exit::Failed, ""), "{url}");
        assert!(stderr.contains(code), "{url}: {stderr}");
    }
}

#[test]
fn writes_tables_and_documents_and_says_what_they_lack() {
    let (exit, text, stderr) = export(&["--format", "csv"], "C");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(text.starts_with("\u{feff}Kennung;Titel;"), "{text}");
    assert!(
        stderr.contains("note[not-exported]") && stderr.contains("chapters ("),
        "{stderr}"
    );
    let (_, text, stderr) = export(&["--format", "markdown"], "de_DE");
    assert!(text.starts_with("# Beispielkonferenz 2026"), "{text}");
    assert!(text.contains("\n### Kaffeepause\n"), "{text}");
    assert!(stderr.contains("Texte in weiteren Sprachen ("), "{stderr}");
    let (_, text, _) = export(&["--format", "schedule-json-2"], "C");
    assert!(text.contains("\"type\": \"BREAK\""), "{text}");
}
