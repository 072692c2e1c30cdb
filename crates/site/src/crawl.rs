//! `sitemap.xml` and `robots.txt`, for search engines.
//!
//! Sources, read on 2026-11-24: <https://www.sitemaps.org/protocol.html>,
//! <https://developers.google.com/search/docs/specialty/international/localized-versions>,
//! RFC 9309.

use std::fmt::Write;

use jiff::civil::Date;
use nachlese_event::{Event, date};

use super::{Base, Page, words::escaped};

/// Lists the pages of all events with their translations, and `lists`, the pages that list the events.
///
/// The protocol requires absolute addresses. Without a base, they are relative, and a comment says
/// how to set one.
#[must_use]
pub fn sitemap(events: &[(&Event, &[Page])], lists: &[Page], base: Option<&Base>) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if base.is_none() {
        text.push_str(
            "<!-- Search engines need absolute addresses: run nachlese prerender with the option \
             base, for example https://example.org/events/ -->\n",
        );
    }
    text.push_str(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (event, pages) in events {
        text.push_str(&entries(pages, changed(event), base));
    }
    // The lists change with each event. If one has no day, neither have they.
    let days: Option<Vec<_>> = events.iter().map(|(event, _)| changed(event)).collect();
    let last = days.and_then(|days| days.into_iter().max());
    text.push_str(&entries(lists, last, base));
    text.push_str("</urlset>\n");
    text
}

/// The last day on which an event was published or corrected, if the event says so.
fn changed(event: &Event) -> Option<Date> {
    let corrections = event.corrections.iter();
    let corrected = corrections.filter_map(|correction| correction.date);
    corrected.chain(event.published).max()
}

fn entries(pages: &[Page], changed: Option<Date>, base: Option<&Base>) -> String {
    let mut text = String::new();
    for page in pages {
        text.push_str("  <url>\n");
        writeln!(text, "    <loc>{}</loc>", escaped(&page.address(base))).ok();
        if let Some(day) = changed {
            writeln!(text, "    <lastmod>{}</lastmod>", date::iso(day)).ok();
        }
        text.push_str(&alternates(page, pages, base));
        text.push_str("  </url>\n");
    }
    text
}

/// All languages of a page including its own, if there are several. The first one is the default.
fn alternates(page: &Page, pages: &[Page], base: Option<&Base>) -> String {
    let same: Vec<_> = pages
        .iter()
        .filter(|other| other.is_same_subject(page))
        .collect();
    if same.len() < 2 {
        return String::new();
    }
    let of_language = same.iter().map(|page| (page.language.as_str(), *page));
    let for_others = same.first().map(|page| ("x-default", *page));
    of_language
        .chain(for_others)
        .map(|(language, page)| {
            format!(
                "    <xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\"/>\n",
                escaped(&page.address(base))
            )
        })
        .collect::<Vec<_>>()
        .concat()
}

/// Allows all crawlers, and names the sitemap if the base is known.
///
/// Crawlers read it at the root of a host only.
#[must_use]
pub fn robots(base: Option<&Base>) -> String {
    let sitemap = match base {
        Some(base) => format!("Sitemap: {base}sitemap.xml\n"),
        None => "# Sitemap: https://example.org/events/sitemap.xml (nachlese prerender … --base https://example.org/events/)\n".to_owned(),
    };
    format!("# Counts only at the root of a host.\nUser-agent: *\nAllow: /\n\n{sitemap}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pages, tests::event};

    #[test]
    fn lists_every_page_with_its_translations() {
        let event = event();
        let base = Base::new("https://a.example/b/").unwrap();
        let text = sitemap(&[(&event, &pages(&event, ""))], &[], Some(&base));
        let tree = resvg::usvg::roxmltree::Document::parse(&text).unwrap();
        let urls: Vec<_> = tree
            .root_element()
            .children()
            .filter(resvg::usvg::roxmltree::Node::is_element)
            .collect();
        assert_eq!(urls.len(), 6);
        let english = &urls[4];
        let told: Vec<_> = english
            .children()
            .filter(resvg::usvg::roxmltree::Node::is_element)
            .map(|node| {
                let attribute = |name| node.attribute(name).unwrap_or_default();
                let text = node.text().unwrap_or_default().trim();
                (
                    attribute("hreflang"),
                    format!("{text}{}", attribute("href")),
                )
            })
            .collect();
        let german = "https://a.example/b/talk/gr%C3%B6%C3%9Fe/".to_owned();
        let own = "https://a.example/b/en/talk/gr%C3%B6%C3%9Fe/".to_owned();
        assert_eq!(
            told,
            [
                ("", own.clone()),
                ("", "2024-06-18".to_owned()),
                ("de", german.clone()),
                ("en", own),
                ("x-default", german),
            ]
        );
    }

    #[test]
    fn lists_changed_with_the_last_of_their_events() {
        let (first, mut second) = (event(), event());
        second.published = Some(jiff::civil::date(2025, 1, 2));
        let lists = crate::listing::list_pages(&first.language);
        let days = |second: &Event| {
            let pages = pages(&first, "");
            let text = sitemap(&[(&first, &pages), (second, &[])], &lists, None);
            text.matches("<lastmod>2025-01-02</lastmod>").count()
        };
        assert_eq!(days(&second), lists.len());
        second.published = None;
        second.corrections.clear();
        assert_eq!(days(&second), 0);
    }

    #[test]
    fn is_relative_and_says_so_without_a_base() {
        let event = event();
        let text = sitemap(&[(&event, &pages(&event, ""))], &[], None);
        assert!(text.contains("<loc>./</loc>") && text.contains("<loc>en/</loc>"));
        assert!(
            text.lines()
                .nth(1)
                .unwrap()
                .starts_with("<!-- Search engines")
        );
        resvg::usvg::roxmltree::Document::parse(&text).unwrap();
        assert!(robots(None).contains("\n# Sitemap"));
        let base = Base::new("https://a.example").unwrap();
        assert!(robots(Some(&base)).contains("\nSitemap: https://a.example/sitemap.xml\n"));
    }
}
