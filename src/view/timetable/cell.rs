//! The cells of a timetable.

use jiff::civil::{DateTime, Time};
use leptos::prelude::{Get, Memo, Read};
use nachlese_event::{PartOfDay, Person, after, date};
use nachlese_markup::{El, el};
use nachlese_programme::timetable::{Cell, Day, LINE, Row, Shown};
use nachlese_search::Field;

use crate::{
    state::{AppState, Outside},
    text::prelude::*,
    view::{
        talk_meta::clock,
        talk_status::with_status,
        words::{dir, found_label, label},
    },
};

/// The data for drawing a day's grid.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub(super) state: AppState,
    pub(super) outside: Outside,
    pub(super) shown: Memo<Shown>,
    /// The only talk that the Tab key leads to. Without it, the key leads to all.
    pub(super) entry: Option<Memo<usize>>,
}

/// A cell with room for more lines than this can show everything about nearly every talk.
const MOST_LINES: u32 = 8;

/// A cell with talks, or an empty cell.
pub(super) fn cell(grid: &Grid, day: &Day, of: &Cell) -> El {
    let cell = match of.talks[..] {
        [] => el("td"),
        [talk] => link(grid, "td", talk, Some(day)),
        _ => {
            let talks = of.talks.iter();
            let talks = talks.map(|talk| link(grid, "li", *talk, Some(day)));
            let list = el("ul").class("timetable__crowd").attr("role", "list");
            el("td")
                .class("timetable__shared")
                .child(list.children(talks))
        }
    };
    let span = |number: u32| (number > 1).then_some(number);
    // As much as the stylesheet distinguishes.
    let is_clamped = of.talks.len() == 1 && (1..=MOST_LINES).contains(&of.lines);
    cell.attr("rowspan", span(of.rows))
        .attr("colspan", span(of.columns))
        .attr("data-lines", is_clamped.then_some(of.lines))
}

/// The time at which a row begins. Where it is not a line of the axis and no talk begins then, a talk
/// ends, and only screen readers are told.
pub(super) fn row_head(grid: &Grid, day: &Day, row: &Row) -> El {
    let catalogue = grid.state.catalogue();
    let speech = grid.state.speech();
    let talks = row.cells.iter().flat_map(|cell| &cell.talks);
    let talks = talks.map(|talk| &catalogue.event.talks[*talk as usize]);
    let whole_days: Vec<_> = talks.map(|talk| talk.whole_days().is_some()).collect();
    let is_line = row.start.is_multiple_of(LINE);
    let start = after(day.date.to_datetime(Time::midnight()), row.start, 0);
    let text = match start.filter(|_| whole_days.is_empty() || whole_days.contains(&false)) {
        Some(start) => {
            let start = grid.outside.shown_time(start);
            let clock = date::clock(start.time(), speech);
            if start.date() == day.date {
                clock
            } else {
                format!("{} {clock}", date::short_weekday(start.date(), speech))
            }
        }
        None => date::part_of_day(PartOfDay::AllDay, speech).to_owned(),
    };
    el("th")
        .class("timetable__start")
        .attr("scope", "row")
        .attr("data-line", is_line)
        .child(el("span").child(text))
}

/// An element with a link to a talk, while the talk matches. If the talk began before this day, it
/// says so.
pub(super) fn link(grid: &Grid, tag: &'static str, talk: u32, day: Option<&Day>) -> El {
    let Grid {
        state,
        outside,
        shown,
        entry,
    } = *grid;
    let catalogue = state.catalogue();
    let place = talk as usize;
    let talk_of = &catalogue.event.talks[place];
    let id = talk_of.id.as_str().to_owned();
    let href = format!("#{id}");
    let speech = state.speech();
    let title = match talk_of.heading() {
        Some(title) => found_label(title, Field::Title),
        None => speech.kind(&talk_of.kind).to_owned().into(),
    };
    let room = talk_of.room.as_ref();
    let room = room.map(|room| el("span").class("timetable__room").child(label(room)));
    let began = talk_of.start.map(DateTime::date);
    let goes_on = day.is_some_and(|day| began < Some(day.date));
    let when = el("span")
        .class("timetable__when")
        .child(goes_on.then(|| speech.goes_on()))
        .child(clock(outside, talk_of, speech)(true))
        .child(" ")
        .child(room);
    let people = talk_of.people.iter();
    let people = people.filter_map(|part| catalogue.event.person(&part.person));
    let people: Vec<_> = people.map(Person::full_name).collect();
    let people = people.join(", ");
    let is_entry = move || entry.is_none_or(|entry| entry.get() == place);
    let text = el("span")
        .class("timetable__text")
        // The mark for the watch-list is after the title.
        .child(el("b").child(with_status(state, talk_of, title)))
        .child(when)
        .child((!people.is_empty()).then(|| {
            let dir = dir(state, &people);
            el("span").attr("dir", dir).child(people)
        }));
    let link = el("a")
        .class("timetable__talk")
        .attr("href", href)
        .live_attr("tabindex", move || if is_entry() { "0" } else { "-1" })
        .child(text);
    el(tag)
        .class("timetable__cell")
        .live_attr("data-talk", move || {
            let is_shown = shown.read()[place] == 1;
            is_shown.then(|| id.clone())
        })
        .child(link)
}
