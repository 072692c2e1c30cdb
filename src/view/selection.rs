//! The line above a printed programme that is not the whole one: what was chosen, and how much that is.

use leptos::prelude::Read;
use nachlese_markup::{El, el};
use nachlese_programme::watch_list::Saved;
use nachlese_search::Facet;

use super::{facet_label::facet_label, talk_status::talk_count};
use crate::{state::AppState, text::prelude::*};

/// Names the search, the filters and the watch-list. Empty without any. Shown on paper only.
pub(super) fn selection(state: AppState, total: usize) -> El {
    let all: Vec<u32> = (0..).take(total).collect();
    el("p")
        .class("programme__selection")
        .live_text(move || match chosen(state) {
            chosen if chosen.is_empty() => String::new(),
            chosen => {
                let count = talk_count(state, &state.search.found.read().talks, &all);
                state.speech().selection(&chosen.join("; "), &count)
            }
        })
}

/// What the reader has chosen, in words.
fn chosen(state: AppState) -> Vec<String> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let query = state.search.query.read();
    let list = query.saved.as_ref().map(|saved| match saved {
        Saved::Own => speech.own_list().to_owned(),
        Saved::Shared(_) => speech.shared_list().to_owned(),
    });
    let found = state.search.found.read();
    let text = found.instead.as_ref().unwrap_or(&query.text).trim();
    let text = (!text.is_empty()).then(|| speech.search_for(text));
    let facets = Facet::ALL.into_iter().filter_map(|facet| {
        let values = query.chosen(facet);
        let values = values.map(|value| facet_label(state, &catalogue.event, facet, value));
        let values: Vec<_> = values.collect();
        (!values.is_empty()).then(|| format!("{}: {}", speech.facet(facet), values.join(", ")))
    });
    list.into_iter().chain(text).chain(facets).collect()
}

#[cfg(test)]
mod tests {
    use nachlese_search::{Facet, Query};

    use crate::{
        url::Address,
        view::{
            programme::programme,
            test_support::{assert_has, event, html, text},
        },
    };

    #[test]
    fn says_what_was_chosen_and_how_much_that_is() {
        for (search, kind, expected) in [
            ("", None, ""),
            (
                "mut",
                None,
                "Auswahl: Suche ‚mut‘ (1 von 3 Programmpunkten)",
            ),
            (
                "",
                Some("panel"),
                "Auswahl: Format: Panel (1 von 3 Programmpunkten)",
            ),
            (
                "mut",
                Some("talk"),
                "Auswahl: Suche ‚mut‘; Format: Vortrag (1 von 3 Programmpunkten)",
            ),
        ] {
            let fields = r#""talks": [{"id": "a", "kind": "talk", "title": "Mut"},
                {"id": "b", "kind": "panel", "title": "Mitte"}, {"id": "c", "kind": "talk", "title": "Ende"}]"#;
            let html = html(&event(fields), Address::default(), |state| {
                let mut query = Query::default();
                search.clone_into(&mut query.text);
                if let Some(kind) = kind {
                    query.toggle(Facet::Kind, kind);
                }
                state.search.query.set(query);
                programme()
            });
            let line = format!(r#"<p class="programme__selection">{expected}</p>"#);
            assert_has(&html, &[&line]);
            assert_has(&text(&html), &[expected]);
        }
    }
}
