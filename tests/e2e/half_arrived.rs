//! A folder of which only half has arrived: the page says so, and shows nothing to press that does nothing.

use std::{fs, time::Duration};

use crate::support::{
    Failure, Outcome,
    event::small_event,
    page::{Page, SEARCH},
    reader_for,
    site::{Answer, dist},
};

/// A file of the bundle, by the start and end of its name.
fn named(start: &str, end: &str) -> Outcome<String> {
    for file in fs::read_dir(dist())? {
        let name = file?.file_name().to_string_lossy().into_owned();
        if name.starts_with(start) && name.ends_with(end) {
            return Ok(name);
        }
    }
    Err(Failure::new(format!("there is no {start}…{end}")))
}

/// What a broken deployment answers instead of a script.
fn answers() -> [(&'static str, Answer); 4] {
    [
        ("gone", Answer::html(404, "<h1>Nicht gefunden")),
        ("a page", Answer::html(200, "<!doctype html><p>Anmeldung")),
        (
            "another version",
            Answer::new(200, "text/javascript", "export default () => {};"),
        ),
        ("empty", Answer::new(200, "text/javascript", "")),
    ]
}

async fn says_so_and_recovers(page: &Page, path: &str, what: &str) -> Outcome {
    page.go(path).await?;
    let code = page.failure().await?;
    assert_eq!(code, "app-not-loaded", "{what}");
    assert_eq!(
        page.count(SEARCH).await?,
        0,
        "{what}: a search that is dead"
    );
    if path.contains("event=") {
        let title = "return document.body.innerText.includes('Stadtrat')";
        assert!(!page.holds(title).await?, "{what}: the built-in event");
    } else {
        page.see("section[data-section=talks] [data-talk]").await?;
    }
    page.site.mend();
    page.site.serve_event("probe", &small_event("probe"));
    page.click("[role=alert] button").await?;
    page.see("[data-nachlese=ready]").await?;
    assert_eq!(page.count("[role=alert]").await?, 0, "{what}");
    Ok(())
}

#[test]
fn a_script_that_is_missing_is_told() -> Outcome {
    reader_for(240, async |page| {
        for (script, start, end) in [
            ("starter", "boot-", ".js"),
            ("glue", "nachlese-web-", ".js"),
            ("program", "nachlese-web-", ".wasm"),
        ] {
            let file = named(start, end)?;
            for (answer, body) in answers() {
                for path in ["", "?event=probe"] {
                    page.site.serve(&file, body.clone());
                    says_so_and_recovers(page, path, &format!("{script} {answer} at {path}"))
                        .await?;
                }
            }
        }
        page.site
            .serve(&named("boot-", ".js")?, Answer::html(404, "weg"));
        page.go("").await?;
        page.failure().await?;
        page.is_accessible("without the starter").await?;
        page.screenshot("without-starter").await
    })
}

/// Notes every now and then what is seen. The driver itself waits for the starter.
const WATCH: &str = "window.seen = [];
    setInterval(() => {
        const bar = document.querySelector('.filter-bar');
        if (bar) seen.push({
            at: performance.now(),
            opacity: Number(getComputedStyle(bar).opacity),
            code: document.querySelector('[role=alert]')?.dataset.code,
            shown: bar.checkVisibility(),
        });
    }, 200);";

#[test]
fn a_starter_that_is_late_is_told_and_may_still_come() -> Outcome {
    reader_for(120, async |page| {
        page.before_each_page(WATCH).await?;
        page.site
            .slow_down(&named("boot-", ".js")?, Duration::from_secs(34));
        page.go("").await?;
        page.see("[data-nachlese=ready]").await?;
        for (what, script) in [
            // A busy machine may show its first frame later.
            (
                "at first it looks as usual",
                "seen[0].at > 900 || seen.some(({ at, opacity }) => at < 1000 && opacity === 1)",
            ),
            (
                "then it looks like waiting",
                "seen.some(({ at, opacity }) => at > 2000 && at < 29000 && opacity < 1)",
            ),
            (
                "then it says so",
                "seen.some(({ code }) => code === 'app-not-loaded')",
            ),
            (
                "not at once",
                "seen.every(({ at, code }) => at > 29000 || !code)",
            ),
            (
                "and shows no dead search",
                "seen.every(({ code, shown }) => !code || !shown)",
            ),
        ] {
            assert!(page.holds(&format!("return {script}")).await?, "{what}");
        }
        assert_eq!(page.count("[role=alert]").await?, 0);
        page.fill(SEARCH, "ethik").await?;
        page.has_matches(1).await
    })
}

#[test]
fn without_the_first_script_or_the_worker_everything_works() -> Outcome {
    reader_for(120, async |page| {
        let first = named("before_paint-", ".js")?;
        for (file, answer) in [
            (first.as_str(), Answer::html(404, "weg")),
            (first.as_str(), Answer::html(200, "<p>Anmeldung")),
            ("sw.js", Answer::html(200, "<!doctype html><p>Anmeldung")),
        ] {
            page.site.mend();
            page.site.serve(file, answer);
            page.site.serve_event("probe", &small_event("probe"));
            page.open("").await?;
            page.fill(SEARCH, "ethik").await?;
            page.has_matches(1).await?;
            page.open("?event=probe").await?;
            page.see("[data-talk=eins]").await?;
        }
        Ok(())
    })
}

#[test]
fn measuring_is_not_needed() -> Outcome {
    reader_for(120, async |page| {
        for script in [
            "Performance.prototype.mark = () => { throw new TypeError('blocked'); };",
            "delete Performance.prototype.mark; delete Performance.prototype.measure;",
        ] {
            page.before_each_page(script).await?;
            page.open("").await?;
            page.fill(SEARCH, "ethik").await?;
            page.has_matches(1).await?;
        }
        Ok(())
    })
}

/// Answers some files in parts.
const SLOW_FETCH: &str = include_str!("support/probes/slow_fetch.js");

#[test]
fn what_drips_is_not_waited_for_but_what_is_slow_is() -> Outcome {
    reader_for(120, async |page| {
        page.before_each_page(SLOW_FETCH).await?;
        page.go("?event=drip.json").await?;
        tokio::time::sleep(Duration::from_secs(12)).await;
        page.see("[data-nachlese=loading]").await?;
        assert_eq!(page.failure().await?, "timeout");
        page.go("?event=slow.json").await?;
        tokio::time::sleep(Duration::from_secs(28)).await;
        page.see("[data-nachlese=ready] [data-talk=eins]").await
    })
}

#[test]
fn an_importer_that_never_arrives_is_told() -> Outcome {
    reader_for(240, async |page| {
        let calendar = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\n\
            DTSTART:20260501T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let calendar = Answer::new(200, "text/calendar", calendar);
        for (file, seconds) in [
            ("calendar-importer_bg.wasm", 10),
            ("calendar-importer.js", 25),
            ("importer-reader.js", 25),
        ] {
            page.site.serve("plan.ics", calendar.clone());
            page.site.serve(file, Answer::never());
            page.go("?event=plan.ics").await?;
            tokio::time::sleep(Duration::from_secs(seconds)).await;
            assert_eq!(page.failure().await?, "no-network", "{file}");
            page.see("[role=alert] button").await?;
            page.site.mend();
        }
        Ok(())
    })
}
