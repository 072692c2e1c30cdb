//! Names of landmarks.

use super::words::spoken;
use crate::state::AppState;

/// The name of a landmark. Inside another page, which may show several events, it ends with the
/// event's title; without a name of its own, it is the title.
pub(super) fn landmark(state: AppState, name: &str) -> String {
    let catalogue = state.catalogue();
    let frame = &catalogue.frame;
    if !frame.is_embedded {
        return name.to_owned();
    }
    let title = spoken(state, &catalogue.event.title);
    let dash = if name.is_empty() { "" } else { " – " };
    let number = match frame.number {
        ..=1 => String::new(),
        number => format!(" ({number})"),
    };
    format!("{name}{dash}{title}{number}")
}
