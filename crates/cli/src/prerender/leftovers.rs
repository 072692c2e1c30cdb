//! Removes pages of an earlier run that no event has any more.

use std::{collections::BTreeSet, fs, path::Path};

use nachlese_site::preview;

use super::unusable;
use crate::{event_file::Failure, site::files};

/// The files in a page's folder besides the page.
const BESIDE: [&str; 4] = ["chapters.json", "event.ics", "oembed.json", "preview.png"];

/// What has whole addresses in it, so that it must not outlive the folder's address.
const FEED: &str = "feed.xml";

/// Removes the pages that are not among `written` (paths from the root of the site), and the files
/// that were written next to them, but nothing else.
pub(super) fn remove_leftovers(dist: &Path, written: &BTreeSet<String>) -> Result<(), Failure> {
    let names = files(dist).map_err(|error| Failure::new("site", error.to_string()))?;
    for name in names {
        let file = dist.join(&name);
        let is_feed = name.rsplit('/').next() == Some(FEED) && !written.contains(&name);
        if is_feed && text(&file).contains("<generator>nachlese</generator>") {
            let folder = file.parent().unwrap_or(dist);
            let gone = remove(folder, FEED).and_then(|()| remove(folder, preview::FEED));
            gone.map_err(|error| unusable(&file, &error))?;
        }
        if name.ends_with("/index.html") && !written.contains(&name) && is_ours(&file) {
            let folder = file.parent().unwrap_or(dist);
            remove_page(folder).map_err(|error| unusable(folder, &error))?;
        }
    }
    Ok(())
}

/// Whether `nachlese prerender` wrote a page.
fn is_ours(file: &Path) -> bool {
    let html = text(file);
    html.contains(" data-prerendered=") || html.contains("<meta http-equiv=\"refresh\"")
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_default()
}

/// Removes a file with its packed copies.
fn remove(folder: &Path, name: &str) -> std::io::Result<()> {
    for ending in ["", ".br", ".gz"] {
        let file = folder.join(format!("{name}{ending}"));
        if file.exists() {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

fn remove_page(folder: &Path) -> std::io::Result<()> {
    for name in ["index.html"].iter().chain(&BESIDE) {
        remove(folder, name)?;
    }
    // Removes empty folders. A folder with other files stays.
    let mut folder = Some(folder);
    while let Some(empty) = folder.filter(|folder| fs::remove_dir(folder).is_ok()) {
        folder = empty.parent();
    }
    Ok(())
}
