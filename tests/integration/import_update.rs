//! `nachlese import --update`: a new version of a programme, and a file that somebody has edited.

use std::{
    fs,
    path::{Path, PathBuf},
};

use nachlese_cli::Exit;
use nachlese_reader::parse;
use tempfile::TempDir;

use crate::{
    new_and_build::{app, empty},
    prerender::{FIRST, folder},
    support::{compare, files, fixtures, nachlese, read},
};

/// A folder with the event as it was imported and then edited, and the last import beside it.
fn edited() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (exit, _, said) = import(folder.path(), "old.json", &[]);
    assert_eq!(exit, Exit::Fine, "{said}");
    fs::copy(
        fixtures("update").join("edited.json"),
        folder.path().join("event.json"),
    )
    .unwrap();
    folder
}

/// What importing a fixture into the folder's event says.
fn import(folder: &Path, source: &str, arguments: &[&str]) -> (Exit, String, String) {
    let source = fixtures("update").join(source).display().to_string();
    let target = folder.join("event.json").display().to_string();
    let all = [&["import", &source, "-o", &target], arguments].concat();
    let (exit, stdout, stderr) = nachlese(&all, "C");
    let plain = |text: String| text.replace(&format!("{}/", folder.display()), "");
    (exit, plain(stdout), plain(stderr))
}

fn event(folder: &Path) -> String {
    read(&folder.join("event.json"))
}

fn kept(folder: &Path) -> String {
    read(&folder.join(".event.json.imported"))
}

#[test]
fn takes_what_changed_and_keeps_what_was_edited() {
    for (language, ending) in [("en", "txt"), ("de", "de.txt")] {
        let folder = edited();
        let arguments = ["--update", "--language", language];
        let (exit, stdout, stderr) = import(folder.path(), "new.json", &arguments);
        assert_eq!(exit, Exit::Fine, "{stderr}");
        let summary = stderr.lines().find(|line| line.starts_with("event.json:"));
        let said = format!("{stdout}{}\n", summary.unwrap());
        compare(
            &fixtures("update").join("said").with_extension(ending),
            &said,
        );
        compare(
            &fixtures("update").join("updated.json"),
            &event(folder.path()),
        );
        let (_, imported, _) = nachlese(
            &[
                "import",
                &fixtures("update").join("new.json").display().to_string(),
            ],
            "C",
        );
        assert_eq!(kept(folder.path()), imported);

        // The same once more.
        let before = event(folder.path());
        let (exit, stdout, stderr) = import(folder.path(), "new.json", &["--update"]);
        assert_eq!((exit, stdout.as_str()), (Exit::Fine, ""));
        assert!(stderr.contains("event.json: nothing changed\n"), "{stderr}");
        assert_eq!(event(folder.path()), before);
    }
}

#[test]
fn an_unchanged_programme_changes_nothing() {
    let folder = edited();
    let before = (event(folder.path()), kept(folder.path()));
    let (exit, stdout, _) = import(folder.path(), "old.json", &["--update"]);
    assert_eq!((exit, stdout.as_str()), (Exit::Fine, ""));
    assert_eq!((event(folder.path()), kept(folder.path())), before);
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let folder = edited();
    let before = (event(folder.path()), kept(folder.path()));
    let (_, dry, summary) = import(folder.path(), "new.json", &["--update", "--dry-run"]);
    assert!(
        summary.contains("to look at (dry run, nothing written)"),
        "{summary}"
    );
    assert_eq!((event(folder.path()), kept(folder.path())), before);
    let (_, stdout, _) = import(folder.path(), "new.json", &["--update"]);
    assert_eq!(stdout, dry);
    // Neither does one that has nothing to read.
    let empty = tempfile::tempdir().unwrap();
    let (exit, _, stderr) = import(empty.path(), "new.json", &["--update", "--dry-run"]);
    assert_eq!(exit, Exit::Failed);
    assert!(stderr.contains("error[not-found] event.json: "), "{stderr}");
    assert_eq!(files(empty.path(), &["json"]).len(), 0);
}

#[test]
fn what_is_missing_can_be_marked_as_cancelled() {
    let folder = edited();
    let (_, stdout, _) = import(folder.path(), "new.json", &["--update", "--cancel-missing"]);
    assert!(stdout.contains("now marked as cancelled"), "{stdout}");
    let (updated, _) = parse(&event(folder.path())).unwrap();
    let cancelled = updated.talks.iter().filter(|talk| talk.is_cancelled());
    let cancelled: Vec<_> = cancelled.map(|talk| talk.id.as_str()).collect();
    assert_eq!(cancelled, ["3"]);

    // But not what could not be read.
    let folder = edited();
    let source = fixtures("update").join("old.json");
    let broken = read(&source).replace("\"title\": \"Karten für alle\",", "");
    let broken_file = folder.path().join("broken.json");
    fs::write(&broken_file, broken).unwrap();
    let broken_file = broken_file.display().to_string();
    let (_, stdout, _) = import(
        folder.path(),
        &broken_file,
        &["--update", "--cancel-missing"],
    );
    assert!(
        stdout.contains("warning[no-longer-in-source] talks[1]"),
        "{stdout}"
    );
    assert!(!event(folder.path()).contains("cancelled"));
}

#[test]
fn without_the_last_import_it_says_what_is_possible() {
    let folder = edited();
    fs::remove_file(folder.path().join(".event.json.imported")).unwrap();
    let before = event(folder.path());
    let (exit, stdout, stderr) = import(folder.path(), "new.json", &["--update"]);
    assert_eq!(exit, Exit::Fine);
    assert!(
        stderr.contains("note[no-last-import] event.json: It is not known"),
        "{stderr}"
    );
    assert!(
        stdout.contains("item of the programme 3, “Luft messen”: new"),
        "{stdout}"
    );
    assert!(
        stdout.contains(
            "note[differs] talks[1].room: room: “Saal 3” in the programme, “Saal 2” here"
        ),
        "{stdout}"
    );
    for line in before.lines().filter(|line| line.contains("title")) {
        assert!(
            event(folder.path()).contains(line.trim_end_matches(',')),
            "{line}"
        );
    }
    // From now on it is known.
    let (_, _, stderr) = import(folder.path(), "new.json", &["--update"]);
    assert!(!stderr.contains("no-last-import"), "{stderr}");

    let folder = edited();
    fs::remove_file(folder.path().join(".event.json.imported")).unwrap();
    let old = fixtures("update").join("old.json").display().to_string();
    let (_, _, stderr) = import(folder.path(), "new.json", &["--update", "--last", &old]);
    assert!(!stderr.contains("no-last-import"), "{stderr}");
    assert_eq!(
        event(folder.path()),
        read(&fixtures("update").join("updated.json"))
    );
}

#[test]
fn says_what_is_in_its_way() {
    let folder = edited();
    let event = folder.path().join("event.json");
    for (name, text, code) in [
        (".event.json.imported", "{", "last-import"),
        ("event.json", "{", "truncated"),
        ("event.json", "<schedule/>", "not-an-event"),
        (
            "event.json",
            &read(&fixtures("update").join("old.json")),
            "not-an-event",
        ),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
        let before = fs::read(&event).unwrap();
        let (exit, stdout, stderr) = import(folder.path(), "new.json", &["--update"]);
        assert_eq!((exit, stdout.as_str()), (Exit::Failed, ""), "{stderr}");
        let found = stderr.contains(&format!("error[{code}] "));
        assert!(
            found || code == "not-an-event" && stderr.contains("error["),
            "{code}: {stderr}"
        );
        assert_eq!(fs::read(&event).unwrap(), before);
    }
    for arguments in [
        &["--update", "--force"][..],
        &["--dry-run"],
        &["--last", "a"],
        &["--cancel-missing"],
    ] {
        assert_eq!(import(folder.path(), "new.json", arguments).0, Exit::Failed);
    }
}

#[test]
fn several_programmes_are_brought_up_to_date_in_their_folders() {
    let folder = tempfile::tempdir().unwrap();
    let output = format!("{}/", folder.path().display());
    let source = |name: &str| fixtures("update").join(name).display().to_string();
    let other = fixtures("import")
        .join("pretalx-widget.json")
        .display()
        .to_string();
    for name in ["old.json", "new.json"] {
        let (exit, _, stderr) = nachlese(
            &["import", &source(name), &other, "-o", &output, "--update"],
            "C",
        );
        assert_ne!(exit, Exit::Failed, "{stderr}");
    }
    let updated = read(&folder.path().join("offene-daten/event.json"));
    assert!(updated.contains("Luft messen") && updated.contains("Haushalt"));
    assert!(folder.path().join("programm/.event.json.imported").exists());
}

#[test]
fn no_site_has_the_last_import() {
    let edited = edited();
    // An editor who links it does not publish it either.
    let text = event(edited.path()).replace("event.schema.json", ".event.json.imported");
    fs::write(edited.path().join("event.json"), &text).unwrap();
    let (app, site) = (app("update-app"), empty("update-site"));
    let site = site.display().to_string();
    let event = edited.path().join("event.json").display().to_string();
    let (exit, _, stderr) = nachlese(&["build", &event, "-o", &site, "--app", &app], "C");
    assert_ne!(exit, Exit::Failed, "{stderr}");
    // Trunk copies whole folders.
    let dist = folder("update-dist", &[("first", FIRST)]);
    fs::write(dist.join("events/first/.event.json.imported"), FIRST).unwrap();
    let path = dist.display().to_string();
    let (exit, _, stderr) = nachlese(&["prerender", &path], "C");
    assert_ne!(exit, Exit::Failed, "{stderr}");
    for site in [Path::new(&site), &dist] {
        let all = files(site, &["json", "imported", "br", "gz"]);
        let is_event = |file: &&PathBuf| file.ends_with("event.json");
        assert!(all.iter().any(|file| is_event(&file)), "{all:?}");
        let is_kept = |file: &&PathBuf| file.to_string_lossy().contains(".imported");
        assert_eq!(all.iter().find(is_kept), None);
        assert!(!read(&site.join("sw.js")).contains("imported"));
    }
}
