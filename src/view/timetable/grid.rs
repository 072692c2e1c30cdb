//! A day's grid, and its keyboard navigation.

use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::{Memo, Read, ReadUntracked},
    wasm_bindgen::JsCast,
};
use nachlese_markup::{El, ElementRef, Signal, attribute_around, el};
use nachlese_programme::timetable::{Day, GOING, STARTS, Shown, Step};

use super::cell::{Grid, cell, row_head};
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
    url::Target,
    view::words::words,
};

/// The grid of one day: a row for each time, a column for each room.
pub(super) fn day_table(state: AppState, shown: Memo<Shown>, at: usize, day: &Day) -> El {
    let active = Signal::new(None::<Target>);
    let first = day.first_at();
    let entry = Memo::new(move |_| {
        let shown = shown.read();
        let active = active.read();
        let active = active
            .as_ref()
            .and_then(|active| place_of(state, &active.id));
        let active = active.filter(|talk| shown.get(*talk) == Some(&1));
        active.unwrap_or(shown[first] as usize)
    });
    let outside = Outside::expect();
    let grid = Grid {
        state,
        outside,
        shown,
        entry: Some(entry),
    };
    let (table, corner) = (ElementRef::new(), ElementRef::new());
    let walk = move |event: Event| {
        let (Some(step), Some(id)) = (step(state, &event), attribute_around(&event, "data-talk"))
        else {
            return;
        };
        event.prevent_default();
        // The corner exists only in the grid.
        let is_list = corner
            .element()
            .is_some_and(|corner| corner.client_height() == 0);
        let catalogue = state.catalogue();
        let day = catalogue
            .timetable()
            .and_then(|timetable| timetable.days.get(at));
        let to = day.and_then(|day| {
            let from = nachlese_compact::index(place_of(state, &id)?);
            day.step(from, step, is_list, &shown.read_untracked())
        });
        if let Some(talk) = to.and_then(|to| catalogue.event.talks.get(to as usize)) {
            table.focus_within(format!("[data-talk='{}'] > a", talk.id));
        }
    };
    let rooms = day.rooms.iter().enumerate().map(|(room, of)| {
        let talk = &state.catalogue().event.talks[of.talk as usize];
        let name = match &talk.room {
            Some(name) => words(name),
            None => state.speech().room_unknown().into(),
        };
        let room = day.room_at(room);
        el("th")
            .attr("scope", "col")
            .attr("colspan", (of.columns > 1).then_some(of.columns))
            .live_attr("data-empty", move || shown.read()[room] == 0)
            .child(el("div").child(name))
    });
    let rows = day.rows.iter().enumerate().map(|(row, of)| {
        let row = day.row_at(row);
        let state = move || match shown.read()[row] {
            STARTS => Some("start"),
            GOING => Some("going"),
            _ => None,
        };
        el("tr")
            .attr("data-size", (of.size > 0).then_some(of.size))
            .live_attr("data-row", state)
            .child(row_head(&grid, day, of))
            .children(of.cells.iter().map(|of| cell(&grid, day, of)))
    });
    let head = el("tr").child(el("td").at(corner)).children(rooms);
    el("table")
        .attr("role", "grid")
        .attr("data-dense", day.is_dense)
        .together(|| true)
        .at(table)
        .on("keydown", walk)
        .on("focusin", move |event| {
            let id = attribute_around(&event, "data-talk");
            active.set(id.map(|id| Target::place(&id)));
        })
        .child(el("thead").child(head))
        .child(el("tbody").children(rows))
}

/// Where a key leads if it is pressed without modifier keys.
pub(super) fn step(state: AppState, event: &Event) -> Option<Step> {
    let key: &KeyboardEvent = event.unchecked_ref();
    let is_other = key.alt_key() || key.meta_key() || key.shift_key();
    let step = Step::of_key(&key.key(), key.ctrl_key()).filter(|_| !is_other)?;
    Some(step.within(state.language.read_untracked().direction()))
}

/// The index of a talk in the programme.
fn place_of(state: AppState, id: &str) -> Option<usize> {
    let catalogue = state.catalogue();
    let mut talks = catalogue.event.talks.iter();
    talks.position(|talk| talk.id.as_str() == id)
}
