//! What `nachlese prerender` and `nachlese bundle` say about a folder, besides what they write.

use std::fs;

use nachlese_cli::Exit;

use crate::{
    prerender::{FIRST, folder},
    support::{nachlese, read},
};

const WITH_SLIDES: &str = r#"{"schemaVersion": 1, "id": "second", "language": "de", "title": "Zweite",
    "talks": [{"id": "u", "kind": "talk", "title": "Praxis", "slides": ["there.pdf", "gone.pdf"]}]}"#;

#[test]
fn names_files_that_are_not_there() {
    let dist = folder(
        "notices-missing",
        &[("first", FIRST), ("second", WITH_SLIDES)],
    );
    fs::write(dist.join("events/second/there.pdf"), "%PDF").unwrap();
    let path = dist.display().to_string();
    let event = "events/second/event.json";
    let output = dist.join("page.html").display().to_string();
    for arguments in [
        vec!["prerender", &path],
        vec!["prerender", &path, "--event", event],
        vec!["bundle", &path, "--event", event, "-o", &output],
    ] {
        let (exit, _, stderr) = nachlese(&arguments, "en");
        assert_eq!(exit, Exit::Fine, "{stderr}");
        let line = format!("{path}/{event}: warning[file-missing] talks[0].slides[1]: there is no");
        assert!(stderr.contains(&line), "{stderr}");
        assert_eq!(stderr.matches("[file-missing]").count(), 1, "{stderr}");
        assert!(stderr.contains("1 warning\n"), "{stderr}");
    }
}

#[test]
fn failures_name_the_file_that_is_at_fault() {
    let dist = folder("notices-failures", &[("first", FIRST)]);
    let path = dist.display().to_string();
    let at = |name: &str| format!("{path}/{name}");
    let (none, gone, page) = (at("none"), at("gone.json"), at("page.html"));
    let (nowhere, broken) = (at("none/page.html"), at("broken.json"));
    fs::write(&broken, "{").unwrap();
    let not_built =
        format!("error[not-built] {none}: There is no index.html in this folder. Run `make dist`");
    for (arguments, expected) in [
        (vec!["bundle", &none, "-o", &page], not_built.clone()),
        (vec!["prerender", &none], not_built),
        (
            vec!["bundle", &path, "--event", &gone, "-o", &page],
            format!("error[not-found] {gone}: There is no such file."),
        ),
        (
            vec!["bundle", &path, "--event", &broken, "-o", &page],
            format!("error[truncated] {broken}:1:1: "),
        ),
        (
            vec!["bundle", &path, "-o", &nowhere],
            format!("error[unwritable] {nowhere}: The file cannot be written ("),
        ),
    ] {
        let (exit, _, stderr) = nachlese(&arguments, "en");
        assert_eq!(exit, Exit::Failed);
        assert!(stderr.starts_with(&expected), "{expected}: {stderr}");
    }
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_nowhere_or_back_costs_only_itself() {
    use std::os::unix::fs::symlink;

    let dist = folder("notices-links", &[("first", FIRST)]);
    let path = dist.display().to_string();
    symlink("nowhere", dist.join("events/first/dead.png")).unwrap();
    symlink("..", dist.join("events/up")).unwrap();
    for _ in 0..2 {
        let (exit, _, stderr) = nachlese(&["prerender", &path], "en");
        assert_eq!(exit, Exit::Fine, "{stderr}");
        for line in [
            format!("warning[dead-link] {path}/events/first/dead.png: There is no file here"),
            format!("warning[endless-link] {path}/events/up: This link leads to a folder"),
        ] {
            assert_eq!(stderr.matches(&line).count(), 1, "{stderr}");
        }
    }
    assert!(dist.join("talk/t/index.html.br").is_file());
    assert!(!read(&dist.join("sw.js")).contains("dead.png"));
}
