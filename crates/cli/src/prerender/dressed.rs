//! Gives pages that editors wrote by hand, such as the legal notes, the look of all other pages.
//!
//! These pages name `nachlese.css` and `before_paint.js` in the root of the site. In the deployed
//! folder these files have a hash in their names, so the names are replaced.

use std::{fs, path::Path};

use super::{shell::Shell, unusable};
use crate::event_file::Failure;

/// Puts the deployed file names into the pages next to an event's file (from the root of the site).
pub(super) fn dress_pages(dist: &Path, event: &str, shell: &Shell) -> Result<(), Failure> {
    let Some(folder) = dist.join(event).parent().map(Path::to_owned) else {
        return Ok(());
    };
    let entries = fs::read_dir(&folder).map_err(|error| unusable(&folder, &error))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    for file in files.filter(|file| file.extension().is_some_and(|ending| ending == "html")) {
        let html = fs::read_to_string(&file).map_err(|error| unusable(&file, &error))?;
        let dressed = dressed(&html, shell);
        if dressed != html {
            fs::write(&file, dressed).map_err(|error| unusable(&file, &error))?;
        }
    }
    Ok(())
}

fn dressed(html: &str, shell: &Shell) -> String {
    let assets = shell.assets.iter();
    let names = assets.map(|tag| [tag.get("href"), tag.get("src")].concat());
    names.fold(html.to_owned(), |html, name| {
        ["nachlese.css", "before_paint.js"]
            .into_iter()
            .filter(|plain| is_hashed_name_of(&name, plain))
            .fold(html, |html, plain| {
                html.replace(&format!("/{plain}\""), &format!("/{name}\""))
            })
    })
}

/// Whether a name is another one with a hash in it.
fn is_hashed_name_of(name: &str, plain: &str) -> bool {
    let parts = name.rsplit_once('-').zip(name.rsplit_once('.'));
    parts.is_some_and(|((stem, _), (_, ending))| format!("{stem}.{ending}") == plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_by_hand_names_the_deployments_files() {
        let shell = Shell::read(
            "<link href=./nachlese-0123456789abcdef.css integrity=x rel=stylesheet>\
             <script src=before_paint-0123456789abcdef.js integrity=x></script><div data-event=e>",
        );
        let shell = shell.unwrap();
        let page = r#"<link rel="stylesheet" href="../../nachlese.css"><a href="nachlese.csv">"#;
        assert_eq!(
            dressed(page, &shell),
            r#"<link rel="stylesheet" href="../../nachlese-0123456789abcdef.css"><a href="nachlese.csv">"#
        );
        assert_eq!(dressed("<p>", &shell), "<p>");
        let script = r#"<script async src="../../before_paint.js">"#;
        assert!(dressed(script, &shell).contains("before_paint-0123456789abcdef.js"));
    }
}
