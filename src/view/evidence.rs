//! The link from what somebody said, or from a photograph, to its second of the recording.

use nachlese_event::{Seconds, Talk, TalkId};
use nachlese_markup::El;

use super::chapters::place;
use crate::{state::AppState, text::prelude::*};

/// „Im Video ab 12:34“, or „Im Video: 12:34–12:52“ where the passage is known. Nothing without a
/// second, or if the talk cannot be played.
pub(super) fn evidence(state: AppState, talk: Option<&TalkId>, at: Option<Seconds>) -> Option<El> {
    let (talk, at) = talk.zip(at)?;
    let is_playable = state
        .catalogue()
        .event
        .talk(talk)
        .is_some_and(Talk::is_playable);
    is_playable.then(|| {
        let passage = state.catalogue().passage(talk, at);
        let speech = state.speech();
        let times = match passage.at.zip(passage.until) {
            Some((at, until)) => format!("{} {at}–{until}", speech.passage_in_video()),
            None => format!("{} {at}", speech.watch_from()),
        };
        place(state, passage).class("evidence").child(times)
    })
}
