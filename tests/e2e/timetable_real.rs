//! The timetable of real programmes: hundreds of talks, many rooms, nights; its times.

use serde_json::json;

use crate::{
    support::{
        Outcome, corpus,
        page::{Page, VISIBLE},
        reader,
        site::Answer,
    },
    timetable_tabs::is_even,
};

/// Serves a real programme and opens it; none, and a word about it, where the file is not.
async fn open_real(page: &Page, name: &str, query: &str) -> Outcome<bool> {
    let Some(text) = corpus::schedule(name) else {
        return Ok(false);
    };
    page.site
        .serve("real.xml", Answer::new(200, "text/xml", text));
    page.open(&format!("?event=real.xml{query}")).await?;
    Ok(true)
}

#[test]
fn heads_of_rooms_and_times_stay_in_view() -> Outcome {
    reader(async |page| {
        if !open_real(page, "pretalx-fosdem-2026.xml", "&view=timetable").await? {
            return Ok(());
        }
        page.see_programme().await?;
        page.screenshot("timetable-fosdem").await?;
        let script = "const box = document.querySelector('.timetable__scroller'); box.scrollTo(700, 900);
            const at = (element) => element.getBoundingClientRect();
            const [outer, room, time] = [at(box), at(box.querySelector('thead th')), at(box.querySelector('tbody th'))];
            return box.scrollLeft === 700 && box.scrollTop === 900 && room.top - outer.top < 3 && time.left - outer.left < 3
                && document.documentElement.scrollWidth <= innerWidth";
        assert!(page.holds(script).await?);
        page.screenshot("timetable-fosdem-scrolled").await?;
        let under = "enter = [...document.querySelectorAll('[role=grid] [data-talk] > a')].at(200); enter.focus();
            const [cell, head] = [enter, enter.closest('table').querySelector('thead')].map((e) => e.getBoundingClientRect());
            return cell.top >= head.bottom - 1";
        assert!(page.holds(under).await?, "the focus is not covered");
        let seen = format!(
            "return [...document.querySelectorAll('.timetable [data-talk]')].filter({VISIBLE}).length"
        );
        assert_eq!(page.run(&seen, json!([])).await?, 484);
        is_even(page).await?;
        page.click("[role=tab]:nth-child(2)").await?;
        page.until(
            "another day comes",
            "return document.querySelectorAll('.timetable [data-talk]').length === 399",
        )
        .await?;
        is_even(page).await?;
        page.resize(320, 800).await?;
        page.see_programme().await?;
        page.screenshot("timetable-fosdem-320").await?;
        assert!(
            page.holds("return document.documentElement.scrollWidth <= 320")
                .await?
        );
        Ok(())
    })
}

#[test]
fn nights_belong_to_the_day_before_and_days_are_led_to() -> Outcome {
    reader(async |page| {
        if !open_real(page, "hub-38c3-2024.xml", "&view=timetable").await? {
            return Ok(());
        }
        assert_eq!(page.count("[role=tab]").await?, 4);
        page.prefer("prefers-color-scheme", "dark").await?;
        is_even(page).await?;
        page.click("[role=tab]:nth-child(3)").await?;
        page.see(".timetable__day[aria-label^='Sonntag, 29.']")
            .await?;
        is_even(page).await?;
        page.screenshot("timetable-38c3-dark").await
    })
}

#[test]
#[ignore = "prints times; see `make bench`"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn bench_timetable() -> Outcome {
    reader(async |page| {
        for name in ["pretalx-fosdem-2026.xml", "hub-38c3-2024.xml"] {
            if !open_real(page, name, "").await? {
                return Ok(());
            }
            let times = page
                .run(include_str!("support/probes/timetable.js"), json!([]))
                .await?;
            println!("{name}: {times}");
            tokio::time::sleep(std::time::Duration::from_secs(12)).await;
            let times = page
                .run("return JSON.stringify(window.timetableTimes)", json!([]))
                .await?;
            println!("{}", times.as_str().unwrap_or_default());
        }
        Ok(())
    })
}
