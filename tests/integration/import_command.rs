//! Formats that only the command line reads: every one has a fixture with the event and the findings
//! beside it, and none takes a damaged file amiss.

use std::{fs, path::PathBuf};

use nachlese_cli::Exit;
use nachlese_event::{Event, problem::Severity};
use nachlese_formats::import::{NativeZones, decoded_any, native_decoder, native_xml, read_any};
use nachlese_reader::parse;

use crate::support::{compare, files, fixtures, nachlese, read, root};

/// Files of these formats.
fn command_files() -> Vec<PathBuf> {
    let mut found = files(&fixtures("import/command"), &["csv", "tsv", "json", "js"]);
    found.retain(|file| !file.to_string_lossy().ends_with(".event.json"));
    assert!(found.len() >= 3);
    found
}

/// The event of a file's bytes.
fn event(bytes: Vec<u8>) -> Option<Event> {
    let (text, _) = decoded_any(bytes, native_decoder).ok()?;
    Some(read_any(&text, native_xml, NativeZones).ok()?.0)
}

#[test]
fn makes_an_event_of_each_format_and_says_what_is_left_out() {
    for file in command_files() {
        let path = file.display().to_string();
        for (language, ending) in [("en", "txt"), ("de", "de.txt")] {
            let (exit, stdout, stderr) = nachlese(&["import", "--language", language, &path], "C");
            let folder = format!("{}/", file.parent().unwrap().display());
            let said = format!("exit {}\n{}", exit as u8, stderr.replace(&folder, ""));
            compare(&file.with_extension(ending), &said);
            compare(&file.with_extension("event.json"), &stdout);
        }
    }
}

#[test]
fn writes_events_that_this_program_reads_without_an_error() {
    for file in command_files() {
        let event = event(fs::read(&file).unwrap()).unwrap();
        let (again, problems) = parse(&serde_json::to_string(&event).unwrap()).unwrap();
        let errors = problems.iter().filter(|p| p.severity() == Severity::Error);
        assert_eq!(errors.count(), 0, "{}: {problems:?}", file.display());
        assert_eq!(again, event, "{}", file.display());
    }
}

#[test]
fn recognises_formats_by_what_they_contain() {
    let folder = tempfile::tempdir().unwrap();
    for file in command_files() {
        let nameless = folder.path().join("programme");
        fs::copy(&file, &nameless).unwrap();
        let (exit, stdout, stderr) = nachlese(&["check", &nameless.display().to_string()], "C");
        assert_ne!(exit, Exit::Failed, "{}: {stdout}{stderr}", file.display());
    }
}

#[test]
fn every_code_has_a_fixture() {
    let folders = ["import/command", "import/additions"];
    let told: String = folders
        .into_iter()
        .flat_map(|folder| files(&fixtures(folder), &["txt"]))
        .map(|file| read(&file))
        .collect();
    let source = read(&root().join("crates/event/src/problem/import.rs"));
    let arms = source
        .lines()
        .filter(|line| line.trim_start().starts_with("Self::"));
    let codes = arms.filter_map(|line| line.split("=> \"").nth(1)?.split('"').next());
    let missing: Vec<_> = codes
        .filter(|code| !told.contains(&format!("[{code}]")))
        .collect();
    assert_eq!(missing, Vec::<&str>::new(), "no fixture has these codes");
}

#[test]
fn a_damaged_file_is_read_or_refused() {
    for file in command_files() {
        let bytes = fs::read(&file).unwrap();
        let put = |at: usize, new: &[u8]| [&bytes[..at], new, &bytes[at..]].concat();
        for part in 0..40 {
            let at = bytes.len() * part / 40;
            event(bytes[..at].to_vec());
            for new in [
                &b"\xff"[..],
                b"\"",
                b";",
                b"\n",
                b"[",
                b"}",
                b"\0",
                "\u{2028}".as_bytes(),
            ] {
                event(put(at, new));
            }
            let end = bytes.len().min(at + 7);
            event([&bytes[..at], &bytes[end..]].concat());
        }
        event(bytes.repeat(2));
    }
}
