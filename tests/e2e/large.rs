//! Events of thousands of talks are read beside the page, and wherever that cannot be, in it.

use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::small_event,
    host::Host,
    page::{Page, SEARCH},
    reader,
    site::Answer,
};

const TALKS: usize = 3_000;

/// Enough of it makes a file that is read in a worker.
const ABSTRACT: &str = "Ein Vortrag über Daten, Städte und das, was dazwischen liegt. ";

fn word(at: usize) -> String {
    format!("Nummer{at}")
}

/// In the event format; an id comes twice.
fn own_event() -> Value {
    let mut event = small_event("probe");
    let talk = |at: usize| {
        let id = if at == 1_500 { 7 } else { at };
        json!({ "id": format!("t{id}"), "kind": "talk", "title": format!("Vortrag {at}"), "people": [format!("p{}", at % 800)],
            "abstract": format!("{}{}", ABSTRACT.repeat(6), word(at)) })
    };
    event["people"] = (0..800)
        .map(|at| json!({ "id": format!("p{at}"), "name": format!("Person {at}") }))
        .collect();
    event["talks"] = (1..=TALKS).map(talk).collect();
    event
}

/// As other programs write it.
fn schedule() -> Value {
    let talk = |at: usize| {
        json!({ "id": at, "guid": format!("guid-{at}"), "title": format!("Vortrag {at}"), "date": "2026-03-04T09:00:00+01:00",
            "start": "09:00", "duration": "00:30", "room": "Saal", "language": "de", "abstract": format!("{}{}", ABSTRACT.repeat(6), word(at)),
            "persons": [{ "id": at % 800, "public_name": format!("Person {}", at % 800) }] })
    };
    let talks: Value = (1..=TALKS).map(talk).collect();
    json!({ "schedule": { "version": "1", "conference": { "acronym": "probe", "title": "Probe", "days": [
        { "index": 1, "date": "2026-03-04", "rooms": { "Saal": talks } } ] } } })
}

const WORKERS: &str = "window.workers = 0; const Own = window.Worker; window.Worker = class extends Own { constructor(...given) { super(...given); window.workers += 1; } };";

async fn finds_a_late_talk(page: &Page) -> Outcome {
    assert_eq!(page.status().await?, "3000 Programmpunkte");
    page.fill(SEARCH, &word(2_987)).await?;
    page.until(
        "the talk is found",
        "return document.querySelectorAll('.programme__list [data-talk]').length === 1",
    )
    .await
}

#[test]
fn large_files_are_read_in_a_worker_under_the_promised_policy() -> Outcome {
    reader(async |page| {
        page.before_each_page(WORKERS).await?;
        for event in [own_event(), schedule()] {
            page.site.serve_event("probe", &event);
            page.open("?event=probe").await?;
            assert_eq!(page.run("return workers", json!([])).await?, 1);
            page.see("[data-talk]").await?;
            finds_a_late_talk(page).await?;
            assert_eq!(page.complaints().await?, Vec::<String>::new());
        }
        Ok(())
    })
}

#[test]
fn large_files_are_read_where_there_is_no_worker() -> Outcome {
    reader(async |page| {
        for script in [
            "delete window.Worker",
            "window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } }",
            "window.Worker = class { terminate() {} constructor() { setTimeout(() => this.onerror(new Event('error'))); } }",
        ] {
            page.before_each_page(script).await?;
            page.site.serve_event("probe", &schedule());
            page.open("?event=probe").await?;
            finds_a_late_talk(page).await?;
        }
        Ok(())
    })
}

#[test]
fn a_policy_without_workers_is_no_obstacle() -> Outcome {
    reader(async |page| {
        page.site.add_to_policy("; worker-src 'none'");
        page.site.serve_event("probe", &own_event());
        page.open("?event=probe").await?;
        finds_a_late_talk(page).await
    })
}

#[test]
fn what_is_wrong_with_a_large_file_has_its_code() -> Outcome {
    reader(async |page| {
        let whole = own_event().to_string();
        let half: String = whole.chars().take(whole.chars().count() * 2 / 3).collect();
        let mut future = own_event();
        future["schemaVersion"] = json!(99);
        let page_like = format!(
            "<!doctype html><title>x</title>{}",
            "<p>Text".repeat(200_000)
        );
        let cut_xml = format!("<schedule><day>{}", "<event>Text</event>".repeat(100_000));
        for (code, answer) in [
            ("truncated", Answer::text(half)),
            ("too-new", Answer::json(&future)),
            ("html", Answer::html(200, &page_like)),
            ("not-xml", Answer::text(cut_xml)),
            ("not-json", Answer::text("Kein JSON. ".repeat(200_000))),
        ] {
            page.site.serve("events/probe/event.json", answer);
            page.go("?event=probe").await?;
            assert_eq!(page.failure().await?, code);
        }
        page.site.serve_event("probe", &own_event());
        page.click("[role=alert] button").await?;
        page.see("[data-nachlese=ready] [data-talk]").await
    })
}

#[test]
fn a_memory_that_is_too_small_is_told() -> Outcome {
    reader(async |page| {
        // A worker that dies in the middle, as without memory: its program it gets.
        page.before_each_page(
            "const Own = window.Worker; window.Worker = class extends Own {
                #sent = 0;
                postMessage(...given) { if (this.#sent++ === 0) super.postMessage(...given); else super.postMessage(-1); }
            };",
        )
        .await?;
        page.site.serve_event("probe", &own_event());
        page.go("?event=probe").await?;
        assert_eq!(page.failure().await?, "too-large");
        page.see("[role=alert] button").await
    })
}

#[test]
fn says_how_far_reading_has_come() -> Outcome {
    reader(async |page| {
        page.before_each_page("window.said = new Set(); new MutationObserver(() => { const sign = document.querySelector('.loading'); if (sign) said.add(sign.textContent); }).observe(document, { childList: true, subtree: true, characterData: true });")
            .await?;
        page.site.serve_event("probe", &schedule());
        page.open("?event=probe").await?;
        let said = page.texts_of("return [...said]").await?;
        assert!(
            said.iter()
                .any(|text| text.contains(" von 3000 Programmpunkten")),
            "{said:?}"
        );
        Ok(())
    })
}

#[test]
fn an_element_on_another_origin_reads_large_files_too() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        page.site.serve_event("probe", &schedule());
        let tag = "<nachlese-event src=\"events/probe/event.json\"></nachlese-event>";
        host.show(page, tag).await?;
        let said = "return document.querySelector('nachlese-event').shadowRoot.querySelector('[role=status]').textContent";
        assert_eq!(page.text_of(said).await?, "3000 Programmpunkte");
        Ok(())
    })
}
