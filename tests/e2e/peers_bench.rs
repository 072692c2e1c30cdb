//! The search beside other libraries, each in a plain page of its own, on the same talks in the same
//! browser: printed and not judged. `make bench`.

use std::collections::BTreeMap;

use serde_json::json;

use crate::support::{
    Failure, Outcome, measurer,
    page::{Page, SEARCH},
    peers::{PEERS, Peer, Programme},
    site::Answer,
};

/// What readers type, letter by letter.
const TYPED: [&str; 8] = [
    "machine learning",
    "django orm",
    "verwaltung",
    "asyncio tutorial",
    "pyhton",
    "einführung",
    "guido van",
    "data viz",
];

/// Texts whose answers take seconds are not typed to the end.
const AT_A_TIME: usize = 8;

#[test]
#[ignore = "prints times; see `make bench`"]
fn bench_compares_searches_in_100_talks() -> Outcome {
    compare("100")
}

#[test]
#[ignore = "prints times; see `make bench`"]
fn bench_compares_searches_in_1000_talks() -> Outcome {
    compare("1000")
}

#[test]
#[ignore = "prints times; see `make bench`"]
fn bench_compares_searches_in_5000_talks() -> Outcome {
    compare("5000")
}

#[test]
#[ignore = "prints times; see `make bench`"]
fn bench_compares_searches_in_all_talks() -> Outcome {
    compare("all")
}

#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn compare(size: &str) -> Outcome {
    let Some(programme) = Programme::of_corpus(size)? else {
        return Ok(());
    };
    println!(
        "\n| {} talks | busy per keystroke, median / 95 of 100, ms | to paint, ms | list, ms | search, ms | heap + wasm, MB | code, kB br |\n|---|---|---|---|---|---|---|",
        programme.talk_count
    );
    println!(
        "| a page that answers nothing | {} |",
        least()? + " | | | |"
    );
    for peer in PEERS {
        let row = measured(&programme, peer)?;
        println!("| {} | {row} |", peer.name());
    }
    println!("\n| at 4x CPU | total blocking, ms | longest task, ms |\n|---|---|---|");
    for peer in PEERS {
        let [total, longest] = blocking(&programme, peer)?;
        println!("| {} | {total:.0} | {longest:.0} |", peer.name());
    }
    Ok(())
}

fn measured(programme: &Programme, peer: Peer) -> Outcome<String> {
    let mut row = String::new();
    measurer(300, async |page| {
        page.before_each_page(include_str!("support/probes/wasm_memory.js"))
            .await?;
        peer.open(page, programme).await?;
        let list = moment(page, peer.mark_of_list()).await?;
        let indexed = moment(page, peer.mark_of_index()).await?;
        let memory = megabytes(page).await?;
        row = format!(
            "{} | {list:.0} | {indexed:.0} | {memory:.0} | {:.0}",
            typing(page).await?,
            peer.code_kilobytes()?
        );
        Ok(())
    })?;
    Ok(row)
}

/// What the browser itself needs for a key and two frames: nobody can take less.
fn least() -> Outcome<String> {
    let mut row = String::new();
    measurer(60, async |page| {
        let field = "<!doctype html><title>-</title><input type=search>";
        page.site.serve("field.html", Answer::html(200, field));
        page.go("field.html").await?;
        row = typing(page).await?;
        Ok(())
    })?;
    Ok(row)
}

/// How long the page is busy for a key, and how long until something is painted.
async fn typing(page: &Page) -> Outcome<String> {
    let texts: Vec<_> = TYPED.iter().flat_map(|text| beginnings(text)).collect();
    let (mut busy, mut painted) = (Vec::new(), Vec::new());
    for some in texts.chunks(AT_A_TIME) {
        let script = include_str!("support/probes/keystroke.js");
        let times = page.run(script, json!([some, SEARCH])).await?;
        for [own, paint] in serde_json::from_value::<Vec<[f64; 2]>>(times)? {
            busy.push(own);
            painted.push(paint);
        }
    }
    Ok(format!("{} | {}", spread(busy), spread(painted)))
}

/// Total blocking time and the longest task until all is searched, on a processor slowed down.
fn blocking(programme: &Programme, peer: Peer) -> Outcome<[f64; 2]> {
    let mut found = [0.0; 2];
    measurer(600, async |page| {
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
            .await?;
        page.before_each_page(include_str!("support/probes/long_tasks.js"))
            .await?;
        peer.open(page, programme).await?;
        let times = page.run("return longTasks()", json!([])).await?;
        found = serde_json::from_value(times)?;
        Ok(())
    })?;
    Ok(found)
}

async fn moment(page: &Page, mark: &str) -> Outcome<f64> {
    let script = "return performance.getEntriesByName(arguments[0])[0].startTime";
    let time = page.run(script, json!([mark])).await?;
    time.as_f64().ok_or_else(|| Failure::new("no such moment"))
}

/// The heap after a collection, and what programs take beside it.
async fn megabytes(page: &Page) -> Outcome<f64> {
    page.devtools("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let heap = page.devtools("Runtime.getHeapUsage", json!({})).await?;
    let wasm = page.run("return wasmBytes()", json!([])).await?;
    let bytes = [&heap["usedSize"], &wasm].map(|bytes| bytes.as_f64().unwrap_or_default());
    Ok(bytes.iter().sum::<f64>() / 1e6)
}

fn beginnings(text: &str) -> Vec<&str> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| &text[..end]).collect()
}

fn spread(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    format!("{:.1} / {:.1}", at(50), at(95))
}

#[test]
#[ignore = "prints figures; see `make bench`"]
fn bench_compares_what_searches_find() -> Outcome {
    for size in ["100", "1000", "5000", "all"] {
        if let Some(programme) = Programme::of_corpus(size)? {
            compare_answers(&programme)?;
        }
    }
    for id in ["ki-stadtratshearing-2024", "beispielkonferenz-2026"] {
        compare_answers(&Programme::shipped(id)?)?;
    }
    Ok(())
}

/// Precision at 5 and mean reciprocal rank, as `tests/search/quality.rs` reckons them.
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn compare_answers(programme: &Programme) -> Outcome {
    let judged = programme.judged_queries();
    println!(
        "\n| {}, P@5 / MRR | {} |",
        programme.name,
        PEERS.map(Peer::name).join(" | ")
    );
    println!("|---|{}", "---|".repeat(PEERS.len()));
    let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for peer in PEERS {
        let mut sums: BTreeMap<String, [f64; 3]> = BTreeMap::new();
        measurer(300, async |page| {
            peer.open(page, programme).await?;
            for query in &judged {
                let shown = peer.answers(page, &query.words).await?;
                let places: Vec<_> = (0..shown.len())
                    .filter(|at| query.wants(&shown[*at]))
                    .collect();
                let within = places.iter().filter(|place| **place < 5).count();
                let sum = sums.entry(query.class.clone()).or_default();
                sum[0] += ratio(within, query.wanted.len().min(5));
                sum[1] += places.first().map_or(0.0, |first| ratio(1, first + 1));
                sum[2] += 1.0;
            }
            Ok(())
        })?;
        for (class, [precision, reciprocal, count]) in sums {
            let cell = format!("{:.2} / {:.2}", precision / count, reciprocal / count);
            rows.entry(format!("{class} ({count})"))
                .or_default()
                .push(cell);
        }
    }
    for (class, cells) in rows {
        println!("| {class} | {} |", cells.join(" | "));
    }
    Ok(())
}

fn ratio(part: usize, whole: usize) -> f64 {
    let float = |count| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    float(part) / float(whole)
}
