//! Elements come, move and go as hosts like; nothing of them stays behind.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE},
    host::{Host, TAG},
    page::Page,
    reader,
};

#[test]
fn any_order_of_tags_and_scripts_will_do() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let script = host.script();
        let second = script.replace("embed.js", "embed.js?version=2");
        for (head, body) in [
            (String::new(), format!("{TAG}{script}")),
            (script.clone(), TAG.to_owned()),
            (script.clone(), format!("{TAG}{script}")),
            (format!("{script}{second}"), TAG.to_owned()),
        ] {
            host.open_at(page, "host.html", &head, &body).await?;
            page.embed_is("ready").await?;
            assert_eq!(page.told("ready").await?.len(), 1, "{head}{body}");
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn what_a_host_sets_before_the_script_is_there_counts() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        host.open_at(page, "host.html", "", TAG).await?;
        page.run("const element = document.querySelector('#a'); element.address = '?q=panel'; const script = document.createElement('script'); script.type = 'module'; script.src = arguments[0]; document.head.append(script)", json!([format!("{}/embed.js", host.bundle)])).await?;
        page.embed_is("ready").await?;
        page.until_inside("element.address === '?q=panel' && root.querySelector('input[type=search]').value === 'panel'").await
    })
}

#[test]
fn two_elements_share_one_program() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let other = TAG.replace(
            "id=\"a\"",
            &format!("id=\"b\" src=\"events/{SAMPLE}/event.json\""),
        );
        host.show(page, &format!("{TAG}{other}")).await?;
        let requests = page.site.requests();
        for end in [".wasm", ".css", "embed.js"] {
            let count = requests.iter().filter(|path| path.ends_with(end)).count();
            assert_eq!(count, 1, "{end}: {requests:?}");
        }
        // What one reader does in one of them is none of the other's business.
        page.run("const field = probe.elements()[0].shadowRoot.querySelector('input[type=search]'); field.value = 'zzz'; field.dispatchEvent(new Event('input', { bubbles: true }))", json!([])).await?;
        page.until(
            "the first one finds nothing",
            "return probe.elements()[0].shadowRoot.querySelectorAll('[data-talk]').length === 0",
        )
        .await?;
        assert!(
            page.holds(
                "return probe.elements()[1].shadowRoot.querySelectorAll('[data-talk]').length > 3"
            )
            .await?
        );
        Ok(())
    })
}

#[test]
fn moves_goes_and_comes_back() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        host.show(page, &format!("<div id=one>{TAG}</div><div id=two></div>"))
            .await?;
        page.run("window.block = probe.elements()[0].shadowRoot.querySelector('.nachlese'); document.querySelector('#two').append(document.querySelector('#a'))", json!([])).await?;
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(
            page.inside("root === block && root.dataset.nachlese")
                .await?,
            "ready",
            "a move draws nothing anew"
        );
        page.run(
            "window.gone = document.querySelector('#a'); gone.remove()",
            json!([]),
        )
        .await?;
        page.until(
            "nothing is left in it",
            "return !gone.shadowRoot.querySelector('.nachlese')",
        )
        .await?;
        page.run("document.querySelector('#one').append(gone)", json!([]))
            .await?;
        page.embed_is("ready").await?;
        // Gone before it was there: nothing comes late.
        page.run("const late = gone.cloneNode(); document.body.append(late); setTimeout(() => late.remove(), 5); window.late = late", json!([])).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert!(
            page.holds("return !late.shadowRoot.querySelector('.nachlese')")
                .await?
        );
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn stands_in_shadow_roots_dialogs_details_and_hidden_parts() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        for (body, open) in [
            (
                format!("<details>{TAG}</details>"),
                "document.querySelector('details').open = true",
            ),
            (
                format!("<dialog>{TAG}</dialog>"),
                "document.querySelector('dialog').showModal()",
            ),
            (
                format!("<div hidden>{TAG}</div>"),
                "document.querySelector('div').hidden = false",
            ),
            (
                "<div id=shadow></div>".to_owned(),
                "document.querySelector('#shadow').attachShadow({ mode: 'open' }).append(document.createElement('nachlese-event'))",
            ),
        ] {
            host.open(page, &body).await?;
            if body.contains("shadow") {
                page.run(open, json!([])).await?;
                page.embed_is("ready").await?;
            } else {
                page.embed_is("ready").await?;
                assert_eq!(
                    page.inside("root.checkVisibility()").await?,
                    false,
                    "{body}"
                );
                page.run(open, json!([])).await?;
            }
            page.until_inside(
                "root.checkVisibility() && root.getBoundingClientRect().height > 1000",
            )
            .await?;
            assert_eq!(
                page.told("ready").await?.len(),
                1,
                "events leave every shadow root"
            );
        }
        Ok(())
    })
}

/// What the browser counts after it has collected what nobody needs.
async fn counts(page: &Page) -> Outcome<[f64; 4]> {
    for _ in 0..3 {
        page.devtools("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let metrics = page.devtools("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array();
        let found = all
            .into_iter()
            .flatten()
            .find(|metric| metric["name"] == name);
        found
            .and_then(|metric| metric["value"].as_f64())
            .unwrap_or_default()
    };
    let wasm = page.browser().client.execute_async(
        "const done = arguments[0]; const name = performance.getEntriesByType('resource').map((e) => e.name).find((n) => /nachlese-web-.*\\.js$/.test(n));
         import(name).then((glue) => glue.default()).then((wasm) => done(wasm.memory.buffer.byteLength))", vec![]).await?;
    assert!(metric("Nodes") > 100.0, "the browser counts");
    Ok([
        metric("Nodes"),
        metric("JSEventListeners"),
        metric("JSHeapUsedSize"),
        wasm.as_f64().unwrap_or_default(),
    ])
}

const MOUNTS: &str = "const [times, done] = arguments;
    const element = document.querySelector('#a'), home = element.parentNode;
    const ready = () => new Promise((resolve) => addEventListener('nachlese-ready', resolve, { once: true }));
    (async () => {
        for (let time = 0; time < times; time += 1) {
            element.remove();
            await new Promise((resolve) => setTimeout(resolve));
            const is = ready();
            home.append(element);
            await is;
        }
        probe.told.length = 0;
    })().then(() => done(null), (error) => done(String(error)));";

const CHANGES: &str = "const [times, done] = arguments;
    const element = document.querySelector('#a'), [one, two] = ['HEARING', 'SAMPLE'].map((id) => `events/${id}/event.json`);
    const ready = () => new Promise((resolve) => addEventListener('nachlese-ready', resolve, { once: true }));
    (async () => {
        for (let time = 0; time < times; time += 1) {
            const is = ready();
            element.setAttribute('src', time % 2 ? one : two);
            await is;
        }
        probe.told.length = 0;
    })().then(() => done(null), (error) => done(String(error)));";

/// Mounts and changes an element so many times twice, and gives what has grown the second time.
async fn growth(page: &Page, script: &str, times: u32) -> Outcome<[f64; 4]> {
    let host = Host::start(page).await?;
    page.devtools("Performance.enable", json!({})).await?;
    host.show(page, TAG).await?;
    let script = script.replace("HEARING", HEARING).replace("SAMPLE", SAMPLE);
    let mut all = Vec::new();
    // In portions: a script of the driver may take no longer than 30 s.
    for portions in [1, times / 20] {
        for _ in 0..portions {
            let client = &page.browser().client;
            let failed = client.execute_async(&script, vec![json!(20)]).await?;
            assert_eq!(failed, Value::Null);
        }
        all.push(counts(page).await?);
    }
    Ok([0, 1, 2, 3].map(|at| all[1][at] - all[0][at]))
}

/// However many mounts may leave no more than a few nodes and listeners, and no memory of any of them.
fn is_flat(grown: [f64; 4]) {
    let [nodes, listeners, heap, wasm] = grown;
    assert!(
        nodes <= 20.0 && listeners <= 5.0,
        "{nodes} nodes and {listeners} listeners more"
    );
    assert!(heap < 500_000.0, "{heap} bytes of JavaScript more");
    assert!(wasm < 300_000.0, "{wasm} bytes of WebAssembly more");
}

#[test]
fn a_hundred_mounts_leave_nothing_behind() -> Outcome {
    reader(async |page| {
        is_flat(growth(page, MOUNTS, 100).await?);
        Ok(())
    })
}

#[test]
fn a_hundred_changes_of_the_event_leave_nothing_behind() -> Outcome {
    reader(async |page| {
        is_flat(growth(page, CHANGES, 100).await?);
        Ok(())
    })
}

#[test]
#[ignore = "takes minutes; see `make bench`"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn bench_counts_what_five_hundred_mounts_leave() -> Outcome {
    for (name, script) in [("mounts", MOUNTS), ("changes of src", CHANGES)] {
        reader(async |page| {
            let [nodes, listeners, heap, wasm] = growth(page, script, 500).await?;
            println!(
                "500 {name}: {nodes} nodes, {listeners} listeners, {heap} bytes of heap, {wasm} bytes of wasm more"
            );
            is_flat([nodes, listeners, heap, wasm]);
            Ok(())
        })?;
    }
    Ok(())
}
