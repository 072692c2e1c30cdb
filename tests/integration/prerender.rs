//! A folder with several events, as `nachlese prerender` fills it, and one file of it.

use std::{fs, path::PathBuf};

use nachlese_cli::Exit;

use crate::support::{nachlese, read, root};

const SHELL: &str = "<!doctype html><html lang=de><head>\
    <link rel=icon type=image/svg+xml href=favicon.svg>\
    <link rel=stylesheet href=./a-0123456789abcdef.css integrity=sha384-x>\
    <script type=module src=./boot-0123456789abcdef.js integrity=sha384-x></script>\
    <link rel=modulepreload href=./w-0123456789abcdef.js crossorigin integrity=sha384-x>\
    <link rel=preload as=fetch type=application/wasm href=./w-0123456789abcdef_bg.wasm integrity=sha384-x>\
    </head><body><div id=nachlese class=nachlese data-nachlese=loading data-event=events/first/event.json></div>";

const GLUE: &str = "let wasm;async function go(){}export{go as default};";

/// A folder as trunk leaves it, with these events.
pub(crate) fn folder(name: &str, events: &[(&str, &str)]) -> PathBuf {
    let dist = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&dist).ok();
    let icon = read(&root().join("public/favicon.svg"));
    let files = [
        ("index.html", SHELL),
        ("favicon.svg", icon.as_str()),
        ("a-0123456789abcdef.css", "@font-face{src:url(f.woff2)}"),
        ("f.woff2", "font"),
        ("boot-0123456789abcdef.js", "start()"),
        ("w-0123456789abcdef.js", GLUE),
        ("w-0123456789abcdef_bg.wasm", "\0asm"),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text));
    let events = events.iter();
    let events = events.map(|(id, json)| (format!("events/{id}/event.json"), *json));
    for (path, text) in files.into_iter().chain(events) {
        let file = dist.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    dist
}

pub(crate) const FIRST: &str = r#"{"schemaVersion": 1, "id": "first", "language": "de", "title": "Erste", "date": "2024-06-07",
    "talks": [{"id": "t", "kind": "talk", "title": "Ethik"}]}"#;
const SECOND: &str = r#"{"schemaVersion": 1, "id": "second", "language": "de",
    "title": {"de": "Zweite </title>", "en": "Second"}, "date": "2025-01-02",
    "talks": [{"id": "u", "kind": "talk", "title": "Praxis"}]}"#;

#[test]
fn writes_every_events_pages_and_lists_them() {
    let dist = folder("prerender-two", &[("first", FIRST), ("second", SECOND)]);
    let path = dist.display().to_string();
    let arguments = ["prerender", &path, "--base", "https://a.example/b"];
    let (exit, _, stderr) = nachlese(&arguments, "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    for (page, own, list) in [
        ("index.html", "Erste", "events/"),
        ("talk/t/index.html", "Ethik", "../../events/"),
        ("events/second/index.html", "Zweite", "../../events/"),
        (
            "events/second/en/talk/u/index.html",
            "Praxis",
            "../../../../../events/index.en.html",
        ),
    ] {
        let html = read(&dist.join(page));
        assert!(html.contains(own), "{page}");
        assert!(
            html.contains(&format!("data-overview=\"{list}\"")),
            "{page}"
        );
        assert!(html.contains(&format!("<a href=\"{list}\">")), "{page}");
        let folder = page.strip_suffix("index.html").unwrap();
        let canonical = format!("<link rel=\"canonical\" href=\"https://a.example/b/{folder}\">");
        assert!(html.contains(&canonical), "{page}");
    }
    for file in [
        "feed.xml",
        "event.ics",
        "schedule.json",
        "schedule.xml",
        "oembed.json",
        "en/oembed.json",
        "talk/u/event.ics",
    ] {
        assert!(dist.join("events/second").join(file).is_file(), "{file}");
    }
    let sitemap = read(&dist.join("sitemap.xml"));
    for place in [
        "",
        "talk/t/",
        "events/second/talk/u/",
        "events/",
        "events/index.en.html",
    ] {
        let loc = format!("<loc>https://a.example/b/{place}</loc>");
        assert!(sitemap.contains(&loc), "{place}");
    }
    let list = read(&dist.join("events/index.html"));
    let (_, shown) = list.split_once("<body>").unwrap();
    let newest = shown.find("Zweite &lt;/title&gt;").unwrap();
    assert!(newest < shown.find("Erste").unwrap(), "the newest first");
    assert_eq!(list.matches("<script").count(), 1, "the graph only");
    assert!(list.contains("\"@type\":\"ItemList\""));
    assert!(read(&dist.join("events/index.json")).contains("\"page\": \"second/\""));
}

#[test]
fn one_event_is_not_listed() {
    let dist = folder("prerender-one", &[("first", FIRST)]);
    let (exit, _, stderr) = nachlese(&["prerender", &dist.display().to_string()], "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    let html = read(&dist.join("index.html"));
    assert!(!html.contains("data-overview") && !html.contains("Alle Veranstaltungen"));
    assert!(!dist.join("events/index.html").exists());
}

#[test]
fn a_broken_event_costs_only_itself() {
    let events = [("first", FIRST), ("broken", "{"), ("second", SECOND)];
    let dist = folder("prerender-broken", &events);
    let (exit, _, stderr) = nachlese(&["prerender", &dist.display().to_string()], "en");
    assert_eq!(exit, Exit::Findings, "{stderr}");
    assert!(
        stderr.contains("broken/event.json")
            && stderr.contains("This event gets no pages; all others do."),
        "{stderr}"
    );
    assert!(dist.join("events/second/index.html").is_file());
    assert!(!dist.join("events/broken/index.html").exists());
}

#[test]
fn one_file_has_everything_in_it() {
    let dist = folder("bundle-one", &[("first", FIRST), ("second", SECOND)]);
    let (path, page) = (dist.display().to_string(), dist.join("page.html"));
    let output = page.display().to_string();
    let event = "events/second/event.json";
    let arguments = ["bundle", &path, "-o", &output, "--event", event];
    let (exit, stdout, stderr) = nachlese(&arguments, "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert_eq!(stdout, "");
    let html = read(&page);
    assert!(html.contains("url(data:font/woff2;base64,Zm9udA==)"));
    assert!(
        html.contains("\"de\": \"Zweite <\\/title>\""),
        "as the editor wrote it, but for `</`"
    );
    assert!(html.contains("const init = (() => {") && !html.contains("export{"));
    for gone in [
        "talk/u/",
        "manifest",
        "src=\"",
        "canonical",
        "hreflang",
        "events/",
    ] {
        let shown = html.split("<script type=\"module\">").next().unwrap();
        assert!(!shown.contains(gone), "{gone}");
    }
    assert_eq!(nachlese(&arguments, "en").0, Exit::Fine);
    assert_eq!(read(&page), html, "the same again");
}

#[test]
fn one_file_is_not_made_of_what_looks_otherwise() {
    let dist = folder("bundle-odd", &[("first", FIRST)]);
    fs::write(dist.join("w-0123456789abcdef.js"), "export default 1;").unwrap();
    let (path, output) = (dist.display().to_string(), dist.join("page.html"));
    let arguments = ["bundle", &path, "-o", &output.display().to_string()];
    let (exit, _, stderr) = nachlese(&arguments, "en");
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.contains("error[unexpected-shape]") && stderr.contains("make dist"),
        "{stderr}"
    );
    assert!(!output.exists());
}

#[test]
fn opening_with_another_event_leaves_nothing_of_the_first_behind() {
    let dist = folder("prerender-other", &[("first", FIRST), ("second", SECOND)]);
    let path = dist.display().to_string();
    assert_eq!(nachlese(&["prerender", &path], "en").0, Exit::Fine);
    assert!(dist.join("talk/t/event.ics").is_file());
    fs::write(dist.join("talk/notes.txt"), "the operator's own").unwrap();

    let arguments = ["prerender", &path, "--event", "events/second/event.json"];
    let (exit, _, stderr) = nachlese(&arguments, "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(read(&dist.join("index.html")).contains("Zweite"));
    assert!(read(&dist.join("talk/u/index.html")).contains("Praxis"));
    assert!(read(&dist.join("events/first/talk/t/index.html")).contains("Ethik"));
    assert!(!dist.join("talk/t").exists());
    assert!(dist.join("talk/notes.txt").is_file());
    let moved = read(&dist.join("events/second/en/talk/u/index.html"));
    let there = "../../../../../en/talk/u/";
    assert!(
        moved.contains(&format!("content=\"0; url={there}\"")) && !moved.contains("data-event"),
        "{moved}"
    );
    assert!(
        dist.join("events/second/en/talk/u")
            .join(there)
            .join("index.html")
            .is_file()
    );
}

#[test]
fn opens_with_an_event_of_the_folder_by_any_path() {
    let dist = folder("prerender-path", &[("first", FIRST), ("second", SECOND)]);
    let path = dist.display().to_string();
    let within = "events/second/event.json";
    let file = dist.join(within).display().to_string();
    let from_here = std::env::current_dir().unwrap().display().to_string();
    // Where cargo's folder lies elsewhere, there is no such path.
    let from_here = file.strip_prefix(&format!("{from_here}/"));
    let from_here = from_here.unwrap_or(&file);
    for event in [
        within,
        "./events//second/./event.json",
        "events/first/../second/event.json",
        file.as_str(),
        from_here,
    ] {
        let (exit, _, stderr) = nachlese(&["prerender", &path, "--event", event], "en");
        assert_eq!(exit, Exit::Fine, "{stderr}");
        let index = read(&dist.join("index.html"));
        assert!(
            index.contains(&format!("data-event=\"{within}\"")),
            "{event}"
        );
    }
    let elsewhere = folder("prerender-elsewhere", &[("first", FIRST)]);
    let elsewhere = elsewhere.join("events/first/event.json");
    for event in [elsewhere.display().to_string(), "gone.json".to_owned()] {
        let (exit, _, stderr) = nachlese(&["prerender", &path, "--event", &event], "en");
        assert_eq!(exit, Exit::Failed);
        let code = "error[not-in-folder]";
        assert!(stderr.contains(code) && stderr.contains(&event), "{stderr}");
    }
}

#[test]
fn takes_the_programmes_of_other_programs() {
    let programme = r#"{"schedule": {"version": "1", "conference": {"acronym": "camp", "title": "Camp",
        "start": "2024-06-07", "end": "2024-06-07", "daysCount": 1, "timeslot_duration": "00:10",
        "days": [{"index": 1, "date": "2024-06-07", "day_start": "2024-06-07T09:00:00+02:00",
            "day_end": "2024-06-07T18:00:00+02:00", "rooms": {"Saal": [{"id": 7, "guid": "a", "slug": "camp-7",
            "date": "2024-06-07T09:00:00+02:00", "start": "09:00", "duration": "00:30", "room": "Saal",
            "title": "Ethik </title>", "persons": []}]}}]}}}"#;
    let dist = folder(
        "prerender-foreign",
        &[("first", FIRST), ("camp", programme)],
    );
    let path = dist.display().to_string();
    let (exit, _, stderr) = nachlese(&["prerender", &path], "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    let html = read(&dist.join("events/camp/index.html"));
    assert!(html.contains("Ethik &lt;/title&gt;"));

    let output = dist.join("page.html").display().to_string();
    let event = "events/camp/event.json";
    let (exit, _, stderr) = nachlese(&["bundle", &path, "-o", &output, "--event", event], "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    let html = read(&dist.join("page.html"));
    assert!(html.contains("\"schemaVersion\":1") && !html.contains("day_start"));
}
