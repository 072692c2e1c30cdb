//! Gives pages that editors wrote by hand, such as the legal notes, the look of all other pages.
//!
//! These pages name `nachlese.css` and `before_paint.js` in the root of the site. In the deployed
//! folder these files have a hash in their names, so the names are replaced.

use std::path::Path;

use nachlese_event::Speech;

use super::shell::Shell;
use crate::{
    failure::{Failure, unusable},
    folder::Folder,
};

/// Puts the deployed file names into the pages next to an event's file (from the root of the site).
pub(super) fn dress_pages(
    dist: &Folder,
    event: &str,
    shell: &Shell,
    speech: Speech,
) -> Result<(), Failure> {
    let folder = event.rsplit_once('/').map_or("", |(folder, _)| folder);
    let names = dist.names(folder).into_iter();
    let pages = names.map(|name| match folder {
        "" => name,
        _ => format!("{folder}/{name}"),
    });
    let is_page = |page: &String| {
        Path::new(page)
            .extension()
            .is_some_and(|ending| ending == "html")
    };
    for page in pages.filter(|page| is_page(page) && dist.has(page)) {
        let failure = |error| unusable(&dist.shown(&page), &error, speech);
        let html = dist.read_text(&page).map_err(failure)?;
        let dressed = dressed(&html, shell);
        if dressed != html {
            dist.write(&page, dressed.as_bytes()).map_err(failure)?;
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
