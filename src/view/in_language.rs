//! Draws a part of the page again when the reader changes the language.

use nachlese_markup::{Markup, switch};

use crate::state::AppState;

/// Draws a part anew in each language, and for no other signal.
pub(super) fn in_language(state: AppState, draw: impl Fn() -> Markup + Send + 'static) -> Markup {
    boxed(state, Box::new(draw))
}

/// Not generic, so that its code is in the program only once.
fn boxed(state: AppState, draw: Box<dyn Fn() -> Markup + Send>) -> Markup {
    switch(move || state.language.get(), move |_| draw())
}
