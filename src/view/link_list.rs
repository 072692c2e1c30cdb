//! Lists of links and downloads.

use nachlese_event::{Link, Talk, TalkId};
use nachlese_markup::{El, Markup, el, group};

use super::{
    evidence::evidence,
    words::{dir, label, plain},
};
use crate::state::AppState;

/// Lists links or downloads, each with a description.
pub fn link_list(links: &[Link], is_download: bool) -> Option<El> {
    listed(links, is_download, None)
}

/// Lists the slides and links of a talk, with the second at which they are shown.
pub(super) fn talk_links(talk: &Talk) -> Option<El> {
    let links = [&talk.slides[..], &talk.links].concat();
    listed(&links, false, Some(&talk.id))
}

fn listed(links: &[Link], is_download: bool, talk: Option<&TalkId>) -> Option<El> {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let items = links.iter().map(|link| {
        let name = el("a")
            .class("link-list__link")
            .address("href", catalogue.assets.resolve(&link.url))
            .attr("download", is_download && link.url.is_relative())
            .child(label(&link.label));
        let detail = detail(state, link);
        let detail: Option<Markup> = (!detail.is_empty()).then(|| {
            let dir = dir(state, &detail);
            let detail = el("span")
                .class("link-list__detail")
                .attr("dir", dir)
                .child(detail);
            group([" ".into(), detail.into()])
        });
        el("li")
            .class("link-list__item")
            .child(name)
            .child(detail)
            .child(" ")
            .child(evidence(state, talk, link.at))
    });
    let list = el("ul").class("link-list").attr("role", "list");
    (!links.is_empty()).then(|| list.children(items))
}

/// Host, type and size of what a link leads to.
fn detail(state: AppState, link: &Link) -> String {
    let host = link.url.host().map(str::to_owned);
    let media = link
        .media_type
        .as_deref()
        .and_then(|media| format(link.url.as_str(), media));
    let size = link.size.map(|bytes| match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    });
    let facts: Vec<String> = [host, media, size].into_iter().flatten().collect();
    let facts = facts.join(" · ");
    let Some(description) = &link.description else {
        return facts;
    };
    let mut detail = plain(state, description);
    if !facts.is_empty() {
        detail += if detail.ends_with('.') { " " } else { " · " };
        detail += &facts;
    }
    detail
}

/// A file's format as people call it: by the end of its name, else by its media type.
fn format(url: &str, media_type: &str) -> Option<String> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let kind = media_type.rsplit_once('/').map(|(_, kind)| kind);
    let is_short = |word: &&str| {
        matches!(word.len(), 2..=4) && word.bytes().all(|c| c.is_ascii_alphanumeric())
    };
    let word = [ending, kind].into_iter().flatten().find(is_short)?;
    Some(word.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use crate::view::test_support::{assert_has, assert_lacks, sections};

    fn list(kind: &str) -> String {
        sections(&format!(
            r#""sections": [{{"type": "{kind}", "links": [
                {{"label": "Bericht", "url": "https://a.example/b.pdf", "type": "application/pdf",
                    "size": 1500000}},
                {{"label": "Folien", "url": "folien.pdf", "size": 2000}}]}}]"#
        ))
    }

    #[test]
    fn tells_host_type_and_size() {
        let html = list("links");
        assert_has(
            &html,
            &[
                r#"href="https://a.example/b.pdf""#,
                "a.example · PDF · 2 MB",
            ],
        );
        assert_has(&html, &[r#"href="events/x/folien.pdf""#, ">2 kB<"]);
        assert_lacks(&html, &["download="]);
    }

    #[test]
    fn formats_are_named_as_people_call_them() {
        for (url, media_type, expected) in [
            ("a/film.mp4?x=1.y", "video/mp4", Some("MP4")),
            ("https://a.example/download", "application/pdf", Some("PDF")),
            (
                "folien.pptx",
                "application/vnd.openxmlformats-officedocument",
                Some("PPTX"),
            ),
            ("notes", "text/plain", None),
            ("https://a.example/", "text/html", Some("HTML")),
        ] {
            assert_eq!(super::format(url, media_type).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn slides_lead_to_the_second_at_which_they_are_shown() {
        let card = |status: &str| {
            sections(&format!(
                r#""talks": [{{"id": "t", "kind": "talk", "title": "Ethik", "recording": {{
                       "status": "{status}", "sources": [{{"provider": "file", "url": "t.mp4"}}]}},
                       "slides": [{{"label": "Zahlen", "url": "z.pdf", "at": "1:05"}}, "alle.pdf"]}}],
                   "sections": [{{"type": "talks"}}]"#
            ))
        };
        let html = card("released");
        assert_has(
            &html,
            &["events/x/z.pdf", r##"href="#t@1:05""##, "Im Video ab 1:05"],
        );
        assert_eq!(html.matches("Im Video ab").count(), 1);
        assert_lacks(&card("withheld"), &["Im Video ab"]);
    }

    #[test]
    fn offers_own_files_to_take_away() {
        assert_eq!(list("downloads").matches(" download").count(), 1);
    }
}
