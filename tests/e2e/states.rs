//! Whatever is wrong with the event's file, the page says it and goes on as well as it can.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, list, small_event},
    page::Page,
    reader,
    site::Answer,
};

const ORIGINAL: &str = "[role=alert] a[href^='https://muenchen.digital/']";

fn file() -> String {
    format!("events/{HEARING}/event.json")
}

/// The page fails with a code, says so in its language, and works again after a retry.
async fn fails_and_recovers(
    page: &Page,
    code: &str,
    mend: impl AsyncFnOnce() -> Outcome,
) -> Outcome {
    assert_eq!(page.failure().await?, code);
    let said = page
        .text_of("return document.querySelector('[role=alert]').innerText")
        .await?;
    assert!(said.contains(code), "the code can be reported: {said}");
    assert!(said.len() > code.len() + 40, "a sentence: {said}");
    assert_eq!(page.count("h1").await?, 1, "{code}: a page has a heading");
    page.see(ORIGINAL).await?;
    page.screenshot(&format!("failure-{code}")).await?;
    mend().await?;
    page.click("[role=alert] button").await?;
    page.see("[data-nachlese=ready]").await?;
    page.see("section[data-section=talks] [data-talk]").await?;
    assert_eq!(
        page.count("[role=alert]").await?,
        0,
        "{code}: the alert is gone"
    );
    Ok(())
}

#[test]
fn a_second_try_that_works_leads_to_the_main_part() -> Outcome {
    reader(async |page| {
        let few = small_event("spaet");
        let many = event(SAMPLE)?;
        for event in [many, few] {
            page.site
                .serve("late.json", Answer::html(503, "<h1>Später</h1>"));
            page.go("?event=late.json").await?;
            assert_eq!(page.failure().await?, "http-error");
            page.site.serve("late.json", Answer::json(&event));
            page.click("[role=alert] button").await?;
            page.see("[data-nachlese=ready]").await?;
            // A prerendered page is loaded again instead, as by the browser's own button.
            page.until(
                "the main part has the focus, and it is said that the content is there",
                "return document.activeElement.matches('main')
                    && [...document.querySelectorAll('[aria-live=polite]')]
                        .some(({ textContent }) => textContent.includes('geladen'))",
            )
            .await?;
        }
        Ok(())
    })
}

#[test]
fn each_failure_has_a_sentence_a_code_a_retry_and_a_way_out() -> Outcome {
    reader(async |page| {
        let whole = event(HEARING)?.to_string();
        let half = whole
            .chars()
            .take(whole.chars().count() / 2)
            .collect::<String>();
        let mut future = small_event(HEARING);
        future["schemaVersion"] = json!(99);
        let html =
            "<!doctype html><html lang=de><title>Wartung</title><h1>Wir sind gleich zurück</h1>";
        for (code, answer) in [
            ("not-found", Answer::html(404, html)),
            ("http-error", Answer::html(503, html)),
            ("html", Answer::html(200, html)),
            ("truncated", Answer::text(half)),
            ("not-json", Answer::text("Hier ist kein JSON.")),
            ("not-an-event", Answer::json(&json!([]))),
            (
                "no-talks",
                Answer::json(&json!([{"date": "2026-05-02", "rooms": [{"name": "Laube",
                    "sessions": [{"title": "A", "startsAt": "2026-05-02T09:00"}]}]}])),
            ),
            ("too-new", Answer::json(&future)),
        ] {
            page.site.serve(&file(), answer);
            page.go("").await?;
            let mend = async || {
                page.site.mend();
                Ok(())
            };
            fails_and_recovers(page, code, mend).await?;
        }
        Ok(())
    })
}

#[test]
fn says_that_there_is_no_network() -> Outcome {
    reader(async |page| {
        page.cut_off(&["*/event.json*"]).await?;
        page.go("").await?;
        fails_and_recovers(page, "no-network", async || page.cut_off(&[]).await).await
    })
}

#[test]
fn gives_up_on_a_silent_server_after_eight_seconds() -> Outcome {
    reader(async |page| {
        page.site.serve(&file(), Answer::never());
        let start = Instant::now();
        page.go("").await?;
        tokio::time::sleep(Duration::from_secs(6)).await;
        assert!(
            page.holds(
                "return document.querySelector('[data-nachlese]').dataset.nachlese === 'loading'"
            )
            .await?
        );
        let mend = async || {
            page.site.mend();
            Ok(())
        };
        fails_and_recovers(page, "timeout", mend).await?;
        let took = start.elapsed();
        assert!(
            took > Duration::from_secs(8) && took < Duration::from_secs(16),
            "{took:?}"
        );
        Ok(())
    })
}

#[test]
fn speaks_of_failures_in_the_readers_language() -> Outcome {
    reader(async |page| {
        page.go("?event=gibt-es-nicht").await?;
        assert_eq!(page.failure().await?, "not-found");
        let german = page
            .text_of("return document.querySelector('[role=alert]').innerText")
            .await?;
        page.go("?event=gibt-es-nicht&lang=en").await?;
        assert_eq!(page.failure().await?, "not-found");
        let english = page
            .text_of("return document.querySelector('[role=alert]').innerText")
            .await?;
        assert_ne!(german, english);
        assert!(english.contains("Try again"), "{english}");
        assert_eq!(
            page.text_of("return document.querySelector('[role=alert]').closest('[lang]').lang")
                .await?,
            "en"
        );
        Ok(())
    })
}

#[test]
fn refuses_events_from_dangerous_addresses() -> Outcome {
    reader(async |page| {
        for address in [
            "javascript:alert(1)",
            "data:application/json,{}",
            "../../../etc/passwd",
            "//evil.example/event.json",
            "http://evil.example/event.json",
            "a/b",
        ] {
            page.go(&format!("?event={address}")).await?;
            let script = "return ['error', 'ready'].includes(document.querySelector('[data-nachlese]').dataset.nachlese)";
            page.until(&format!("`{address}` is dealt with"), script)
                .await?;
            page.see("[role=alert], .notice").await?;
            assert_eq!(
                page.foreign_requests().await?,
                Vec::<String>::new(),
                "{address}"
            );
        }
        Ok(())
    })
}

#[test]
fn shows_the_rest_of_a_partly_broken_event_with_a_quiet_note() -> Outcome {
    reader(async |page| {
        let mut event = event(HEARING)?;
        let talks = list(&event, "talks").count();
        let sections = list(&event, "sections").count();
        event["talks"]
            .as_array_mut()
            .unwrap()
            .insert(1, json!({ "id": 7, "kind": null }));
        event["talks"]
            .as_array_mut()
            .unwrap()
            .push(json!("kein Vortrag"));
        event["sections"]
            .as_array_mut()
            .unwrap()
            .insert(0, json!({ "type": "karussell", "heading": "Unbekannt" }));
        event["people"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "id": "namenlos" }));
        page.site.serve_event(HEARING, &event);
        page.open("").await?;
        page.see(".notice").await?;
        assert_eq!(page.count("[role=alert]").await?, 0, "quiet");
        page.has_matches(talks).await?;
        assert_eq!(page.count("[data-section]").await?, sections);
        page.screenshot("partly-broken").await?;
        page.is_accessible("of a partly broken event").await
    })
}
