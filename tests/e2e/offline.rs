//! The page goes on without a network, with what is known to be good.

use std::{fs, time::Duration};

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE},
    page::{Page, SEARCH},
    reader,
    site::{Answer, dist},
};

const NOTE: &str = "return document.querySelector('.notices').innerText";

async fn is_kept(page: &Page) -> Outcome {
    let script = "return navigator.serviceWorker.getRegistration().then((r) => r?.active?.state === 'activated')";
    page.until("the page is kept for later", script).await
}

#[test]
fn all_that_the_page_is_made_of_is_kept() -> Outcome {
    let [page, worker] = ["index.html", "sw.js"].map(|name| fs::read_to_string(dist().join(name)));
    let (page, worker) = (page?, worker?);
    let is_code = |name: &&str| {
        [".js", ".css", ".wasm"]
            .iter()
            .any(|end| name.ends_with(end))
    };
    let code: Vec<_> = page.split('"').filter(is_code).collect();
    assert!(code.len() >= 5, "{code:?}");
    for name in code {
        assert!(worker.contains(&format!("\"{name}\"")), "{name}");
    }
    Ok(())
}

#[test]
fn shows_what_was_kept_where_there_is_no_network_and_says_so() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        is_kept(page).await?;
        page.site.stop().await;
        page.open("").await?;
        page.until(
            "it says so",
            "return document.querySelector('.notices').innerText.includes('Offline – Stand')",
        )
        .await?;
        page.screenshot("offline").await?;
        page.fill(SEARCH, "ethik").await?;
        page.has_matches(1).await?;
        page.is_accessible("offline").await?;
        page.open("en/").await?;
        page.until(
            "it says so",
            "return document.querySelector('.notices').innerText.includes('Offline – as of')",
        )
        .await?;
        // A talk's own page is not kept: it is a place of the event's page.
        page.open("talk/ethik/").await?;
        assert_eq!(page.text_of("return location.hash").await?, "#ethik");
        page.open(&format!("?event={SAMPLE}&q=gesagt:deshalb"))
            .await?;
        page.see(".said a[href='#eroeffnung@0:11']").await?;

        page.site.start_again().await?;
        page.open("").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(page.text_of(NOTE).await?, "");
        Ok(())
    })
}

#[test]
fn what_was_kept_stands_in_for_data_that_cannot_be_read() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        is_kept(page).await?;
        let file = format!("events/{HEARING}/event.json");
        page.site.serve(&file, Answer::html(404, "weg"));
        page.go("").await?;
        assert_eq!(page.failure().await?, "not-found", "what is gone is gone");
        for (answer, said) in [
            (
                Answer::html(200, "<!doctype html><title>Anmeldung</title>"),
                "nicht lesbar",
            ),
            (
                Answer::html(503, "<!doctype html><title>Wartung</title>"),
                "Offline",
            ),
            (Answer::text("{\"title\": \"halb"), "nicht lesbar"),
            (Answer::never(), "Offline"),
        ] {
            page.site.serve(&file, answer);
            page.open("").await?;
            let script =
                format!("return document.querySelector('.notices').innerText.includes('{said}')");
            page.until("it says so", &script).await?;
        }
        Ok(())
    })
}

#[test]
fn a_deployment_under_way_is_not_kept() -> Outcome {
    reader(async |page| {
        page.site
            .serve("favicon.svg", Answer::new(200, "image/svg+xml", "<svg/>"));
        page.open("").await?;
        let ended = "return navigator.serviceWorker.getRegistration().then((r) => !r || !(r.installing || r.waiting || r.active))";
        tokio::time::sleep(Duration::from_secs(4)).await;
        page.until("installing has been given up", ended).await?;
        assert!(
            page.holds("return caches.keys().then((names) => names.length === 0)")
                .await?
        );
        Ok(())
    })
}

#[test]
fn a_new_deployment_is_seen_at_the_next_visit() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        is_kept(page).await?;
        let index = std::fs::read_to_string(crate::support::site::dist().join("index.html"))?;
        let newer = index.replacen("<html", "<html data-newer", 1);
        page.site.serve("", Answer::html(200, &newer));
        page.go("").await?;
        page.until(
            "the new page is there",
            "return 'newer' in document.documentElement.dataset",
        )
        .await
    })
}

#[test]
fn a_deployment_without_offline_use_takes_back_what_was_kept() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        is_kept(page).await?;
        let leaving = nachlese_site::offline::leaving_worker();
        page.site
            .serve("sw.js", Answer::new(200, "text/javascript", leaving));
        page.go("").await?;
        let gone = "return navigator.serviceWorker.getRegistration().then(async (r) => {
            await r?.update().catch(() => {});
            return !r && (await caches.keys()).length === 0;
        })";
        page.until("nothing is kept any more", gone).await
    })
}

#[test]
fn an_embedded_event_leaves_nothing_with_readers() -> Outcome {
    reader(async |page| {
        page.go("embed.html").await?;
        tokio::time::sleep(Duration::from_secs(5)).await;
        let nothing = "return navigator.serviceWorker.getRegistrations().then(async (r) => r.length === 0 && (await caches.keys()).length === 0)";
        assert!(page.holds(nothing).await?);
        Ok(())
    })
}
