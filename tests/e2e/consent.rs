//! Nothing is asked of a provider before the reader wants it.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, list, small_event, talk_from},
    page::{Page, SEARCH},
    players::UUID,
    provider::Provider,
    reader,
    site::POLICY,
    waiting,
};

/// An event whose only talk lies on a `PeerTube` server.
fn peertube_event(provider: &Provider) -> Value {
    let mut event = small_event("probe");
    event["talks"][0]["recording"] = json!({
        "status": "released",
        "sources": [{ "provider": "peertube", "host": provider.origin(), "id": UUID }],
    });
    event
}

/// Where a link or button is, in the middle of the window: one of 24, from all over the page.
const MIDDLE: &str = "const all = [...document.querySelectorAll('a[href^=http], .consent, .consent *, .button')].filter((it) => it.checkVisibility());
    const it = all[Math.floor((arguments[0] * all.length) / 24)];
    it.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = it.getBoundingClientRect();
    return [x + width / 2, y + height / 2]";

/// Moves the mouse over links and buttons, without pressing it.
async fn point_around(page: &Page) -> Outcome {
    for at in 0..24 {
        let place = page.run(MIDDLE, json!([at])).await?;
        let moved = json!({ "type": "mouseMoved", "x": place[0], "y": place[1] });
        page.devtools("Input.dispatchMouseEvent", moved).await?;
    }
    Ok(())
}

async fn look_around(page: &Page) -> Outcome {
    point_around(page).await?;
    page.run("scrollTo(0, document.body.scrollHeight)", json!([]))
        .await?;
    for _ in 0..12 {
        page.press(Key::Tab).await?;
    }
    page.run(
        "for (const details of document.querySelectorAll('details')) details.open = true",
        json!([]),
    )
    .await?;
    page.fill(SEARCH, "a").await?;
    page.run("scrollTo(0, 0)", json!([])).await.map(drop)
}

#[test]
fn asks_nobody_else_for_anything_before_consent() -> Outcome {
    reader(async |page| {
        for path in [String::new(), format!("?event={SAMPLE}")] {
            page.open(&path).await?;
            look_around(page).await?;
            if path.contains(SAMPLE) {
                let event = event(SAMPLE)?;
                let (talk, _) = talk_from(&event, "youtube")?;
                page.open(&format!("{path}#{talk}")).await?;
                page.open_recording(talk).await?;
            }
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            assert_eq!(
                page.foreign_requests().await?,
                Vec::<String>::new(),
                "{path}"
            );
            let hints = "return [...document.querySelectorAll('link[href]')].map((link) => link.href).filter((href) => !href.startsWith(location.origin))";
            assert_eq!(
                page.texts_of(hints).await?,
                Vec::<String>::new(),
                "no hints to other hosts"
            );
        }
        assert!(
            page.holds("return document.cookie === '' && localStorage.length === 0")
                .await?,
            "nothing is stored"
        );
        Ok(())
    })
}

#[test]
fn loads_the_provider_after_consent_and_removes_it_on_withdrawal() -> Outcome {
    reader(async |page| {
        let provider = Provider::start().await?;
        page.site
            .set_policy(&format!("{POLICY} {}", provider.origin()));
        page.site.serve_event("probe", &peertube_event(&provider));
        page.open("?event=probe").await?;
        page.open_recording("eins").await?;
        page.see("[data-consent=peertube] button").await?;
        page.screenshot("consent").await?;
        let text = page
            .text_of("return document.querySelector('[data-consent]').textContent")
            .await?;
        assert!(
            text.contains("127.0.0.1"),
            "consent names who gets the data: {text}"
        );
        assert!(
            !page
                .holds("return document.querySelector('[data-consent] input').checked")
                .await?
        );
        assert_eq!(provider.requests(), Vec::<String>::new());

        page.click("[data-consent=peertube] button").await?;
        page.see("iframe").await?;
        let frame = page.run(
            "const frame = document.querySelector('iframe');
            return Object.fromEntries(['src', 'title', 'sandbox', 'allow', 'referrerpolicy'].map((name) => [name, frame.getAttribute(name)]))",
            json!([]),
        );
        let frame = frame.await?;
        let text = |name: &str| frame[name].as_str().unwrap_or_default().to_owned();
        assert!(
            text("src").starts_with(&format!("{}/videos/embed/{UUID}", provider.origin())),
            "{frame}"
        );
        assert!(text("title").contains("Der erste Vortrag"), "{frame}");
        assert!(
            text("sandbox").contains("allow-scripts")
                && !text("sandbox").contains("allow-top-navigation"),
            "{frame}"
        );
        assert!(text("allow").contains("fullscreen"), "{frame}");
        assert_eq!(text("referrerpolicy"), "strict-origin-when-cross-origin");
        page.until(
            "the focus has moved into the player",
            "return !!document.activeElement.closest('.player')",
        )
        .await?;
        let player = format!("/videos/embed/{UUID}");
        let is_asked = async || {
            let requests = provider.requests();
            Ok(requests.iter().any(|path| path.starts_with(&player)))
        };
        waiting::until("the provider is asked for its player", is_asked).await?;
        assert!(
            page.holds("return localStorage.length === 0").await?,
            "not asked to remember"
        );

        page.click(".page-footer button").await?;
        page.miss("iframe").await?;
        page.open_recording("eins").await?;
        page.see("[data-consent=peertube] button").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn asks_once_a_visit_if_told_so_and_stores_nothing() -> Outcome {
    reader(async |page| {
        let provider = Provider::start().await?;
        let mut event = peertube_event(&provider);
        let mut second = event["talks"][0].clone();
        second["id"] = json!("zwei");
        event["talks"].as_array_mut().unwrap().push(second);
        page.site
            .set_policy(&format!("{POLICY} {}", provider.origin()));
        page.site.serve_event("probe", &event);
        page.open("?event=probe").await?;
        page.click("[data-talk=eins] .consent__more > summary")
            .await?;
        page.click("[data-talk=eins] [data-consent] input").await?;
        assert_eq!(
            provider.requests(),
            Vec::<String>::new(),
            "a tick alone loads nothing"
        );
        page.click("[data-talk=eins] [data-consent] button").await?;
        page.see(".stage [data-talk=eins] iframe").await?;
        page.miss("[data-talk=zwei] .consent__text").await?;
        page.click("[data-talk=zwei] [data-consent] button").await?;
        page.see(".stage [data-talk=zwei] iframe").await?;
        assert!(
            page.holds("return localStorage.length === 0 && document.cookie === ''")
                .await?
        );

        page.click(".page-footer button").await?;
        page.miss("iframe").await?;
        page.see("[data-talk=eins] .consent__text").await?;
        page.see("[data-talk=zwei] .consent__text").await?;
        page.reload().await?;
        page.see("[data-talk=zwei] .consent__text").await
    })
}

#[test]
fn the_focus_survives_closing_a_player() -> Outcome {
    reader(async |page| {
        let provider = Provider::start().await?;
        page.site
            .set_policy(&format!("{POLICY} {}", provider.origin()));
        page.site.serve_event("probe", &peertube_event(&provider));
        page.open("?event=probe").await?;
        let somewhere = "return document.activeElement !== document.body";
        for close in [".player__actions button", ".page-footer button"] {
            page.click("[data-consent] button").await?;
            page.see("iframe").await?;
            page.click(close).await?;
            page.miss("iframe").await?;
            page.until(
                &format!("the focus is not lost after a click on `{close}`"),
                somewhere,
            )
            .await?;
        }
        Ok(())
    })
}

#[test]
fn plays_youtube_without_cookies() -> Outcome {
    reader(async |page| {
        let event = event(SAMPLE)?;
        let (talk, source) = talk_from(&event, "youtube")?;
        page.open(&format!("?event={SAMPLE}")).await?;
        page.open_recording(talk).await?;
        let card = format!("section[data-section=talks] [data-talk='{talk}']");
        page.click(&format!("{card} [data-consent=youtube] button"))
            .await?;
        page.see(".stage iframe").await?;
        let src = page
            .text_of("return document.querySelector('iframe').src")
            .await?;
        let expected = format!(
            "https://www.youtube-nocookie.com/embed/{}",
            source["id"].as_str().unwrap()
        );
        assert!(src.starts_with(&expected), "{src}");
        let foreign = page.foreign_requests().await?;
        assert!(
            foreign
                .iter()
                .all(|url| url.starts_with("https://www.youtube-nocookie.com/")),
            "{foreign:?}"
        );
        Ok(())
    })
}

#[test]
fn a_playlist_without_an_id_is_honest_and_one_with_an_id_asks_first() -> Outcome {
    reader(async |page| {
        let mut event = event(HEARING)?;
        let has_id = list(&event, "playlists").any(|playlist| !playlist["id"].is_null());
        assert!(!has_id, "the list's id is unknown");
        page.open("").await?;
        let playlist = "section[data-section=playlist]";
        page.see(&format!(
            "{playlist} a[href^='https://www.youtube.com/channel/']"
        ))
        .await?;
        assert_eq!(page.count(&format!("{playlist} [data-consent]")).await?, 0);

        event["playlists"][0]["provider"] = json!("youtube");
        event["playlists"][0]["id"] = json!("PLabcdefghijklmnopqrstuvwxyz012345");
        page.site.serve_event(HEARING, &event);
        page.reload().await?;
        let closed = format!("{playlist} button[aria-expanded=false]");
        if page.count(&closed).await? > 0 {
            page.click(&closed).await?;
        }
        page.click(&format!("{playlist} [data-consent=youtube] button"))
            .await?;
        page.see(".stage iframe").await?;
        let src = page
            .text_of("return document.querySelector('iframe').src")
            .await?;
        assert!(
            src.starts_with("https://www.youtube-nocookie.com/embed/videoseries?list=PLabc"),
            "{src}"
        );
        Ok(())
    })
}
