//! `nachlese import`: every format has a fixture with the event and the findings beside it.

use std::{fs, path::PathBuf};

use nachlese_cli::Exit;
use nachlese_event::problem::Severity;
use nachlese_formats::import::{self, NativeZones, native_xml};
use nachlese_reader::parse;

use crate::support::{compare, files, fixtures, nachlese, read};

/// The foreign files.
pub(crate) fn foreign_files() -> Vec<PathBuf> {
    let mut found = files(&fixtures("import"), &["json", "xml", "ics"]);
    let folder = fixtures("import");
    // Folders in it have what only the command line reads.
    found.retain(|file| file.parent() == Some(&folder));
    found.retain(|file| !file.to_string_lossy().ends_with(".event.json"));
    assert!(found.len() >= 7);
    found
}

#[test]
fn makes_an_event_of_each_format_and_says_what_is_left_out() {
    for file in foreign_files() {
        let path = file.display().to_string();
        for (language, ending) in [("en", "txt"), ("de", "de.txt")] {
            let expected = file.with_extension(ending);
            if language == "de" && !expected.exists() {
                continue;
            }
            let (exit, stdout, stderr) = nachlese(&["import", "--language", language, &path], "C");
            let folder = format!("{}/", file.parent().unwrap().display());
            let said = format!("exit {}\n{}", exit as u8, stderr.replace(&folder, ""));
            compare(&expected, &said);
            compare(&file.with_extension("event.json"), &stdout);
        }
    }
}

#[test]
fn writes_events_that_this_program_reads_without_an_error() {
    for file in foreign_files() {
        let (event, _) = import::read(&read(&file), native_xml, NativeZones).unwrap();
        let written = serde_json::to_string(&event).unwrap();
        let (again, problems) = parse(&written).unwrap();
        let errors = problems.iter().filter(|p| p.severity() == Severity::Error);
        assert_eq!(
            errors.collect::<Vec<_>>(),
            Vec::<&_>::new(),
            "{}",
            file.display()
        );
        assert_eq!(again, event, "{}", file.display());
    }
}

#[test]
fn recognises_formats_by_what_they_contain() {
    let folder = std::env::temp_dir().join(format!("nachlese-names-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for file in foreign_files() {
        let nameless = folder.join("programme");
        fs::write(&nameless, format!("\u{feff}\n {}", read(&file))).unwrap();
        let (exit, stdout, stderr) = nachlese(&["check", &nameless.display().to_string()], "C");
        assert_ne!(exit, Exit::Failed, "{}: {stdout}{stderr}", file.display());
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn several_files_go_to_folders_of_their_own() {
    let folder = std::env::temp_dir().join(format!("nachlese-import-{}/", std::process::id()));
    let output = format!("{}/", folder.display());
    let file = |name: &str| fixtures("import").join(name).display().to_string();
    let (widget, pretalx) = (file("pretalx-widget.json"), file("pretalx.xml"));
    let (exit, stdout, stderr) = nachlese(&["import", &widget, &pretalx, "-o", &output], "C");
    assert_eq!((exit, stdout.as_str()), (Exit::Findings, ""), "{stderr}");
    assert!(stderr.contains(&format!("{widget}: note[")), "{stderr}");
    let (event, _) = parse(&read(&folder.join("beet/event.json"))).unwrap();
    assert_eq!(event.talks.len(), 1);
    assert!(folder.join("programm/event.json").exists());

    let (exit, _, stderr) = nachlese(&["import", &pretalx, &pretalx, "-o", &output], "C");
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.contains("error[repeated-event]") && stderr.contains("An event “beet” has just"),
        "{stderr}"
    );
    fs::remove_dir_all(&folder).unwrap();

    let (exit, _, stderr) = nachlese(&["import", &widget, &pretalx], "de_DE");
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.starts_with("Fehler[no-folder] -o: Aus mehreren Dateien werden"),
        "{stderr}"
    );
}

#[test]
fn one_file_goes_where_it_is_told() {
    let target = std::env::temp_dir().join(format!("nachlese-import-{}.json", std::process::id()));
    let source = fixtures("import").join("pretalx.xml").display().to_string();
    let (exit, stdout, _) = nachlese(
        &["import", &source, "-o", &target.display().to_string()],
        "C",
    );
    assert_eq!((exit, stdout.as_str()), (Exit::Fine, ""));
    assert!(parse(&read(&target)).is_ok());
    fs::remove_file(&target).unwrap();

    let (exit, _, stderr) = nachlese(&["import", "no-such.xml"], "C");
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.starts_with("error[not-found] no-such.xml"),
        "{stderr}"
    );
}

#[test]
fn an_event_is_taken_as_it_is() {
    let source = fixtures("valid").join("full.json");
    let (exit, stdout, _) = nachlese(&["import", &source.display().to_string()], "C");
    assert_eq!(exit, Exit::Fine);
    assert_eq!(parse(&stdout).unwrap().0, parse(&read(&source)).unwrap().0);
}

#[test]
fn names_what_cannot_be_written() {
    let place = std::env::temp_dir().join(format!("nachlese-unwritable-{}", std::process::id()));
    fs::create_dir_all(place.join("folder.json")).unwrap();
    fs::write(place.join("file"), "").unwrap();
    let source = fixtures("import").join("pretalx.xml").display().to_string();
    let at = |name: &str| place.join(name).display().to_string();
    let below_file = at("file/below/");
    let (exit, _, stderr) = nachlese(&["import", &source, "-o", &below_file], "C");
    assert_eq!(exit, Exit::Failed);
    let expected =
        format!("error[unwritable] {below_file}beet: The folder cannot be created (Not a dir");
    assert!(stderr.contains(&expected), "{stderr}");

    fs::create_dir_all(place.join("beet/event.json")).unwrap();
    let (exit, _, stderr) = nachlese(&["import", &source, "-o", &at("")], "C");
    assert_eq!(exit, Exit::Failed);
    let expected = format!("error[unwritable] {}: ", at("beet/event.json"));
    assert!(stderr.contains(&expected), "{stderr}");
    fs::remove_dir_all(&place).unwrap();
}

#[test]
fn leaves_what_is_there_unless_told() {
    let place = std::env::temp_dir().join(format!("nachlese-exists-{}", std::process::id()));
    fs::create_dir_all(&place).unwrap();
    let source = fixtures("import").join("pretalx.xml").display().to_string();
    let target = place.join("event.json");
    let output = target.display().to_string();
    let import = |more: &[&str], locale| {
        let arguments = ["import", source.as_str(), "-o", output.as_str()];
        nachlese(&[&arguments, more].concat(), locale)
    };
    assert_eq!(import(&[], "C").0, Exit::Fine);
    let event = read(&target);
    let (exit, _, again) = import(&[], "C");
    assert_eq!(exit, Exit::Fine, "the same is no loss");
    assert!(!again.contains("error["), "{again}");

    fs::write(&target, event.replace('}', "} ")).unwrap();
    let (exit, _, stderr) = import(&[], "de_DE");
    assert_eq!(exit, Exit::Failed);
    let expected =
        format!("Fehler[exists] {output}: Diese Datei gibt es schon, mit anderem Inhalt.");
    assert!(
        stderr.contains(&expected) && stderr.contains("--force"),
        "{stderr}"
    );
    assert_ne!(read(&target), event, "it is left as it was");
    assert_eq!(import(&["--force"], "C").0, Exit::Fine);
    assert_eq!(read(&target), event);
    assert_eq!(
        fs::read_dir(&place).unwrap().count(),
        2,
        "the event, and beside it what was imported"
    );

    for more in [&[][..], &["--force"]] {
        let arguments = ["import", output.as_str(), "-o", output.as_str()];
        let (exit, _, stderr) = nachlese(&[&arguments, more].concat(), "C");
        assert_eq!(exit, Exit::Failed);
        let expected = format!("error[same-file] {output}: This file is being imported.");
        assert!(stderr.contains(&expected), "{stderr}");
    }
    assert_eq!(read(&target), event);
    fs::remove_dir_all(&place).unwrap();
}
