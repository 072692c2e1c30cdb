//! What `nachlese prerender` and `nachlese bundle` say about a folder, besides what they write.

use std::fs;

use nachlese::cli::Exit;

use crate::{
    prerender::{FIRST, folder},
    support::nachlese,
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
