//! Players tell their position and obey (`players.js`): files, and doubles of the three providers'.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::support::{
    Outcome,
    event::{SAMPLE, event, field, small_event, talk_from},
    host::{tag, visitor},
    page::Page,
    players::{PROBE, UUID, addresses, follow, nothing_was_thrown, plays_near, stage, told},
    provider::Provider,
    reader,
    site::POLICY,
};

/// A player begins at second 700 of the film, where the talk begins, and does what it is told.
async fn tells_and_obeys(page: &Page, address: &str) -> Outcome {
    follow(page, address, 700).await?;
    assert!(page.holds("return window.same").await?);
    plays_near(page, 0).await?;
    let seek = "window.notes.length = 0; player.seek(300); return player.position";
    assert_eq!(page.run(seek, json!([])).await?, 300, "{address}");
    sleep(Duration::from_millis(700)).await;
    plays_near(page, 300).await?;
    let jumps = "return window.notes.every(({ position }) => position >= 300)";
    assert!(page.holds(jumps).await?, "{address}: it tells where it was");
    page.run("player.pause()", json!([])).await?;
    page.until("it waits", "return player.isPaused").await?;
    // Where exactly may come a moment later.
    sleep(Duration::from_millis(700)).await;
    let second = "return String(player.position)";
    let first = page.text_of(second).await?;
    sleep(Duration::from_millis(700)).await;
    assert_eq!(page.text_of(second).await?, first, "{address}");
    // Whoever seeks wants to see it.
    page.run("player.seek(400)", json!([])).await?;
    plays_near(page, 400).await?;
    page.run("player.pause(); player.play()", json!([])).await?;
    plays_near(page, 400).await?;
    let end = "player.seek(4299); return player.isEnded";
    assert!(!page.holds(end).await?, "{address}");
    page.until("it ends", "return player.isEnded && player.isPaused")
        .await?;
    page.run("player.seek(5)", json!([])).await?;
    plays_near(page, 5).await?;
    assert!(page.holds("return !player.isEnded").await?, "{address}");
    Ok(())
}

#[test]
fn each_player_tells_where_it_is_and_obeys() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        for address in addresses(page, &provider, "&autoplay=1&start=700") {
            tells_and_obeys(page, &address).await?;
        }
        nothing_was_thrown(page).await
    })
}

#[test]
fn so_does_one_that_speaks_late_or_otherwise() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        let [youtube, vimeo, peertube] = addresses(page, &provider, "&autoplay=1&start=700");
        for address in [
            format!("{youtube}&state=event&late=1200"),
            format!("{youtube}&state=delivery"),
            format!("{vimeo}&texts&late=600"),
            format!("{peertube}&late=2500"),
        ] {
            tells_and_obeys(page, &address).await?;
        }
        nothing_was_thrown(page).await
    })
}

#[test]
fn the_time_is_told_often_and_runs_forward() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        for (address, at_least) in addresses(page, &provider, "&autoplay=1")
            .iter()
            .zip([8, 8, 4])
        {
            follow(page, address, 0).await?;
            plays_near(page, 1).await?;
            sleep(Duration::from_secs(3)).await;
            let times = told(page, "time").await?;
            let seconds: Vec<f64> = times
                .iter()
                .filter_map(|note| note["position"].as_f64())
                .collect();
            assert!(seconds.len() >= at_least, "{address}: {seconds:?}");
            assert!(seconds.is_sorted(), "{address}: {seconds:?}");
        }
        nothing_was_thrown(page).await
    })
}

#[test]
fn what_is_wanted_before_a_player_hears_is_done_once_it_does() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        for address in addresses(page, &provider, "&late=900") {
            follow(page, &address, 100).await?;
            page.run(
                "player.seek(9); player.seek(50); player.seek(NaN)",
                json!([]),
            )
            .await?;
            plays_near(page, 50).await?;
            // The frame gets another address: the same player goes on with it.
            follow(page, &address, 0).await?;
            page.run(
                "player.seek(20); element.src += '&again'; player.pause()",
                json!([]),
            )
            .await?;
            page.until(
                "it waits there",
                "return player.isPaused && window.near(20)",
            )
            .await?;
        }
        nothing_was_thrown(page).await
    })
}

#[test]
fn a_frame_that_gets_another_address_is_greeted_anew() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        for (address, again) in addresses(page, &provider, "&autoplay=1&start=10")
            .iter()
            .zip(addresses(page, &provider, "&autoplay=1&start=900"))
        {
            follow(page, address, 0).await?;
            plays_near(page, 10).await?;
            page.run("element.src = arguments[0]", json!([again]))
                .await?;
            plays_near(page, 900).await?;
            page.run("player.seek(500)", json!([])).await?;
            plays_near(page, 500).await?;
            let greetings = "return window.heard().then(({ heard }) => \
                heard.filter((text) => String(text).includes('publish-request')).length < 2)";
            assert!(page.holds(greetings).await?, "{address}");
            // It may be another provider's, too.
            let [youtube, vimeo, _] = addresses(page, &provider, "&autoplay=1&start=50");
            let other = if address.contains("/embed/a") {
                vimeo
            } else {
                youtube
            };
            page.run("element.src = arguments[0]", json!([other]))
                .await?;
            plays_near(page, 50).await?;
            page.run("player.pause()", json!([])).await?;
            page.until("it waits", "return player.isPaused").await?;
        }
        nothing_was_thrown(page).await
    })
}

#[test]
fn errors_arrive_with_their_code() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        let [youtube, vimeo, _] = addresses(page, &provider, "&autoplay=1");
        for (address, code) in [
            (&youtube, json!(150)),
            (&youtube, json!(153)),
            (&vimeo, json!("PrivacyError")),
        ] {
            follow(page, address, 0).await?;
            plays_near(page, 1).await?;
            page.run("window.let('failed', arguments[0])", json!([code]))
                .await?;
            let failed = "return window.notes.some(({ name }) => name === 'failed')";
            page.until("it has failed", failed).await?;
            assert_eq!(told(page, "failed").await?[0]["detail"], code);
        }
        // Browsers let some players begin only when they are pressed.
        follow(page, &vimeo.replace("autoplay=1", "refuses"), 0).await?;
        page.until("it is heard", "return player.isTold").await?;
        page.run("player.play()", json!([])).await?;
        sleep(Duration::from_millis(400)).await;
        assert_eq!(told(page, "failed").await?, Vec::<Value>::new());
        assert!(page.holds("return player.isPaused").await?);
        nothing_was_thrown(page).await
    })
}

#[test]
fn a_file_of_the_page_speaks_the_same_way() -> Outcome {
    reader(async |page| {
        let sample = event(SAMPLE)?;
        let (_, source) = talk_from(&sample, "file")?;
        stage(page).await?;
        let file = page
            .site
            .url(&format!("events/{SAMPLE}/{}", field(source, "url")));
        page.run(
            "return window.play('video', arguments[0], 2)",
            json!([file]),
        )
        .await?;
        page.until("it tells", "return player.isTold && player.position === -2")
            .await?;
        page.run("player.seek(3)", json!([])).await?;
        plays_near(page, 3).await?;
        assert!(page.holds("return element.currentTime >= 5").await?);
        page.run("player.pause()", json!([])).await?;
        page.until("it waits", "return player.isPaused").await?;
        page.run("player.seek(element.duration - 2.5)", json!([]))
            .await?;
        page.until("it ends", "return player.isEnded").await?;
        assert!(told(page, "time").await?.len() > 2);
        assert!(told(page, "state").await?.len() > 3);

        let missing = page.site.url("none.mp4");
        page.run(
            "return window.play('video', arguments[0])",
            json!([missing]),
        )
        .await?;
        page.until(
            "it has failed",
            "return window.notes.some(({ name, detail }) => name === 'failed' && detail === 4)",
        )
        .await
    })
}

#[test]
fn the_players_of_the_page_speak_with_it() -> Outcome {
    reader(async |page| {
        let provider = Provider::start().await?;
        page.site
            .set_policy(&format!("{POLICY} {}", provider.origin()));
        let mut event = small_event("probe");
        event["talks"][0]["recording"] = json!({ "status": "released", "sources": [
            { "provider": "peertube", "host": provider.origin(), "id": UUID, "start": 60 },
        ]});
        page.site.serve_event("probe", &event);
        page.open("?event=probe").await?;
        page.run(PROBE, json!([])).await?;
        assert_eq!(provider.requests(), Vec::<String>::new());
        page.click("[data-consent] button").await?;
        page.see("iframe").await?;
        page.run(
            "return window.follow(document.querySelector('iframe')).then(() => true)",
            json!([]),
        )
        .await?;
        plays_near(page, 0).await?;
        let requests = provider.requests();
        page.run("player.seek(30)", json!([])).await?;
        plays_near(page, 30).await?;
        assert_eq!(provider.requests(), requests, "nothing is loaded anew");
        assert_eq!(page.complaints().await?, Vec::<String>::new());

        // The real one is not there. Its address says who wants to know.
        event["talks"][0]["recording"]["sources"] =
            json!([{ "provider": "youtube", "id": "dQw4w9WgXcQ" }]);
        page.site.serve_event("probe", &event);
        page.reload().await?;
        page.click("[data-consent] button").await?;
        let origin = page.site.origin();
        page.see(&format!(
            "iframe[src*='&enablejsapi=1&widgetid=1&origin={origin}']"
        ))
        .await
    })
}

#[test]
fn in_a_page_of_somebody_else_the_origin_is_theirs() -> Outcome {
    visitor(async |page, host| {
        let mut event = small_event("probe");
        event["talks"][0]["recording"] = json!({ "status": "released", "sources": [
            { "provider": "youtube", "id": "dQw4w9WgXcQ" },
        ]});
        page.site.serve_event("probe", &event);
        host.show(page, &tag("src='events/probe/event.json'"))
            .await?;
        page.inside("root.querySelector('[data-consent] button').click()")
            .await?;
        let origin = host.site.origin();
        let src = page.inside("root.querySelector('iframe').src").await?;
        let src = src.as_str().unwrap_or_default();
        assert!(src.ends_with(&format!("&origin={origin}")), "{src}");
        Ok(())
    })
}
