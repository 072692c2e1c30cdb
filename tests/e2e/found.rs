//! What is found stands right under the search, which stays in view, in rows that open in place.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::{SAMPLE, small_event},
    page::{Page, SEARCH},
    reader,
};

/// A conference with a timetable, long titles and everything to filter by.
fn conference() -> Value {
    let mut event = small_event("probe");
    event["people"] = (0..20)
        .map(|at| json!({ "id": format!("p{at}"), "name": format!("Person Nummer {at}") }))
        .collect();
    let talk = |at: usize| {
        json!({ "id": format!("t{at}"), "kind": (["talk", "panel"][at % 2]),
            "title": format!("Vortrag {at} über Daten, die eine Stadt wirklich braucht"),
            "abstract": "Ein Vortrag über Daten und Städte. ".repeat(20), "track": format!("Strang {}", at % 9),
            "people": [format!("p{}", at % 20)], "room": format!("Saal {}", at % 5), "tags": [format!("Thema {}", at % 20)],
            "start": format!("2026-03-0{}T{:02}:00", 4 + at % 3, 9 + at % 8), "duration": "PT45M" })
    };
    event["talks"] = (1..=100).map(talk).collect();
    event
}

/// From the field's lower edge to the first hit's title, the bar's height, and how many titles are seen.
const PLACES: &str = "
    const bar = document.querySelector('.filter-bar').getBoundingClientRect();
    const field = document.querySelector('input[type=search]').getBoundingClientRect();
    const titles = [...document.querySelectorAll('.programme__list [data-talk] .heading')].map((title) => title.getBoundingClientRect());
    return [titles[0].top - field.bottom, bar.height, titles.filter((title) => title.top >= bar.bottom && title.bottom <= innerHeight).length, bar.top]";

async fn places(page: &Page) -> Outcome<[f64; 4]> {
    Ok(serde_json::from_value(page.run(PLACES, json!([])).await?)?)
}

#[test]
fn hits_stand_right_under_the_search_that_stays() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &conference());
        let sample = format!("?event={SAMPLE}");
        for (width, height, least) in [(1280, 800, 3), (390, 844, 2)] {
            page.resize(width, height).await?;
            for (path, query, found) in [
                ("", "begrüßung", 2),
                (sample.as_str(), "daten", 9),
                ("?event=probe", "vortrag", 9),
            ] {
                page.open(path).await?;
                let [gap, bar, ..] = places(page).await?;
                assert!(
                    gap <= 96.0,
                    "{path} at {width}: {gap} px to the first title"
                );
                assert!(bar <= 64.0, "{path} at {width}: a bar of {bar} px");
                // As whoever reads the head of the page has it.
                page.run("scrollTo({ top: document.querySelector('.programme').getBoundingClientRect().top + scrollY - innerHeight / 2, behavior: 'instant' })", json!([])).await?;
                page.fill(SEARCH, query).await?;
                page.see(".programme__list mark").await?;
                page.until("the bar is at the top", "return Math.abs(document.querySelector('.filter-bar').getBoundingClientRect().top) < 2").await?;
                let [gap, bar, seen, _] = places(page).await?;
                assert!(gap <= 96.0, "{path} at {width}: {gap} px to the first hit");
                assert!(bar <= 64.0, "{path} at {width}: a bar of {bar} px");
                assert!(
                    seen >= f64::from(least.min(found)),
                    "{path} at {width}: {seen} titles"
                );
                page.has_focus(SEARCH).await?;
                page.screenshot(&format!("found-{width}-{}", path.len()))
                    .await?;
            }
        }
        Ok(())
    })
}

#[test]
fn rows_are_low_and_their_titles_whole() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &conference());
        for (width, least, most) in [(1280, 60.0, 110.0), (390, 60.0, 180.0)] {
            page.resize(width, 844).await?;
            page.open("?event=probe&q=vortrag").await?;
            page.see(".hit").await?;
            let heights = "return [...document.querySelectorAll('.hit')].slice(0, 8).map((row) => row.getBoundingClientRect().height)";
            let heights: Vec<f64> = serde_json::from_value(page.run(heights, json!([])).await?)?;
            let fits = |height: &f64| (least..=most).contains(height);
            assert!(heights.iter().all(fits), "at {width}: {heights:?}");
            let cut = "return [...document.querySelectorAll('.hit__title')].some((title) => title.scrollHeight > title.clientHeight + 4)";
            assert!(!page.holds(cut).await?, "titles are whole");
            page.is_accessible(&format!("with rows at {width} px"))
                .await?;
        }
        Ok(())
    })
}

#[test]
fn a_row_opens_in_place_and_the_address_says_so() -> Outcome {
    reader(async |page| {
        page.open("?q=ethik").await?;
        // A shared search opens at its hits.
        page.until(
            "the hits are in view",
            "return document.querySelector('.hit')?.getBoundingClientRect().bottom < innerHeight",
        )
        .await?;
        page.click(".hit .heading a").await?;
        page.see("article[data-talk=ethik]").await?;
        assert_eq!(page.text_of("return location.hash").await?, "#ethik");
        assert_eq!(page.query().await?, "?q=ethik");
        page.has_focus("article[data-talk=ethik]").await?;
        page.until("it stands below the bar", "return document.querySelector('article[data-talk=ethik] .heading').getBoundingClientRect().top >= document.querySelector('.filter-bar').getBoundingClientRect().bottom").await?;
        page.back().await?;
        page.see(".hit").await
    })
}

#[test]
fn typing_moves_the_page_once() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &conference());
        page.open("?event=probe").await?;
        page.run("scrollTo({ top: document.querySelector('[data-talk=t20]').getBoundingClientRect().top + scrollY, behavior: 'instant' })", json!([])).await?;
        page.run(
            "document.querySelector('input[type=search]').focus({ preventScroll: true })",
            json!([]),
        )
        .await?;
        let top = "return String(document.querySelector('.programme').getBoundingClientRect().top)";
        for letter in "vor".chars() {
            page.press_char(letter).await?;
            page.until(
                "the hits are in view",
                "return document.querySelector('.hit')?.getBoundingClientRect().top > 0",
            )
            .await?;
            let top: f64 = page.text_of(top).await?.parse()?;
            assert!(top.abs() < 2.0, "{top}");
        }
        page.has_focus(SEARCH).await
    })
}

#[test]
fn where_there_is_no_room_filters_open_over_the_list() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &conference());
        page.resize(390, 844).await?;
        page.open("?event=probe").await?;
        page.miss(".facets__panel").await?;
        page.click(".filter-bar__toggle[aria-expanded=false]")
            .await?;
        page.see(".facets__panel").await?;
        page.press(Key::Tab).await?;
        page.until(
            "the focus goes into it",
            "return document.activeElement.closest('.facets') !== null",
        )
        .await?;
        page.click("summary.facet__legend").await?;
        page.click("[data-facet=kind][data-value=panel]").await?;
        page.until(
            "the button counts",
            "return document.querySelector('.filter-bar__toggle').textContent === 'Filter (1)'",
        )
        .await?;
        page.press(Key::Escape).await?;
        page.miss(".facets__panel").await?;
        page.has_focus(".filter-bar__toggle[aria-expanded=false]")
            .await?;
        assert_eq!(page.count(".programme__active button").await?, 1);
        page.click(".filter-bar__reset").await?;
        page.has_focus(SEARCH).await?;
        page.click(".filter-bar__toggle").await?;
        page.is_accessible("with filters open").await?;
        page.screenshot("filters-390").await?;
        page.click(".facets__done").await?;
        page.miss(".facets__panel").await?;
        // Where there is room they stand beside the list.
        page.resize(1280, 800).await?;
        page.see(".facets__panel").await?;
        page.miss(".filter-bar__toggle").await
    })
}
