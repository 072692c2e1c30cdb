//! Reading the transcript of a whole day: opening, following, searching and selecting, printed and
//! not judged. `make bench`.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::{SAMPLE, event, field, small_event, talk_from},
    measurer,
    page::Page,
    site::Answer,
};

/// Four hours: so many cues, of so many words each.
const CUES: u32 = 5_000;
const WORDS: u32 = 12;
const SECONDS: u32 = 4 * 3_600;

const TASKS: &str = "window.tasks = [];
    new PerformanceObserver((list) => { for (const task of list.getEntries()) tasks.push(task.duration); }).observe({ type: 'longtask' });";

/// Captions of three speakers who take turns.
fn captions() -> String {
    let mut file = "WEBVTT\n\n".to_owned();
    let clock = |second: u32| {
        let (hours, rest) = (second / 3_600, second % 3_600);
        format!("{hours:02}:{:02}:{:02}.000", rest / 60, rest % 60)
    };
    for cue in 0..CUES {
        let [from, to] = [cue, cue + 1].map(|cue| clock(cue * SECONDS / CUES));
        let voice = ["Ada", "Bo", "Cy"][(cue / 7 % 3) as usize];
        let words: Vec<_> = (0..WORDS)
            .map(|word| format!("wort{}", (cue * 31 + word * 17) % 997))
            .collect();
        let end = if cue % 2 == 0 { "" } else { "." };
        let _ = write!(
            file,
            "{from} --> {to}\n<v {voice}>{}{end}\n\n",
            words.join(" ")
        );
    }
    file
}

/// Does something, waits until it is done, and tells how long that took, the longest task and the
/// blocking time.
async fn measured(page: &Page, what: &str, work: &str, is_done: &str) -> Outcome<String> {
    let script = format!(
        "tasks.length = 0;
        const start = performance.now();
        {work};
        const rest = () => new Promise((resolve) => setTimeout(resolve, 1));
        while (!({is_done})) await rest();
        const took = performance.now() - start;
        await new Promise((resolve) => setTimeout(resolve, 1500));
        const blocked = tasks.reduce((sum, task) => sum + task - 50, 0);
        return [took, Math.max(0, ...tasks), blocked].map(Math.round)"
    );
    let found = page.run(&script, json!([])).await?;
    let cells: Vec<_> = found
        .as_array()
        .into_iter()
        .flatten()
        .map(Value::to_string)
        .collect();
    Ok(format!("{what} | {}", cells.join(" | ")))
}

#[test]
#[ignore = "prints times; see `make bench`"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn bench_reads_the_transcript_of_four_hours() -> Outcome {
    println!(
        "\n| CPU | {CUES} cues, {} words | ms | longest task ms | blocked ms |",
        CUES * WORDS
    );
    println!("|---|---|---|---|---|");
    for slowdown in [1, 4] {
        measurer(120, async |page| {
            let sample = event(SAMPLE)?;
            let (_, source) = talk_from(&sample, "file")?;
            let mut event = small_event("probe");
            event["talks"][0]["recording"] = json!({
                "status": "released",
                "sources": [{ "provider": "file", "url": format!("../{SAMPLE}/{}", field(source, "url")) }],
                "captions": [{ "url": "a.vtt", "language": "de" }],
            });
            page.site.serve_event("probe", &event);
            page.site.serve(
                "events/probe/a.vtt",
                Answer::new(200, "text/vtt", captions()),
            );
            page.before_each_page(TASKS).await?;
            page.open("?event=probe").await?;
            let params = json!({ "rate": slowdown });
            page.devtools("Emulation.setCPUThrottlingRate", params)
                .await?;
            let steps = [
                (
                    "open: the first words",
                    "[...document.querySelectorAll('[data-talk] button')].find((it) => it.textContent === 'Transkript lesen').click()",
                    "document.querySelector('.turn__sentence')",
                ),
                (
                    "open: all words",
                    "",
                    "document.querySelectorAll('.turn__sentence').length > 2800",
                ),
                (
                    "search",
                    "const field = document.querySelector('.transcript__find input'); field.value = 'wort42'; field.dispatchEvent(new Event('input'))",
                    "document.querySelector('.transcript__count').textContent !== ''",
                ),
                (
                    "select half of it",
                    "const all = document.querySelectorAll('.turn__sentence'); getSelection().setBaseAndExtent(all[3].firstChild, 0, all[1400].firstChild, 3)",
                    "!document.querySelector('.transcript__chosen').hidden",
                ),
                (
                    "play",
                    "getSelection().removeAllRanges(); document.querySelector('.stage .recording__opener button').click()",
                    "document.querySelector('.stage video')?.readyState > 1",
                ),
                (
                    "follow to the end",
                    "const video = document.querySelector('.stage video'); Object.defineProperty(video, 'currentTime', { get: () => 14000 }); video.dispatchEvent(new Event('timeupdate'))",
                    "document.querySelector('.turn__sentence[aria-current]')?.dataset.at > 13900",
                ),
            ];
            for (what, work, is_done) in steps {
                let row = measured(page, what, work, is_done).await?;
                println!("| {slowdown}x | {row} |");
            }
            Ok(())
        })?;
    }
    Ok(())
}
