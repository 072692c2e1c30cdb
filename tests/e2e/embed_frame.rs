//! An event in a frame, where a host admits no foreign script, or only the small one.

use std::time::Duration;

use serde_json::json;

use crate::support::{
    Failure, Outcome,
    event::{HEARING, SAMPLE},
    frame::{until_within, within},
    host::Host,
    page::Page,
    reader,
    site::Answer,
    waiting,
};

async fn is_ready(page: &Page) -> Outcome {
    let script = "return root?.dataset.nachlese === 'ready'";
    until_within(page, "the frame is ready", script).await
}

/// Waits until nothing has been told for half a second.
async fn is_quiet(page: &Page) -> Outcome {
    for _ in 0..20 {
        page.run("messages.length = 0", json!([])).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        if page.holds("return messages.length === 0").await? {
            return Ok(());
        }
    }
    Err(Failure::new("the frame never rests"))
}

async fn search(page: &Page, text: &str) -> Outcome {
    let script = format!(
        "const field = root.querySelector('input[type=search]'); field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }}))",
        json!(text)
    );
    within(page, &script).await.map(drop)
}

#[test]
fn shows_a_selection_in_a_sandbox_at_a_fixed_height() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let query = format!("event={SAMPLE}&sections=talks&lang=en&chrome=none&theme=dark");
        host.open_at(page, "host.html", "", &host.frame(&query, "height=400"))
            .await?;
        is_ready(page).await?;
        let policy = "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content.startsWith(\"script-src 'self' 'wasm-unsafe-eval'\")";
        assert_eq!(within(page, policy).await?, true, "as every page");
        assert_eq!(within(page, "return [root.lang, root.dataset.theme, [...root.querySelectorAll('[data-section]')].map((s) => s.dataset.section).join(), probe.headings(root)[0]]").await?, json!(["en", "dark", "talks", "h1"]));
        assert!(
            page.holds("return document.querySelector('iframe').clientHeight === 400")
                .await?
        );
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn what_it_links_to_opens_beside_the_host() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        host.open_at(page, "host.html", "", &host.frame("", "height=400"))
            .await?;
        is_ready(page).await?;
        let click = "root.querySelector('.page-footer a[href*=\"legal.html\"]').click()";
        within(page, click).await?;
        let client = &page.browser().client;
        let are_two = async || Ok(client.windows().await?.len() == 2);
        waiting::until("it opens beside the host", are_two).await?;
        // Its own places stay within.
        within(page, "root.querySelector('.contents a').click()").await?;
        assert_eq!(within(page, "return root.dataset.nachlese").await?, "ready");
        assert_eq!(client.windows().await?.len(), 2);
        Ok(())
    })
}

#[test]
fn is_as_high_as_its_content_without_a_storm_of_messages() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        page.before_each_page("window.messages = []; if (window === top) addEventListener('message', ({ data, origin }) => messages.push([data, origin]))").await?;
        host.site.serve(
            "host.css",
            Answer::new(200, "text/css", "iframe { inline-size: 100%; border: 0; }"),
        );
        let head = format!("<link rel=stylesheet href=host.css>{}", host.helper());
        host.open_at(
            page,
            "host.html",
            &head,
            &host.frame(&format!("event={HEARING}&sections=talks"), ""),
        )
        .await?;
        is_ready(page).await?;
        page.until(
            "the frame has grown",
            "return document.querySelector('iframe').clientHeight > 1000",
        )
        .await?;
        let fits = "return Math.abs(element.getBoundingClientRect().height - innerHeight) <= 1";
        until_within(page, "the frame is as high as the event", fits).await?;
        // At rest nothing is told; a change of the width is told a few times at most.
        is_quiet(page).await?;
        for width in (400..1200).step_by(40) {
            page.resize(width, 900).await?;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
        let count = page
            .run("return messages.length", json!([]))
            .await?
            .as_u64()
            .unwrap_or_default();
        assert!((1..=40).contains(&count), "{count} messages for 20 widths");
        until_within(page, "the frame is as high as the event", fits).await?;
        Ok(())
    })
}

#[test]
fn only_the_right_pages_are_heard() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        // A second frame of the host's own origin that claims to be one of ours.
        let liar = "<iframe id=liar src=liar.html></iframe>";
        host.site.serve(
            "liar.html",
            Answer::html(200, "<!doctype html><title>x</title>"),
        );
        host.site.add_to_policy(&format!(" {}", host.site.origin()));
        host.open_at(
            page,
            "host.html",
            &host.helper(),
            &(host.frame("sections=talks", "data-nachlese-url") + liar),
        )
        .await?;
        is_ready(page).await?;
        page.until(
            "the frame has grown",
            "return document.querySelector('iframe').clientHeight > 1000",
        )
        .await?;
        let client = &page.browser().client;
        client.enter_frame(1).await?;
        client.execute("parent.postMessage({ nachlese: 'height', height: 9999 }, '*'); parent.postMessage({ nachlese: 'address', address: '?q=liar', isStep: true }, '*'); parent.frames[0].postMessage({ nachlese: 'address', address: '?q=liar' }, '*')", vec![]).await?;
        client.enter_parent_frame().await?;
        page.run("frames[0].postMessage({ nachlese: 'address', address: 7 }, '*'); frames[0].postMessage(null, '*'); frames[0].postMessage({ nachlese: 'else' }, '*')", json!([])).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(page.holds("return document.querySelector('#liar').clientHeight < 1000 && location.search === ''").await?);
        assert_eq!(within(page, "return element.address").await?, "");
        Ok(())
    })
}

#[test]
fn keeps_its_state_in_the_hosts_address_only_if_asked() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let query = format!("event={SAMPLE}&sections=talks");
        host.open_at(
            page,
            "host.html?nachlese-q=data",
            &host.helper(),
            &host.frame(&query, ""),
        )
        .await?;
        is_ready(page).await?;
        search(page, "open").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(page.query().await?, "?nachlese-q=data");
        let body = host.frame(&query, "data-nachlese-url");
        for (head, body) in [
            (host.helper(), body.clone()),
            (String::new(), format!("{body}{}", host.helper())),
        ] {
            host.open_at(page, "host.html?tab=a%20b&nachlese-q=data#x", &head, &body)
                .await?;
            is_ready(page).await?;
            let data = "return root.querySelector('input[type=search]').value === 'data'";
            until_within(page, "the state goes into the frame", data).await?;
            search(page, "open").await?;
            page.until(
                "the address follows",
                "return location.search === '?tab=a%20b&nachlese-q=open' && location.hash === '#x'",
            )
            .await?;
            page.back().await?;
            until_within(page, "the frame goes back, too", data).await?;
        }
        Ok(())
    })
}

/// A text of the project's documentation.
fn documentation(name: &str) -> Outcome<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    Ok(std::fs::read_to_string(format!("{root}/{name}"))?)
}

/// The blocks of HTML in a text, as they are copied.
fn examples(text: &str) -> Vec<&str> {
    let blocks = text.split("```html\n").skip(1);
    blocks
        .filter_map(|block| block.split("```").next())
        .collect()
}

#[test]
fn the_examples_of_the_documentation_work() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let (readme, embedding) = (
            documentation("README.md")?,
            documentation("docs/embedding.md")?,
        );
        let copied = examples(&embedding);
        assert_eq!(copied.len(), 3);
        assert_eq!(examples(&readme), copied[..1]);
        let bundle = format!("{}/", host.bundle);
        let copied = copied.iter();
        let examples: Vec<String> = copied
            .map(|block| block.replace("https://events.example/ki/", &bundle))
            .collect();
        host.open_at(page, "host.html", "", &examples[0]).await?;
        page.embed_is("ready").await?;
        host.open_at(page, "host.html", "", &examples[1]).await?;
        is_ready(page).await?;
        let is_high = "return document.querySelector('iframe').clientHeight > 1000";
        page.until("the frame has grown", is_high).await?;
        page.site
            .serve("recap.html", Answer::html(200, &examples[2]));
        page.go("recap.html").await?;
        page.embed_is("ready").await
    })
}
