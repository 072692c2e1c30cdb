//! The timetable: rooms and times, by mouse and keyboard, wide and narrow, in two time zones.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    event::{SAMPLE, event, list, small_event, talks},
    page::{Page, SEARCH, VISIBLE},
    reader,
};

const GRID: &str = "table[role=grid]";
const TO_LIST: &str = ".programme__summary > .switch > :first-child";
const TO_TIMETABLE: &str = ".programme__summary > .switch > :last-child";
const OWN_TIME: &str = ".programme .sort-menu .switch__choice:last-child";

/// Puts the focus where the tabulator key would.
async fn enter(page: &Page) -> Outcome {
    let script = "document.querySelector('[role=grid] a[tabindex=\"0\"]').focus()";
    page.run(script, json!([])).await.map(drop)
}

fn link(talk: &str) -> String {
    format!("[role=grid] [data-talk='{talk}'] > a")
}

#[test]
fn the_view_is_switched_and_stands_in_the_address() -> Outcome {
    reader(async |page| {
        let all = list(&event(SAMPLE)?, "talks").count();
        page.open(&format!("?event={SAMPLE}")).await?;
        page.has_matches(all).await?;
        page.see(".sort-menu").await?;
        page.click(TO_TIMETABLE).await?;
        page.see(GRID).await?;
        page.has_matches(all).await?;
        page.has_focus(TO_TIMETABLE).await?;
        page.miss(".sort-menu select").await?;
        assert_eq!(
            page.query().await?,
            format!("?event={SAMPLE}&view=timetable")
        );
        page.see_programme().await?;
        page.screenshot("timetable-sample").await?;
        page.reload().await?;
        page.see(GRID).await?;
        page.back().await?;
        page.see(".programme__list").await?;
        page.miss(GRID).await?;
        page.browser().client.forward().await?;
        page.see(GRID).await?;
        page.click(TO_LIST).await?;
        page.see(".programme__list").await?;
        assert_eq!(page.query().await?, format!("?event={SAMPLE}"));
        Ok(())
    })
}

#[test]
fn an_event_without_parallel_talks_has_none() -> Outcome {
    reader(async |page| {
        page.open("?view=timetable").await?;
        page.see(".notice").await?;
        assert_eq!(page.query().await?, "");
        assert_eq!(page.count(GRID).await? + page.count(TO_TIMETABLE).await?, 0);
        Ok(())
    })
}

#[test]
fn search_and_filters_leave_out_what_does_not_match() -> Outcome {
    reader(async |page| {
        let event = event(SAMPLE)?;
        page.open(&format!("?event={SAMPLE}&view=timetable&kind=workshop"))
            .await?;
        let workshops = talks(&event, |talk| talk["kind"] == "workshop");
        page.has_matches(workshops.len()).await?;
        assert_eq!(page.talks().await?, workshops);
        page.see_programme().await?;
        let seen = format!(
            "return [...document.querySelectorAll('.timetable a')].filter({VISIBLE}).length"
        );
        assert_eq!(page.run(&seen, json!([])).await?, workshops.len());
        page.until("one room is left", &format!("return [...document.querySelectorAll('[role=grid] thead th')].filter({VISIBLE}).length === 1"))
            .await?;
        page.click(".programme__active button").await?;
        page.has_matches(list(&event, "talks").count()).await?;
        page.fill(SEARCH, "fahrpläne").await?;
        page.until(
            "the title is marked",
            "return document.querySelector('[role=grid] [data-talk=fahrplaene] mark') !== null",
        )
        .await?;
        page.fill(SEARCH, "quastenflosser").await?;
        page.see(".programme__empty").await?;
        page.has_matches(0).await
    })
}

#[test]
fn keys_lead_through_the_grid_and_to_the_talk_and_back() -> Outcome {
    reader(async |page| {
        page.open(&format!("?event={SAMPLE}&view=timetable"))
            .await?;
        page.see(GRID).await?;
        let stops = "return document.querySelectorAll('[role=grid] [tabindex=\"0\"]').length";
        assert_eq!(page.run(stops, json!([])).await?, 1, "one tab stop");
        enter(page).await?;
        page.has_focus(&link("eroeffnung")).await?;
        for (key, talk) in [
            (Key::Down, "daten-die-jemand-braucht"),
            (Key::Down, "kaffeepause"),
            (Key::Down, "fahrplaene"),
            (Key::Right, "maps-you-can-hear"),
            (Key::Right, "alternativtexte"),
            (Key::Home, "fahrplaene"),
            (Key::End, "alternativtexte"),
            (Key::Left, "maps-you-can-hear"),
            (Key::Down, "plain-words"),
            (Key::Up, "maps-you-can-hear"),
        ] {
            page.press(key).await?;
            page.has_focus(&link(talk)).await?;
        }
        assert_eq!(page.run(stops, json!([])).await?, 1, "still one tab stop");
        page.has_focus("[tabindex='0']").await?;
        page.press(Key::Enter).await?;
        page.has_focus("#maps-you-can-hear").await?;
        page.until(
            "the address names it",
            "return location.hash === '#maps-you-can-hear'",
        )
        .await?;
        page.screenshot("timetable-talk").await?;
        page.is_accessible("a talk of the timetable").await?;
        page.click(".timetable__detail > button").await?;
        page.has_focus(&link("maps-you-can-hear")).await?;
        page.miss(".timetable__detail").await?;
        page.back().await?;
        page.see(".timetable__detail #maps-you-can-hear").await?;
        page.back().await?;
        page.miss(".timetable__detail").await?;
        page.has_focus(&link("maps-you-can-hear")).await?;
        page.press_char('/').await?;
        page.has_focus(SEARCH).await?;
        page.press(Key::Down).await?;
        page.has_focus(&link("eroeffnung")).await
    })
}

#[test]
fn in_a_narrow_place_it_is_a_list_by_time() -> Outcome {
    reader(async |page| {
        page.resize(320, 800).await?;
        page.open(&format!("?event={SAMPLE}&view=timetable"))
            .await?;
        page.see(".timetable").await?;
        let width = "return document.documentElement.scrollWidth <= 320";
        assert!(page.holds(width).await?, "nothing sticks out");
        assert_eq!(page.count("[role=grid] thead").await?, 0);
        let order = "const tops = [...document.querySelectorAll('.timetable [data-talk]')].map((cell) => cell.getBoundingClientRect().top);
            return tops.every((top, at) => at === 0 || tops[at - 1] < top)";
        assert!(page.holds(order).await?, "one below the other");
        page.see(".timetable__room").await?;
        enter(page).await?;
        for talk in [
            "daten-die-jemand-braucht",
            "kaffeepause",
            "fahrplaene",
            "maps-you-can-hear",
        ] {
            page.press(Key::Down).await?;
            page.has_focus(&link(talk)).await?;
        }
        page.screenshot("timetable-320").await
    })
}

#[test]
fn times_are_shown_in_the_readers_zone_if_wanted() -> Outcome {
    reader(shows_own_time)
}

#[test]
fn browsers_that_only_write_times_of_zones_show_them_too() -> Outcome {
    reader(async |page| {
        page.before_each_page("delete window.Temporal").await?;
        shows_own_time(page).await
    })
}

async fn shows_own_time(page: &Page) -> Outcome {
    let zone = |id: &str| ("Emulation.setTimezoneOverride", json!({ "timezoneId": id }));
    let (command, params) = zone("Europe/Vienna");
    page.devtools(command, params).await?;
    page.open(&format!("?event={SAMPLE}")).await?;
    page.has_matches(19).await?;
    assert_eq!(page.count(OWN_TIME).await?, 0, "the same time");
    let (command, params) = zone("America/New_York");
    page.devtools(command, params).await?;
    page.reload().await?;
    page.see(OWN_TIME).await?;
    let time =
        "return document.querySelector('#fahrplaene time').textContent.replaceAll('\\u00a0', ' ')";
    assert_eq!(page.text_of(time).await?, "10.20 bis 10.55 Uhr");
    page.click(OWN_TIME).await?;
    page.until(
        "the card follows",
        &format!("{time} === '4.20 bis 4.55 Uhr (Ihre Zeit)'"),
    )
    .await?;
    page.has_focus(OWN_TIME).await?;
    page.screenshot("timetable-zone").await?;
    assert!(
        !page.query().await?.contains("zone"),
        "nothing personal in the address"
    );
    page.click(TO_TIMETABLE).await?;
    page.until(
        "the grid follows",
        "return document.querySelector('[role=grid] tbody th').textContent.startsWith('3')",
    )
    .await?;
    page.click(".programme .sort-menu .switch__choice").await?;
    page.until(
        "and back",
        "return document.querySelector('[role=grid] tbody th').textContent.startsWith('9')",
    )
    .await
}

#[test]
fn talks_of_a_night_and_of_changed_clocks_are_shifted_right() -> Outcome {
    reader(async |page| {
        let mut event = small_event("probe");
        event["timeZone"] = json!("Europe/Berlin");
        let talk = |id: &str, start: &str, room: &str| json!({ "id": id, "kind": "talk", "title": id, "start": start, "duration": "PT30M", "room": room });
        // In the night to 29 March 2026 clocks in Berlin go from 2 to 3.
        event["talks"] = json!([
            talk("a", "2026-03-28T22:00", "A"),
            talk("b", "2026-03-28T22:00", "B"),
            talk("c", "2026-03-29T01:30", "A"),
            talk("d", "2026-03-29T03:30", "A"),
            talk("n", "2026-03-29T12:00", "A"),
        ]);
        page.site.serve_event("probe", &event);
        page.devtools(
            "Emulation.setTimezoneOverride",
            json!({ "timezoneId": "Asia/Tokyo" }),
        )
        .await?;
        page.open("?event=probe&view=timetable").await?;
        page.click(OWN_TIME).await?;
        let heads = "return [...document.querySelectorAll('[role=grid] tbody th')].map((th) => th.textContent.replaceAll('\\u00a0', ' ')).join()";
        page.until(
            "times are shifted",
            &format!("{heads} === 'So 6 Uhr,So 9.30 Uhr,So 10.30 Uhr'"),
        )
        .await?;
        page.click("[role=tab]:last-child").await?;
        page.until("on the next day, too", &format!("{heads} === '19 Uhr'"))
            .await
    })
}
