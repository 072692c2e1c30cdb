//! Before the app is there nothing flashes up that goes again.

use std::{fs, time::Duration};

use serde_json::json;

use crate::support::{
    Failure, Outcome,
    event::small_event,
    measurer,
    page::Page,
    site::{Answer, dist},
};

/// Notes in each frame what is seen before the app is there.
const WATCH_FRAMES: &str = include_str!("support/probes/first_frames.js");

/// A script of the page, under the name that it has in the bundle.
fn script(name: &str) -> Outcome<String> {
    let page = fs::read_to_string(dist().join("index.html"))?;
    let mut names = page.split('"').filter(|whole| whole.starts_with(name));
    let script = names.next().map(str::to_owned);
    script.ok_or_else(|| Failure::new("no such script"))
}

/// Lets the starter come late, so that there are frames before it, and what is to be there before
/// the first of them later than the stylesheet.
fn delay_starter(page: &Page) -> Outcome {
    page.site
        .slow_down(&script("boot-")?, Duration::from_millis(800));
    page.site
        .slow_down(&script("before_paint-")?, Duration::from_millis(200));
    Ok(())
}

#[test]
fn another_event_is_not_preceded_by_the_built_in_one() -> Outcome {
    measurer(90, async |page| {
        page.before_each_page(WATCH_FRAMES).await?;
        delay_starter(page)?;
        let seen = "return framesSeen.some(({ article }) => article)";
        let has_frames = "return framesSeen.length > 5";
        page.open("").await?;
        assert!(page.holds(seen).await?, "where it is wanted it is seen");
        page.site.serve_event("probe", &small_event("probe"));
        for path in [
            "?event=probe",
            "en/?event=probe",
            "?event=events/probe/event.json",
        ] {
            page.open(path).await?;
            assert!(page.holds(has_frames).await?, "{path}: nothing was watched");
            assert!(!page.holds(seen).await?, "{path}");
        }
        Ok(())
    })
}

#[test]
fn where_the_app_does_not_come_another_event_is_not_the_built_in_one() -> Outcome {
    measurer(90, async |page| {
        page.before_each_page(WATCH_FRAMES).await?;
        page.site
            .serve(&script("boot-")?, Answer::new(404, "text/plain", ""));
        page.go("?event=probe").await?;
        assert_eq!(page.failure().await?, "app-not-loaded");
        let seen = "return framesSeen.some(({ article }) => article)";
        assert!(!page.holds(seen).await?);
        page.go("").await?;
        assert_eq!(page.failure().await?, "app-not-loaded");
        page.see(".intro h1").await
    })
}

#[test]
fn data_of_another_event_come_with_the_program_and_once() -> Outcome {
    measurer(90, async |page| {
        delay_starter(page)?;
        page.site.serve_event("probe", &small_event("probe"));
        for path in [
            "?event=probe",
            "en/?event=probe",
            "?event=events/probe/event.json",
        ] {
            let before = page.site.requests().len();
            page.open(path).await?;
            let asked = "const [data] = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('probe/event.json'));
                return data.startTime < performance.getEntriesByName('nachlese:start')[0].startTime";
            assert!(page.holds(asked).await?, "{path}");
            let requests = page.site.requests().split_off(before);
            let data = requests
                .iter()
                .filter(|path| path.ends_with("probe/event.json"));
            assert_eq!(data.count(), 1, "{path}");
            assert_eq!(page.complaints().await?, Vec::<String>::new(), "{path}");
        }
        Ok(())
    })
}

#[test]
fn the_appearance_chosen_is_there_from_the_first_frame() -> Outcome {
    measurer(90, async |page| {
        page.open("").await?;
        page.run("localStorage.setItem('nachlese.theme', 'dark')", json!([]))
            .await?;
        page.before_each_page(WATCH_FRAMES).await?;
        delay_starter(page)?;
        for path in ["en/", "?event=beispielkonferenz-2026"] {
            page.open(path).await?;
            page.until("some frames were seen", "return framesSeen.length > 5")
                .await?;
            let all = "return framesSeen.every(({ theme }) => theme === 'dark')";
            assert!(page.holds(all).await?, "{path}");
        }
        Ok(())
    })
}
