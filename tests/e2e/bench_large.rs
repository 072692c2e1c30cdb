//! Loading programmes of thousands of talks: time, blocked input and memory, printed and not
//! judged. `make bench`; the files are not part of the project, see `corpus`.

use std::{env, time::Duration};

use serde_json::{Value, json};

use crate::support::{Outcome, corpus, measurer, page::Page, site::Answer};

const FILES: [&str; 3] = [
    "schedule-1000.json",
    "schedule-5000.json",
    "schedule-all.json",
];

const TASKS: &str = include_str!("support/probes/tasks.js");

/// Longest loading that is waited for.
const PATIENCE_S: u32 = 80;

#[test]
#[ignore = "prints times; see `make bench`"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn bench_loads_thousands_of_talks() -> Outcome {
    println!(
        "\n| programme | read in | CPU | data ms | ready ms | index complete ms | longest task ms | blocked ms | JS heap MB | wasm MB |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    let wanted = env::var("BENCH").unwrap_or_default();
    for name in FILES {
        let Some(text) = corpus::talks(name) else {
            continue;
        };
        for (place, slowdown) in [("worker", 1), ("worker", 4), ("page", 1), ("page", 4)] {
            let title = format!("{name} {place} {slowdown}");
            if !wanted.split_whitespace().all(|word| title.contains(word)) {
                continue;
            }
            measurer(90, async |page| {
                page.site.serve("large.json", Answer::text(text.as_str()));
                page.before_each_page(TASKS).await?;
                if place == "page" {
                    page.before_each_page("delete window.Worker").await?;
                }
                let params = json!({ "rate": slowdown });
                page.devtools("Emulation.setCPUThrottlingRate", params)
                    .await?;
                page.go("?event=large.json").await?;
                println!("| {name} | {place} | {slowdown}x | {} |", row(page).await?);
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// What one page needed, as the cells of a table.
async fn row(page: &Page) -> Outcome<String> {
    for _ in 0..PATIENCE_S * 2 {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let is_done = "return performance.getEntriesByName('nachlese:indexed').length > 0 || document.querySelector('[role=alert]') !== null";
        if page.holds(is_done).await? {
            break;
        }
    }
    page.devtools("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let figures = page.run(FIGURES, json!([])).await?;
    if env::var_os("TASKS").is_some() {
        let tasks = page
            .run(
                "return JSON.stringify(tasks.map(([at, ms]) => [Math.round(at), Math.round(ms)]))",
                json!([]),
            )
            .await?;
        return Ok(format!(
            "{} {}",
            cells(&figures),
            tasks.as_str().unwrap_or_default()
        ));
    }
    Ok(cells(&figures))
}

fn cells(figures: &Value) -> String {
    let cells = figures.as_array().into_iter().flatten();
    let cells = cells.map(|number| format!("{:.0}", number.as_f64().unwrap_or(-1.0)));
    cells.collect::<Vec<_>>().join(" | ")
}

const FIGURES: &str = "
    const moment = (name) => performance.getEntriesByName(name).at(-1)?.startTime ?? -1;
    const lengths = tasks.map(([, ms]) => ms);
    const { usedJSHeapSize: heap } = performance.memory;
    const wasm = memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
    return [moment('nachlese:data'), moment('nachlese:ready'), moment('nachlese:indexed'), Math.max(0, ...lengths),
        lengths.reduce((sum, ms) => sum + ms - 50, 0), heap / 1e6, wasm / 1e6];";
