//! The app takes over the page that stands there, and the reader notices nothing.

use std::time::Duration;

use serde_json::json;

use crate::support::{Outcome, page::SEARCH, reader};

/// Notes every node that comes or goes within the page's root.
const WATCH_NODES: &str = include_str!("support/probes/nodes.js");
/// Notes the sum of layout shifts that no input caused.
const WATCH_SHIFTS: &str = include_str!("support/probes/shifts.js");

#[test]
fn no_node_is_replaced_and_nothing_moves() -> Outcome {
    reader(async |page| {
        page.before_each_page(WATCH_NODES).await?;
        page.before_each_page(WATCH_SHIFTS).await?;
        // The page stands there for a while before the app comes.
        page.site
            .slow_down("event.json", Duration::from_millis(500));
        for path in ["", "en/", "talk/ethik/", "en/talk/podium/"] {
            for width in [360, 1280] {
                page.resize(width, 800).await?;
                page.open(path).await?;
                tokio::time::sleep(Duration::from_millis(300)).await;
                let changes = page.texts_of("return window.nodes").await?;
                assert_eq!(changes, Vec::<String>::new(), "{path} at {width} px");
                let shifts = page.run(
                    "return window.shifts.reduce((sum, shift) => sum + shift.value, 0)",
                    json!([]),
                );
                assert!(
                    shifts.await?.as_f64().is_some_and(|sum| sum < 0.001),
                    "{path} at {width} px"
                );
            }
        }
        Ok(())
    })
}

#[test]
fn what_the_reader_did_before_survives() -> Outcome {
    reader(async |page| {
        page.site.slow_down("event.json", Duration::from_secs(3));
        page.go("").await?;
        page.fill(SEARCH, "ethik").await?;
        let start = "
            document.querySelector('.contents__details').open = true;
            const text = document.querySelector('.intro p');
            getSelection().selectAllChildren(text);
            scrollTo({ top: 600, behavior: 'instant' });
            document.querySelector('input[type=search]').setSelectionRange(1, 3);
            window.before = { field: document.querySelector('input[type=search]'), top: scrollY };";
        page.run(start, json!([])).await?;
        assert!(
            page.holds("return document.querySelector('[data-nachlese=loading]') !== null")
                .await?,
            "in time"
        );
        page.is_ready().await?;
        page.has_matches(1).await?;
        let kept = "const { field, top } = window.before;
            return document.activeElement === field && field.value === 'ethik' && field.selectionStart === 1
                && document.querySelector('.contents__details').open && scrollY === top";
        assert!(page.holds(kept).await?);
        page.until(
            "the address follows",
            "return location.search.includes('q=ethik')",
        )
        .await
    })
}

#[test]
fn an_address_asks_for_more_than_stands_there() -> Outcome {
    reader(async |page| {
        page.open("?kind=film&lang=en#film-muenchen-2050").await?;
        page.has_matches(1).await?;
        assert_eq!(
            page.text_of("return document.documentElement.lang").await?,
            "en"
        );
        // A second of a recording that nobody has agreed to load yet.
        let talk = "events/beispielkonferenz-2026/#daten-die-jemand-braucht";
        page.open(&format!("{talk}@12:34")).await?;
        page.has_focus("[data-talk=daten-die-jemand-braucht] [data-consent] button")
            .await?;
        assert!(page.holds("return scrollY > 1000").await?);
        assert_eq!(
            page.text_of("return document.activeElement.textContent")
                .await?,
            "Video ab 12:34 laden"
        );
        let at = "return document.querySelector('[data-consent=youtube] a').href";
        assert!(page.text_of(at).await?.ends_with("&t=754s"));
        page.open("en/?q=ethics").await?;
        page.until(
            "the search is shown",
            "return document.querySelector('input[type=search]').value === 'ethics'",
        )
        .await
    })
}
