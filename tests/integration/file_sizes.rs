//! `nachlese check`: files beside an event that are larger than they should be.

use std::fs::{self, File};

use crate::support::nachlese;

const EVENT: &str = r#"{"schemaVersion": 1, "id": "x", "language": "de", "title": "X", "published": "2026-01-01",
    "figure": {"illustration": {"ref": "a.png", "alt": "A"}},
    "links": [{"label": "L", "url": "a.pdf"}],
    "talks": [{"id": "a", "kind": "talk", "title": "A", "recording": {"status": "released",
        "sources": [{"provider": "file", "url": "a.mp4"}],
        "captions": [{"url": "a.vtt", "language": "de", "origin": "human"}],
        "transcript": {"label": "T", "url": "a.txt"}}}]}"#;

/// The findings of that code for files of these sizes, without the places.
fn found(sizes: &[(&str, u64)], language: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("event.json");
    fs::write(&file, EVENT).unwrap();
    for (name, size) in sizes {
        // The files take no room: their content is a hole.
        let file = File::create(folder.path().join(name)).unwrap();
        file.set_len(*size).unwrap();
    }
    let path = file.display().to_string();
    let (_, stdout, _) = nachlese(&["check", "--language", language, &path], "C");
    let lines = stdout.lines().filter(|it| it.contains("[file-too-large]"));
    lines.map(str::to_owned).collect()
}

#[test]
fn says_which_files_are_too_large_and_why() {
    let most = [
        ("a.png", 5_000_000),
        ("a.pdf", 100_000_000),
        ("a.mp4", 2_000_000_000),
        ("a.vtt", 4_000_000),
        ("a.txt", 4_000_000),
    ];
    assert_eq!(found(&most, "en"), [] as [&str; 0]);
    let more = most.map(|(name, size)| (name, size + 1));
    assert_eq!(
        found(&more, "en"),
        [
            "note[file-too-large] figure.illustration.ref: the picture `a.png` has 6 MB; many \
             readers wait too long for more than 5 MB",
            "note[file-too-large] links[0].url: `a.pdf` has 101 MB; some web hosts take only 100 MB",
            "note[file-too-large] talks[0].recording.sources[0].url: the recording `a.mp4` has \
             2001 MB; some servers and devices take only 2000 MB",
            "warning[file-too-large] talks[0].recording.captions[0].url: `a.vtt` has 5 MB; the \
             page does not search captions over 4 MB",
            "warning[file-too-large] talks[0].recording.transcript.url: `a.txt` has 5 MB; the \
             page does not search captions over 4 MB",
        ]
    );
    assert_eq!(
        found(&more[..1], "de"),
        [
            "Notiz[file-too-large] figure.illustration.ref: Das Bild `a.png` hat 6 MB; auf Bilder \
             über 5 MB warten viele zu lange"
        ]
    );
}
