//! The cells of a timetable.

use leptos::prelude::{Get, Read};

use super::grid::Grid;
use crate::{
    model::Person,
    search::Field,
    text::date,
    timetable::{Cell, Day, Row},
    view::{
        markup::{El, el},
        talk_meta::clock,
        talk_status::with_status,
        words::{found_label, words},
    },
};

/// A talk in its place, or a place without one.
pub(super) fn cell(grid: &Grid, of: &Cell) -> El {
    let cell = match of.talk {
        Some(talk) => link(grid, "td", talk),
        None => el("td"),
    };
    let span = |number: u32| (number > 1).then_some(number);
    cell.attr("rowspan", span(of.rows))
        .attr("colspan", span(of.columns))
}

/// The time at which something begins in a row; an empty cell if nothing does.
pub(super) fn row_head(grid: &Grid, day: &Day, row: &Row) -> El {
    let catalogue = grid.state.catalogue();
    let first = row.cells.iter().find_map(|cell| cell.talk);
    let start = first.and_then(|talk| catalogue.event.talks[talk as usize].start);
    let Some(start) = start else {
        return el("td");
    };
    let speech = grid.state.speech();
    let start = grid.outside.shown_time(start);
    let clock = date::clock(start.time(), speech);
    let text = if start.date() == day.date {
        clock
    } else {
        format!("{} {clock}", date::short_weekday(start.date(), speech))
    };
    el("th")
        .class("timetable__start")
        .attr("scope", "row")
        .child(el("span").child(text))
}

/// An element with a link to a talk, as long as the talk is found.
pub(super) fn link(grid: &Grid, tag: &'static str, talk: u32) -> El {
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
    let room = room.map(|room| el("span").class("timetable__room").child(words(room)));
    let when = el("span")
        .class("timetable__when")
        .child(
            talk_of
                .start
                .map(|start| clock(outside, start, talk_of.end(), speech)),
        )
        .child(" ")
        .child(room);
    let people = talk_of.people.iter();
    let people = people.filter_map(|part| catalogue.event.person(&part.person));
    let people: Vec<_> = people.map(Person::full_name).collect();
    let is_entry = move || entry.is_none_or(|entry| entry.get() == place);
    let link = el("a")
        .class("timetable__talk")
        .attr("href", href)
        .live_attr("tabindex", move || if is_entry() { "0" } else { "-1" })
        .child(when)
        .child(el("b").child(with_status(state, talk_of, title)))
        // The mark of a watch-list stands here, after the title.
        .child((!people.is_empty()).then(|| el("span").child(people.join(", "))));
    el(tag)
        .class("timetable__cell")
        .live_attr("data-talk", move || {
            let is_shown = shown.read()[place] == 1;
            is_shown.then(|| id.clone())
        })
        .child(link)
}
