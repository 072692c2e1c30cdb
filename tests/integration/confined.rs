//! Nothing outside of a folder is read or written, and no pipe is waited for. All links and pipes
//! are in the tests' own folders.
#![cfg(unix)]

use std::{
    fs,
    os::unix::{fs::symlink, net::UnixListener},
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc,
    thread,
    time::Duration,
};

use nachlese_cli::Exit;

use crate::{
    prerender::folder,
    support::{files, fixtures, nachlese, read},
};

/// Runs the program and fails if it does not come to an end.
pub(crate) fn run(arguments: &[&str]) -> (Exit, String, String) {
    let (sender, receiver) = mpsc::channel();
    let owned: Vec<_> = arguments.iter().map(|&text| text.to_owned()).collect();
    thread::spawn(move || {
        let arguments: Vec<_> = owned.iter().map(String::as_str).collect();
        sender.send(nachlese(&arguments, "en"))
    });
    let done = receiver.recv_timeout(Duration::from_secs(120));
    done.unwrap_or_else(|_| panic!("{arguments:?} waits for something"))
}

/// Makes a pipe that nobody writes to.
pub(crate) fn pipe(file: &Path) {
    assert!(Command::new("mkfifo").arg(file).status().unwrap().success());
}

/// Every file below a folder, with its content.
fn content(folder: &Path) -> Vec<(PathBuf, String)> {
    let all = files(folder, &["json", "html", "xml", "vtt", "png", "txt", "ics"]);
    all.into_iter()
        .map(|file| (file.clone(), read(&file)))
        .collect()
}

const OTHER: &str = r#"{"schemaVersion": 1, "id": "other", "language": "de", "title": "Geheim"}"#;
/// An event that names files beside it.
pub(crate) const SHOWN: &str = r#"{"schemaVersion": 1, "id": "first", "language": "de", "title": "Erste", "date": "2024-06-07",
    "figure": {"photo": {"src": "linked.png", "width": 1, "height": 1, "alt": "x", "credit": "y", "rightsCleared": true}},
    "talks": [{"id": "t", "kind": "talk", "title": "Ethik", "slides": ["pipe.txt"],
      "recording": {"status": "released", "sources": [{"provider": "file", "url": "film.mp4"}],
        "captions": [{"language": "de", "url": "linked.vtt"}]}}]}"#;

/// A folder as trunk leaves it, with links out of it and pipes, and the folder that they lead to.
fn trap(name: &str) -> (PathBuf, PathBuf) {
    let dist = folder(name, &[("first", SHOWN)]);
    let outside = dist.with_extension("outside");
    fs::remove_dir_all(&outside).ok();
    for folder in ["event", "talk"] {
        fs::create_dir_all(outside.join(folder)).unwrap();
    }
    for (file, text) in [
        ("event/event.json", OTHER),
        (
            "page.html",
            "<link rel=stylesheet href=\"../../nachlese.css\">",
        ),
        ("feed.xml", "old"),
        (
            "captions.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nsecret\n",
        ),
        ("picture.png", "secret"),
    ] {
        fs::write(outside.join(file), text).unwrap();
    }
    for (to, link) in [
        ("event", "events/other"),
        ("talk", "talk"),
        ("feed.xml", "feed.xml"),
        ("made.ics", "event.ics"),
        ("page.html", "events/first/page.html"),
        ("captions.vtt", "events/first/linked.vtt"),
        ("picture.png", "events/first/linked.png"),
    ] {
        symlink(outside.join(to), dist.join(link)).unwrap();
    }
    fs::create_dir_all(dist.join("fonts")).unwrap();
    for file in [
        "schedule.json",
        "events/first/pipe.html",
        "events/first/pipe.txt",
        "fonts/a.woff2",
    ] {
        pipe(&dist.join(file));
    }
    symlink("/dev/zero", dist.join("events/first/device.html")).unwrap();
    (dist, outside)
}

#[test]
fn a_site_takes_and_writes_nothing_outside_of_its_folder() {
    let (dist, outside) = trap("confined-site");
    let before = content(&outside);
    let _socket = UnixListener::bind(dist.join("events/first/socket")).unwrap();
    let path = dist.display().to_string();
    for _ in 0..2 {
        let (exit, _, stderr) = run(&["prerender", &path]);
        assert_eq!(exit, Exit::Findings, "{stderr}");
        for (code, file) in [
            ("link-leads-out", "events/other"),
            ("link-leads-out", "talk"),
            ("link-leads-out", "feed.xml"),
            ("dead-link", "event.ics"),
            ("link-leads-out", "events/first/page.html"),
            ("link-leads-out", "events/first/linked.vtt"),
            ("link-leads-out", "events/first/linked.png"),
            ("link-leads-out", "events/first/device.html"),
            ("no-regular-file", "schedule.json"),
            ("no-regular-file", "events/first/pipe.html"),
            ("no-regular-file", "events/first/socket"),
        ] {
            let line = format!("warning[{code}] {path}/{file}: ");
            assert_eq!(stderr.matches(&line).count(), 1, "{line}{stderr}");
        }
        // The talk's page, its calendar, preview and oEmbed, the feed, the calendar, the schedule.
        assert!(
            stderr.contains("Not written, because such an entry"),
            "{stderr}"
        );
        assert!(content(&outside) == before, "something was written outside");
        assert_eq!(fs::read_dir(outside.join("talk")).unwrap().count(), 0);
    }
    assert!(read(&dist.join("index.html")).contains("Erste"));
    assert!(!dist.join("events/index.html").exists(), "one event only");
    assert!(!read(&dist.join("sw.js")).contains("linked"));
}

#[test]
fn one_file_carries_nothing_from_outside_of_the_folder() {
    let (dist, outside) = trap("confined-page");
    let before = content(&outside);
    let path = dist.display().to_string();
    let output = dist.join("made.html").display().to_string();
    let (exit, _, stderr) = run(&["bundle", &path, "-o", &output]);
    assert_eq!(exit, Exit::Fine, "{stderr}");
    for (code, file) in [
        ("link-leads-out", "linked.png"),
        ("link-leads-out", "linked.vtt"),
        ("no-regular-file", "pipe.txt"),
    ] {
        let line = format!("warning[{code}] {path}/events/first/{file}: ");
        assert!(stderr.contains(&line), "{line}{stderr}");
    }
    let html = read(&dist.join("made.html"));
    for secret in ["c2VjcmV0", "secret"] {
        assert!(!html.contains(secret), "{secret}");
    }
    assert!(content(&outside) == before);
}

#[test]
fn what_is_needed_is_not_taken_from_elsewhere() {
    let (dist, outside) = trap("confined-needed");
    let path = dist.display().to_string();
    let at = |name: &str| dist.join(name).display().to_string();
    let (page, event) = (at("page.html"), at("events/other/event.json"));
    symlink(outside.join("made.html"), &page).unwrap();
    symlink(outside.join("page.html"), dist.join("linked.html")).unwrap();
    let linked = at("linked.html");
    for (arguments, file) in [
        (vec!["prerender", &path, "--event", &event], &event),
        (vec!["bundle", &path, "-o", "x", "--event", &event], &event),
        (vec!["bundle", &path, "-o", &linked], &linked),
    ] {
        let (exit, _, stderr) = run(&arguments);
        let expected = format!("error[link-leads-out] {file}: This path leads out of the folder.");
        assert_eq!(exit, Exit::Failed, "{stderr}");
        assert!(stderr.starts_with(&expected), "{stderr}");
    }
    let (exit, _, stderr) = run(&["bundle", &path, "-o", &page]);
    assert_eq!(exit, Exit::Failed, "{stderr}");
    assert!(stderr.starts_with("error[dead-link]") && !outside.join("made.html").exists());

    for (file, link) in [
        ("index.html", "page.html"),
        ("a-0123456789abcdef.css", "picture.png"),
    ] {
        let kept = read(&dist.join(file));
        fs::remove_file(dist.join(file)).unwrap();
        symlink(outside.join(link), dist.join(file)).unwrap();
        for arguments in [vec!["prerender", &path], vec!["bundle", &path, "-o", "x"]] {
            let (exit, _, stderr) = run(&arguments);
            assert_eq!(exit, Exit::Failed, "{stderr}");
            assert!(
                stderr.starts_with(&format!("error[link-leads-out] {}", at(file))),
                "{stderr}"
            );
        }
        fs::remove_file(dist.join(file)).unwrap();
        fs::write(dist.join(file), kept).unwrap();
    }
    fs::write(
        dist.join("a-0123456789abcdef.css"),
        "a{src:url(../outside.woff2)}",
    )
    .unwrap();
    fs::write(dist.join("../outside.woff2"), "x").unwrap();
    let (exit, _, stderr) = run(&["bundle", &path, "-o", "x"]);
    assert_eq!(exit, Exit::Failed);
    assert!(stderr.contains("error[link-leads-out]"), "{stderr}");
}

#[test]
fn imported_events_stay_in_their_folder() {
    let place = tempfile::tempdir().unwrap();
    let (inside, outside) = (place.path().join("in"), place.path().join("out"));
    fs::create_dir_all(&inside).unwrap();
    fs::create_dir_all(&outside).unwrap();
    symlink(&outside, inside.join("beet")).unwrap();
    let source = fixtures("import").join("pretalx.xml").display().to_string();
    let output = format!("{}/", inside.display());
    let (exit, _, stderr) = run(&["import", &source, "-o", &output, "--force"]);
    assert_eq!(exit, Exit::Failed, "{stderr}");
    assert!(stderr.contains("error[link-leads-out]"), "{stderr}");
    assert_eq!(fs::read_dir(outside).unwrap().count(), 0);
    fs::remove_file(inside.join("beet")).unwrap();
    fs::create_dir(inside.join("beet")).unwrap();
    pipe(&inside.join("beet/event.json"));
    let (_, _, stderr) = run(&["import", &source, "-o", &output, "--force"]);
    assert!(stderr.contains("error[no-regular-file]"), "{stderr}");
}
