//! What a page says if scripts are off.

use nachlese::text::prelude::*;
use nachlese_event::Speech;
use nachlese_markup::{El, el};
use nachlese_site::{Page, address};

/// A line about what needs scripts, with links to the other languages, because the language switch
/// needs scripts too.
pub(crate) fn without_script(page: &Page, pages: &[Page]) -> El {
    let speech = Speech::of(&page.language);
    let root = page.root();
    let others = pages
        .iter()
        .filter(|other| other.is_same_subject(page) && other.path != page.path);
    let others = others.map(|other| {
        let name = Speech::of(&other.language)
            .language_name(&other.language)
            .to_owned();
        let language = other.language.as_str().to_owned();
        let href = format!(
            "{root}{}",
            address(&other.path, None).trim_start_matches("./")
        );
        let href = if href.is_empty() {
            "./".to_owned()
        } else {
            href
        };
        el("span").child(" ").child(
            el("a")
                .attr("href", href)
                .attr("hreflang", language.clone())
                .attr("lang", language)
                .attr("dir", other.language.direction())
                .child(name),
        )
    });
    let line = el("p").child(speech.without_script()).children(others);
    let notice = el("div").class("notice").child(line);
    let notices = el("div").class("page notices").child(notice);
    el("noscript").child(el("div").class("nachlese").child(notices))
}
