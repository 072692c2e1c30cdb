//! The name of a talk where other parts of the page mention it.

use nachlese_event::Talk;
use nachlese_markup::Markup;

use super::words::{label, plain};
use crate::state::AppState;

/// A talk's name within a link.
pub(super) fn talk_label(state: AppState, talk: &Talk) -> Markup {
    match talk.heading() {
        Some(heading) => label(heading),
        None => state.speech().kind(&talk.kind).to_owned().into(),
    }
}

/// A talk's name as plain text.
pub(super) fn talk_title(state: AppState, talk: &Talk) -> String {
    match talk.heading() {
        Some(heading) => plain(state, heading),
        None => state.speech().kind(&talk.kind).to_owned(),
    }
}

/// The id of the heading that names a talk's card or page. No talk's own id contains the sign.
pub(super) fn title_id(talk: &str) -> String {
    format!("{talk}~")
}
