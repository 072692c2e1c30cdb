//! A whole folder: written, served by nginx, read back.

use std::{
    fs,
    path::{Path, PathBuf},
};

use nachlese_cli::site::{Deployment, finish};
use nachlese_reader::parse;
use nachlese_site::{Base, headers::Policy, listing::EventFolder};

use crate::support::{files, read, root};

/// Copies what a release bundle has, and finishes it for an event.
pub(crate) fn folder(name: &str, event: &Path, base: Option<&str>) -> PathBuf {
    let dist = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&dist).ok();
    let json = read(event);
    let (event, _) = parse(&json).unwrap();
    let event_file = format!("events/{}/event.json", event.id);
    for (path, text) in [
        ("index.html", "<!doctype html><title>x</title>".repeat(20)),
        (
            "talk/panel/index.html",
            "<!doctype html><title>y</title>".repeat(20),
        ),
        ("embed.html", "<!doctype html>".to_owned()),
        ("embed.js", "export const x = 1;\n".repeat(20)),
        ("boot-be4f75834216e7a5.js", "console.log(1);\n".repeat(20)),
        ("a-3fcfefae1809de49_bg.wasm", "\0asm".repeat(50)),
        ("event.ics", "BEGIN:VCALENDAR\r\n".repeat(20)),
        ("events/x/a.json", "{}".to_owned()),
        ("events/x/a.vtt", "WEBVTT\n\n".repeat(20)),
        ("favicon.svg", read(&root().join("public/favicon.svg"))),
        (&event_file, json),
    ] {
        let file = dist.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let own_fonts = root().join(".cache/fonts");
    for font in files(&own_fonts, &["woff2"]) {
        fs::create_dir_all(dist.join("fonts")).unwrap();
        fs::copy(&font, dist.join("fonts").join(font.file_name().unwrap())).unwrap();
    }
    let deployment = Deployment {
        base: base.map(|base| Base::new(base).unwrap()),
        policy: Policy::of(&event),
        is_offline: true,
        ..Deployment::default()
    };
    let shown = EventFolder {
        event,
        file: event_file,
        home: String::new(),
    };
    finish(&dist, &[shown], &deployment).unwrap();
    dist
}

fn shipped(event: &str) -> PathBuf {
    root().join("public/events").join(event).join("event.json")
}

/// All files with their bytes.
fn content(dist: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let endings = [
        "html",
        "js",
        "wasm",
        "png",
        "json",
        "xml",
        "txt",
        "br",
        "gz",
        "webmanifest",
        "conf",
    ];
    let found = files(dist, &endings).into_iter();
    found
        .map(|file| {
            (
                file.strip_prefix(dist).unwrap().to_owned(),
                fs::read(&file).unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_same_event_gives_the_same_folder() {
    let event = &shipped("ki-stadtratshearing-2024");
    let first = content(&folder("site-first", event, None));
    let second = content(&folder("site-second", event, None));
    assert!(first == second);
    for path in [
        "manifest.webmanifest",
        "en/talk/podium/oembed.json",
        "index.html.br",
        "sw.js",
    ] {
        assert!(
            first.iter().any(|(file, _)| file == Path::new(path)),
            "{path}"
        );
    }
}

#[test]
fn pictures_stay_small() {
    for event in ["ki-stadtratshearing-2024", "beispielkonferenz-2026"] {
        let dist = folder(
            &format!("site-{event}"),
            &shipped(event),
            Some("https://a.example/b/"),
        );
        let pictures = files(&dist, &["png"]);
        for picture in pictures.iter().filter(|file| file.ends_with("preview.png")) {
            let size = fs::metadata(picture).unwrap().len();
            assert!(size < 40_000, "{}: {size} bytes", picture.display());
        }
    }
}
