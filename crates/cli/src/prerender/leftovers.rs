//! Removes pages of an earlier run that no event has any more.

use std::{collections::BTreeSet, fs, path::Path};

use super::unusable;
use crate::{event_file::Failure, site::files};

/// The files in a page's folder besides the page.
const BESIDE: [&str; 3] = ["event.ics", "oembed.json", "preview.png"];

/// Removes the pages that are not among `written` (paths from the root of the site), and the files
/// that were written next to them, but nothing else.
pub(super) fn remove_leftovers(dist: &Path, written: &BTreeSet<String>) -> Result<(), Failure> {
    let names = files(dist).map_err(|error| Failure::new("site", error.to_string()))?;
    for name in names {
        let file = dist.join(&name);
        if name.ends_with("/index.html") && !written.contains(&name) && is_ours(&file) {
            let folder = file.parent().unwrap_or(dist);
            remove_page(folder).map_err(|error| unusable(folder, &error))?;
        }
    }
    Ok(())
}

/// Whether `nachlese prerender` wrote a page.
fn is_ours(file: &Path) -> bool {
    let html = fs::read_to_string(file).unwrap_or_default();
    html.contains(" data-prerendered=") || html.contains("<meta http-equiv=\"refresh\"")
}

fn remove_page(folder: &Path) -> std::io::Result<()> {
    for name in ["index.html"].iter().chain(&BESIDE) {
        for ending in ["", ".br", ".gz"] {
            let file = folder.join(format!("{name}{ending}"));
            if file.exists() {
                fs::remove_file(file)?;
            }
        }
    }
    // Removes empty folders. A folder with other files stays.
    let mut folder = Some(folder);
    while let Some(empty) = folder.filter(|folder| fs::remove_dir(folder).is_ok()) {
        folder = empty.parent();
    }
    Ok(())
}
