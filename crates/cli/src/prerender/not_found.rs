//! Writes `404.html`, which most hosts show for an address without a page, at any depth of the
//! site.

use nachlese::text::prelude::*;
use nachlese_event::{SectionKind, Speech};
use nachlese_markup::el;
use nachlese_site::{
    Base, headers,
    listing::{EventFolder, FOLDER},
    spoken,
};

use super::{
    around::around,
    document::{first_tags, html, html_start},
    shell::Shell,
};

/// The page with its name. It is shown at any address, so its links begin at the root of the host.
/// Without a base, the site is assumed to be there, because hosts look for this page only there.
pub(super) fn not_found(
    shell: &Shell,
    events: &[EventFolder],
    base: Option<&Base>,
) -> Option<(String, String)> {
    let main = events.first()?;
    let language = &main.event.language;
    let speech = Speech::of(language);
    let root = root(base);
    let title = speech.page_not_found();
    let mut tags = first_tags(&headers::meta_csp(&headers::Policy::default()), title, "");
    tags.push(el("meta").attr("name", "robots").attr("content", "noindex"));
    tags.extend(shell.dress(&root));
    let script = format!("{root}not-found.js");
    tags.push(el("script").attr("type", "module").attr("src", script));
    let head: String = tags.into_iter().map(|tag| html(tag) + "\n").collect();

    let way = |href: String, name: &'static str| {
        let name = el("span").class("ways__name").child(name);
        el("li").child(el("a").class("ways__way").attr("href", href).child(name))
    };
    let sections = main.event.shown_sections();
    let is_programme = |kind: &SectionKind| matches!(kind, SectionKind::Talks);
    let programme = sections.iter().find(|section| is_programme(&section.kind));
    let programme = programme.map(|section| format!("{root}#{}", section.id));
    let list = (events.len() > 1).then(|| format!("{root}{FOLDER}"));
    let ways = el("ul")
        .class("ways")
        .child(programme.map(|href| way(href, speech.to_programme())))
        .child(way(root.clone(), speech.to_start()))
        .child(list.map(|href| way(href, speech.all_events())));
    let text = el("div")
        .class("intro__text")
        .child(el("h1").class("heading intro__title").child(title))
        .child(el("p").class("intro__summary").child(speech.page_gone()));
    let intro = el("header").class("intro").child(text).child(ways);
    let host = main.event.host.as_ref().map(|host| &host.name);
    let owner = spoken(host.unwrap_or(&main.event.title), language, &main.event);
    let content = el("main").child(intro);
    let body = around((&root, language), Some(owner), main, content);
    let (start, body) = (html_start(language), html(body));
    let text = format!(
        "{start}\n<head>\n<meta charset=\"utf-8\">\n{head}</head>\n<body>\n{body}\n</body>\n</html>\n"
    );
    Some(("404.html".to_owned(), text))
}

/// The path of the site on its host.
fn root(base: Option<&Base>) -> String {
    let path = base.and_then(|base| {
        let (_, rest) = base.as_str().split_once("://")?;
        rest.find('/').map(|at| rest[at..].to_owned())
    });
    path.unwrap_or_else(|| "/".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_begin_at_the_hosts_root() {
        let at = |base: &str| root(Base::new(base).ok().as_ref());
        assert_eq!(at("https://a.example/b/c"), "/b/c/");
        assert_eq!(at("https://a.example"), "/");
        assert_eq!(root(None), "/");
    }
}
