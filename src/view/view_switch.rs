//! Switches between list and timetable, and between the event's time and the reader's.

use nachlese_markup::{El, Signal, el};

use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// Switches between list and timetable, if there is a timetable.
pub(super) fn view_switch(state: AppState) -> Option<El> {
    let speech = state.speech();
    let names = [speech.view_list(), speech.view_timetable()].map(str::to_owned);
    let choice = || two_way(speech.view(), names, state.view.is_timetable);
    state.catalogue().timetable().map(|_| choice())
}

/// Switches between the event's time and the reader's own, if they differ.
pub(super) fn zone_switch(state: AppState, outside: Outside) -> Option<El> {
    let speech = state.speech();
    let own = outside.own_zone.read();
    let event = state.catalogue().event.time_zone.clone();
    let names = [
        speech.event_time(&event.unwrap_or_default()),
        speech.own_time(&own.as_ref()?.name),
    ];
    let label = el("span").child(speech.times_in());
    let choice = two_way(speech.times_in(), names, outside.is_own_time);
    Some(el("div").class("sort-menu").child(label).child(choice))
}

/// Two choices of which one holds.
fn two_way(label: &'static str, names: [String; 2], is_second: Signal<bool>) -> El {
    let choices = [false, true].into_iter().zip(names).map(|(choice, name)| {
        el("button")
            .attr("type", "button")
            .class("switch__choice")
            .live_attr("aria-pressed", move || {
                (is_second.get() == choice).to_string()
            })
            .on("click", move |_| is_second.set(choice))
            .child(name)
    });
    el("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", label)
        .children(choices)
}
