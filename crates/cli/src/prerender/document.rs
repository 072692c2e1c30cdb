//! A whole HTML page around what the app draws.

use std::collections::BTreeSet;

use nachlese_event::{Event, LanguageTag};
use nachlese_formats::export::{
    Edition, Site,
    json_ld::{event_page, script_text, talk_page},
};
use nachlese_markup::{El, Markup, el};
use nachlese_site::{Base, Page, address, headers, oembed, open_graph_locale, preview};

use super::{shell::Shell, without_script::without_script};

/// The parts of a page.
pub(super) struct DocumentParts<'a> {
    pub(super) shell: &'a Shell,
    pub(super) event: &'a Event,
    /// Its file, from the root of the site.
    pub(super) file: &'a str,
    /// The address of the original article, to offer if the page cannot be shown, or empty.
    pub(super) original: &'a str,
    /// The relative address of the list of all events, if there are others.
    pub(super) overview: Option<&'a str>,
    pub(super) page: &'a Page,
    /// All pages of the event, for links to other languages.
    pub(super) pages: &'a [Page],
    pub(super) base: Option<&'a Base>,
    pub(super) site: &'a Site,
    pub(super) fingerprint: &'a str,
    /// Whether the page is stored for readers without a network.
    pub(super) is_offline: bool,
    pub(super) title: &'a str,
    /// The content of the app's root.
    pub(super) article: &'a str,
    /// The passages to which statements and photos lead.
    pub(super) passages: &'a str,
}

/// Writes a page.
pub(super) fn document(parts: &DocumentParts<'_>) -> String {
    let head: String = head(parts)
        .into_iter()
        .map(|tag| html(tag) + "\n")
        .collect();
    let graph = json_ld(parts);
    let start = html_start(&parts.page.language);
    let root = html(root(parts));
    let root = root.trim_end_matches("</div>");
    let without_script = html(without_script(parts.page, parts.pages));
    let article = parts.article;
    format!(
        "{start}\n<head>\n<meta charset=\"utf-8\">\n{head}\
         <script type=\"application/ld+json\">{graph}</script>\n</head>\n<body>\n\
         {without_script}\n{root}{article}</div>\n</body>\n</html>\n"
    )
}

/// The start of a page in a language.
pub(crate) fn html_start(language: &LanguageTag) -> String {
    let dir = match language.direction() {
        "rtl" => " dir=\"rtl\"",
        _ => "",
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\"{dir}>",
        language.as_str()
    )
}

/// An element's HTML.
pub(crate) fn html(element: El) -> String {
    Markup::from(element).into_html()
}

fn head(parts: &DocumentParts<'_>) -> Vec<El> {
    let DocumentParts {
        shell,
        event,
        page,
        base,
        ..
    } = parts;
    let root = page.root();
    let policy = headers::meta_csp(&headers::Policy::of(event));
    let mut tags = first_tags(&policy, parts.title, &page.description);
    tags.extend(shell.assets.iter().map(|asset| asset.seen_from(&root)));
    tags.extend(shell.font_tags(&root));
    let data = format!("{root}{}", parts.file);
    tags.push(
        el("link")
            .attr("rel", "preload")
            .attr("as", "fetch")
            .attr("crossorigin", true)
            .attr("fetchpriority", "low")
            .attr("href", data),
    );
    tags.extend(links(parts));
    tags.extend(cards(parts, *base));
    tags
}

/// The beginning of every page's head, with the policy before everything that it applies to.
pub(crate) fn first_tags(policy: &str, title: &str, description: &str) -> Vec<El> {
    let meta = |name: &'static str, content: &str| {
        el("meta")
            .attr("name", name)
            .attr("content", content.to_owned())
    };
    let mut tags = vec![
        meta("viewport", "width=device-width, initial-scale=1"),
        el("meta")
            .attr("http-equiv", "Content-Security-Policy")
            .attr("content", policy.to_owned()),
        el("title").child(title.to_owned()),
        meta("color-scheme", "light dark"),
    ];
    if !description.is_empty() {
        tags.push(meta("description", description));
    }
    tags
}

/// Links to other languages and other formats of the page.
fn links(parts: &DocumentParts<'_>) -> Vec<El> {
    let DocumentParts {
        event,
        page,
        pages,
        base,
        ..
    } = parts;
    let root = page.root();
    let link = |rel: &'static str, href: String| el("link").attr("rel", rel).attr("href", href);
    let typed = |rel, path: String, media: &'static str, title: String| {
        link(rel, format!("{root}{path}"))
            .attr("type", media)
            .attr("title", title)
    };
    let mut links = base.map_or_else(Vec::new, |base| whole_links(page, pages, base));
    links.push(link(
        "apple-touch-icon",
        format!("{root}apple-touch-icon.png"),
    ));
    let title = parts.title.to_owned();
    if event.when.is_some() {
        let calendar = match &page.talk {
            Some(talk) => format!("{}talk/{talk}/event.ics", page.home),
            None => format!("{}event.ics", page.home),
        };
        links.push(typed("alternate", calendar, "text/calendar", title.clone()));
    }
    // Without the address of the folder, there is no feed.
    if base.is_some() {
        let feed = format!("{}feed.xml", page.home);
        links.push(typed(
            "alternate",
            feed,
            "application/rss+xml",
            title.clone(),
        ));
    }
    links.push(typed(
        "alternate",
        oembed::path(page),
        "application/json+oembed",
        title,
    ));
    links
}

/// The page's own address and those of its translations, which count only as whole ones.
pub(super) fn whole_links(page: &Page, pages: &[Page], base: &Base) -> Vec<El> {
    let link = |rel: &'static str, page: &Page| {
        let href = page.address(Some(base));
        el("link").attr("rel", rel).attr("href", href)
    };
    let mut links = vec![link("canonical", page)];
    let others: Vec<_> = translations(page, pages).collect();
    if others.len() > 1 {
        for other in &others {
            let language = other.language.as_str().to_owned();
            links.push(link("alternate", other).attr("hreflang", language));
        }
        links.push(link("alternate", others[0]).attr("hreflang", "x-default"));
    }
    links
}

/// The page in every language.
fn translations<'a>(page: &Page, pages: &'a [Page]) -> impl Iterator<Item = &'a Page> {
    pages.iter().filter(|other| other.is_same_subject(page))
}

/// Open Graph and Twitter metadata: what a shared link looks like.
fn cards(parts: &DocumentParts<'_>, base: Option<&Base>) -> Vec<El> {
    let DocumentParts { page, event, .. } = parts;
    let property = |name: &'static str, content: String| {
        el("meta").attr("property", name).attr("content", content)
    };
    let host = event.host.as_ref();
    let host = host.map(|host| {
        host.name
            .find(&page.language, &event.language)
            .text
            .to_owned()
    });
    let mut tags = vec![
        property(
            "og:type",
            if page.talk.is_some() {
                "article"
            } else {
                "website"
            }
            .to_owned(),
        ),
        property("og:title", page.title.clone()),
    ];
    // A picture counts only with its whole address.
    let card = if let Some(base) = base {
        tags.extend([
            property("og:image", address(&preview::path(page), Some(base))),
            property("og:image:width", preview::WIDTH.to_string()),
            property("og:image:height", preview::HEIGHT.to_string()),
            property("og:image:alt", parts.title.to_owned()),
        ]);
        "summary_large_image"
    } else {
        "summary"
    };
    tags.push(
        el("meta")
            .attr("name", "twitter:card")
            .attr("content", card),
    );
    let own = open_graph_locale(&page.language);
    let others = translations(page, parts.pages).filter(|other| other.path != page.path);
    let others: BTreeSet<_> = others
        .filter_map(|other| open_graph_locale(&other.language))
        .filter(|locale| Some(locale) != own.as_ref())
        .collect();
    tags.extend(own.map(|own| property("og:locale", own)));
    let alternates = others.into_iter();
    tags.extend(alternates.map(|locale| property("og:locale:alternate", locale)));
    if !page.description.is_empty() {
        tags.push(property("og:description", page.description.clone()));
    }
    tags.extend(host.map(|host| property("og:site_name", host)));
    tags.extend(base.map(|base| property("og:url", address(&page.path, Some(base)))));
    tags
}

fn json_ld(parts: &DocumentParts<'_>) -> String {
    let DocumentParts {
        event, page, site, ..
    } = parts;
    let edition = Edition::new(event, &page.language, site);
    let talk = page.talk.as_ref().and_then(|id| event.talk(id));
    script_text(&talk.map_or_else(|| event_page(&edition), |talk| talk_page(&edition, talk)))
}

/// The app's root. The app takes over its content.
fn root(parts: &DocumentParts<'_>) -> El {
    let page = parts.page;
    let original = Some(parts.original.to_owned()).filter(|original| !original.is_empty());
    let root = page.root();
    el("div")
        .attr("id", "nachlese")
        .class("nachlese")
        .attr("lang", page.language.as_str().to_owned())
        .attr("data-nachlese", "loading")
        .attr("data-event", format!("{root}{}", parts.file))
        .attr("data-original", original)
        .attr("data-overview", parts.overview.map(str::to_owned))
        .attr("data-folder", Some(root).filter(|root| !root.is_empty()))
        .attr("data-prerendered", parts.fingerprint.to_owned())
        .attr("data-offline", parts.is_offline)
        .attr(
            "data-passages",
            Some(parts.passages.to_owned()).filter(|it| !it.is_empty()),
        )
        .attr("data-page", page.talk.as_ref().map(ToString::to_string))
}
