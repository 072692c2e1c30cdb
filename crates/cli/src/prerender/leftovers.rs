//! Removes pages of an earlier run that no event has any more.

use std::collections::BTreeSet;

use nachlese_event::Speech;

use crate::{
    failure::{Failure, unusable},
    folder::Folder,
    site::files,
};

/// The files in a page's folder besides the page.
const BESIDE: [&str; 3] = ["event.ics", "oembed.json", "preview.png"];

/// Removes the pages that are not among `written` (paths from the root of the site), and the files
/// that were written next to them, but nothing else.
pub(super) fn remove_leftovers(
    dist: &Folder,
    written: &BTreeSet<String>,
    speech: Speech,
) -> Result<(), Failure> {
    let names = files(dist).map_err(|error| Failure::new("site", error.to_string()))?;
    for name in names {
        if let Some(folder) = name.strip_suffix("/index.html")
            && !written.contains(&name)
            && is_ours(dist, &name)
        {
            let removed = remove_page(dist, folder);
            removed.map_err(|error| unusable(&dist.shown(folder), &error, speech))?;
        }
    }
    Ok(())
}

/// Whether `nachlese prerender` wrote a page.
fn is_ours(dist: &Folder, page: &str) -> bool {
    let html = dist.read_text(page).unwrap_or_default();
    html.contains(" data-prerendered=") || html.contains("<meta http-equiv=\"refresh\"")
}

fn remove_page(dist: &Folder, folder: &str) -> std::io::Result<()> {
    for name in ["index.html"].iter().chain(&BESIDE) {
        for ending in ["", ".br", ".gz"] {
            dist.remove(&format!("{folder}/{name}{ending}"))?;
        }
    }
    // A folder with other files stays.
    dist.remove_empty(folder);
    Ok(())
}
