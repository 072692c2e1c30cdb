//! The city's letters are there on the first visit, and nothing moves when they come.

use std::time::Duration;

use serde_json::json;

use crate::support::{
    Outcome,
    event::SAMPLE,
    page::Page,
    reader,
    shifts::{WATCH_SHIFTS, does_not_jump},
};

const STAND_INS: &str = include_str!("support/probes/stand_ins.js");

/// The web fonts of the page that have come.
const LOADED: &str = "[...document.fonts].filter(({ display, status }) => display === 'swap' && status === 'loaded').length";

#[test]
fn the_first_screens_letters_come_with_the_page_and_once() -> Outcome {
    reader(async |page| {
        for path in ["", "en/", "talk/ethik/", "events/"] {
            let before = page.site.requests().len();
            page.go(path).await?;
            page.until("the letters are there", &format!("return {LOADED} >= 3"))
                .await?;
            let asked = "return [...document.querySelectorAll('link[rel=preload][as=font]')].map(({ href }) => new URL(href).pathname)";
            let asked = page.texts_of(asked).await?;
            assert_eq!(asked.len(), 2, "{path}: {asked:?}");
            let is_hashed = |name: &String| {
                let hash = name.trim_end_matches(".woff2").rsplit('-').next();
                hash.is_some_and(|hash| hash.len() == 16)
            };
            assert!(asked.iter().all(is_hashed), "{asked:?}");
            let mut requests = page.site.requests().split_off(before);
            requests.retain(|path| path.contains(".woff2"));
            let all = requests.len();
            requests.sort();
            requests.dedup();
            assert_eq!(requests.len(), all, "{path}: {requests:?}");
            assert_eq!(page.complaints().await?, Vec::<String>::new(), "{path}");
            page.devtools("Network.clearBrowserCache", json!({}))
                .await?;
        }
        Ok(())
    })
}

#[test]
fn nothing_moves_when_the_letters_come_late() -> Outcome {
    reader(async |page| {
        page.before_each_page(WATCH_SHIFTS).await?;
        page.site.slow_down(".woff2", Duration::from_millis(1500));
        let sample = format!("events/{SAMPLE}/");
        late_letters(page, &sample, &sample).await?;
        for path in ["", "talk/ethik/"] {
            for (width, height) in [
                (320, 640),
                (390, 844),
                (768, 1024),
                (1280, 800),
                (1920, 1080),
            ] {
                page.resize(width, height).await?;
                late_letters(page, path, &format!("{path} at {width} px")).await?;
            }
        }
        Ok(())
    })
}

async fn late_letters(page: &Page, path: &str, state: &str) -> Outcome {
    page.devtools("Network.clearBrowserCache", json!({}))
        .await?;
    page.open(path).await?;
    page.until("the letters are there", &format!("return {LOADED} >= 3"))
        .await?;
    let is_swapped = "const [paint] = performance.getEntriesByName('first-contentful-paint');
        const letters = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'));
        return letters.length >= 3 && letters.every(({ responseEnd }) => responseEnd > paint.startTime)";
    assert!(
        page.holds(is_swapped).await?,
        "{state}: nobody waits for them"
    );
    does_not_jump(page, state).await
}

#[test]
fn local_letters_are_as_wide_as_those_they_stand_in_for() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.run(STAND_INS, json!([])).await?;
        page.until("all are measured", "return window.standIns !== undefined")
            .await?;
        let measured = page.texts_of("return window.standIns").await?;
        assert!(!measured.is_empty(), "no machine is without any of them");
        let wrong = page
            .texts_of("return window.standIns.filter(({ ratio }) => Math.abs(ratio - 1) > 0.01)")
            .await?;
        assert_eq!(wrong, Vec::<String>::new());
        Ok(())
    })
}
