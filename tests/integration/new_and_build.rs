//! `nachlese new` and `nachlese build`: from nothing to a folder that can be copied to a host.

use std::{
    fs,
    path::{Path, PathBuf},
};

use nachlese_cli::Exit;

use crate::{
    prerender::folder,
    support::{files, nachlese, read, root},
};

/// An empty folder.
pub(crate) fn empty(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The app, without an event.
pub(crate) fn app(name: &str) -> String {
    folder(name, &[]).display().to_string()
}

fn names(folder: &Path) -> Vec<String> {
    let found = files(folder, &["html", "json", "css", "png", "mp4", "md"]);
    let name = |file: &PathBuf| file.strip_prefix(folder).unwrap().display().to_string();
    found.iter().map(name).collect()
}

#[test]
fn every_template_is_an_event_without_a_finding() {
    let top = empty("new-templates");
    for language in ["de", "en"] {
        for template in ["hearing", "conference", "empty"] {
            let made = top
                .join(format!("{template}-{language}"))
                .display()
                .to_string();
            let new = ["new", &made, "--template", template, "--language", language];
            let (exit, _, stderr) = nachlese(&new, language);
            assert_eq!(exit, Exit::Fine, "{stderr}");
            let event = format!("{made}/event.json");
            let (exit, stdout, stderr) = nachlese(&["check", &event], language);
            assert_eq!((exit, stdout.as_str()), (Exit::Fine, ""), "{stderr}");
            assert!(!read(Path::new(&event)).contains("{{"));
            assert_eq!(
                read(Path::new(&format!("{made}/event.schema.json"))),
                read(&root().join("public/event.schema.json"))
            );
            let again = nachlese(&new, language);
            assert_eq!(again.0, Exit::Failed);
            assert!(again.2.contains("error[exists]") || again.2.contains("Fehler[exists]"));
        }
    }
}

const TALK: &str = r#"{"schemaVersion": 1, "id": "first", "language": "de", "title": "Erste", "date": "2024-06-07",
    "figure": {"photo": {"src": "photos/a.png", "width": 2, "height": 2, "alt": "A", "credit": "B", "licence": "C", "rightsCleared": true}},
    "talks": [{"id": "t", "kind": "talk", "title": "Ethik", "recording": {"status": "released",
        "sources": [{"provider": "file", "url": "a.mp4"}]}}]}"#;

/// A folder with an event, a picture, a recording and drafts that it does not name.
fn event(name: &str) -> PathBuf {
    let folder = empty(name);
    for (file, text) in [
        ("event.json", TALK),
        ("photos/a.png", "png"),
        ("photos/draft.png", "not named"),
        ("a.mp4", "film"),
        ("README.md", "notes"),
    ] {
        let file = folder.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

#[test]
fn a_site_has_what_the_event_names_and_nothing_else() {
    let (folder, app) = (event("build-named"), app("build-named-app"));
    let site = empty("build-named-site").join("site");
    let order = [
        "build",
        &folder.display().to_string(),
        "-o",
        &site.display().to_string(),
        "--app",
        &app,
    ];
    let (exit, _, stderr) = nachlese(&order, "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    let names = names(&site);
    for name in [
        "index.html",
        "talk/t/index.html",
        "events/first/event.json",
        "events/first/photos/a.png",
        "events/first/a.mp4",
        "404.html",
    ] {
        assert!(names.iter().any(|found| found == name), "{name}: {names:?}");
    }
    let unnamed = |name: &&String| name.contains("draft") || name.contains("README");
    assert_eq!(names.iter().find(unnamed), None);
    assert_eq!(read(&site.join("events/first/event.json")), TALK);
    assert!(site.join("index.html.br").exists());
    // The findings name the editor's file.
    let place = folder.join("event.json").display().to_string();
    assert!(
        stderr.contains(&format!("{place}: note[published-missing]")),
        "{stderr}"
    );

    let (exit, _, stderr) = nachlese(&order, "en");
    assert_eq!(exit, Exit::Fine);
    assert!(
        stderr.contains("0 of them new or changed, 0 removed"),
        "{stderr}"
    );
    let without = "\nWithout a feed (feed.xml), because it has whole addresses in it: give the address of \
                   the site, for example with `--base https://example.org/conference/`.\n";
    assert_eq!(stderr.matches(without).count(), 1, "{stderr}");
    let (_, _, german) = nachlese(&order, "de");
    let without = "\nOhne Feed (feed.xml), denn darin stehen vollständige Adressen: Nennen Sie die Adresse \
                   der Seite, zum Beispiel mit `--base https://example.org/tagung/`.\n";
    assert_eq!(german.matches(without).count(), 1, "{german}");
    let mut with_base = order.to_vec();
    with_base.extend(["--base", "https://example.org/a/"]);
    let (_, _, stderr) = nachlese(&with_base, "en");
    assert!(
        !stderr.contains("--base") && site.join("feed.xml").exists(),
        "{stderr}"
    );

    fs::write(folder.join("event.json"), TALK.replace("\"t\"", "\"u\"")).unwrap();
    let (exit, _, stderr) = nachlese(&order, "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(site.join("talk/u/index.html").exists());
    assert!(!site.join("talk/t").exists());
}

#[test]
fn a_site_after_a_change_is_the_same_as_a_new_one() {
    let (folder, app) = (event("build-changed"), app("build-changed-app"));
    let sites = empty("build-changed-sites");
    let build = |name: &str| {
        let site = sites.join(name);
        let (from, to) = (folder.display().to_string(), site.display().to_string());
        let base = "https://a.example/";
        let order = ["build", &from, "-o", &to, "--app", &app, "--base", base];
        let (exit, _, stderr) = nachlese(&order, "en");
        assert_eq!(exit, Exit::Fine, "{stderr}");
        let endings = ["html", "json", "xml", "ics", "png", "js", "mp4", "br", "gz"];
        let mut all: Vec<_> = files(&site, &endings)
            .iter()
            .map(|file| {
                let name = file.strip_prefix(&site).unwrap().display().to_string();
                (name, fs::read(file).unwrap())
            })
            .collect();
        all.sort();
        all
    };
    let first = build("changed");
    for (from, to) in [
        ("Ethik", "Ethik im Amt"),
        ("\"id\": \"t\"", "\"id\": \"u\""),
        ("Erste", "Erste Fassung"),
    ] {
        let file = folder.join("event.json");
        fs::write(&file, read(&file).replace(from, to)).unwrap();
        let (changed, new) = (build("changed"), build(to));
        assert_ne!(changed, first, "{to}");
        let names = |all: &[(String, _)]| all.iter().map(|it| it.0.clone()).collect::<Vec<_>>();
        assert_eq!(names(&changed), names(&new), "{to}");
        let other = changed.iter().zip(&new).find(|(one, other)| one != other);
        assert_eq!(other.map(|(one, _)| &one.0), None, "{to}");
    }
    // The site has a film of its own, although nothing else is written twice.
    fs::write(folder.join("a.mp4"), "other").unwrap();
    assert_eq!(read(&sites.join("changed/events/first/a.mp4")), "film");
}

#[test]
fn a_site_stays_if_the_event_cannot_be_read() {
    let (folder, app) = (event("build-broken"), app("build-broken-app"));
    let site = empty("build-broken-site");
    let (folder, site) = (folder.display().to_string(), site.display().to_string());
    let order = ["build", &folder, "-o", &site, "--app", &app];
    assert_eq!(nachlese(&order, "en").0, Exit::Fine);
    let before = read(&Path::new(&site).join("index.html"));
    fs::write(format!("{folder}/event.json"), "{\"id\": \"first\",,}").unwrap();
    let (exit, _, stderr) = nachlese(&order, "en");
    assert_eq!(exit, Exit::Failed);
    assert!(stderr.contains("event.json:1:"), "{stderr}");
    assert!(stderr.contains("not built again"), "{stderr}");
    assert_eq!(read(&Path::new(&site).join("index.html")), before);
}

#[test]
fn nothing_that_others_wrote_is_replaced() {
    let (folder, app) = (event("build-foreign"), app("build-foreign-app"));
    let site = empty("build-foreign-site");
    fs::write(site.join("index.html"), "by hand").unwrap();
    let (folder, shown) = (folder.display().to_string(), site.display().to_string());
    let (exit, _, stderr) = nachlese(&["build", &folder, "-o", &shown, "--app", &app], "de");
    assert_eq!(exit, Exit::Failed);
    assert!(stderr.contains("Fehler[in-the-way]"), "{stderr}");
    assert_eq!(names(&site), ["index.html"]);
    assert_eq!(read(&site.join("index.html")), "by hand");
}

#[test]
fn several_events_and_programmes_of_other_programs_make_one_site() {
    let (folder, app) = (event("build-several"), app("build-several-app"));
    let programme = root().join("tests/integration/fixtures/import/day-lists.json");
    let site = empty("build-several-site");
    let order = [
        "build",
        &folder.display().to_string(),
        &programme.display().to_string(),
        "-o",
        &site.display().to_string(),
        "--app",
        &app,
    ];
    let (exit, _, stderr) = nachlese(&order, "en");
    assert_ne!(exit, Exit::Failed, "{stderr}");
    let imported = names(&site);
    let is_event = |name: &&String| name.ends_with("event.json");
    let events: Vec<_> = imported.iter().filter(is_event).collect();
    assert_eq!(events.len(), 2, "{events:?}");
    for event in events {
        assert!(
            read(&site.join(event)).contains("\"schemaVersion\""),
            "{event}"
        );
    }
    assert!(read(&site.join("index.html")).contains("Erste"));
    assert!(site.join("events/index.html").exists());
}

#[test]
fn a_program_without_the_app_says_how_to_get_it() {
    let folder = event("build-no-app");
    let site = empty("build-no-app-site").display().to_string();
    let folder = folder.display().to_string();
    let (exit, _, stderr) = nachlese(&["build", &folder, "-o", &site], "en");
    assert_eq!(exit, Exit::Failed);
    assert!(stderr.contains("make release"), "{stderr}");
    let (_, _, stderr) = nachlese(&["build", &folder, "-o", &site, "--app", &folder], "en");
    assert!(stderr.contains("error[no-app]"), "{stderr}");
}
