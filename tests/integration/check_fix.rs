//! `nachlese check --fix`: what it mends, what it leaves, and what it says.

use std::{fs, path::Path};

use nachlese_cli::{Exit, Paint, Terminal, run};
use tempfile::{TempDir, tempdir};

use crate::support::{compare, files, fixtures, nachlese, read, valid_events};

const START: &str = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T""#;

/// A folder with an event.json of this content, and the path of the file.
fn event(text: &[u8]) -> (TempDir, String) {
    let folder = tempdir().unwrap();
    let file = folder.path().join("event.json");
    fs::write(&file, text).unwrap();
    (folder, file.display().to_string())
}

/// The file after `--fix`. Doing it again changes nothing.
fn fixed(text: &str) -> String {
    let (_folder, file) = event(text.as_bytes());
    nachlese(&["check", "--fix", &file], "en");
    let once = read(Path::new(&file));
    let (_, _, stderr) = nachlese(&["check", "--fix", &file], "en");
    assert_eq!(read(Path::new(&file)), once, "{text}");
    assert!(!stderr.contains("fixed: "), "{stderr}");
    once
}

#[test]
fn shows_what_it_mends_and_says_what_is_left() {
    for file in files(&fixtures("fix"), &["json"]) {
        for (language, ending) in [("en", "txt"), ("de", "de.txt")] {
            let (folder, path) = event(&fs::read(&file).unwrap());
            let arguments = ["check", "--fix", "--language", language, &path];
            let (exit, stdout, stderr) = nachlese(&arguments, "C");
            let text = format!(
                "exit {}\n--- stdout\n{stdout}--- stderr\n{stderr}",
                exit as u8
            );
            let folder = format!("{}/", folder.path().display());
            compare(&file.with_extension(ending), &text.replace(&folder, ""));
        }
    }
}

#[test]
fn mends_what_is_safe() {
    for (wrong, right) in [
        (
            r#", "people": [{"id": "a", "naem": "A"}]}"#,
            r#", "people": [{"id": "a", "name": "A"}]}"#,
        ),
        (
            r#", "Summary": "S", "time_zone": "Europe/Berlin"}"#,
            r#", "summary": "S", "timeZone": "Europe/Berlin"}"#,
        ),
        (
            r#", "timeZone": "Europe/Berln"}"#,
            r#", "timeZone": "Europe/Berlin"}"#,
        ),
        (
            r#", "date":   "24.06.2024"  }"#,
            r#", "date":   "2024-06-24"  }"#,
        ),
        (
            r#", "date": "Montag, 24. Juni 2024"}"#,
            r#", "date": "2024-06-24"}"#,
        ),
        (
            r#", "published": "June 24, 2024"}"#,
            r#", "published": "2024-06-24"}"#,
        ),
        // A file of names, names of a file: both mended, whatever comes to light by it.
        (
            r#", "talsk": [{"id": "a", "kind": "workshopp", "titel": "A", "langauge": "de_DE"}]}"#,
            r#", "talks": [{"id": "a", "kind": "workshop", "title": "A", "language": "de-DE"}]}"#,
        ),
        (
            r#", "playlists": [{"title": "P", "provider": "youtube", "id": "https://www.youtube.com/playlist?list=PL0123456789abcdef"}]}"#,
            r#", "playlists": [{"title": "P", "provider": "youtube", "id": "PL0123456789abcdef", "url": "https://www.youtube.com/playlist?list=PL0123456789abcdef"}]}"#,
        ),
    ] {
        assert_eq!(fixed(&format!("{START}{wrong}")), format!("{START}{right}"));
    }
}

#[test]
fn leaves_what_somebody_may_have_meant_otherwise() {
    for rest in [
        // Another field, another word, another person, another day.
        r#", "talks": [{"id": "a", "kind": "walk", "time": "9:00", "topic": "T"}]}"#,
        r#", "people": [{"id": "anna-maier", "name": "A"}], "talks": [{"id": "a", "kind": "talk", "title": "T", "people": [{"person": "anna-meier"}]}]}"#,
        r#", "date": "06/07/2024"}"#,
        r#", "date": "Dienstag, 24. Juni 2024"}"#,
        // One of both would be lost.
        r#", "summary": "A", "sumary": "B"}"#,
        r#", "sumary": "A", "summry": "B"}"#,
        r#", "talks": [{"id": "a", "kind": "talk", "title": "T", "titel": "U"}]}"#,
        // What the right name reveals is worse.
        r#", "vennue": 3}"#,
        // The page of the video says more.
        r#", "talks": [{"id": "a", "kind": "talk", "title": "T", "recording": {"status": "planned", "sources": [{"provider": "youtube", "id": "https://youtu.be/dQw4w9WgXcQ", "url": "https://youtu.be/dQw4w9WgXcQ?t=9"}]}}]}"#,
    ] {
        let text = format!("{START}{rest}");
        assert_eq!(fixed(&text), text);
    }
}

#[test]
fn changes_nothing_in_files_without_mistakes() {
    for file in valid_events() {
        let before = read(&file);
        let (_, stdout, stderr) = nachlese(
            &["check", "--fix", "--dry-run", &file.display().to_string()],
            "en",
        );
        assert!(
            stderr.contains("nothing that can safely be fixed"),
            "{}: {stdout}{stderr}",
            file.display()
        );
        assert_eq!(read(&file), before);
    }
}

#[test]
fn keeps_the_mark_of_the_encoding_and_the_line_ends() {
    let text = format!("\u{feff}{START},\r\n\t\"date\": \"24.6.2024\",\r\n}}\r\n");
    let expected = format!("\u{feff}{START},\r\n\t\"date\": \"2024-06-24\"\r\n}}\r\n");
    assert_eq!(fixed(&text), expected);
}

#[test]
fn only_shows_what_it_would_do() {
    let text = format!("{START},}}");
    let (_folder, file) = event(text.as_bytes());
    let (exit, stdout, stderr) = nachlese(&["check", "--fix", "--dry-run", &file], "de");
    assert_eq!((exit, read(Path::new(&file))), (Exit::Findings, text));
    assert!(
        stdout.ends_with(&format!("-{START},}}\n+{START}}}\n")),
        "{stdout}"
    );
    let expected = format!(
        "{file}: zu berichtigen: 1 Komma. Die Datei ist unverändert; ohne --dry-run wird sie geändert.\n"
    );
    assert_eq!(stderr, expected);
    let (exit, stdout, _) = nachlese(&["check", "--dry-run", &file], "en");
    assert_eq!((exit, stdout.as_str()), (Exit::Failed, ""));
}

#[test]
fn says_why_a_file_stays_as_it_is() {
    let event_in_latin = [START.as_bytes(), b", \"motto\": \"K\xfcche\",}"].concat();
    let import = fs::read(fixtures("import").join("pretalx.xml")).unwrap();
    for (text, german, english) in [
        (
            format!("{START}, /* x */ \"date\" \"2024-06-24\"}}").into_bytes(),
            ":1:80: Die Datei ist kein gültiges JSON. Nach dem Namen des Feldes fehlt ein Doppelpunkt: \
             `\"title\": \"Begrüßung\"`. Was hier gemeint ist, weiß nur ein Mensch; --fix hat deshalb \
             nichts geändert.",
            ":1:80: The file is not valid JSON. A colon is missing after the name of the field: \
             `\"title\": \"Welcome\"`. Only a person knows what is meant here, so --fix has changed \
             nothing.",
        ),
        (
            event_in_latin,
            ": Die Datei ist nicht als UTF-8 gespeichert; --fix ändert sie nicht. Speichern Sie sie \
             im Editor als UTF-8.",
            ": The file is not saved as UTF-8, so --fix does not change it. Save it as UTF-8 in your \
             editor.",
        ),
        (
            import,
            ": Das ist das Programm eines anderen Systems. --fix ändert nur eine event.json; machen \
             Sie zuerst eine daraus: nachlese import.",
            ": This is the programme of another system. --fix changes only an event.json; make one \
             of it first: nachlese import.",
        ),
    ] {
        let (_folder, file) = event(&text);
        for (language, expected) in [("de", german), ("en", english)] {
            let (exit, _, stderr) = nachlese(&["check", "--fix", &file], language);
            assert_eq!(exit, Exit::Failed);
            let line = stderr.lines().next().unwrap();
            assert!(line.ends_with(&format!("{file}{expected}")), "{stderr}");
        }
        assert_eq!(fs::read(&file).unwrap(), text);
    }
    for (language, expected) in [
        (
            "de",
            "Fehler[not-a-file] -: --fix ändert Dateien; das hier ist keine. Nennen Sie eine Datei, oder sehen Sie mit --dry-run nur nach.\n",
        ),
        (
            "en",
            "error[not-a-file] -: --fix changes files, and this is none. Name a file, or only look with --dry-run.\n",
        ),
    ] {
        let (exit, _, stderr) = nachlese(&["check", "--fix", "-"], language);
        assert_eq!((exit, stderr.as_str()), (Exit::Failed, expected));
    }
}

#[test]
fn keeps_data_apart_for_programs() {
    let (_folder, file) = event(format!("{START},}}").as_bytes());
    let (exit, stdout, stderr) = nachlese(&["check", "--fix", "--format", "json", &file], "en");
    assert_eq!((exit, stdout.as_str()), (Exit::Fine, "{\"findings\":[]}\n"));
    assert!(
        stderr.starts_with("--- ") && stderr.contains("fixed: 1 comma"),
        "{stderr}"
    );
}

#[test]
fn is_coloured_for_terminals_only() {
    let (_folder, file) =
        event(format!("{START}, \"date\": \"24.6.2024\", \"colour\": 1}}").as_bytes());
    let look = |paint| {
        let terminal = Terminal {
            stdout: paint,
            stderr: paint,
            ..Terminal::default()
        };
        let arguments = ["nachlese", "check", "--fix", "--dry-run", &file].map(Into::into);
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        run(arguments, terminal, &mut stdout, &mut stderr);
        String::from_utf8(stdout).unwrap()
    };
    let (plain, coloured) = (look(Paint::Plain), look(Paint::Coloured));
    assert!(
        !plain.contains('\u{1b}') && coloured.contains("\u{1b}[32m+{"),
        "{coloured}"
    );
    let words = coloured.replace("\u{1b}[0m", "");
    let words = ["\u{1b}[1m", "\u{1b}[31m", "\u{1b}[32m", "\u{1b}[36m"]
        .iter()
        .fold(words, |words, code| words.replace(code, ""));
    assert_eq!(words, plain);
}
