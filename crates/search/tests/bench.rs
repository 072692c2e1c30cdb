//! Figures of the search: times per keystroke, of building, and bytes.

use std::time::{Duration, Instant};

use nachlese_event::{Event, LanguageTag, LocalizedText};
use nachlese_search::{Facet, Field, Found, Index, Query, Sort, Transcript};

use crate::programmes::corpus;

/// What a reader types, letter by letter: every beginning is a keystroke.
const TYPED: &[&str] = &[
    "machine learning",
    "django orm",
    "verwaltung",
    "guido",
    "asyncio tutorial",
    "pyhton",
    "sclae kubernets",
    "\"data science\"",
    "the state of python packaging",
    "pandas -jupyter",
    "title:testing",
    "datenschutz",
];

/// Words typed at once, as from a link.
const WHOLE: &[&str] = &[
    "",
    "a",
    "py",
    "python",
    "data",
    "e",
    "s",
    "the",
    "python the of",
    "python data science",
    "numpy scipy matplotlib",
    "keynote",
    "quastenflosser",
    "zzzzzz",
    "introdction",
    "concurency",
    "Einführung",
    "Bäume",
    "münchen",
    "maschinelles lernen",
    "person:van rossum",
    "open-source",
    "\"python is\"",
    "-python",
    "web scraping",
    "тестирование",
    "日本",
    "rest api flask",
    "c++",
];

#[test]
#[ignore = "prints figures"]
fn bench_search() {
    println!(
        "{:>6} {:>9} {:>9} {:>9} {:>10} {:>7}  keystroke p50/p95/max ms (slowest)",
        "talks", "build ms", "slice ms", "index kB", "words", "strokes"
    );
    for size in ["100", "1000", "5000", "all"] {
        if let Some(event) = corpus(size) {
            bench(&event);
        }
    }
}

/// All that the core does for a key: the search, the counts of the facets, and for the first 30
/// hits what to mark in title, people and the best place of the abstract.
#[test]
#[ignore = "prints figures"]
fn bench_keys() {
    println!(
        "{:>6}  find, and with counts and marks: p50/p95/max ms",
        "talks"
    );
    for size in ["100", "1000", "5000", "all"] {
        if let Some(event) = corpus(size) {
            let index = Index::new(&event);
            let found = strokes(&|text| _ = search(&index, text));
            let all = strokes(&|text| show(&index, &event, &search(&index, text)));
            println!(
                "{:>6}  {}   {}",
                event.talks.len(),
                spread(&found),
                spread(&all)
            );
        }
    }
}

fn search(index: &Index, text: &str) -> Found {
    index.find(&Query::of_text(text), &[])
}

/// What is worked out for the first hits: counts, places to mark, the best part of an abstract.
fn show(index: &Index, event: &Event, found: &Found) {
    let marks = found.marks();
    for facet in Facet::ALL {
        let counts = index.choices(facet).map(|(choice, _)| found.count(choice));
        std::hint::black_box(counts.sum::<usize>());
    }
    let mark = |field, text: &str| _ = std::hint::black_box(marks.ranges(field, text));
    for talk in found.talks.iter().take(30) {
        let talk = &event.talks[*talk as usize];
        for (_, title) in talk.title.iter().flat_map(LocalizedText::variants) {
            mark(Field::Title, title);
        }
        for part in &talk.people {
            mark(Field::Person, part.person.as_str());
        }
        for (_, text) in talk.summary.iter().flat_map(LocalizedText::variants) {
            let part = marks.excerpt(Field::Abstract, text, 200);
            mark(Field::Abstract, &text[part]);
        }
    }
}

/// Hours of captions, spoken at some 150 words a minute: what people wrote about their talks, in
/// cues of ten words, shared out among a hundred talks.
#[test]
#[ignore = "prints figures"]
fn bench_captions() {
    let (Some(event), Some(all)) = (corpus("100"), corpus("5000")) else {
        return;
    };
    let texts = all.talks.iter().filter_map(|talk| talk.summary.as_ref());
    let texts = texts.filter_map(|text| text.variants().next());
    let words: Vec<_> = texts
        .flat_map(|(_, text)| text.split_whitespace())
        .collect();
    println!(
        "{:>6} {:>9} {:>9} {:>9}  keystroke p50/p95/max ms (slowest)",
        "hours", "build ms", "slice ms", "index kB"
    );
    for hours in [1, 10, 50] {
        let mut index = Index::new(&event);
        let spoken = &words[..hours * 9_000];
        let share = spoken.len().div_ceil(event.talks.len());
        for (talk, words) in spoken.chunks(share).enumerate() {
            let transcript = Transcript::read(&captions(words));
            index.add_transcript(talk, &LanguageTag::english(), transcript);
        }
        let (longest, total) = read(&mut index, &event);
        let times = keystrokes(&index);
        println!(
            "{hours:>6} {:>9.1} {:>9.2} {:>9}  {}",
            ms(total),
            ms(longest),
            index.bytes() / 1024,
            spread(&times)
        );
    }
}

/// Words as `WebVTT`, ten in each cue of four seconds.
fn captions(words: &[&str]) -> String {
    let time = |second| {
        format!(
            "{:02}:{:02}:{:02}.000",
            second / 3_600,
            second / 60 % 60,
            second % 60
        )
    };
    let cues = words.chunks(10).enumerate().map(|(at, words)| {
        let words = words.join(" ").replace("-->", "");
        format!("{} --> {}\n{words}\n\n", time(at * 4), time(at * 4 + 4))
    });
    format!("WEBVTT\n\n{}", cues.collect::<String>())
}

/// Reads all there is to read: the longest slice, and all together.
fn read(index: &mut Index, event: &Event) -> (Duration, Duration) {
    let (mut longest, mut total) = (Duration::ZERO, Duration::ZERO);
    loop {
        let start = Instant::now();
        let is_done = index.step(event, Index::SLICE);
        longest = longest.max(start.elapsed());
        total += start.elapsed();
        if is_done {
            return (longest, total);
        }
    }
}

/// Each keystroke with its time, the quickest first.
fn keystrokes(index: &Index) -> Vec<(Duration, &'static str)> {
    strokes(&|text| _ = std::hint::black_box(search(index, text)))
}

fn strokes(work: &dyn Fn(&str)) -> Vec<(Duration, &'static str)> {
    let typed = TYPED.iter().flat_map(|text| {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.map(|end| &text[..end])
    });
    let all = typed.chain(WHOLE.iter().copied());
    let mut times: Vec<_> = all.map(|text| (keystroke(work, text), text)).collect();
    times.sort_unstable();
    times
}

fn spread(times: &[(Duration, &str)]) -> String {
    let (slowest, text) = times[times.len() - 1];
    format!(
        "{:.2} / {:.2} / {:.2} ({text})",
        ms(times[times.len() / 2].0),
        ms(times[times.len() * 95 / 100].0),
        ms(slowest)
    )
}

fn bench(event: &Event) {
    let mut index = Index::begin(event);
    let (longest, total) = read(&mut index, event);
    let times = keystrokes(&index);
    println!(
        "{:>6} {:>9.1} {:>9.2} {:>9} {:>10} {:>7}  {}",
        event.talks.len(),
        ms(total),
        ms(longest),
        index.bytes() / 1024,
        index.word_count(),
        times.len(),
        spread(&times),
    );
    if event.talks.len() > 20_000 {
        let rest: Vec<_> = times
            .iter()
            .rev()
            .take(12)
            .map(|(time, text)| format!("{text} {:.1}", ms(*time)))
            .collect();
        println!("       slowest: {}", rest.join(", "));
        for sort in [Sort::Title, Sort::Person, Sort::Newest] {
            let start = Instant::now();
            let ranks = sort.ranks(event, &event.language);
            println!(
                "       ranks by {}: {:.1} ms, {} kB",
                sort.key(),
                ms(start.elapsed()),
                ranks.len() * 4 / 1024
            );
        }
        let mut query = Query::of_text("python");
        query.choose(Facet::Language, "de");
        let start = Instant::now();
        let found = index.find(&query, &[]);
        println!(
            "       python in German: {} talks, {:.1} ms",
            found.talks.len(),
            ms(start.elapsed())
        );
        let nothing = Query::of_text("quastenflosserei machine");
        let found = index.find(&nothing, &[]);
        let start = Instant::now();
        let advice = found.advice(&index, event);
        println!("       advice: {:.1} ms, {advice:?}", ms(start.elapsed()));
    }
}

/// The best of seven: other programs on the machine only ever add.
fn keystroke(work: &dyn Fn(&str), text: &str) -> Duration {
    let times = (0..7).map(|_| {
        let start = Instant::now();
        work(text);
        start.elapsed()
    });
    times.min().unwrap()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
