//! The programme: the search, filters, and the matching talks as cards or timetable.

use std::{sync::Arc, time::Duration};

use leptos::prelude::{GetValue, Read, SetValue, StoredValue, Track, set_timeout, untrack};
use nachlese_event::RecordingStatus;
use nachlese_markup::{El, ElementRef, Markup, el, follow, group, live, switch};

use super::{
    active_filters::active_filters,
    facets::facets,
    filter_bar::{Handles, filter_bar},
    no_match::no_match,
    sections_found::sections_found,
    selection::selection,
    talk_list::talk_list,
    talk_status::talk_count,
    timetable::timetable,
    view_switch::{view_switch, zone_switch},
    watch_list::watch_list,
};
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// After this time without a change, a search counts as settled.
const SETTLED: Duration = Duration::from_millis(800);

/// Shows the talks that match the reader's search, as a list in the order of the query or as a
/// timetable.
pub fn programme() -> Markup {
    let state = AppState::expect();
    let total = state.catalogue().event.talks.len();
    let handles = Handles::new();
    let outside = Outside::expect();
    let view = view(state);
    let is_timetable = move || view().is_some();
    // In another zone, the timetable is drawn again. The list always has the same key.
    let shown = move || (is_timetable(), is_timetable() && outside.is_own_time.get());
    let draw = move |(is_timetable, _)| {
        if is_timetable {
            timetable(state)
        } else {
            talk_list(state)
        }
    };
    let is_empty = move || state.search.found.read().talks.is_empty();
    let status = status(state, total);
    announce_settled(state, outside, total);
    // A single talk needs no search.
    let (bar, facets, alone) = if total > 1 {
        let bar = filter_bar(state, handles, status);
        (Some(bar), Some(facets(state, handles)), None)
    } else {
        (None, None, Some(status))
    };
    // A timetable shows its zone above it, a list beside it.
    let zone = move || is_timetable().then(|| zone_switch(state, outside));
    let summary = el("div")
        .class("programme__summary")
        .child(view_switch(state))
        .child(live(zone))
        .child(switch(
            move || {
                let near = state.search.found.read().instead.clone();
                near.map(|near| (near, state.search.query.read().text.clone()))
            },
            move |near| near.map(|(near, text)| instead(state, &near, text, handles.field)),
        ));
    let main = el("div")
        .class("programme__main")
        .child(alone)
        .child((total > 1).then(|| selection(state, total)))
        .child(summary)
        .child(live(move || active_filters(state, handles.field)))
        .child(watch_list(state, handles.field))
        .child(switch(shown, draw))
        .child(live(move || {
            is_empty().then(|| no_match(state, total, handles.field))
        }))
        .child(sections_found(state));
    let whole = el("div")
        .class("programme")
        .attr("data-facets", total > 1)
        .live_attr("data-view", view)
        .at(handles.whole)
        .child(bar)
        .child(facets)
        .child(main);
    group([said_once(state).into(), whole.into()])
}

/// „timetable“ while the programme is shown as one.
fn view(state: AppState) -> impl Fn() -> Option<&'static str> + Copy + Send + 'static {
    let has_timetable = state.catalogue().timetable().is_some();
    move || (has_timetable && state.view.is_timetable.get()).then_some("timetable")
}

/// Says that another word was searched for, and offers to search for the typed one.
fn instead(state: AppState, near: &str, text: String, field: ElementRef) -> El {
    let speech = state.speech();
    let said = speech.shown_instead(&text, near);
    let label = speech.search_as_typed(&text);
    let back = move |_| {
        state.search(format!("\"{}\"", text.trim()));
        field.focus();
    };
    let button = el("button")
        .attr("type", "button")
        .class("programme__back")
        .on("click", back)
        .child(label);
    el("p")
        .class("programme__instead")
        .child(said)
        .child(" ")
        .child(button)
}

/// Notes that would be the same on most cards.
fn said_once(state: AppState) -> Option<El> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let mut talks = catalogue.event.talks.iter();
    let has_topics = talks.any(|talk| talk.title.is_none() && talk.topic.is_some());
    let recordings = catalogue.common_status().map(|common| match common.status {
        RecordingStatus::Released => speech.recordings_unlinked(),
        RecordingStatus::Withheld => speech.recordings_withheld(),
        RecordingStatus::Unknown if common.is_of_all => speech.recordings_unknown(),
        RecordingStatus::Unknown => speech.recordings_unknown_else(),
    });
    let topics = has_topics.then(|| speech.topics_for_titles());
    let text: Vec<_> = topics.into_iter().chain(recordings).collect();
    (!text.is_empty()).then(|| el("p").class("programme__note").child(text.join(" ")))
}

/// How many talks match. It changes with each letter, so it is not read out: see [`announce_settled`].
fn status(state: AppState, total: usize) -> El {
    el("p")
        .class("programme__status")
        .attr("role", "status")
        .attr("aria-live", "off")
        .live_text(counted(state, total))
}

/// Has screen readers read out once what was found, after the reader has stopped typing.
fn announce_settled(state: AppState, outside: Outside, total: usize) {
    let said = counted(state, total);
    let said = Arc::new(move || {
        let (speech, found) = (state.speech(), state.search.found.read());
        let text = &state.search.query.read().text;
        if found.talks.is_empty() && total > 0 {
            return format!("{} {}", speech.no_match(text), speech.no_match_help());
        }
        match &found.instead {
            Some(near) => format!("{} {}", speech.shown_instead(text, near), said()),
            None => said(),
        }
    });
    let turn = StoredValue::new(0_u32);
    let mut last = None;
    follow(move || {
        let query = state.search.query.get();
        state.search.found.track();
        let is_other = last.replace(query.clone()).map(|last| last != query);
        // What was read of the talks in the meantime matters only for words.
        if is_other.unwrap_or_default() || (is_other.is_some() && state.is_searching()) {
            let mine = turn.get_value().wrapping_add(1);
            turn.set_value(mine);
            let said = Arc::clone(&said);
            let settled = move || {
                if turn.try_get_value() == Some(mine) {
                    outside.announce(untrack(|| said()));
                }
            };
            set_timeout(settled, SETTLED);
        }
    });
}

/// The number of matches, and what it does not include.
fn counted(state: AppState, total: usize) -> impl Fn() -> String + Send + Sync + 'static {
    let speech = state.speech();
    let all: Vec<u32> = (0..).take(total).collect();
    move || {
        let found = state.search.found.read();
        let mut count = talk_count(state, &found.talks, &all);
        if let Some(instead) = &found.instead {
            count += &speech.counted_for(instead);
        }
        if !found.left_out.is_empty() {
            count += &speech.not_searched(&found.left_out);
        }
        let rest = if !found.is_complete() {
            speech.still_reading(found.searched)
        } else if found.unheard > 0 && state.is_searching() {
            speech.still_listening().to_owned()
        } else {
            return count;
        };
        count + &rest
    }
}
