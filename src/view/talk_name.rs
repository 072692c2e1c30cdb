//! What a talk is called where it is named in passing.

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

/// A talk's name in plain words.
pub(super) fn talk_title(state: AppState, talk: &Talk) -> String {
    match talk.heading() {
        Some(heading) => plain(state, heading),
        None => state.speech().kind(&talk.kind).to_owned(),
    }
}
