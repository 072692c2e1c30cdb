//! The link from what somebody said, or from a photograph, to its second of the recording.

use nachlese_event::{Seconds, Talk, TalkId};
use nachlese_markup::El;

use super::chapters::moment;
use crate::{state::AppState, text::prelude::*};

/// „Im Video ab 12:34“. Nothing without a second, or if the talk cannot be played.
pub(super) fn evidence(state: AppState, talk: Option<&TalkId>, at: Option<Seconds>) -> Option<El> {
    let (talk, at) = talk.zip(at)?;
    let is_playable = state
        .catalogue()
        .event
        .talk(talk)
        .is_some_and(Talk::is_playable);
    is_playable.then(|| {
        moment(state, talk, at)
            .class("evidence")
            .child(state.speech().watch_from())
            .child(" ")
            .child(at.to_string())
    })
}
