//! Times in the browser, printed and not judged: `make bench`.

use std::{fs, thread, time::Duration};

use serde_json::json;

use crate::support::{
    Outcome, measurer,
    page::{Page, SEARCH},
    site::{Answer, dist},
};

const ROUNDS: usize = 5;
const NAMES: [&str; 6] = [
    "first paint of content (FCP)",
    "app starts (nachlese:start)",
    "data read (nachlese:data)",
    "page ready (nachlese:ready)",
    "largest paint of content (LCP)",
    "a search (nachlese:filter)",
];

const TIMES: &str = include_str!("support/probes/times.js");

#[test]
#[ignore = "prints times; see `make bench`"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn bench_prints_when_a_reader_sees_what() -> Outcome {
    measurer(90, async |page| {
        let mut rounds = Vec::new();
        for round in 0..=ROUNDS {
            page.devtools("Network.clearBrowserCache", json!({}))
                .await?;
            page.open("").await?;
            tokio::time::sleep(Duration::from_millis(500)).await;
            page.fill(SEARCH, "ethik").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            let times: Vec<f64> = serde_json::from_value(page.run(TIMES, json!([])).await?)?;
            // The first round warms up.
            if round > 0 {
                rounds.push(times);
            }
        }
        println!("\n| from the navigation's start, loopback | median of {ROUNDS} |\n|---|---|");
        for (index, name) in NAMES.iter().enumerate() {
            let mut times: Vec<f64> = rounds.iter().map(|round| round[index]).collect();
            times.sort_by(f64::total_cmp);
            println!("| {name} | {:.1} ms |", times[ROUNDS / 2]);
        }
        let cores = thread::available_parallelism()?;
        println!(
            "\n{}, {cores} cores, Chromium {}\n",
            processor(),
            page.browser().version
        );
        Ok(())
    })
}

/// The same page in three ways, each under an address of its own.
const VARIANTS: [(&str, &str); 3] = [
    ("the page", "bench-page.html"),
    ("the same without any script", "bench-limit.html"),
    ("drawn by the app alone", "bench-client.html"),
];

/// What Lighthouse calls slow 4G: a round trip takes 150 ms, 1.6 Mbit come in a second.
const SLOW_4G: (u32, u32) = (150, 1_600 * 1_000 / 8);

#[test]
#[ignore = "prints times; see `make bench`"]
fn bench_compares_first_paints() -> Outcome {
    compare("no throttle", 1, None)
}

#[test]
#[ignore = "prints times; see `make bench`"]
fn bench_compares_first_paints_on_a_slow_phone() -> Outcome {
    compare("4x CPU, slow 4G", 4, Some(SLOW_4G))
}

#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn compare(conditions: &str, slowdown: u32, network: Option<(u32, u32)>) -> Outcome {
    measurer(90, async |page| {
        serve_variants(page)?;
        throttle(page, slowdown, network).await?;
        let mut rounds: [Vec<[f64; 3]>; 3] = Default::default();
        // In turn, so that whatever else the machine does concerns all of them.
        for _ in 0..ROUNDS {
            for (times, (_, path)) in rounds.iter_mut().zip(VARIANTS) {
                page.devtools("Network.clearBrowserCache", json!({}))
                    .await?;
                page.go(path).await?;
                tokio::time::sleep(Duration::from_millis(500 + 700 * u64::from(slowdown))).await;
                let all: Vec<f64> = serde_json::from_value(page.run(TIMES, json!([])).await?)?;
                times.push([all[0], all[4], all[3]]);
            }
        }
        println!(
            "\n| first visit, {conditions}, median of {ROUNDS} | FCP ms | LCP ms | ready ms |"
        );
        println!("|---|---|---|---|");
        for (times, (name, _)) in rounds.iter().zip(VARIANTS) {
            let median = |at: usize| {
                let mut one: Vec<f64> = times.iter().map(|times| times[at]).collect();
                one.sort_by(f64::total_cmp);
                one[ROUNDS / 2]
            };
            let (fcp, lcp, ready) = (median(0), median(1), median(2));
            println!("| {name} | {fcp:.0} | {lcp:.0} | {ready:.0} |");
        }
        Ok(())
    })
}

fn serve_variants(page: &Page) -> Outcome {
    let index = std::fs::read_to_string(dist().join("index.html"))?;
    let is_for_scripts = |line: &&str| {
        let starts = [
            "<script integrity",
            "<link fetchpriority",
            "<link rel=\"preload\"",
        ];
        !starts.iter().any(|start| line.starts_with(start))
    };
    let limit: Vec<_> = index.lines().filter(is_for_scripts).collect();
    let start = index.find("data-prerendered").unwrap_or(index.len());
    let (head, body) = index.split_at(start);
    let (_, attributes) = body.split_once(' ').unwrap_or_default();
    let (attributes, _) = attributes.split_once('>').unwrap_or_default();
    let empty = "<main><h1 class=\"visually-hidden\">Nachlese</h1><p class=\"loading\" role=\"status\">…</p></main></div>";
    let client = format!("{head}{attributes}>{empty}</body></html>");
    for ((_, path), html) in VARIANTS
        .iter()
        .zip([index.clone(), limit.join("\n"), client])
    {
        page.site.serve(path, Answer::html(200, &html).packed()?);
    }
    Ok(())
}

async fn throttle(page: &Page, slowdown: u32, network: Option<(u32, u32)>) -> Outcome {
    page.devtools(
        "Emulation.setCPUThrottlingRate",
        json!({ "rate": slowdown }),
    )
    .await?;
    page.devtools("Network.enable", json!({})).await?;
    let (latency, speed) = network.map_or((0, -1), |(latency, speed)| (latency, i64::from(speed)));
    let params = json!({ "offline": false, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed });
    page.devtools("Network.emulateNetworkConditions", params)
        .await
        .map(drop)
}

fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    model.map_or_else(
        || "unknown processor".to_owned(),
        |(_, name)| name.trim().to_owned(),
    )
}
