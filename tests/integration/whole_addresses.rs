//! What a folder holds if its address is known, and what is left out if it is not.

use std::fs;

use nachlese_cli::Exit;

use crate::{
    prerender::folder,
    support::{nachlese, read},
};

const BASE: &str = "https://a.example/b/";

const EVENT: &str = r#"{"schemaVersion": 1, "id": "first", "language": "de",
    "title": {"de": "Werkschau", "en": "Open workshop", "de-x-easy": "Werk-Schau"},
    "date": "2026-03-09", "published": "2026-03-12",
    "talks": [{"id": "a", "kind": "talk", "title": "Leim", "duration": 45,
        "recording": {"status": "released", "sources": [{"provider": "file", "url": "leim.mp4"}],
            "chapters": [{"start": "0:00", "title": "Anfang"}]}},
      {"id": "b", "kind": "talk", "title": "Holz"}]}"#;
const OTHER: &str = r#"{"schemaVersion": 1, "id": "other", "language": "de", "title": "Zweite"}"#;

/// The values of an attribute on the lines that contain a text.
fn values(html: &str, line: &str, attribute: &str) -> Vec<String> {
    let lines = html.lines().filter(|one| one.contains(line));
    let start = format!(" {attribute}=\"");
    let values = lines.filter_map(|line| line.split_once(&start)?.1.split('"').next());
    values.map(str::to_owned).collect()
}

#[test]
fn a_feed_names_only_files_that_are_there() {
    let dist = folder("whole-feed", &[("first", EVENT), ("other", OTHER)]);
    fs::write(dist.join("events/first/leim.mp4"), "video").unwrap();
    let path = dist.display().to_string();
    let (exit, _, stderr) = nachlese(&["prerender", &path, "--base", BASE], "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(!stderr.contains("--base"), "{stderr}");
    let feed = read(&dist.join("feed.xml"));
    let mut told = 0;
    for part in feed.split(BASE).skip(1) {
        let name = part.split(['"', '<']).next().unwrap();
        let file = match name {
            "" => "index.html".to_owned(),
            page if page.ends_with('/') => format!("{page}index.html"),
            file => file.to_owned(),
        };
        assert!(dist.join(&file).is_file(), "{file}");
        told += 1;
    }
    assert!(told >= 6, "{feed}");
    assert!(feed.contains("length=\"5\"") && feed.contains("<itunes:duration>2700<"));
    let chapters = read(&dist.join("talk/a/chapters.json"));
    assert!(chapters.contains("\"startTime\": 0"), "{chapters}");
    assert!(!dist.join("talk/b/chapters.json").exists());

    // Without the address, nothing of what had it stays.
    let (exit, _, stderr) = nachlese(&["prerender", &path], "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(stderr.contains("there is no feed"), "{stderr}");
    for feed in [
        "feed.xml",
        "feed.xml.br",
        "feed.png",
        "events/other/feed.xml",
    ] {
        assert!(!dist.join(feed).exists(), "{feed}");
    }
}

#[test]
fn heads_have_whole_addresses_or_none() {
    let dist = folder("whole-head", &[("first", EVENT), ("other", OTHER)]);
    let path = dist.display().to_string();
    let pages = [
        "index.html",
        "en/talk/a/index.html",
        "events/index.html",
        "events/first/index.html",
        "events/other/index.html",
    ];
    assert_eq!(nachlese(&["prerender", &path], "en").0, Exit::Fine);
    for page in pages {
        let html = read(&dist.join(page));
        let (head, _) = html.split_once("</head>").unwrap();
        for gone in ["canonical", "hreflang", "rss+xml", "og:url"] {
            assert!(!head.contains(gone), "{page}: {gone}");
        }
    }
    let (exit, _, stderr) = nachlese(&["prerender", &path, "--base", BASE], "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    for page in pages {
        let html = read(&dist.join(page));
        let (head, _) = html.split_once("</head>").unwrap();
        let mut addresses = values(head, "rel=\"canonical\"", "href");
        assert_eq!(addresses.len(), 1, "{page}");
        addresses.extend(values(head, "hreflang", "href"));
        for address in addresses {
            assert!(address.starts_with(BASE), "{page}: {address}");
        }
    }
    let html = read(&dist.join("en/talk/a/index.html"));
    let of = |name: &str| values(&html, &format!("property=\"{name}\""), "content");
    assert_eq!(of("og:locale"), ["en_GB"]);
    assert_eq!(of("og:locale:alternate"), ["de_DE"]);
    assert_eq!(of("og:url"), ["https://a.example/b/en/talk/a/"]);
    let (head, _) = html.split_once("</head>").unwrap();
    let translations = values(head, "hreflang", "hreflang");
    assert_eq!(translations, ["de", "en", "de-x-easy", "x-default"]);
}
