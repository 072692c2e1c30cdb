//! `nachlese check`: each finding and each error has a fixture with its whole output.

use std::{fs, io, path::Path};

use nachlese_cli::{Exit, run};

use crate::support::{
    compare, files, fixtures, nachlese, read, root, shipped_events, valid_events,
};

/// Exit code, standard output and standard error as one text, without the folder's name.
fn transcript(file: &Path, language: &str) -> String {
    let path = file.display().to_string();
    let (exit, stdout, stderr) = nachlese(&["check", "--language", language, &path], "C");
    let folder = format!("{}/", file.parent().unwrap().display());
    let text = format!(
        "exit {}\n--- stdout\n{stdout}--- stderr\n{stderr}",
        exit as u8
    );
    text.replace(&folder, "")
}

#[test]
fn says_what_is_wrong_with_each_broken_file() {
    for file in files(&fixtures("broken"), &["json"]) {
        let actual = transcript(&file, "en");
        let code = file.file_stem().unwrap().to_str().unwrap();
        assert!(
            actual.contains(&format!("[{code}]")),
            "{code} is not in {actual}"
        );
        compare(&file.with_extension("txt"), &actual);
    }
}

#[test]
fn speaks_german() {
    let files = files(&fixtures("broken"), &["json"]);
    for file in files
        .iter()
        .filter(|file| file.with_extension("de.txt").exists())
    {
        compare(&file.with_extension("de.txt"), &transcript(file, "de"));
    }
}

#[test]
fn every_code_has_a_fixture() {
    for source in [
        "crates/event/src/problem/code.rs",
        "crates/event/src/problem/advice.rs",
        "crates/reader/src/error.rs",
        "crates/cli/src/named_files/fault.rs",
    ] {
        let text = read(&root().join(source));
        let is_arm =
            |line: &&str| line.trim_start().starts_with("Self::") || line.contains("Fault::");
        // Large files are not kept here: see `file_sizes`. Hosts are in `check_online`.
        let is_elsewhere = |line: &&str| {
            line.contains("\"file-too-large\"") || line.contains("Fault::Unreachable")
        };
        let arms = text.lines().filter(is_arm);
        let arms = arms.filter(|line| !is_elsewhere(line));
        let codes: Vec<_> = arms
            .filter_map(|line| line.split("=> \"").nth(1)?.split('"').next())
            .collect();
        assert!(codes.len() >= 6, "no codes found in {source}");
        for code in codes {
            let fixture = fixtures("broken").join(format!("{code}.json"));
            assert!(
                fixture.exists(),
                "write {} for the code {code}",
                fixture.display()
            );
        }
    }
}

#[test]
fn takes_valid_files() {
    for file in files(&fixtures("valid"), &["json"]) {
        let (exit, stdout, stderr) = nachlese(&["check", &file.display().to_string()], "en");
        // The fixtures name files of all sorts, and have none of them. Their texts are odd on purpose.
        let mut findings = stdout.lines().filter(|line| !line.starts_with("  "));
        let odd = [
            "file-missing",
            "empty-label",
            "raw-markup",
            "role-missing",
            "legal-missing",
        ];
        let is_odd = |line: &str| odd.iter().any(|code| line.contains(&format!("[{code}] ")));
        assert!(
            exit == Exit::Fine && findings.all(is_odd),
            "{}: {stdout}{stderr}",
            file.display()
        );
    }
}

#[test]
fn names_the_file_when_there_are_several_and_the_worst_counts() {
    let broken = fixtures("broken");
    let path = |name: &str| broken.join(name).display().to_string();
    let (warning, error) = (path("unusual-kind.json"), path("missing-field.json"));
    let (exit, stdout, _) = nachlese(&["check", &warning, &error], "C");
    assert_eq!(exit, Exit::Findings);
    assert!(stdout.starts_with(&format!("{warning}: warning[unusual-kind] talks[0].kind: ")));
    assert!(stdout.contains(&format!("{error}: error[missing-field] people[0]: ")));

    let (exit, stdout, stderr) = nachlese(&["check", "no-such.json", &error], "C");
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.starts_with("error[not-found] no-such.json: There is no such file."),
        "{stderr}"
    );
    assert!(
        stdout.contains("error[missing-field]"),
        "the other file is checked all the same"
    );
}

#[test]
fn speaks_the_systems_language_unless_told() {
    let (_, _, german) = nachlese(&["check", "no-such.json"], "de_DE.UTF-8");
    assert!(german.starts_with("Fehler[not-found] no-such.json: Diese Datei gibt es nicht."));
    let (_, _, english) = nachlese(
        &["check", "no-such.json", "--language", "en"],
        "de_DE.UTF-8",
    );
    assert!(english.starts_with("error[not-found]"));
}

#[test]
fn explains_its_use() {
    let (exit, stdout, stderr) = nachlese(&["check"], "C");
    assert_eq!((exit, stdout.as_str()), (Exit::Failed, ""));
    assert!(stderr.contains("Usage: nachlese check"), "{stderr}");
    let (exit, stdout, stderr) = nachlese(&["--help"], "C");
    assert_eq!((exit, stderr.as_str()), (Exit::Fine, ""));
    assert!(stdout.contains("check"), "{stdout}");
}

#[test]
fn escapes_what_a_file_would_write_to_the_terminal() {
    let folder = std::env::temp_dir().join(format!("nachlese-escape-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("event.json");
    fs::write(
        &file,
        r#"{"title": "x", "\u001b[2J\u202e": 1, "talks": [{"id": "a", "kind": "\u001b]talk"}]}"#,
    )
    .unwrap();
    let (_, stdout, _) = nachlese(&["check", &file.display().to_string()], "C");
    fs::remove_dir_all(&folder).unwrap();
    assert!(stdout.contains("\\u{1b}[2J\\u{202e}"), "{stdout}");
    assert!(!stdout.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn is_silent_when_nobody_reads_on() {
    struct Closed;
    impl io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let file = fixtures("broken").join("missing-field.json");
    let arguments = ["nachlese".into(), "check".into(), file.into_os_string()];
    let mut stderr = Vec::new();
    assert_eq!(run(arguments, "C", &mut Closed, &mut stderr), Exit::Fine);
    assert_eq!(stderr, b"");
}

#[test]
fn looks_for_no_files_of_other_programs() {
    let file = std::env::temp_dir().join(format!("nachlese-foreign-{}.json", std::process::id()));
    let programme =
        r#"{"schedule": {"url": "a.html", "conference": {"title": "Camp", "url": "b.html"}}}"#;
    fs::write(&file, programme).unwrap();
    let (exit, stdout, stderr) = nachlese(&["check", &file.display().to_string()], "C");
    fs::remove_file(&file).unwrap();
    assert_ne!(exit, Exit::Failed, "{stderr}");
    assert!(!stdout.contains("file-missing"), "{stdout}");
}

#[test]
fn the_shipped_events_have_all_their_files() {
    for file in shipped_events() {
        let (_, stdout, _) = nachlese(&["check", &file.display().to_string()], "C");
        assert!(!stdout.contains("[file-missing]"), "{stdout}");
    }
}

#[test]
fn checks_the_shipped_events() {
    for file in valid_events() {
        let (exit, stdout, _) = nachlese(&["check", &file.display().to_string()], "C");
        assert_eq!(exit, Exit::Fine, "{}:\n{stdout}", file.display());
    }
}

#[test]
fn the_shipped_events_leave_only_open_questions() {
    for file in shipped_events() {
        let (_, stdout, _) = nachlese(&["check", "--strict", &file.display().to_string()], "C");
        let mut findings = stdout.lines().filter(|line| !line.starts_with("  "));
        let is_question = |line: &str| line.starts_with("note[editorial-note] ");
        assert!(findings.all(is_question), "{}:\n{stdout}", file.display());
    }
}

#[test]
fn says_that_there_may_be_more_findings_than_it_lists() {
    let file = std::env::temp_dir().join(format!("nachlese-many-{}.json", std::process::id()));
    let check = |count: usize| {
        let people = vec!["{}"; count].join(",");
        let event =
            r#"{"schemaVersion": 1, "id": "x", "language": "en", "title": "X", "people": ["#;
        fs::write(&file, format!("{event}{people}]}}")).unwrap();
        nachlese(&["check", &file.display().to_string()], "en").2
    };
    let (few, many) = (check(10), check(10_001));
    fs::remove_file(&file).unwrap();
    assert!(!few.contains("10,000"), "{few}");
    let expected = ": 10000 errors; only 10,000 are listed; fix these first";
    assert!(many.contains(expected), "{many}");
}

#[test]
fn lists_the_first_200_findings_and_counts_the_rest() {
    let file = std::env::temp_dir().join(format!("nachlese-listed-{}.json", std::process::id()));
    let path = file.display().to_string();
    let write = |people: usize| {
        let people = vec![r#"{"name": "N"}"#; people].join(",");
        let event = r#"{"schemaVersion": 1, "id": "x", "language": "en", "title": "X",
            "links": [{"label": "l", "url": "gone.pdf"}], "people": ["#;
        fs::write(&file, format!("{event}{people}]}}")).unwrap();
    };
    let count = |text: &str| {
        text.matches("[missing-field]").count() + text.matches("[file-missing]").count()
    };
    for (people, listed, rest) in [
        (199, 200, None),
        (
            200,
            200,
            Some("… and more: 1 warning. With --all, all of them are listed.\n"),
        ),
        (
            1_000,
            200,
            Some("… and more: 800 errors, 1 warning. With --all,"),
        ),
    ] {
        write(people);
        let (_, stdout, stderr) = nachlese(&["check", &path], "en");
        assert_eq!(count(&stdout), listed, "{people}");
        assert_eq!(stdout.contains("… and more"), rest.is_some(), "{people}");
        assert!(
            stdout.contains(rest.unwrap_or_default()),
            "{people}: {stdout}"
        );
        assert!(
            stderr.contains(&format!("{people} errors, 1 warning")),
            "{stderr}"
        );
        let (_, stdout, _) = nachlese(&["check", "--all", &path], "en");
        assert_eq!(count(&stdout), people + 1);
        assert!(!stdout.contains("… and more"));
        // An export reads no files beside the event's.
        let export = vec!["export", &path, "--format", "jsonld"];
        for (command, found) in [(vec!["import", &path], people + 1), (export, people)] {
            let (_, _, stderr) = nachlese(&command, "de");
            let is_cut = stderr.contains("Mit --all stehen alle hier.");
            assert!(
                count(&stderr) <= 200 && is_cut == (found > 200),
                "{command:?}"
            );
        }
    }
    fs::remove_file(&file).unwrap();
}

#[test]
fn says_that_it_reads_no_addresses() {
    let address = "https://example.org/schedule.json";
    for command in ["check", "import"] {
        let (exit, _, stderr) = nachlese(&[command, address], "en");
        assert_eq!(exit, Exit::Failed);
        let expected = format!("error[no-file] {address}: This is an address, and only files are");
        assert!(stderr.starts_with(&expected), "{stderr}");
    }
    let (_, _, german) = nachlese(&["import", address], "de_DE");
    assert!(german.contains("Laden Sie sie zuerst herunter"), "{german}");
}
