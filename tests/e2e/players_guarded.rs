//! Messages of strangers change nothing, silence is no error, and what has ended leaves nothing.

use std::time::Duration;

use serde_json::json;
use tokio::time::sleep;

use crate::support::{
    Outcome,
    event::{SAMPLE, event, field, talk_from},
    players::{addresses, follow, nothing_was_thrown, open_stage, plays_near, stage},
    provider::Provider,
    reader,
    site::POLICY,
};

/// What a player says that is at second 4000 and has failed, in all three protocols.
const ELSEWHERE: &str = r#"
    const texts = [
        { event: "initialDelivery", info: { currentTime: 4000, playerState: 0 } },
        { event: "infoDelivery", info: { currentTime: 4000, playerState: 0 } },
        { event: "onStateChange", info: 0 },
        { event: "onError", info: 150 },
        { event: "timeupdate", data: { seconds: 4000 } },
        { event: "ended", data: { seconds: 4000 } },
        { event: "error", data: { name: "PrivacyError" } },
        { method: "getPaused", value: true },
        { method: "getCurrentTime", value: 4000 },
        { method: "peertube::playbackStatusUpdate", params: { position: 4000, playbackState: "ended" } },
        { method: "peertube::playbackStatusChange", params: "ended" },
    ];
    const messages = [...texts, ...texts.map((text) => JSON.stringify(text))];
"#;

/// What is no message of any protocol, though it looks like one.
const BROKEN: &str = r#"
    const seconds = [null, "4000", -1, [4000], { valueOf: 4000 }, true];
    const objects = [
        null, 7, "", "{", "null", "7", "[]", "{}", "NaN", "no JSON", undefined, [], {}, new Map(), new ArrayBuffer(8),
        '{"event":"infoDelivery","info":{"currentTime":1e999,"playbackRate":1e999}}',
        '{"method":"peertube::playbackStatusUpdate","params":{"position":1e999}}',
        '{"event":"timeupdate","data":{"seconds":1e999}}',
        '{"__proto__":{"event":"onError","info":150},"constructor":1}',
        '{"event":"infoDelivery","info":{"__proto__":{"currentTime":4000}}}',
        "[".repeat(150000),
        JSON.stringify({ event: "infoDelivery", info: { currentTime: 4000 }, more: "x".repeat(300000) }),
        JSON.stringify({ event: "timeupdate", data: { seconds: 4000 }, more: "x".repeat(300000) }),
        JSON.stringify({ method: "peertube::playbackStatusUpdate", params: { position: 4000 }, more: "x".repeat(300000) }),
        { event: "timeupdate", data: { seconds: Infinity } },
        { event: "timeupdate", data: { seconds: NaN } },
        { event: "timeupdate", data: 4000 },
        { event: "error", data: { name: "<b>" } },
        { event: "error", data: { name: ["PrivacyError"] } },
        { event: "error" },
        { event: ["ended"] },
        { event: "constructor" },
        { method: "getPaused", value: "true" },
        ...seconds.flatMap((value) => [
            { event: "infoDelivery", info: { currentTime: value, playbackRate: value, currentTimeLastUpdated_: value } },
            { event: "infoDelivery", info: value },
            { event: "initialDelivery", info: null },
            { event: "onStateChange", info: value === null ? "0" : "constructor" },
            { event: "onError", info: value === "4000" || value === -1 ? {} : value },
            { event: "timeupdate", data: { seconds: value } },
            { method: "getCurrentTime", value },
            { method: "peertube::__ready", params: value },
            { method: "peertube::__ready", params: { type: "publish-back" } },
            { method: "peertube::playbackStatusUpdate", params: { position: value, playbackState: value } },
            { method: "peertube::playbackStatusUpdate", params: value },
            { method: "peertube::playbackStatusChange", params: value },
            { id: value, error: value, message: value },
        ]),
    ];
    const messages = [...objects, ...objects.map((object) => JSON.stringify(object))];
"#;

/// Is the player still where the film is, about second 10, and has nothing else been told?
const UNMOVED: &str = "return player.isTold && !player.isPaused && !player.isEnded \
    && player.position > 9 && player.position < 60 \
    && !window.notes.some(({ name, position }) => name === 'failed' || position > 60)";

#[test]
fn messages_of_strangers_change_nothing() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        for address in addresses(page, &provider, "&autoplay=1&start=10") {
            follow(page, &address, 0).await?;
            plays_near(page, 10).await?;
            // The page itself, and a frame of the same origin, which no player was asked for.
            let script = format!(
                "{ELSEWHERE} for (const message of messages) postMessage(message, '*');
                for (const message of messages) dispatchEvent(new MessageEvent('message', {{ data: message, origin: new URL(arguments[0]).origin }}));
                window.other = window.add('iframe', arguments[0] + '&silent');
                return new Promise((resolve) => window.other.addEventListener('load', () => resolve(true)))"
            );
            page.run(&script, json!([address])).await?;
            let script = format!(
                "{ELSEWHERE} for (const message of messages) window.let('say', message, window.other)"
            );
            page.run(&script, json!([])).await?;
            sleep(Duration::from_millis(600)).await;
            assert!(page.holds(UNMOVED).await?, "{address}");
        }
        nothing_was_thrown(page).await
    })
}

#[test]
fn a_frame_that_shows_another_origin_is_not_heard() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        let other = Provider::start().await?;
        let both = format!("{POLICY} {} {}", provider.origin(), other.origin());
        page.site.set_policy(&both);
        open_stage(page).await?;
        let there = addresses(page, &other, "&autoplay=1&start=10");
        for (address, there) in addresses(page, &provider, "").iter().zip(&there) {
            let moves = format!("{address}&moves={}", there.replace('&', "%26"));
            follow(page, &moves, 0).await?;
            page.until(
                "the other one is there",
                "return window.heard().then(({ second }) => second > 10)",
            )
            .await?;
            let script =
                format!("{ELSEWHERE} for (const message of messages) window.let('say', message)");
            page.run(&script, json!([])).await?;
            sleep(Duration::from_millis(600)).await;
            let unheard = "return !player.isTold && Number.isNaN(player.position) && window.notes.every(({ name }) => name === 'state')";
            assert!(page.holds(unheard).await?, "{address}");
        }
        nothing_was_thrown(page).await
    })
}

#[test]
fn broken_and_hostile_messages_change_nothing() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        for address in addresses(page, &provider, "&autoplay=1&start=10") {
            follow(page, &address, 0).await?;
            plays_near(page, 10).await?;
            let script =
                format!("{BROKEN} for (const message of messages) window.let('say', message)");
            page.run(&script, json!([])).await?;
            sleep(Duration::from_millis(800)).await;
            assert!(
                page.holds(UNMOVED).await?,
                "{address}: {:?}",
                page.text_of("return JSON.stringify(window.notes.slice(-5))")
                    .await?
            );
        }
        // Before a player has said anything, they are no word of it either.
        for address in addresses(page, &provider, "&silent") {
            follow(page, &address, 0).await?;
            page.until(
                "the frame is there",
                "return window.heard().then(({ state }) => state !== undefined)",
            )
            .await?;
            let script =
                format!("{BROKEN} for (const message of messages) window.let('say', message)");
            page.run(&script, json!([])).await?;
            sleep(Duration::from_millis(800)).await;
            let unheard = "return !player.isTold && Number.isNaN(player.position) && window.notes.length === 0";
            assert!(page.holds(unheard).await?, "{address}");
        }
        nothing_was_thrown(page).await
    })
}

#[test]
fn silence_is_no_error() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        let [youtube, ..] = addresses(page, &provider, "&autoplay=1");
        for address in addresses(page, &provider, "&silent") {
            // Each in its turn would take too long.
            let script = "const frame = window.add('iframe', arguments[0]);
                return window.follow(frame).then(() => { (window.all ??= []).push([frame, player]); return true; })";
            page.run(script, json!([address])).await?;
        }
        assert!(page.holds("return window.timers() === 3").await?);
        page.run("for (const [, player] of all) player.seek(77)", json!([]))
            .await?;
        sleep(Duration::from_secs(11)).await;
        // They are greeted no longer, and do what is wanted though nobody hears of it.
        assert!(page.holds("return window.timers() === 0").await?);
        page.until(
            "they play",
            "return Promise.all(all.map(([frame]) => window.heard(frame))).then((all) => all.every(({ state, second }) => state === 'playing' && second >= 77 && second < 90))",
        )
        .await?;
        let unheard = "return all.every(([, player]) => !player.isTold && Number.isNaN(player.position) && player.isPaused && !player.isEnded)";
        assert!(page.holds(unheard).await?);
        // At once, since nobody is waited for.
        page.run("for (const [, player] of all) player.pause()", json!([]))
            .await?;
        page.until(
            "they wait",
            "return Promise.all(all.map(([frame]) => window.heard(frame))).then((all) => all.every(({ state }) => state === 'paused'))",
        )
        .await?;
        page.run(
            "[[element, player]] = all; element.src = arguments[0]; Object.assign(window, { element, player })",
            json!([youtube]),
        )
        .await?;
        plays_near(page, 1).await?;
        nothing_was_thrown(page).await
    })
}

#[test]
fn what_has_ended_leaves_no_listener_timer_or_port() -> Outcome {
    reader(async |page| {
        let provider = stage(page).await?;
        let sample = event(SAMPLE)?;
        let (_, source) = talk_from(&sample, "file")?;
        let file = page
            .site
            .url(&format!("events/{SAMPLE}/{}", field(source, "url")));
        for address in addresses(page, &provider, "&autoplay=1") {
            follow(page, &address, 0).await?;
            plays_near(page, 1).await?;
            let script = "const { playerOf } = await import(new URL('players.js', location.href).href);
                const [frame, first] = [element, player], video = window.add('video', arguments[0]);
                const while_open = window.open_now();
                first.end();
                first.end();
                const before = window.open_now();
                for (let turn = 0; turn < 500; turn += 1) {
                    const players = [playerOf(frame), playerOf(video)];
                    if (window.open_now() <= before || players[0] === first) return 'nothing was open';
                    players[0].seek(turn);
                    for (const player of players) player.end();
                    if (window.open_now() !== before) return `${window.open_now() - before} are open`;
                }
                // Whoever still holds an ended player hears nothing of it, and opens nothing with it.
                let heard = 0;
                for (const name of ['time', 'state', 'failed']) first.addEventListener(name, () => (heard += 1));
                const held = window.open_now();
                first.seek(3);
                await new Promise((resolve) => setTimeout(resolve, 600));
                if (heard > 0 || window.open_now() !== held) return 'it goes on';
                // A player may be ended from within what it tells.
                const last = playerOf(frame);
                await new Promise((resolve) => last.addEventListener('state', () => resolve(last.end()), { once: true }));
                frame.remove();
                return String(while_open > before)";
            let script = format!("return (async () => {{ {script} }})()");
            let result = page.run(&script, json!([file])).await?;
            assert_eq!(result, "true", "{address}");
        }
        nothing_was_thrown(page).await
    })
}
