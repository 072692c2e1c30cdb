//! Redirects from `events/<id>/` of the event that the site opens with, so that old links to that
//! folder still work.

use nachlese_markup::el;
use nachlese_site::{
    Base, Page, address, headers,
    listing::{EventFolder, FOLDER},
};

use super::document::{first_tags, html, html_start};

/// The pages with their paths, or none if the event's file is elsewhere.
pub(super) fn moved_pages(main: &EventFolder, base: Option<&Base>) -> Vec<(String, String)> {
    let home = format!("{FOLDER}{}/", main.id());
    if !main.file.starts_with(&home) {
        return Vec::new();
    }
    let pages = main.pages();
    let pages = pages.iter().map(|page| {
        let path = format!("{home}{}", page.path);
        let root = "../".repeat(path.matches('/').count());
        (format!("{path}index.html"), moved(page, &root, base))
    });
    pages.collect()
}

/// `root` is the relative path from the page's old place to the root of the site.
fn moved(page: &Page, root: &str, base: Option<&Base>) -> String {
    let address = address(&page.path, None);
    let there = format!("{root}{}", address.trim_start_matches("./"));
    let policy = headers::meta_csp(&headers::Policy::default());
    let mut tags = first_tags(&policy, &page.title, "");
    tags.push(
        el("meta")
            .attr("http-equiv", "refresh")
            .attr("content", format!("0; url={there}")),
    );
    let canonical = base.map(|base| page.address(Some(base)));
    tags.extend(canonical.map(|href| el("link").attr("rel", "canonical").attr("href", href)));
    let head: String = tags.into_iter().map(|tag| html(tag) + "\n").collect();
    let link = html(el("a").attr("href", there).child(page.title.clone()));
    let start = html_start(&page.language);
    format!(
        "{start}\n<head>\n<meta charset=\"utf-8\">\n{head}</head>\n\
         <body>\n<p>{link}</p>\n</body>\n</html>\n"
    )
}
