//! The demo page: three themes side by side, each readable in light and dark.

use serde_json::json;

use crate::support::{Outcome, page::Page, reader};

const SHOWN: &str = "const all = [...document.querySelectorAll('nachlese-event')];
    return all.length === 3 && all.every((e) => e.shadowRoot?.querySelector('[data-nachlese=ready]'))";

/// Every element, also within the elements' shadow roots.
const WIDE_TEXT: &str = "const widen = (root) => {
        for (const element of root.querySelectorAll('*')) {
            for (const [name, value] of [['line-height', '1.5'], ['letter-spacing', '0.12em'], ['word-spacing', '0.16em']])
                element.style.setProperty(name, value, 'important');
            for (const name of element.localName === 'p' ? ['margin-block-end'] : [])
                element.style.setProperty(name, '2em', 'important');
            if (element.shadowRoot) widen(element.shadowRoot);
        }
    };
    widen(document.body)";

/// What is wider than the window, or than the box that cuts it off.
const CUT: &str = "const found = [];
    const look = (root) => {
        for (const element of root.querySelectorAll('*')) {
            if (element.shadowRoot) look(element.shadowRoot);
            if (!element.checkVisibility() || element.closest('.visually-hidden')) continue;
            const name = `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}`;
            const { right, width } = element.getBoundingClientRect();
            if (width > 1 && right > innerWidth + 0.5) found.push(`${name} ends at ${right}`);
            const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
            const cuts = (value) => value === 'hidden' || value === 'clip';
            if (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(`${name} is cut off`);
            if (cuts(overflowY) && webkitLineClamp === 'none' && element.scrollHeight > element.clientHeight + 2) found.push(`${name} is cut off below`);
        }
    };
    look(document.body);
    return found";

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
            page.is_accessible(&format!("of the demo, {scheme}"))
                .await?;
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
        // WCAG 1.4.12, set as a reader's own style sheet would.
        page.run(WIDE_TEXT, json!([])).await?;
        let cut = page.texts_of(CUT).await?;
        assert_eq!(cut, Vec::<String>::new(), "with wide text");
        page.screenshot("embed-demo-320-wide-text").await?;
        Ok(())
    })
}
