//! Several events in one folder: each has its own pages, and one page lists them.

use std::fs;

use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, field, list},
    page::{Page, SEARCH},
    reader, reader_at,
    site::dist,
};

const OVERFLOW: &str = include_str!("support/probes/overflow.js");

/// The addresses of this site that are linked here and lead nowhere.
async fn dead_links(page: &Page) -> Outcome<Vec<String>> {
    let script = "
        const all = [...document.querySelectorAll('a[href], link[href], img[src]')];
        const here = all.map((element) => new URL(element.href ?? element.src))
          .filter(({ origin }) => origin === location.origin);
        const found = [...new Set(here.map((url) => url.href.split('#')[0]))];
        const answers = await Promise.all(found.map((href) => fetch(href, { method: 'HEAD' })));
        return answers.filter(({ ok }) => !ok).map(({ url }) => url);";
    let script = format!(
        "window.dead = undefined; (async () => {{ {script} }})().then((dead) => {{ window.dead = dead }})"
    );
    page.run(&script, json!([])).await?;
    page.until("all links were tried", "return window.dead !== undefined")
        .await?;
    page.texts_of("return window.dead").await
}

/// The place in the site where the page is.
async fn is_at(page: &Page, path: &str) -> Outcome {
    let url = json!(page.site.url(path));
    page.until(
        &format!("the page is {url}"),
        &format!(
            "return location.href.split(/[?#]/)[0] === {url} && document.readyState !== 'loading'"
        ),
    )
    .await
}

async fn wanders_about(page: &Page) -> Outcome {
    let sample = event(SAMPLE)?;
    let talks = list(&sample, "talks").count();
    let folder = format!("events/{SAMPLE}/");
    page.open(&folder).await?;
    page.has_matches(talks).await?;
    assert_eq!(dead_links(page).await?, Vec::<String>::new(), "{folder}");
    page.fill(SEARCH, "captions").await?;
    page.until(
        "the search is in the address",
        "return location.search.includes('q=captions')",
    )
    .await?;

    let talk = list(&sample, "talks").next().unwrap_or(&Value::Null);
    let talk = field(talk, "id");
    page.open(&folder).await?;
    page.click(&format!("[data-talk='{talk}'] .heading a"))
        .await?;
    is_at(page, &format!("{folder}talk/{talk}/")).await?;
    page.is_ready().await?;
    assert_eq!(page.count("[data-talk]").await?, 1);
    assert_eq!(dead_links(page).await?, Vec::<String>::new(), "{talk}");
    page.click(".breadcrumb a").await?;
    is_at(page, &folder).await?;
    page.is_ready().await?;

    page.open(&format!("{folder}en/talk/{talk}/")).await?;
    assert_eq!(
        page.text_of("return document.documentElement.lang").await?,
        "en"
    );
    page.click(".page-footer__links a[href$='index.en.html']")
        .await?;
    is_at(page, "events/index.en.html").await?;
    assert_eq!(dead_links(page).await?, Vec::<String>::new(), "the list");
    page.click("a[hreflang=de]").await?;
    is_at(page, "events/").await?;
    assert_eq!(page.count("main li h2").await?, events().len());
    page.click("a[href='../']").await?;
    is_at(page, "").await?;
    page.is_ready().await?;
    page.click(".page-footer__links a[href$='events/']").await?;
    is_at(page, "events/").await?;

    // Another event, from wherever the reader is.
    let hearing = list(&event(HEARING)?, "talks").count();
    page.open(&format!("{folder}talk/{talk}/?event={HEARING}"))
        .await?;
    page.has_matches(hearing).await?;
    page.see(".page-footer__links a[href$='events/']").await?;
    assert_eq!(page.complaints().await?, Vec::<String>::new());
    Ok(())
}

/// The names of all folders with an event.
fn events() -> Vec<String> {
    let entries = fs::read_dir(dist().join("events"))
        .into_iter()
        .flatten()
        .flatten();
    let found = entries.filter(|entry| entry.path().join("event.json").is_file());
    found
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn every_event_has_pages_of_its_own() -> Outcome {
    reader(wanders_about)
}

#[test]
fn every_event_has_pages_in_whatever_folder() -> Outcome {
    reader_at("/a/b", wanders_about)
}

#[test]
fn the_list_shows_every_event_and_needs_no_script() -> Outcome {
    reader(async |page| {
        page.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        )
        .await?;
        page.go("events/").await?;
        let shown = page.text_of("return document.body.innerText").await?;
        for id in events() {
            let event = event(&id)?;
            let title = event["title"]["de"].as_str().or(event["title"].as_str());
            let title = title.unwrap_or_default().replace('\u{ad}', "");
            assert!(shown.contains(&title), "{title}: {shown}");
        }
        // The one that runs only puts on the appearance that the reader chose.
        let scripts = "return [...document.querySelectorAll('script')].map(({ src, type }) => type || src.split('/').pop().split('-')[0])";
        assert_eq!(
            page.texts_of(scripts).await?,
            ["before_paint", "application/ld+json"]
        );
        for (width, scheme) in [
            (1280, "light"),
            (320, "light"),
            (1280, "dark"),
            (320, "dark"),
        ] {
            page.prefer("prefers-color-scheme", scheme).await?;
            page.resize(width, 900).await?;
            assert_eq!(
                page.texts_of(OVERFLOW).await?,
                Vec::<String>::new(),
                "{width}"
            );
            page.screenshot(&format!("events-{width}-{scheme}")).await?;
        }
        page.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": false }),
        )
        .await?;
        page.is_accessible("the list of events").await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
