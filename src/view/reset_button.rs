//! The button that shows all talks again.

use nachlese_markup::{El, ElementRef, el};

use crate::state::AppState;

/// Shows every talk again. The button then disappears, so the focus moves to the search field.
pub(super) fn reset_button(state: AppState, search_field: ElementRef, class: &'static str) -> El {
    let reset = move |_| {
        state.reset();
        search_field.focus();
    };
    el("button")
        .attr("type", "button")
        .class(class)
        .on("click", reset)
}
