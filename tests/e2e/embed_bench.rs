//! The embed beside the page: time and bytes, printed and not judged. `make bench`.

use std::{collections::BTreeMap, fs, io::Write, time::Duration};

use flate2::{Compression, write::GzEncoder};
use serde_json::json;

use crate::support::{
    Outcome,
    host::{Host, TAG},
    measurer,
    page::Page,
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

/// What so many requests have brought, in bytes as they go over the line, by the ends of the names.
fn bytes(requests: &[String]) -> BTreeMap<String, u64> {
    let mut by_kind = BTreeMap::new();
    for path in requests {
        let path = if path.is_empty() { "index.html" } else { path };
        // The page that the test serves instead is as large as `index.html`, which is listed apart.
        let file = dist().join(path);
        let packed = fs::metadata(format!("{}.br", file.display()));
        let Ok(file) = packed.or_else(|_| fs::metadata(&file)) else {
            continue;
        };
        let kind = path.rsplit('.').next().unwrap_or_default().to_owned();
        *by_kind.entry(kind).or_default() += file.len();
    }
    by_kind
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
    measurer(90, async |page| {
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
        let mut loaded: [BTreeMap<String, u64>; 3] = Default::default();
        for round in 0..=ROUNDS {
            for (kind, times) in times.iter_mut().enumerate() {
                page.devtools("Network.clearBrowserCache", json!({}))
                    .await?;
                let before = page.site.requests().len();
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
                loaded[kind] = bytes(&page.site.requests()[before..]);
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
        let shell = shell_bytes(&index)?;
        println!(
            "\n| loaded until ready, brotli | page without prerender | element |\n|---|---|---|"
        );
        println!("| HTML without the event in it, gzip | {shell} | 0 |");
        let of = |kind: usize, end: &str| loaded[kind].get(end).copied().unwrap_or_default();
        let mut sums = [shell, 0];
        for end in [
            "wasm", "js", "css", "json", "woff2", "svg", "png", "jpg", "webp",
        ] {
            let [page, element] = [of(1, end), of(2, end)];
            sums = [sums[0] + page, sums[1] + element];
            if page + element > 0 {
                println!("| {end} | {page} | {element} |");
            }
        }
        println!("| together | {} | {} |", sums[0], sums[1]);
        println!("\n| file, brotli | bytes |\n|---|---|");
        for name in [
            "embed.js",
            "embed-address.js",
            "embed-height.js",
            "embed-frame.js",
            "embed-dialog.js",
            "embed-preview.js",
            "embed-snippets.js",
            "embed-look.js",
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

/// The page as it would be without the event in it: its head, and an empty root.
fn shell_bytes(index: &str) -> Outcome<u64> {
    let end = index.find("data-prerendered=").unwrap_or(index.len());
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&index.as_bytes()[..end])?;
    Ok(packer.finish()?.len().try_into().unwrap_or_default())
}
