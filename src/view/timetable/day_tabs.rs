//! The days of a timetable as a row of tabs.

use leptos::prelude::{Get, GetUntracked, Memo, Read, ReadUntracked, untrack};
use nachlese_event::date::short_day;
use nachlese_markup::{El, ElementRef, el};
use nachlese_programme::timetable::{Day, Shown, Step};

use super::{grid::step, usual_day};
use crate::{state::AppState, text::prelude::*};

/// A tab for each day that has talks to show, with their number.
pub(super) fn day_tabs(state: AppState, shown: Memo<Shown>, open: Memo<usize>) -> El {
    let catalogue = state.catalogue();
    let days = catalogue.timetable().into_iter().flat_map(|all| &all.days);
    // Where each day's number of talks is.
    let counts: Vec<_> = days.clone().map(Day::count_at).collect();
    let speech = state.speech();
    let place = ElementRef::new();
    let choose = move |day: usize| {
        let catalogue = state.catalogue();
        let usual = catalogue.timetable().map(|all| {
            let usual = untrack(|| usual_day(state, all));
            all.open_day(usual, &shown.read_untracked())
        });
        state
            .view
            .day
            .set(if usual == Some(day) { 0 } else { day + 1 });
        // A day is read from its beginning.
        place.scroll_back();
    };
    let tabs = days.enumerate().map(|(at, day)| {
        let (count, is_open) = (day.count_at(), move || open.get() == at);
        let name = short_day(day.date, speech);
        el("button")
            .attr("type", "button")
            .attr("role", "tab")
            .class("timetable__tab")
            .live_attr("aria-selected", move || is_open().to_string())
            .live_attr("tabindex", move || if is_open() { "0" } else { "-1" })
            .live_attr("hidden", move || shown.read()[count] == 0)
            .on("click", move |_| choose(at))
            .live_text(move || format!("{name} ({})", shown.read()[count]))
    });
    el("div")
        .class("timetable__days")
        .attr("role", "tablist")
        .attr("aria-label", speech.days())
        .at(place)
        .on("keydown", move |event| {
            let Some(step) = step(state, &event) else {
                return;
            };
            let open = open.get_untracked();
            let shown = shown.read_untracked();
            let mut days = (0..counts.len()).filter(|day| shown[counts[*day]] > 0);
            let day = match step {
                Step::Left => days.rfind(|day| *day < open),
                Step::Right => days.find(|day| *day > open),
                Step::Home => days.next(),
                Step::End => days.next_back(),
                _ => return,
            };
            event.prevent_default();
            if let Some(day) = day {
                choose(day);
                place.focus_within(format!(":nth-child({})", day + 1));
            }
        })
        .children(tabs)
}
