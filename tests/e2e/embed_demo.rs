//! The demo page: three themes side by side, each readable in light and dark.

use serde_json::json;

use crate::support::{Outcome, page::Page, reader};

const SHOWN: &str = "const all = [...document.querySelectorAll('nachlese-event')];
    return all.length === 3 && all.every((e) => e.shadowRoot?.querySelector('[data-nachlese=ready]'))";

async fn is_shown(page: &Page) -> Outcome {
    page.go("embed-demo.html").await?;
    page.until("all three are there", SHOWN).await?;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    Ok(())
}

#[test]
fn three_themes_are_readable_and_differ() -> Outcome {
    reader(async |page| {
        for scheme in ["light", "dark"] {
            page.prefer("prefers-color-scheme", scheme).await?;
            is_shown(page).await?;
            // One at a time: three times the same event are three times the same landmarks.
            for alone in 0..3 {
                let script = "[...document.querySelectorAll('nachlese-event')].forEach((e, at) => { e.hidden = arguments[0] >= 0 && at !== arguments[0]; })";
                page.run(script, json!([alone])).await?;
                page.is_accessible(&format!("of the demo, {scheme}, theme {alone}"))
                    .await?;
                page.run(script, json!([-1])).await?;
            }
            page.resize(1280, 1800).await?;
            page.screenshot(&format!("embed-demo-{scheme}")).await?;
            let colours = "return [...document.querySelectorAll('nachlese-event')].map((e) => {
                const link = e.shadowRoot.querySelector('.nachlese a');
                return getComputedStyle(link).color + getComputedStyle(e.shadowRoot.querySelector('.nachlese')).backgroundColor;
            })";
            let mut colours = page.texts_of(colours).await?;
            colours.sort();
            colours.dedup();
            assert_eq!(colours.len(), 3, "{scheme}: {colours:?}");
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_demo_fits_on_a_phone() -> Outcome {
    reader(async |page| {
        page.resize(320, 1600).await?;
        is_shown(page).await?;
        page.screenshot("embed-demo-320").await?;
        let wide = page
            .run("return document.documentElement.scrollWidth", json!([]))
            .await?;
        assert_eq!(wide, 320);
        Ok(())
    })
}
