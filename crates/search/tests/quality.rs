//! What readers look for and should find.
//!
//! The judgements in `queries.tsv`: in the shipped events every talk was judged, and a talk is
//! wanted if somebody who types these words would want to see it: because it is about that, is by
//! that person, or is of that kind. In the corpus a query was made up with one talk in mind,
//! before any search was run, and only that talk is wanted, or the same people's talk of the same
//! title where they gave it twice, though others may do as well.
//!
//! Reported: precision at 5, the wanted among the first five, of five or as many as there are; and
//! the mean reciprocal rank, 1 divided by the place of the first wanted talk.

use std::collections::BTreeMap;

use nachlese_event::Event;
use nachlese_search::{Index, Query};

use crate::programmes::{corpus, shipped};

/// A judged query.
struct Judged {
    class: &'static str,
    programme: &'static str,
    words: &'static str,
    wanted: Vec<&'static str>,
}

fn all() -> Vec<Judged> {
    let lines = include_str!("queries.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    let judged = lines.map(|line| {
        let parts: Vec<_> = line.split('\t').collect();
        let [class, programme, words, wanted] = parts[..] else {
            unreachable!("four columns: {line}")
        };
        let wanted = wanted.split(' ').collect();
        Judged {
            class,
            programme,
            words,
            wanted,
        }
    });
    judged.collect()
}

/// The places of the wanted talks among those found, and how many talks are wanted.
fn places(judged: &Judged, event: &Event, index: &Index) -> (Vec<usize>, usize) {
    let is_wanted = |at: u32| {
        let id = event.talks[at as usize].id.as_str();
        let is_corpus = judged.programme == "corpus";
        let mut wanted = judged.wanted.iter();
        wanted.any(|wanted| id == *wanted || is_corpus && id.starts_with(wanted))
    };
    let mut found = index.find(&Query::of_text(judged.words), &[]);
    // As the page does: where nothing has the words as typed, what was probably meant is shown.
    if let Some(near) = found.nearest(judged.words, index, event) {
        let near = index.find(&Query::of_text(&near), &[]);
        if !near.talks.is_empty() {
            found = near;
        }
    }
    let found = found.talks;
    let places = (0..found.len()).filter(|at| is_wanted(found[*at]));
    (places.collect(), judged.wanted.len())
}

fn programme(name: &str) -> Option<Event> {
    match name.strip_prefix("corpus") {
        Some(_) => corpus("all"),
        None => Some(shipped(name)),
    }
}

#[test]
fn the_judged_talks_exist() {
    for name in ["ki-stadtratshearing-2024", "beispielkonferenz-2026"] {
        let event = shipped(name);
        for judged in all().iter().filter(|judged| judged.programme == name) {
            for id in &judged.wanted {
                let mut talks = event.talks.iter();
                assert!(talks.any(|talk| talk.id.as_str() == *id), "{name}: {id}");
            }
        }
    }
    assert!(all().len() >= 220);
}

#[test]
fn shipped_events_answer_what_their_readers_ask() {
    for name in ["ki-stadtratshearing-2024", "beispielkonferenz-2026"] {
        let event = shipped(name);
        let index = Index::new(&event);
        for judged in all().iter().filter(|judged| judged.programme == name) {
            let (places, _) = places(judged, &event, &index);
            assert!(
                places.first().is_some_and(|first| *first < 3),
                "{}",
                judged.words
            );
        }
    }
}

/// What each class of queries must reach: precision at 5 and mean reciprocal rank in the shipped
/// events, and the same in the corpus.
const FLOORS: &[(&str, [f64; 4])] = &[
    ("exact", [1.0, 1.0, 1.0, 0.92]),
    ("typo", [0.97, 1.0, 1.0, 0.96]),
    ("umlaut", [0.96, 1.0, 1.0, 0.96]),
    ("two words", [1.0, 1.0, 1.0, 0.95]),
    ("compound", [1.0, 0.95, 1.0, 1.0]),
    ("synonym", [1.0, 1.0, 1.0, 0.76]),
    ("question", [1.0; 4]),
    ("name", [1.0; 4]),
    ("kind", [1.0; 4]),
    ("slip", [1.0; 4]),
];

#[test]
fn no_class_of_queries_falls_below_its_floor() {
    let shipped = ["ki-stadtratshearing-2024", "beispielkonferenz-2026"];
    for (programmes, at) in [(&shipped[..], 0), (&["corpus"], 2)] {
        let sums = figures(programmes);
        for (class, floors) in FLOORS {
            let Some(sum) = sums.get(class) else { continue };
            let (precision, reciprocal) = sum.means();
            assert!(
                precision >= floors[at] && reciprocal >= floors[at + 1],
                "{programmes:?}, {class}: {precision:.3} {reciprocal:.3}"
            );
        }
    }
}

#[test]
#[ignore = "prints figures"]
fn bench_quality() {
    println!(
        "{:<26} {:<10} {:>7} {:>6} {:>6}",
        "programme", "class", "queries", "P@5", "MRR"
    );
    for name in [
        "ki-stadtratshearing-2024",
        "beispielkonferenz-2026",
        "corpus",
    ] {
        for (class, sum) in figures(&[name]) {
            let (precision, reciprocal) = sum.means();
            let count = sum.count;
            println!("{name:<26} {class:<10} {count:>7} {precision:>6.3} {reciprocal:>6.3}");
        }
    }
}

/// What the queries of a class reach together.
#[derive(Default)]
struct Sum {
    precision: f64,
    reciprocal: f64,
    count: usize,
}

impl Sum {
    fn means(&self) -> (f64, f64) {
        let count = ratio(self.count, 1);
        (self.precision / count, self.reciprocal / count)
    }
}

/// The sums by class, and of all, over some programmes; those that are not there have none.
fn figures(programmes: &[&str]) -> BTreeMap<&'static str, Sum> {
    let mut sums: BTreeMap<_, Sum> = BTreeMap::new();
    for name in programmes {
        let Some(event) = programme(name) else {
            continue;
        };
        let index = Index::new(&event);
        for judged in all().iter().filter(|judged| judged.programme == *name) {
            let (places, wanted) = places(judged, &event, &index);
            let within = places.iter().filter(|place| **place < 5).count();
            let precision = ratio(within, wanted.min(5));
            let reciprocal = places.first().map_or(0.0, |first| ratio(1, first + 1));
            if precision < 1.0 || reciprocal < 1.0 {
                println!("  {name}: {} ({}): {places:?}", judged.words, judged.class);
            }
            for class in [judged.class, "all"] {
                let sum = sums.entry(class).or_default();
                sum.precision += precision;
                sum.reciprocal += reciprocal;
                sum.count += 1;
            }
        }
    }
    sums
}

fn ratio(part: usize, whole: usize) -> f64 {
    let float = |count| f64::from(u32::try_from(count).unwrap());
    float(part) / float(whole)
}
