//! Pages that nobody looks for: in the same clothes as the others, and each with a way on.

use std::{fs, time::Duration};

use serde_json::json;

use crate::support::{
    Outcome,
    event::HEARING,
    page::Page,
    reader,
    site::{Answer, dist},
};

const GONE: &str = "gibt es auf dieser Seite nicht mehr";

/// Whether the page has header, footer and type of all others.
async fn is_dressed(page: &Page) -> Outcome {
    page.see(".nachlese .page-header").await?;
    page.see(".nachlese .page-footer").await?;
    page.until(
        "the stylesheet is there",
        "return getComputedStyle(document.querySelector('h1')).fontFamily.includes('Roboto Condensed')",
    )
    .await
}

fn not_found() -> Outcome<Answer> {
    let html = fs::read_to_string(dist().join("404.html"))?;
    Ok(Answer::html(404, &html))
}

#[test]
fn an_address_that_leads_nowhere_has_ways_on() -> Outcome {
    reader(async |page| {
        page.site.serve("some/where/", not_found()?);
        page.go("some/where/").await?;
        is_dressed(page).await?;
        page.is_accessible("the page for what is not there").await?;
        page.screenshot("404").await?;
        assert_eq!(page.count(".ways__way").await?, 3);
        page.click(".ways__way[href$='events/']").await?;
        page.until(
            "the list is there",
            "return location.pathname === '/events/'",
        )
        .await?;
        is_dressed(page).await
    })
}

#[test]
fn a_withdrawn_talk_leads_to_the_programme() -> Outcome {
    reader(async |page| {
        page.site.serve("talk/zurueckgezogen/", not_found()?);
        for path in ["talk/zurueckgezogen/", "#zurueckgezogen"] {
            page.go_to("about:blank").await?;
            page.go(path).await?;
            let says = format!(
                "return document.querySelector('.notices')?.textContent.includes({}) === true",
                json!(GONE)
            );
            page.until("it says so", &says).await?;
            page.click(".notice a[href='#programm']").await?;
            page.until(
                "it is at the programme",
                "return location.hash === '#programm'",
            )
            .await?;
        }
        Ok(())
    })
}

#[test]
fn the_legal_page_wears_the_same_clothes() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.run("localStorage.setItem('nachlese.theme', 'dark')", json!([]))
            .await?;
        page.go(&format!("events/{HEARING}/legal.html")).await?;
        is_dressed(page).await?;
        page.see("[data-theme=dark]").await?;
        page.screenshot("legal-dark").await?;
        page.is_accessible("the legal page").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_failure_offers_the_other_events() -> Outcome {
    reader(async |page| {
        page.go("?event=nirgends").await?;
        assert_eq!(page.failure().await?, "not-found");
        is_dressed(page).await?;
        page.screenshot("failure").await?;
        page.click("[role=alert] a[href$='events/']").await?;
        page.until(
            "the list is there",
            "return location.pathname === '/events/'",
        )
        .await
    })
}

#[test]
fn a_tab_that_is_older_than_the_deployment_says_so() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        // The line is gone, but there is no other deployment.
        page.site
            .serve("embed-dialog.js", Answer::new(404, "text/plain", ""));
        page.click("[data-embed]").await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert_eq!(page.count("[data-newer]").await?, 0);

        let newer = fs::read_to_string(dist().join("index.html"))?.replace("boot-", "boot-0");
        page.site.serve("", Answer::html(200, &newer));
        let later = "Date.now = ((now) => () => now + 3_600_000)(Date.now());
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
        page.run(later, json!([])).await?;
        page.see("[data-newer]").await?;
        page.screenshot("newer").await?;
        page.site.mend();
        page.click("[data-newer] button").await?;
        page.until(
            "it is loaded anew",
            "return document.querySelector('[data-nachlese=ready]') !== null && document.querySelector('[data-newer]') === null",
        )
        .await
    })
}
