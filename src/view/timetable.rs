//! The programme as a timetable: for each day a grid of rooms and times, with the talks found.
//!
//! One day is shown at a time; on paper and without scripts, all of them. A day's grid is drawn
//! once. A talk that does not match a search loses its `data-talk`, and with it its look and its
//! space. If there is little width, the same elements are a list by time (`timetable.css`).
//!
//! Each day is an ARIA grid with one tab stop. Arrow keys, Home and End lead from talk to talk,
//! because with hundreds of tab stops it would be a long way to the end of the page. The links lead
//! to the talk itself, which is shown below the grids.

mod cell;
mod day_tabs;
mod grid;

use std::mem;

use leptos::prelude::{Get, Memo, Read};
use nachlese_event::{TalkId, date::weekday_and_day};
use nachlese_markup::{El, ElementRef, Markup, el, follow, group, rows, switch};
use nachlese_programme::timetable::{Shown, Timetable};
use nachlese_search::Facet;

use self::{
    cell::{Grid, link},
    day_tabs::day_tabs,
    grid::day_table,
};
use super::talk_card::talk_card;
use crate::{
    state::{AppState, EVERY_TALK, Outside},
    text::prelude::*,
};

/// Shows a day of the event, and the talk that the address names.
pub(super) fn timetable(state: AppState) -> Markup {
    let catalogue = state.catalogue();
    let Some(timetable) = catalogue.timetable() else {
        return group([]);
    };
    let shown = Memo::new(move |_| {
        let found = state.search.found.read();
        let catalogue = state.catalogue();
        let timetable = catalogue.timetable();
        timetable.map_or_else(Shown::default, |timetable| timetable.shown(&found.talks))
    });
    let open = Memo::new(move |_| {
        let catalogue = state.catalogue();
        let chosen = state.view.day.get().checked_sub(1);
        let day = catalogue.timetable().map(|timetable| {
            let wanted = chosen.unwrap_or_else(|| usual_day(state, timetable));
            timetable.open_day(wanted, &shown.read())
        });
        day.unwrap_or_default()
    });
    let count = timetable.days.len();
    let has_tabs = count > 1;
    let has_all = move || cfg!(not(target_arch = "wasm32")) || state.draws(EVERY_TALK);
    let days = move || {
        let days = (0..count).filter(|day| has_all() || *day == open.get());
        days.collect()
    };
    let place = ElementRef::new();
    let named = move || {
        let target = state.view.target.read();
        let id = target
            .as_ref()
            .and_then(|target| TalkId::new(&target.id).ok())?;
        state
            .catalogue()
            .event
            .talk(&id)
            .map(|talk| talk.id.clone())
    };
    // After coming back from a talk, by this button or the browser's, the focus is on its cell.
    let mut left = None;
    follow(move || {
        let now = named();
        let id = mem::replace(&mut left, now.clone()).filter(|_| now.is_none());
        if let Some(id) = id {
            place.focus_within(format!("[data-talk='{id}'] > a"));
        }
    });
    let mut talks = catalogue.event.talks.iter();
    let has_descriptions = talks.any(|talk| talk.summary.is_some());
    let where_they_are = has_descriptions.then(|| {
        let note = el("p").class("timetable__note");
        note.child(state.speech().descriptions_in_list())
    });
    group([
        where_they_are.into(),
        el("div")
            .class("timetable")
            .attr("part", "talk-list")
            .attr("tabindex", "-1")
            .at(place)
            .child(has_tabs.then(|| day_tabs(state, shown, open)))
            .child(rows(days, move |day| {
                day_section(state, shown, *day, has_tabs)
            }))
            .child(untimed(state, shown, timetable))
            .into(),
        switch(named, move |id| detail(state, &id?)),
    ])
}

/// The day that is shown unless the reader chose one: the day of the filter, else the first.
fn usual_day(state: AppState, timetable: &Timetable) -> usize {
    let query = state.search.query.read();
    let mut filtered = query.chosen(Facet::Day);
    let day = filtered.next().and_then(|day| timetable.day_of(day));
    day.unwrap_or_default()
}

fn day_section(state: AppState, shown: Memo<Shown>, at: usize, is_panel: bool) -> El {
    let catalogue = state.catalogue();
    let section = el("section").class("timetable__day");
    let Some(day) = catalogue.timetable().and_then(|all| all.days.get(at)) else {
        return section;
    };
    let title = weekday_and_day(day.date, state.speech());
    let heading = el(catalogue.frame.heading(2))
        .class("heading timetable__date")
        .child(title.clone());
    let count = day.count_at();
    section
        .attr("role", is_panel.then_some("tabpanel"))
        .attr("aria-label", is_panel.then(|| title.clone()))
        .live_attr("hidden", move || shown.read()[count] == 0)
        .child(heading)
        .child(
            el("div")
                .class("timetable__scroller")
                .child(day_table(state, shown, at, day).attr("aria-label", title)),
        )
}

/// The talks without a time.
fn untimed(state: AppState, shown: Memo<Shown>, timetable: &Timetable) -> Option<El> {
    let talks = timetable.untimed.clone();
    let items = timetable.untimed.iter().map(|talk| {
        let entry = None;
        let outside = Outside::expect();
        let grid = Grid {
            state,
            outside,
            shown,
            entry,
        };
        link(&grid, "li", *talk, None)
    });
    let heading = el(state.catalogue().frame.heading(2)).class("heading timetable__date");
    let is_empty = move || {
        let shown = shown.read();
        !talks.iter().any(|talk| shown[*talk as usize] == 1)
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

/// The talk that the address names, with a link back to its cell.
fn detail(state: AppState, id: &TalkId) -> Option<El> {
    let catalogue = state.catalogue();
    let talk = catalogue.event.talk(id)?;
    let card = talk_card(talk, catalogue.frame.heading(2));
    let back = move |_| state.view.target.set(None);
    let back = el("button")
        .attr("type", "button")
        .class("button")
        .attr("data-look", "quiet")
        .on("click", back)
        .child(state.speech().back_to_timetable());
    Some(el("div").class("timetable__detail").child(card).child(back))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        url::{Address, Target},
        view::test_support::{assert_has, assert_lacks, between, event, html, text},
    };

    fn shown(search: &str, target: Option<&str>) -> String {
        let fields = r#""talks": [
            {"id": "a", "kind": "talk", "title": "Eins [mehr](https://a.example/)", "room": "Saal",
             "start": "2026-03-04T09:00", "duration": "PT1H"},
            {"id": "b", "kind": "talk", "title": "Zwei", "room": "Foyer",
             "start": "2026-03-04T09:30", "duration": "PT30M"},
            {"id": "c", "kind": "talk", "title": "Drei"}]"#;
        let id = target.map(str::to_owned);
        let address = Address {
            target: id.map(|id| Target::place(&id)),
            ..Address::default()
        };
        html(&event(fields), address, |state| {
            state.search(search.to_owned());
            timetable(state)
        })
    }

    #[test]
    fn is_a_grid_with_heads_for_rooms_and_times() {
        let html = shown("", None);
        assert_has(
            &html,
            &[
                r#"role="grid" aria-label="Mittwoch, 4. März 2026""#,
                r##"<td class="timetable__cell" data-talk="a" rowspan="2"><a class="timetable__talk" href="#a" tabindex="0">"##,
                r##"data-talk="b" data-lines="4"><a class="timetable__talk" href="#b" tabindex="-1">"##,
            ],
        );
        assert_has(between(&html, "<thead>", "</thead>"), &["Saal", "Foyer"]);
        assert_has(between(&html, r#"scope="row""#, "</th>"), &["9 Uhr"]);
        assert_has(&text(&html), &["Ohne Zeitangabe", "Drei", "Eins mehr"]);
        assert_lacks(&html, &["a.example", "hidden", "data-empty", "talk-card"]);
        assert_has(between(&html, r##"href="#c""##, ">"), &[r#"tabindex="0""#]);
    }

    #[test]
    fn leaves_out_what_was_not_found() {
        let html = shown("zwei", None);
        assert_eq!(html.matches("data-talk=").count(), 1);
        assert_has(
            &html,
            &[r#"data-talk="b""#, "data-empty>", "<mark>Zwei</mark>"],
        );
        assert_eq!(
            html.matches("hidden").count(),
            1,
            "the talks without a time"
        );
        assert_eq!(shown("quastenflosser", None).matches("hidden").count(), 2);
    }

    #[test]
    fn shows_the_talk_that_the_address_names_with_a_way_back() {
        let html = shown("", Some("b"));
        assert_has(&html, &[r#"id="b""#, "talk-card", "Zurück zum Zeitplan"]);
        assert_lacks(&shown("", Some("nirgends")), &["Zurück zum Zeitplan"]);
    }
}
