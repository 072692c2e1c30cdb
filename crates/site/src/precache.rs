//! Lists the files that a service worker stores for readers without a network.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{address, headers::is_hashed};

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeployedFile {
    /// Its path from the root of the site.
    pub path: String,
    /// Its size, in bytes.
    pub size: u64,
    /// The hash of its content, as [`content_hash`] gives it.
    pub hash: String,
}

/// What a file means to a reader without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The page needs it.
    Shell,
    /// An event's file, its pictures, captions and transcripts.
    Data,
}

/// The hash of a file's content: 16 hexadecimal digits of its SHA-256.
#[must_use]
pub fn content_hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let digits = digest[..8].iter().map(|byte| format!("{byte:02x}"));
    digits.collect::<Vec<_>>().concat()
}

/// The largest file of an event that is stored, in bytes.
const MOST_BYTES: u64 = 2_000_000;
/// The most that is stored of all events together, in bytes.
const MOST_BYTES_TOGETHER: u64 = 30_000_000;

/// Whether a file may be listed by [`precache`]. The hashes of all others are not needed.
#[must_use]
pub fn may_be_stored(path: &str) -> bool {
    part(path).is_some()
}

/// Lists the files to store, as JSON. The order of `files` makes no difference.
///
/// `{"version": …, "shell": [{"url", "hash", "size"}…], "data": […]}`: addresses are relative to the root
/// of the site (`./` for its first page), and sizes are in bytes. The version changes if and only
/// if one of the listed files changes. `shell` is the start page in every language with the files
/// that it needs, and the icons. `data` is everything under `events/`, except videos, sounds and
/// documents other than plain texts, files over 2 MB, and files beyond 30 MB in total. Talks'
/// pages, previews and files for machines are left out.
#[must_use]
pub fn precache(files: &[DeployedFile]) -> String {
    let mut files: Vec<_> = files.iter().collect();
    files.sort();
    files.dedup();
    let listed = |part: Part| -> Vec<&DeployedFile> {
        let found = files
            .iter()
            .filter(|file| self::part(&file.path) == Some(part));
        found.copied().collect()
    };
    let (shell, mut data) = (listed(Part::Shell), listed(Part::Data));
    let mut room = MOST_BYTES_TOGETHER;
    data.retain(|file| {
        let fits = file.size <= MOST_BYTES.min(room);
        room -= if fits { file.size } else { 0 };
        fits
    });
    let lines = shell.iter().chain(&data);
    let lines = lines.map(|file| format!("{} {}\n", file.path, file.hash));
    let lines = lines.collect::<Vec<_>>().concat();
    let list = json!({
        "version": content_hash(lines.as_bytes()),
        "shell": shell.into_iter().map(entry).collect::<Value>(),
        "data": data.into_iter().map(entry).collect::<Value>(),
    });
    format!("{list:#}\n")
}

/// The files that are generated for an event, in addition to its own files.
const MADE: [&str; 5] = [
    "preview.png",
    "feed.png",
    "oembed.json",
    "schedule.json",
    "chapters.json",
];

fn entry(file: &DeployedFile) -> Value {
    let path = file.path.strip_suffix("index.html").unwrap_or(&file.path);
    json!({ "url": address(path, None), "hash": file.hash, "size": file.size })
}

fn part(path: &str) -> Option<Part> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if path.starts_with("events/") {
        let is_data = [
            "json", "svg", "png", "jpg", "jpeg", "webp", "avif", "vtt", "srt", "txt", "html",
        ]
        .contains(&ending);
        // Pages of other events, and the files about all events.
        let name = path.rsplit('/').next().unwrap_or_default();
        let is_data = is_data && !MADE.contains(&name) && !name.starts_with("index.");
        return is_data.then_some(Part::Data);
    }
    // The start page, in each language.
    let is_page = path.ends_with("index.html") && path.matches('/').count() <= 1;
    let is_named = [
        "favicon.svg",
        "manifest.webmanifest",
        "icon-192.png",
        "icon-512.png",
    ];
    (is_hashed(path) || is_page || is_named.contains(&path)).then_some(Part::Shell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> Vec<DeployedFile> {
        let file = |path: &&str| DeployedFile {
            path: (*path).to_owned(),
            size: 3,
            hash: content_hash(path.as_bytes()),
        };
        paths.iter().map(file).collect()
    }

    fn list(files: &[DeployedFile]) -> Value {
        serde_json::from_str(&precache(files)).unwrap()
    }

    #[test]
    fn keeps_the_page_and_its_data() {
        let list = list(&files(&[
            "index.html",
            "index.html.br",
            "en/index.html",
            "talk/panel/index.html",
            "boot-be4f75834216e7a5.js",
            "boot-be4f75834216e7a5.js.gz",
            "fonts/open-sans-400-be4f75834216e7a5.woff2",
            "events/größe/event.json",
            "events/größe/film.mp4",
            "events/größe/panel.txt",
            "events/größe/talk/panel/index.html",
            "events/größe/preview.png",
            "events/index.json",
            "preview.png",
            "sw.js",
            "nginx.conf",
        ]));
        let urls = |part: &str| -> Vec<String> {
            let entries = list[part].as_array().unwrap().iter();
            entries
                .map(|e| e["url"].as_str().unwrap().to_owned())
                .collect()
        };
        let shell = [
            "boot-be4f75834216e7a5.js",
            "en/",
            "fonts/open-sans-400-be4f75834216e7a5.woff2",
            "./",
        ];
        assert_eq!(urls("shell"), shell);
        let folder = "events/gr%C3%B6%C3%9Fe";
        let data = ["event.json", "panel.txt"].map(|name| format!("{folder}/{name}"));
        assert_eq!(urls("data"), data);
        assert_eq!(list["shell"][0]["size"], 3);
    }

    #[test]
    fn leaves_out_what_takes_much_room() {
        let mut all = files(&["events/e/a.png", "events/e/b.png"]);
        all[1].size = MOST_BYTES + 1;
        assert_eq!(list(&all)["data"].as_array().unwrap().len(), 1);
        let many: Vec<_> = (0..40).map(|at| format!("events/e/{at}.png")).collect();
        let mut many = files(&many.iter().map(String::as_str).collect::<Vec<_>>());
        for file in &mut many {
            file.size = 1_000_000;
        }
        assert_eq!(list(&many)["data"].as_array().unwrap().len(), 30);
    }

    #[test]
    fn the_version_is_that_of_the_listed_files() {
        let mut all = files(&["index.html", "favicon.svg", "sw.js"]);
        let version = |files: &[DeployedFile]| list(files)["version"].clone();
        let before = version(&all);
        all.reverse();
        assert_eq!(version(&all), before);
        all[0].hash = "0".repeat(16);
        assert_eq!(version(&all), before, "sw.js is not listed");
        all[1].hash = "0".repeat(16);
        assert_ne!(version(&all), before);
    }
}
