//! How to search: examples, with what they find.

use nachlese_event::Speech;
use nachlese_markup::{El, el};

use crate::text::prelude::*;

/// Shows examples of searches, folded. `has_keys` says whether keys lead to the search.
pub(super) fn search_help(speech: Speech, has_keys: bool) -> El {
    let examples = speech.search_examples().iter().map(|[typed, finds]| {
        let typed = el("b").child(*typed);
        el("li").child(typed).child(" ").child(*finds)
    });
    let keys = has_keys.then(|| el("p").child(speech.search_keys()));
    el("details")
        .class("facet search-help")
        .child(
            el("summary")
                .class("facet__legend")
                .child(speech.search_help()),
        )
        .child(
            el("ul")
                .class("search-help__examples")
                .attr("role", "list")
                .children(examples),
        )
        .child(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::test_support::{assert_has, assert_lacks, event, html, text};

    #[test]
    fn shows_whole_examples_and_keys_only_where_they_work() {
        let help = |has_keys| {
            html(
                &event(r#""talks": []"#),
                crate::url::Address::default(),
                |state| search_help(state.speech(), has_keys),
            )
        };
        let shown = text(&help(true));
        assert_has(
            &shown,
            &["Suchhilfe", "daten -workshop lässt weg", "Strg+K"],
        );
        assert_lacks(&text(&help(false)), &["Strg+K"]);
    }
}
