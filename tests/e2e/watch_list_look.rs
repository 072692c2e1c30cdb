//! How the watch-list looks: while a page is taken over, on paper, in narrow windows, to axe.

use serde_json::json;

use super::watch_list::{PANEL, ids, press_button, save};
use crate::support::{Outcome, reader};

#[test]
fn a_kept_list_moves_nothing_when_the_page_is_taken_over() -> Outcome {
    reader(async |page| {
        let ids = ids()?;
        page.open("").await?;
        page.click(&save(&ids[1])).await?;
        page.before_each_page(include_str!("support/probes/shifts.js"))
            .await?;
        page.site
            .slow_down("event.json", std::time::Duration::from_millis(500));
        for path in [String::new(), format!("talk/{}/", ids[1])] {
            for width in [320, 1280] {
                page.resize(width, 800).await?;
                page.open(&path).await?;
                page.see_in_head(".talk-card__save[aria-pressed=true]")
                    .await?;
                tokio::time::sleep(std::time::Duration::from_millis(300)).await;
                let shifts = page.run("return window.shifts", json!([])).await?;
                assert_eq!(shifts, json!([]), "{path} at {width} px");
            }
        }
        Ok(())
    })
}

#[test]
fn only_the_list_is_printed_where_the_reader_asks_for_it() -> Outcome {
    reader(async |page| {
        let ids = ids()?;
        page.open(&format!("?saved={}", ids[1])).await?;
        page.run("window.print = () => { window.printed = true; dispatchEvent(new Event('beforeprint')); }", json!([])).await?;
        press_button(page, "drucken").await?;
        page.until("it prints", "return window.printed").await?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        page.see(PANEL).await?;
        assert_eq!(page.talks().await?, [ids[1].clone()]);
        for gone in [
            "[data-section=people]",
            ".page-footer",
            ".intro__figure",
            ".button",
            ".talk-card__save",
            ".filter-bar",
        ] {
            assert_eq!(page.count(gone).await?, 0, "{gone} on paper");
        }
        page.see("h1").await?;
        page.screenshot("watch-list-print").await?;
        page.run("dispatchEvent(new Event('afterprint'))", json!([]))
            .await?;
        page.see(".page-footer").await?;
        // Whoever prints the page prints what is on it, and not the list alone.
        page.run("dispatchEvent(new Event('beforeprint'))", json!([]))
            .await?;
        page.has_matches(1).await?;
        page.see(".page-footer").await?;
        page.run("dispatchEvent(new Event('afterprint'))", json!([]))
            .await?;
        page.has_matches(1).await
    })
}

#[test]
fn the_list_is_accessible_and_fits() -> Outcome {
    reader(async |page| {
        let ids = ids()?;
        page.open("").await?;
        page.click(&save(&ids[1])).await?;
        page.click(&save(&ids[4])).await?;
        for (name, path) in [
            ("cards", String::new()),
            ("own", "?saved=*".to_owned()),
            ("shared", format!("?lang=en&saved={}+{}", ids[1], ids[2])),
        ] {
            for width in [1280, 320] {
                page.resize(width, 1000).await?;
                page.open(&path).await?;
                let place = if name != "cards" && width == 320 {
                    PANEL
                } else if name == "cards" {
                    ".programme"
                } else {
                    ".filter-bar"
                };
                page.run(
                    "document.querySelector(arguments[0]).scrollIntoView({ behavior: 'instant' })",
                    json!([place]),
                )
                .await?;
                let wrong = page
                    .texts_of(include_str!("support/probes/overflow.js"))
                    .await?;
                assert_eq!(wrong, Vec::<String>::new(), "{name} at {width} px");
                for scheme in ["light", "dark"] {
                    page.prefer("prefers-color-scheme", scheme).await?;
                    page.is_accessible(&format!("with a list, {name}, {scheme}, {width} px"))
                        .await?;
                    page.screenshot(&format!("watch-list-{name}-{width}-{scheme}"))
                        .await?;
                }
            }
        }
        let small = "return [...document.querySelectorAll('.talk-card__save, .watch-list button')]
            .filter((e) => { const box = e.getBoundingClientRect(); return box.width < 24 || box.height < 24; }).length === 0";
        assert!(page.holds(small).await?, "targets are large enough");
        Ok(())
    })
}
