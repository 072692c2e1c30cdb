//! Times in the browser, printed and not judged: `make bench`.

use std::{fs, thread, time::Duration};

use serde_json::json;

use crate::support::{Outcome, page::SEARCH, reader};

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
    reader(async |page| {
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
