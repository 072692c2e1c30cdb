//! Removes pages of an earlier run that no event has any more.

use std::collections::BTreeMap;

use nachlese_event::Speech;
use nachlese_site::preview;

use crate::{
    failure::{Failure, unusable},
    folder::Folder,
    last_import,
    replace::is_unfinished,
    site::files,
};

/// The files in a page's folder besides the page.
const BESIDE: [&str; 4] = ["chapters.json", "event.ics", "oembed.json", "preview.png"];

/// What has whole addresses in it, so that it must not outlive the folder's address.
const FEED: &str = "feed.xml";

/// Removes the pages that are not among `written` (paths from the root of the site), the files that
/// were written next to them, and what a run left that was stopped, but nothing else.
pub(super) fn remove_leftovers(
    dist: &Folder,
    written: &BTreeMap<String, String>,
    speech: Speech,
) -> Result<(), Failure> {
    let names = files(dist).map_err(|error| Failure::new("site", error.to_string()))?;
    for name in names {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", &name));
        if written.contains_key(&name) {
            continue;
        }
        let removed = match file {
            FEED if is_our_feed(dist, &name) => {
                remove(dist, folder, FEED).and_then(|()| remove(dist, folder, preview::FEED))
            }
            _ if is_unfinished(file) => dist.remove(&name),
            // For editors, not for readers.
            _ if last_import::is_one(&name) => remove(dist, folder, file),
            "index.html" if !folder.is_empty() && is_ours(dist, &name) => remove_page(dist, folder),
            _ => Ok(()),
        };
        removed.map_err(|error| unusable(&dist.shown(&name), &error, speech))?;
    }
    Ok(())
}

/// Whether `nachlese prerender` wrote a page.
fn is_ours(dist: &Folder, page: &str) -> bool {
    let html = dist.read_text(page).unwrap_or_default();
    html.contains(" data-prerendered=") || html.contains("<meta http-equiv=\"refresh\"")
}

fn is_our_feed(dist: &Folder, feed: &str) -> bool {
    let xml = dist.read_text(feed).unwrap_or_default();
    xml.contains("<generator>nachlese</generator>")
}

/// Removes a file of a folder with its packed copies.
fn remove(dist: &Folder, folder: &str, name: &str) -> std::io::Result<()> {
    let slash = if folder.is_empty() { "" } else { "/" };
    for ending in ["", ".br", ".gz"] {
        dist.remove(&format!("{folder}{slash}{name}{ending}"))?;
    }
    Ok(())
}

fn remove_page(dist: &Folder, folder: &str) -> std::io::Result<()> {
    for name in ["index.html"].iter().chain(&BESIDE) {
        remove(dist, folder, name)?;
    }
    // A folder with other files stays.
    dist.remove_empty(folder);
    Ok(())
}
