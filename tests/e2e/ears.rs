//! What is told to readers who do not see the page: the whole list and timetable, each result once, and
//! where the focus is after something went.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    event::{SAMPLE, event, small_event, talk_from},
    listener,
    page::{Page, SEARCH},
    reader,
};

fn long_event(talks: usize) -> serde_json::Value {
    let mut event = small_event("probe");
    let talk = |at: usize| json!({ "id": format!("t{at}"), "kind": "talk", "title": format!("Vortrag {at}") });
    event["talks"] = (1..=talks).map(talk).collect();
    event
}

#[test]
fn a_long_list_is_told_whole_although_most_of_it_is_not_drawn() -> Outcome {
    listener(async |page| {
        page.site.serve_event("probe", &long_event(80));
        page.open("?event=probe").await?;
        page.until(
            "a page is shown",
            "return document.querySelectorAll('[data-talk]').length === 30",
        )
        .await?;
        let cards = page.heard("article").await?;
        let names: Vec<_> = (1..=30).map(|at| format!("Vortrag {at}")).collect();
        assert_eq!(cards, names, "each card by its title");
        page.fill(SEARCH, "vortrag").await?;
        page.see(".hit").await?;
        // In what is out of view, Chromium puts a blank around a mark within a word.
        let told = |name: &String| name.replace(' ', "");
        let titles: Vec<_> = page.heard("heading").await?.iter().map(told).collect();
        let rows = names.iter().filter(|name| titles.contains(&told(name)));
        assert_eq!(rows.count(), 30, "{titles:?}");
        Ok(())
    })
}

#[test]
fn a_timetable_is_told_whole() -> Outcome {
    listener(async |page| {
        page.open(&format!("?event={SAMPLE}&view=timetable"))
            .await?;
        page.see("[role=grid]").await?;
        let shown = page.texts_of("return [...document.querySelectorAll('[role=grid] tbody td')].filter((cell) => cell.checkVisibility()).map((cell) => cell.dataset.talk ?? '')").await?;
        let told = page.heard("gridcell").await?;
        assert!(
            told.len() >= shown.len(),
            "{} of {}",
            told.len(),
            shown.len()
        );
        let talks = shown.iter().filter(|talk| !talk.is_empty()).count();
        let named = told.iter().filter(|name| !name.is_empty()).count();
        assert!(talks > 3 && named >= talks, "{named} of {talks}: {told:?}");
        let rows = page.heard("rowheader").await?;
        let bodies = "return document.querySelectorAll('[role=grid] tbody tr').length";
        let bodies = page.run(bodies, json!([])).await?;
        assert_eq!(json!(rows.len()), bodies, "each row has a time: {rows:?}");
        Ok(())
    })
}

#[test]
fn headings_are_named_by_their_words_alone() -> Outcome {
    listener(async |page| {
        page.open("").await?;
        let headings = page.heard("heading").await?;
        assert!(headings.len() > 10, "{headings:?}");
        for heading in headings {
            assert!(!heading.contains("Link zu"), "{heading}");
        }
        Ok(())
    })
}

#[test]
fn a_search_is_announced_once_and_as_it_is_seen() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.listen().await?;
        page.fill(SEARCH, "ethik").await?;
        let said = page.next_announced().await?;
        assert_eq!(said, page.status().await?);
        quiet(page).await?;
        page.fill(SEARCH, "Quastenflosser").await?;
        let said = page.next_announced().await?;
        assert!(
            said.starts_with("Keine Treffer für ‚Quastenflosser‘."),
            "{said}"
        );
        quiet(page).await
    })
}

/// Nothing more is announced for a while.
async fn quiet(page: &Page) -> Outcome {
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
    assert_eq!(page.announced().await?, Vec::<String>::new());
    Ok(())
}

#[test]
fn what_goes_and_comes_is_announced_each_time() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &long_event(80));
        page.open("?event=probe").await?;
        page.listen().await?;
        page.click(".programme__more").await?;
        assert_eq!(
            page.next_announced().await?,
            "30 weitere angezeigt, jetzt 60 von 80."
        );
        for at in 1..=3 {
            page.click(&format!("[data-talk=t{at}] .talk-card__save"))
                .await?;
        }
        page.click("button[data-facet=saved]").await?;
        page.see(".watch-list").await?;
        page.until(
            "the list is shown",
            "return document.querySelectorAll('.programme__list [data-talk]').length === 3",
        )
        .await?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        page.announced().await?;
        for _ in 0..2 {
            page.click(".programme__list .talk-card__save").await?;
            assert_eq!(
                page.next_announced().await?,
                "Aus der Merkliste entfernt.",
                "each time"
            );
        }
        Ok(())
    })
}

#[test]
fn loading_removing_and_revoking_a_video_is_announced() -> Outcome {
    reader(async |page| {
        let event = event(SAMPLE)?;
        let (talk, _) = talk_from(&event, "youtube")?;
        page.open(&format!("?event={SAMPLE}")).await?;
        page.open_recording(talk).await?;
        page.listen().await?;
        page.click(&format!("[data-talk='{talk}'] [data-consent] button"))
            .await?;
        let said = page.next_announced().await?;
        assert!(said.starts_with("Video geöffnet: "), "{said}");
        page.has_focus(".player[role=group][aria-label]").await?;
        page.click(".player__close").await?;
        let said = page.next_announced().await?;
        assert!(said.starts_with("Video entfernt: "), "{said}");
        page.has_focus("[data-consent] button[aria-label]").await?;
        page.press(Key::Enter).await?;
        page.next_announced().await?;
        page.see(".player").await?;
        page.click(".page-footer__tools .button:first-child")
            .await?;
        let said = page.next_announced().await?;
        assert!(said.starts_with("Einwilligung widerrufen."), "{said}");
        page.has_focus(".page-footer__inner[aria-label]").await
    })
}

#[test]
fn the_focus_stays_on_a_failure_that_fails_again() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &json!([]));
        page.go("?event=probe").await?;
        page.failure().await?;
        page.click("[role=alert] button").await?;
        page.has_focus("[role=alert]").await?;
        page.click("[role=alert] button").await?;
        page.has_focus("[role=alert]").await
    })
}
