//! Frameworks that draw their part of the page again and again around the element: it keeps what its reader did.

use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::{SAMPLE, event, list},
    framework::{file_of, react},
    host::Host,
    page::Page,
    reader,
    site::Answer,
};

/// Serves a framework and an application that uses it, and opens the page.
async fn open(page: &Page, framework: String, application: &str) -> Outcome {
    let host = Host::start(page).await?;
    host.admit_own_scripts();
    let start = format!(
        "window.start = {};",
        json!({ "time": 1, "isShown": true, "isFirst": false, "attributes": { "src": format!("events/{SAMPLE}/event.json"), "sections": "talks,people" } })
    );
    for (name, script) in [
        ("framework.js", framework),
        ("application.js", start + application),
    ] {
        host.site
            .serve(name, Answer::new(200, "text/javascript", script));
    }
    let scripts =
        "<div id=app></div><script src=framework.js></script><script src=application.js></script>";
    host.open(page, scripts).await?;
    page.embed_is("ready").await
}

async fn change(page: &Page, change: Value) -> Outcome {
    page.run("host.change(arguments[0])", json!([change]))
        .await
        .map(drop)
}

/// The attributes of the application's element, changed as its state is.
async fn set(page: &Page, attributes: Value) -> Outcome {
    change(page, json!({ "attributes": attributes })).await
}

async fn keeps_its_state(page: &Page) -> Outcome {
    let search = "window.block = root; const field = root.querySelector('input[type=search]'); field.value = 'data'; field.dispatchEvent(new Event('input', { bubbles: true }))";
    page.run(
        &format!(
            "const root = probe.elements()[0].shadowRoot.querySelector('.nachlese'); {search}"
        ),
        json!([]),
    )
    .await?;
    let all = list(&event(SAMPLE)?, "talks").count();
    page.until_inside(&format!(
        "root.querySelectorAll('[data-talk]').length < {all}"
    ))
    .await?;
    let shown = page
        .inside("[...root.querySelectorAll('[data-talk]')].map((talk) => talk.dataset.talk)")
        .await?;
    for time in 2..=30 {
        change(page, json!({ "time": time, "isFirst": time % 3 == 0 })).await?;
    }
    page.until(
        "all of it is drawn",
        "return document.querySelector('#line').textContent === 'Zum 30. Mal' && document.querySelector('#line').previousElementSibling?.id === 'a'",
    )
    .await?;
    assert_eq!(page.inside("root === block && root.dataset.nachlese === 'ready' && root.querySelector('input[type=search]').value").await?, "data");
    assert_eq!(
        page.inside("[...root.querySelectorAll('[data-talk]')].map((talk) => talk.dataset.talk)")
            .await?,
        shown
    );
    assert_eq!(page.told("ready").await?.len(), 1);
    assert_eq!(page.run("return host.heard", json!([])).await?, 1);
    Ok(())
}

async fn follows_attributes(page: &Page) -> Outcome {
    let src = format!("events/{SAMPLE}/event.json");
    set(page, json!({ "src": src, "sections": "people", "heading-level": "4", "theme": "dark", "lang": "en" })).await?;
    page.until_inside("root.dataset.nachlese === 'ready' && root.dataset.theme === 'dark' && root.lang === 'en' && probe.headings(root)[0] === 'h4' && [...root.querySelectorAll('[data-section]')].map((s) => s.dataset.section).join() === 'people'").await?;
    // Taken back, and a property of the element that is no attribute.
    set(page, json!({ "src": src, "address": "?q=open" })).await?;
    page.until_inside("root.dataset.nachlese === 'ready' && root.dataset.theme === 'light' && root.lang === 'de' && probe.headings(root)[0] === 'h2' && root.querySelector('input[type=search]')?.value === 'open'").await
}

async fn goes_and_comes_back(page: &Page) -> Outcome {
    page.run("window.gone = probe.elements()[0]", json!([]))
        .await?;
    change(page, json!({ "isShown": false })).await?;
    page.until(
        "nothing is left",
        "return probe.elements().length === 0 && !gone.shadowRoot.querySelector('.nachlese')",
    )
    .await?;
    change(page, json!({ "isShown": true, "isFirst": true })).await?;
    page.embed_is("ready").await?;
    page.until_inside("element !== gone && root.querySelectorAll('[data-talk]').length > 0")
        .await
}

async fn lives_in(page: &Page, framework: String, application: &str) -> Outcome {
    open(page, framework, application).await?;
    keeps_its_state(page).await?;
    follows_attributes(page).await?;
    goes_and_comes_back(page).await?;
    assert_eq!(page.complaints().await?, Vec::<String>::new());
    Ok(())
}

#[test]
fn lives_in_react() -> Outcome {
    let application = include_str!("support/probes/host-react.js");
    reader(async |page| lives_in(page, react()?, application).await)
}

#[test]
fn lives_in_vue() -> Outcome {
    let application = include_str!("support/probes/host-vue.js");
    // The build without the compiler of templates, which a strict policy forbids.
    let vue = file_of("vue", "dist/vue.runtime.global.prod.js")?;
    reader(async |page| lives_in(page, vue, application).await)
}
