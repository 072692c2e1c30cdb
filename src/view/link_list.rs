//! Lists of links and downloads.

use nachlese_event::Link;
use nachlese_markup::{El, Markup, el, group};

use super::words::{dir, label, plain};
use crate::state::AppState;

/// Lists links or downloads, each with a description.
pub fn link_list(links: &[Link], is_download: bool) -> Option<El> {
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
        el("li").class("link-list__item").child(name).child(detail)
    });
    let list = el("ul").class("link-list").attr("role", "list");
    (!links.is_empty()).then(|| list.children(items))
}

/// Host, type and size of what a link leads to.
fn detail(state: AppState, link: &Link) -> String {
    let host = link.url.host().map(str::to_owned);
    let media = link.media_type.as_ref().map(|media| match media.as_str() {
        "application/pdf" => "PDF".to_owned(),
        "text/plain" => "TXT".to_owned(),
        other => other.to_owned(),
    });
    let size = link.size.map(|bytes| match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    });
    let description = link.description.as_ref().map(|text| plain(state, text));
    [description, host, media, size]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
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
    fn offers_own_files_to_take_away() {
        assert_eq!(list("downloads").matches(" download").count(), 1);
    }
}
