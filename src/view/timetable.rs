//! The programme as a timetable: a grid of rooms and times for each day, as much as was found.
//!
//! The grids are drawn once; what a search leaves out loses its `data-talk` and with it its looks
//! and its space. In a narrow place the same elements are a list by time (`timetable.css`).
//!
//! Each day is an ARIA grid with one tab stop, in which arrow keys, Home and End lead from talk to
//! talk: hundreds of links would be a long way to the end of the page. The links lead to the talk
//! itself, which is shown below the grids.

mod cell;

use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::{Get, Memo, Read, ReadUntracked, RwSignal, Set},
    wasm_bindgen::JsCast,
};

use self::cell::{cell, link, row_head};
use super::{
    markup::{El, Markup, Place, attribute_around, el, group, switch},
    talk_card::talk_card,
    words::words,
};
use crate::{
    model::TalkId,
    state::{AppState, Outside},
    text::date::weekday_and_day,
    timetable::{Day, RowState, Shown, Step, Timetable},
};

/// What a day's grid needs to know to be drawn.
#[derive(Clone, Copy)]
struct Grid {
    state: AppState,
    outside: Outside,
    shown: Memo<Shown>,
    /// The talk that the tabulator key leads to.
    entry: Memo<Option<u32>>,
}

/// Shows the event's days, and the talk that the address names.
pub(super) fn timetable(state: AppState) -> Markup {
    let catalogue = state.catalogue();
    let Some(timetable) = catalogue.timetable() else {
        return group([]);
    };
    let shown = Memo::new(move |_| {
        let found = state.found.read();
        let catalogue = state.catalogue();
        let timetable = catalogue.timetable();
        timetable.map_or_else(Shown::default, |timetable| timetable.shown(&found.talks))
    });
    let place = Place::new();
    let headings: Vec<_> = timetable.days.iter().map(|_| Place::new()).collect();
    let days = (0..).zip(&timetable.days).zip(&headings);
    let days = days.map(|((at, day), heading)| day_section(state, shown, at, day, *heading));
    let named = move || state.target.read().as_ref().map(|target| target.id.clone());
    group([
        el("div")
            .class("timetable")
            .attr("part", "talk-list")
            .attr("tabindex", "-1")
            .at(place)
            .child((headings.len() > 1).then(|| days_nav(state, shown, timetable, &headings)))
            .children(days)
            .child(untimed(state, shown, timetable))
            .into(),
        switch(named, move |id| detail(state, place, &id?)),
    ])
}

/// Leads to each day.
fn days_nav(state: AppState, shown: Memo<Shown>, timetable: &Timetable, headings: &[Place]) -> El {
    let speech = state.speech();
    let days = timetable.days.iter().zip(headings).enumerate();
    let days = days.map(|(at, (day, heading))| {
        let heading = *heading;
        el("button")
            .attr("type", "button")
            .class("chip")
            .live_attr("hidden", move || shown.read().days[at].first.is_none())
            .on("click", move |_| heading.focus())
            .child(weekday_and_day(day.date, speech))
    });
    el("nav")
        .class("timetable__days")
        .attr("aria-label", speech.days())
        .children(days)
}

fn day_section(state: AppState, shown: Memo<Shown>, at: usize, day: &Day, heading: Place) -> El {
    let title = weekday_and_day(day.date, state.speech());
    let heading = el(state.catalogue().frame.heading(2))
        .class("timetable__date")
        .attr("tabindex", "-1")
        .at(heading)
        .child(title.clone());
    let table = day_table(state, shown, at, day).attr("aria-label", title);
    el("section")
        .class("timetable__day")
        .live_attr("hidden", move || shown.read().days[at].first.is_none())
        .child(heading)
        .child(el("div").class("timetable__scroller").child(table))
}

fn day_table(state: AppState, shown: Memo<Shown>, at: usize, day: &Day) -> El {
    let active = RwSignal::new(None);
    let entry = Memo::new(move |_| {
        let shown = shown.read();
        let is_shown = |talk: &u32| shown.talks.get(*talk as usize) == Some(&true);
        active.get().filter(is_shown).or(shown.days[at].first)
    });
    let outside = Outside::expect();
    let grid = Grid {
        state,
        outside,
        shown,
        entry,
    };
    let (table, corner) = (Place::new(), Place::new());
    let walk = move |event: Event| {
        let key: &KeyboardEvent = event.unchecked_ref();
        let is_other = key.alt_key() || key.meta_key() || key.shift_key();
        let step = Step::of_key(&key.key(), key.ctrl_key()).filter(|_| !is_other);
        let (Some(step), Some(from)) = (step, talk_around(state, &event)) else {
            return;
        };
        event.prevent_default();
        // The corner is there in the grid only.
        let is_list = corner
            .element()
            .is_some_and(|corner| corner.client_height() == 0);
        let catalogue = state.catalogue();
        let day = catalogue
            .timetable()
            .and_then(|timetable| timetable.days.get(at));
        let to = day.and_then(|day| day.step(from, step, is_list, &shown.read_untracked().talks));
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
        el("th")
            .attr("scope", "col")
            .attr("colspan", (of.columns > 1).then_some(of.columns))
            .live_attr("data-empty", move || !shown.read().days[at].rooms[room])
            .child(el("div").child(name))
    });
    let rows = day.rows.iter().enumerate().map(|(row, of)| {
        let state = move || match shown.read().days[at].rows[row] {
            RowState::Empty => None,
            RowState::Going => Some("going"),
            RowState::Start => Some("start"),
        };
        // In steps of five minutes, of which an hour is the most.
        let size = ((of.seconds + 150) / 300).clamp(1, 12);
        el("tr")
            .attr("data-size", size)
            .live_attr("data-row", state)
            .child(row_head(grid, day, of))
            .children(of.cells.iter().map(|of| cell(grid, of)))
    });
    let head = el("tr").child(el("td").at(corner)).children(rooms);
    el("table")
        .attr("role", "grid")
        .at(table)
        .on("keydown", walk)
        .on("focusin", move |event| {
            active.set(talk_around(state, &event));
        })
        .child(el("thead").child(head))
        .child(el("tbody").children(rows))
}

/// The talk in whose cell something happened.
fn talk_around(state: AppState, event: &Event) -> Option<u32> {
    let id = attribute_around(event, "data-talk")?;
    let catalogue = state.catalogue();
    let mut talks = (0..).zip(&catalogue.event.talks);
    let found = talks.find(|(_, talk)| talk.id.as_str() == id);
    found.map(|(at, _)| at)
}

/// The talks without a time.
fn untimed(state: AppState, shown: Memo<Shown>, timetable: &Timetable) -> Option<El> {
    let talks = timetable.untimed.clone();
    let items = timetable.untimed.iter().map(|talk| {
        let entry = Memo::new(|_| None);
        let outside = Outside::expect();
        let grid = Grid {
            state,
            outside,
            shown,
            entry,
        };
        link(grid, "li", *talk)
    });
    let heading = el(state.catalogue().frame.heading(2)).class("timetable__date");
    let is_empty = move || {
        let shown = shown.read();
        !talks.iter().any(|talk| shown.talks[*talk as usize])
    };
    let list = el("ul").class("timetable__untimed").attr("role", "list");
    (!timetable.untimed.is_empty()).then(|| {
        el("section")
            .class("timetable__day")
            .live_attr("hidden", is_empty)
            .child(heading.child(state.speech().time_unknown()))
            .child(list.children(items))
    })
}

/// The talk that the address names, with a way back to its cell.
fn detail(state: AppState, grids: Place, id: &str) -> Option<El> {
    let card = talk_card(&TalkId::new(id).ok()?, state.catalogue().frame.heading(2))?;
    let cell = format!("[data-talk='{id}'] > a");
    let back = move |_| {
        state.target.set(None);
        grids.focus_within(cell.clone());
    };
    let back = el("button")
        .attr("type", "button")
        .class("button")
        .attr("data-look", "quiet")
        .on("click", back)
        .child(state.speech().back_to_timetable());
    Some(el("div").class("timetable__detail").child(card).child(back))
}
