//! Lists of links and downloads.

use leptos::prelude::*;

use super::words::{Words, plain};
use crate::{model::Link, state::AppState};

/// Lists links, each with what is to be found there.
#[component]
pub fn LinkList(
    /// The links.
    links: Vec<Link>,
    /// Whether they are files to take away.
    #[prop(default = false)]
    is_download: bool,
) -> impl IntoView {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let items: Vec<_> = links
        .into_iter()
        .map(|link| {
            let href = catalogue.assets.resolve(&link.url);
            let detail = detail(state, &link);
            let download = (is_download && link.url.is_relative()).then_some("");
            view! {
                <li class="link-list__item">
                    <a class="link-list__link" href=href download=download>
                        <Words text=link.label />
                    </a>
                    {(!detail.is_empty())
                        .then(|| view! { " " <span class="link-list__detail">{detail}</span> })}
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="link-list" role="list">{items}</ul> })
}

/// Host, type and size of what a link leads to.
fn detail(state: AppState, link: &Link) -> String {
    let host = link.url.host().map(str::to_owned);
    let media = link.media_type.as_ref().map(|media| match media.as_str() {
        "application/pdf" => "PDF".to_owned(),
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
#[cfg(feature = "cli")]
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
