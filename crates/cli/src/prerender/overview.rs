//! Writes the pages that list all events for people. They need no script.

use nachlese::text::prelude::*;
use nachlese_event::{LanguageTag, LocalizedText, Speech, date, direction};
use nachlese_formats::export::json_ld::script_text;
use nachlese_markup::{El, el};
use nachlese_site::{
    Base, Page, address, headers,
    listing::{EventFolder, graph, list_pages, newest_first},
    spoken as plain,
};

use super::{
    around::around,
    document::{first_tags, html, html_start, whole_links},
    shell::Shell,
};
use crate::text::prelude::*;

/// The pages with their paths, or none if there is only one event.
pub(super) fn overview_pages(
    shell: &Shell,
    events: &[EventFolder],
    base: Option<&Base>,
) -> Vec<(String, String)> {
    let Some(main) = events.first().filter(|_| events.len() > 1) else {
        return Vec::new();
    };
    let pages = list_pages(&main.event.language);
    let written = pages.iter().map(|page| {
        let list = List {
            shell,
            events,
            main,
            page,
            pages: &pages,
            base,
        };
        let file = match page.path.strip_suffix('/') {
            Some(folder) => format!("{folder}/index.html"),
            None => page.path.clone(),
        };
        (file, list.document())
    });
    written.collect()
}

/// The parts of a page.
struct List<'a> {
    shell: &'a Shell,
    events: &'a [EventFolder],
    /// The event that the site opens with. Its host is the host of the site.
    main: &'a EventFolder,
    page: &'a Page,
    pages: &'a [Page],
    base: Option<&'a Base>,
}

impl List<'_> {
    fn document(&self) -> String {
        let start = html_start(&self.page.language);
        let mut tags = first_tags(
            &headers::meta_csp(&headers::Policy::default()),
            &self.page.title,
            Speech::of(&self.page.language)
                .event_count(self.events.len())
                .as_str(),
        );
        let root = self.page.root();
        tags.extend(self.shell.dress(&root));
        tags.extend(
            self.base
                .into_iter()
                .flat_map(|base| whole_links(self.page, self.pages, base)),
        );
        let head: String = tags.into_iter().map(|tag| html(tag) + "\n").collect();
        let body = html(self.body());
        let graph = script_text(&graph(self.page, self.events, self.base));
        format!(
            "{start}\n<head>\n<meta charset=\"utf-8\">\n{head}\
             <script type=\"application/ld+json\">{graph}</script>\n</head>\n\
             <body>\n{body}\n</body>\n</html>\n"
        )
    }

    fn body(&self) -> El {
        let language = &self.page.language;
        let host = self.main.event.host.as_ref();
        let host = host.map(|host| plain(&host.name, language, &self.main.event));
        around(
            (&self.page.root(), language),
            host,
            self.main,
            self.content(),
        )
    }

    fn content(&self) -> El {
        let speech = Speech::of(&self.page.language);
        let others = self.pages.iter().filter(|other| *other != self.page);
        let others = others.map(|other| {
            let language = other.language.as_str().to_owned();
            let link = el("a")
                .attr("href", self.seen_from_here(other))
                .attr("hreflang", language.clone())
                .attr("lang", language)
                .attr("dir", other.language.direction())
                .child(speech.language_name(&other.language).to_owned());
            el("li").child(link)
        });
        let count = speech.event_count(self.events.len());
        let intro = el("div")
            .class("intro__text")
            .child(
                el("h1")
                    .class("heading intro__title")
                    .child(speech.events()),
            )
            .child(el("p").class("intro__summary").child(count))
            .child(el("ul").class("intro__actions").children(others));
        let cards = newest_first(self.events);
        let cards = cards
            .into_iter()
            .map(|folder| card(folder, &self.page.language));
        let list = el("ul")
            .class("market__exhibits")
            .attr("role", "list")
            .children(cards);
        el("main")
            .child(el("header").class("intro").child(intro))
            .child(el("div").class("talk-page__columns").child(list))
    }

    fn seen_from_here(&self, page: &Page) -> String {
        let file = page.path.trim_start_matches(self.page.home.as_str());
        address(file, None)
    }
}

/// An event in a few lines.
fn card(folder: &EventFolder, language: &LanguageTag) -> El {
    let event = &folder.event;
    let speech = Speech::of(language);
    let text = |text: &LocalizedText| plain(text, language, event);
    let when = event.when.map(|when| {
        el("time")
            .class("talk-card__time")
            .attr("datetime", date::iso(when.first_day()))
            .child(date::when(&when, speech))
    });
    let kind = event.kind.as_ref().map(text);
    let kind = kind.map(|kind| {
        let kind = el("span").class("talk-card__kind").child(kind);
        // Shown above the title.
        el("p").class("talk-card__meta market__kind").child(kind)
    });
    let place = event.venue.as_ref().map(|venue| text(&venue.name));
    let place = place.map(|place| el("span").class("talk-card__room").child(place));
    let found = event.title.find(language, &event.language);
    let own = found.language.unwrap_or(&event.language);
    let dir = direction(found.text, own);
    let own = (!own.is_same_language(language)).then(|| own.as_str().to_owned());
    let title = el("a")
        .attr("href", folder.page())
        .attr("lang", own)
        .attr("dir", (dir != language.direction()).then_some(dir))
        .child(text(&event.title));
    let motto = event.motto.as_ref().map(text);
    let motto = motto.map(|motto| el("p").class("talk-card__abstract").child(motto));
    let talks = folder.talk_count();
    let talks = (talks > 0).then(|| speech.match_count(talks, talks));
    let recordings = folder.recording_count();
    let recordings = (recordings > 0).then(|| speech.recording_count(recordings));
    let when_and_where = (when.is_some() || place.is_some()).then(|| {
        let line = el("p").class("talk-card__meta");
        line.child(when).child(" ").child(place)
    });
    let counts: Vec<_> = [talks, recordings].into_iter().flatten().collect();
    let counts = (!counts.is_empty()).then(|| counts.join(" · "));
    let counts = counts.map(|counts| el("p").class("talk-card__page").child(counts));
    el("li")
        .class("market__exhibit")
        .child(el("h2").class("heading talk-card__title").child(title))
        .child(kind)
        .child(motto)
        .child(when_and_where)
        .child(counts)
}
