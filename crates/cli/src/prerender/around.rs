//! What surrounds the pages that no event is shown on: the link past the top, the name of the host,
//! and the legal links.

use nachlese::text::prelude::*;
use nachlese_event::{Href, LanguageTag, Speech};
use nachlese_markup::{El, el};
use nachlese_site::listing::EventFolder;

/// The id of the main part, to which the first link of the page leads.
const MAIN: &str = "nachlese-main";

/// A page of the site in one language. `root` leads to the root of the site, `owner` is whose site it is,
/// and `main` is the event that the site opens with, whose legal links hold for the site.
pub(super) fn around(
    (root, language): (&str, &LanguageTag),
    owner: Option<String>,
    main: &EventFolder,
    content: El,
) -> El {
    let speech = Speech::of(language);
    let skip = el("a")
        .class("skip-link")
        .attr("href", format!("#{MAIN}"))
        .child(speech.skip_to_content());
    let owner = el("p").class("page-header__owner").child(owner);
    let content = content
        .class("page__main")
        .attr("id", MAIN)
        .attr("tabindex", "-1");
    let page = el("div")
        .class("page")
        .child(skip)
        .child(el("header").class("page-header").child(owner))
        .child(content)
        .child(footer(root, speech, main));
    el("div")
        .class("nachlese")
        .attr("lang", language.as_str().to_owned())
        .attr("data-nachlese", "ready")
        .child(page)
}

/// The legal links, the same as on the page of the event that the site opens with.
fn footer(root: &str, speech: Speech, main: &EventFolder) -> El {
    let legal = &main.event.legal;
    let links = [
        (&legal.imprint, speech.imprint()),
        (&legal.privacy, speech.privacy()),
        (&legal.accessibility, speech.accessibility()),
        (&legal.contact, speech.report_barrier()),
    ];
    let folder = main.file.rsplit_once('/').unwrap_or_default().0;
    let resolved = |href: &Href| {
        if href.is_relative() && !href.as_str().starts_with('/') {
            format!("{root}{folder}/{href}")
        } else {
            href.as_str().to_owned()
        }
    };
    let links = links.into_iter().filter_map(|(url, name)| {
        let link = el("a").attr("href", resolved(url.as_ref()?)).child(name);
        Some(el("li").child(link))
    });
    let links: Vec<_> = links.collect();
    let links = (!links.is_empty()).then(|| {
        el("ul")
            .class("page-footer__links")
            .attr("role", "list")
            .children(links)
    });
    let inner = el("div").class("page-footer__inner").child(links);
    el("footer").class("page-footer").child(inner)
}
