//! The embed beside the page: time and bytes, printed and not judged. `make bench`.

use std::{fs, time::Duration};

use serde_json::json;

use crate::support::{
    Outcome,
    host::{Host, TAG},
    page::Page,
    reader,
    site::dist,
};

const ROUNDS: usize = 9;

/// Milliseconds from the start of the navigation until the event is there.
async fn page_time(page: &Page) -> Outcome<f64> {
    page.open("").await?;
    let time = page
        .run(
            "return performance.getEntriesByName('nachlese:ready')[0].startTime",
            json!([]),
        )
        .await?;
    Ok(time.as_f64().unwrap_or_default())
}

async fn embed_time(page: &Page, host: &Host) -> Outcome<f64> {
    host.show(page, TAG).await?;
    let time = page.run("return readyAt", json!([])).await?;
    Ok(time.as_f64().unwrap_or_default())
}

#[test]
#[ignore = "prints times; see `make bench`"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn bench_compares_the_embed_with_the_page() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        page.before_each_page(
            "addEventListener('nachlese-ready', () => { window.readyAt ??= performance.now(); })",
        )
        .await?;
        // The same page, drawn by the app alone: what the embed has to do as well.
        let index = fs::read_to_string(dist().join("index.html"))?;
        let bare = index.replace("data-prerendered=", "data-was=");
        page.site
            .serve("bare.html", crate::support::site::Answer::html(200, &bare));
        let mut times: [Vec<f64>; 3] = Default::default();
        for round in 0..=ROUNDS {
            for (kind, times) in times.iter_mut().enumerate() {
                page.devtools("Network.clearBrowserCache", json!({}))
                    .await?;
                let time = match kind {
                    0 => page_time(page).await?,
                    1 => {
                        page.open("bare.html").await?;
                        let time = page.run("return performance.getEntriesByName('nachlese:ready')[0].startTime", json!([])).await?;
                        time.as_f64().unwrap_or_default()
                    }
                    _ => embed_time(page, &host).await?,
                };
                // The first round warms up.
                if round > 0 {
                    times.push(time);
                }
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        }
        println!(
            "\n| ready, loopback, from the navigation's start | median of {ROUNDS} |\n|---|---|"
        );
        for (times, name) in times.iter_mut().zip([
            "the page, prerendered",
            "the page, drawn by the app alone",
            "the element on another origin",
        ]) {
            times.sort_by(f64::total_cmp);
            println!("| {name} | {:.0} ms |", times[ROUNDS / 2]);
        }
        println!("\n| file, brotli | bytes |\n|---|---|");
        for name in [
            "embed.js",
            "embed-address.js",
            "embed-height.js",
            "embed-frame.js",
            "embed-dialog.js",
            "embed-check.js",
            "embed-policy.js",
        ] {
            println!(
                "| {name} | {} |",
                fs::metadata(dist().join(format!("{name}.br")))?.len()
            );
        }
        Ok(())
    })
}
