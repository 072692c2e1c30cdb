//! The page comes without flicker, without jumps and in a measurable order.

use std::time::Duration;

use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE},
    page::{Page, SEARCH},
    reader,
    shifts::{WATCH_SHIFTS, does_not_jump},
    site::Answer,
};

#[test]
fn nothing_jumps_while_the_page_loads() -> Outcome {
    reader(async |page| {
        page.before_each_page(WATCH_SHIFTS).await?;
        for width in [360, 1280] {
            page.resize(width, 800).await?;
            page.site.mend();
            page.open("").await?;
            does_not_jump(page, &format!("at once, {width} px")).await?;
            page.site
                .slow_down("event.json", Duration::from_millis(1200));
            page.open("").await?;
            does_not_jump(page, &format!("with slow data, {width} px")).await?;
            page.site.slow_down(".woff2", Duration::from_millis(1200));
            page.open(&format!("?event={SAMPLE}")).await?;
            tokio::time::sleep(Duration::from_millis(1500)).await;
            does_not_jump(page, &format!("with slow fonts, {width} px")).await?;
        }
        Ok(())
    })
}

/// A calendar with one talk.
const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Brot backen\r\n\
    DTSTART:20260612T090000\r\nDTEND:20260612T094500\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// Puts what `before_paint.js` asks for above what the page asks for, as if the page arrived slowly.
const SLOW_PAGE: &str = "new MutationObserver(() => {
        for (const link of document.querySelectorAll('head > link[data-asked]')) {
            if (link.previousElementSibling?.matches(':not([data-asked])')) document.head.prepend(link);
        }
    }).observe(document, { childList: true, subtree: true })";

#[test]
fn another_event_is_asked_for_once_however_slowly_the_page_arrives() -> Outcome {
    reader(async |page| {
        let asked = |end: &str| {
            let requests = page.site.requests();
            requests.iter().filter(|path| path.ends_with(end)).count()
        };
        let data = format!("{SAMPLE}/event.json");
        page.open(&format!("?event={SAMPLE}")).await?;
        assert_eq!(asked(&data), 1);

        page.before_each_page(SLOW_PAGE).await?;
        let calendar = Answer::new(200, "text/calendar", CALENDAR);
        page.site.serve("programme.ics", calendar);
        page.open("?event=programme.ics").await?;
        page.see("section[data-section=talks] [data-talk]").await?;
        assert_eq!(asked("programme.ics"), 1);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

/// Notes in each frame whether a sign of loading can be seen.
const WATCH_LOADING: &str = include_str!("support/probes/loading.js");

/// When the sign of loading was first seen, in milliseconds; none if it never was.
async fn first_sign(page: &Page) -> Outcome<Option<f64>> {
    let script = "const first = window.loading.findIndex(({ seen }) => seen);
        return first < 0 ? null : window.loading[first].at - window.loading[0].at";
    Ok(page.run(script, json!([])).await?.as_f64())
}

#[test]
fn says_that_it_is_loading_but_not_before_300_ms() -> Outcome {
    reader(async |page| {
        page.before_each_page(WATCH_LOADING).await?;
        // The built-in event stands there from the start.
        let other = format!("?event={SAMPLE}");
        page.open(&other).await?;
        let first = first_sign(page).await?;
        // On a slow machine the page may truly take longer than that.
        assert!(first.is_none_or(|at| at > 250.0), "{first:?} ms");

        page.site.slow_down("event.json", Duration::from_secs(2));
        page.go(&other).await?;
        page.see(".loading, .skeleton").await?;
        let said = page.text_of("return document.querySelector('[data-nachlese=loading] [role=status]').textContent").await?;
        assert!(said.contains("geladen"), "{said}");
        page.is_accessible("while it is loading").await?;
        page.is_ready().await?;
        let first = first_sign(page).await?;
        assert!(first.is_some_and(|at| at > 250.0), "{first:?} ms");
        assert_eq!(page.count(".loading, .skeleton").await?, 0);
        Ok(())
    })
}

#[test]
fn marks_its_steps_for_measuring() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.until(
            "all is read for searching",
            "return performance.getEntriesByName('nachlese:indexed').length > 0",
        )
        .await?;
        let marks = "return performance.getEntriesByType('mark').filter(({ name }) => name.startsWith('nachlese:')).map(({ name }) => name)";
        assert_eq!(
            page.texts_of(marks).await?,
            [
                "nachlese:start",
                "nachlese:data",
                "nachlese:ready",
                "nachlese:indexed"
            ]
        );
        page.fill(SEARCH, "ethik").await?;
        page.until(
            "a search is measured",
            "return performance.getEntriesByName('nachlese:filter', 'measure').length > 0",
        )
        .await
    })
}

#[test]
fn asks_for_nothing_twice() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let mut requests = page.site.requests();
        assert!(requests.contains(&format!("events/{HEARING}/event.json")));
        let all = requests.len();
        requests.sort();
        requests.dedup();
        assert_eq!(requests.len(), all, "{requests:#?}");
        Ok(())
    })
}
