//! The menu for the order of the talks.

use leptos::prelude::event_target_value;
use nachlese_markup::{El, el};
use nachlese_search::Sort;

use crate::{state::AppState, text::prelude::*};

/// Lets the reader choose an order. The default order of a search is not in the address.
pub(super) fn sort_menu(state: AppState) -> El {
    let speech = state.speech();
    let options = Sort::ALL.map(|sort| {
        el("option")
            .attr("value", sort.key())
            .child(speech.sort(sort))
    });
    let choose = move |event| {
        let wanted = Sort::of_key(&event_target_value(&event));
        state.search.query.update(|query| {
            query.sort = wanted.filter(|sort| *sort != query.usual_order());
        });
    };
    let menu = el("select")
        .class("field sort-menu__field")
        .live_value(move || state.search.query.read().order().key().to_owned())
        .on("change", choose)
        .children(options);
    el("label")
        .class("sort-menu")
        .child(el("span").child(speech.sort_by()))
        .child(menu)
}
