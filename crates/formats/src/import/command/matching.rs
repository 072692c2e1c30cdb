//! Finds out which video is the recording of which talk, by title and names.
//!
//! A video's title often has the talk's title, the names of the speakers and what all videos of the
//! list have in common. So words count the more the fewer titles have them, names of a talk's
//! people and what most videos share count as explained, and a talk's title may lack its subtitle.
//! Only what is clearly better than any other choice is certain.
//!
//! The result depends on nothing but the titles and their order. The time grows with their number:
//! of each video only the few talks that share its rarest words are compared.

mod score;
mod terms;

use nachlese_event::{Event, Kind};

use self::{score::Scorer, terms::Corpus};

/// From here on a match is certain, if no other is nearly as good.
const CERTAIN: f64 = 0.75;

/// How much better it has to be than the next best.
const MARGIN: f64 = 0.08;

/// Below this, two titles have nothing to do with each other.
const POSSIBLE: f64 = 0.4;

/// How many talks are compared with each video.
const COMPARED: usize = 12;

/// How many possible talks are told of a video.
const TOLD: usize = 3;

/// What a video is the recording of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Match {
    /// The talk at this place, and how certain that is, from 0 to 1.
    Certain(usize, f64),
    /// Possible talks, best first. None if there is none.
    Open(Vec<(usize, f64)>),
}

/// Matches videos by their titles with the talks of an event.
pub(super) fn matches(titles: &[&str], event: &Event) -> Vec<Match> {
    let corpus = Corpus::of(titles, event);
    let scorer = Scorer::of(&corpus);
    let pairs: Vec<Vec<(usize, f64)>> = (0..titles.len())
        .map(|video| {
            let near = corpus.candidates(video, COMPARED).into_iter();
            let found = near.map(|talk| (talk, scorer.score(video, talk)));
            let mut found: Vec<_> = found.filter(|(_, score)| *score >= POSSIBLE).collect();
            found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            found
        })
        .collect();
    let chosen = choose(&pairs, event.talks.len());
    let told = |video: usize| match chosen[video] {
        Some((talk, score)) => Match::Certain(talk, score),
        None => Match::Open(pairs[video].iter().take(TOLD).copied().collect()),
    };
    (0..titles.len()).map(told).collect()
}

/// Takes what is certain, then what is certain among the rest, until nothing changes.
fn choose(pairs: &[Vec<(usize, f64)>], talks: usize) -> Vec<Option<(usize, f64)>> {
    let mut chosen: Vec<Option<(usize, f64)>> = vec![None; pairs.len()];
    let mut is_taken = vec![false; talks];
    // Each round but the last takes something; a few are enough for what people can follow.
    for _ in 0..8 {
        // Of each talk, the best two scores among the videos that are left.
        let mut best = vec![(0.0, 0.0); talks];
        let open = pairs
            .iter()
            .zip(&chosen)
            .filter(|(_, chosen)| chosen.is_none());
        for (near, _) in open {
            for (talk, score) in near {
                let (first, second) = &mut best[*talk];
                if score > first {
                    (*first, *second) = (*score, *first);
                } else if score > second {
                    *second = *score;
                }
            }
        }
        let before = chosen.iter().flatten().count();
        for (near, slot) in pairs
            .iter()
            .zip(&mut chosen)
            .filter(|(_, slot)| slot.is_none())
        {
            let mut free = near.iter().filter(|(talk, _)| !is_taken[*talk]);
            let Some((talk, score)) = free.next().copied() else {
                continue;
            };
            let next = free.next().map_or(0.0, |(_, score)| *score);
            let (first, second) = best[talk];
            let is_best = score >= first && score - second >= MARGIN && score - next >= MARGIN;
            if score >= CERTAIN && is_best {
                is_taken[talk] = true;
                *slot = Some((talk, score));
            }
        }
        if chosen.iter().flatten().count() == before {
            break;
        }
    }
    chosen
}

/// Whether a talk may have a recording at all, so that it is told if it has none.
pub(super) fn is_recordable(event: &Event, talk: usize) -> bool {
    let talk = event.talks.get(talk);
    talk.is_some_and(|talk| talk.kind != Kind::Break && !talk.is_cancelled())
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    fn event(talks: &[(&str, &[&str])]) -> Event {
        let mut people: Vec<&str> = talks
            .iter()
            .flat_map(|(_, people)| people.iter().copied())
            .collect();
        people.sort_unstable();
        people.dedup();
        let id = |name: &str| name.to_lowercase().replace(' ', "-");
        let persons = people
            .iter()
            .map(|name| serde_json::json!({"id": id(name), "name": name}));
        let talks = talks.iter().enumerate().map(|(at, (title, people))| {
            let people: Vec<_> = people.iter().map(|name| serde_json::json!({"person": id(name)})).collect();
            serde_json::json!({"id": format!("t{at}"), "kind": "talk", "title": title, "people": people})
        });
        let json = serde_json::json!({
            "schemaVersion": 1, "id": "e", "language": "de", "title": "Neuburger Tage 2026",
            "people": persons.collect::<Vec<_>>(), "talks": talks.collect::<Vec<_>>(),
        });
        parse(&json.to_string()).unwrap().0
    }

    fn check(talks: &[(&str, &[&str])], videos: &[(&str, Option<usize>)]) {
        let titles: Vec<_> = videos.iter().map(|(title, _)| *title).collect();
        let found = matches(&titles, &event(talks));
        for ((title, expected), found) in videos.iter().zip(&found) {
            let certain = match found {
                Match::Certain(talk, _) => Some(*talk),
                Match::Open(_) => None,
            };
            assert_eq!(certain, *expected, "{title}: {found:?}");
        }
    }

    #[test]
    fn finds_talks_by_title_and_names() {
        check(
            &[
                ("KI im Bürgerbüro: Ein Erfahrungsbericht", &["Ann Berg"]),
                ("Was darf die Maschine?", &["Tom Roth", "Eva Holm"]),
                ("Keynote", &["Ann Berg"]),
                ("Keynote", &["Max Lang"]),
                ("Offene Daten für alle", &["Max Lang"]),
                ("Lightning Talks", &[]),
                ("Lightning Talks", &[]),
                ("Mittagspause", &[]),
            ],
            &[
                (
                    "Ann Berg: KI im Buergerbuero | Neuburger Tage 2026",
                    Some(0),
                ),
                (
                    "Was darf die Maschine - Tom Roth, Eva Holm | Neuburger Tage 2026",
                    Some(1),
                ),
                ("Keynote – Max Lang | Neuburger Tage 2026", Some(3)),
                ("Keynote – Ann Berg | Neuburger Tage 2026", Some(2)),
                (
                    "Offene Daten fuer Alle! (Max Lang) | Neuburger Tage 2026",
                    Some(4),
                ),
                ("Lightning Talks | Neuburger Tage 2026", None),
                ("Aftermovie | Neuburger Tage 2026", None),
                ("Interview mit Max Lang | Neuburger Tage 2026", None),
            ],
        );
    }

    #[test]
    fn forgives_slips_and_cut_titles() {
        check(
            &[
                (
                    "Digitalisierung der kommunalen Wohngeldverfahren in der Praxis",
                    &[],
                ),
                (
                    "Digitalisierung der kommunalen Verkehrsplanung in der Praxis",
                    &[],
                ),
            ],
            &[
                (
                    "Digitalisirung der kommunalen Wohngeldverfaren in der Praxis",
                    Some(0),
                ),
                (
                    "Digitalisierung der kommunalen Verkehrsplanung in d…",
                    Some(1),
                ),
            ],
        );
    }

    #[test]
    fn leaves_open_what_may_be_either() {
        check(
            &[
                ("Rust für Einsteiger", &[]),
                ("Rust für Einsteiger Teil 2", &[]),
            ],
            &[
                ("Rust für Einsteiger", Some(0)),
                ("Rust für Fortgeschrittene", None),
            ],
        );
        check(&[], &[("Rust", None)]);
        check(&[("Rust", &[])], &[]);
        check(
            &[("Rust", &[])],
            &[("Rust", Some(0)), ("", None), ("…", None)],
        );
        check(&[("Rust", &[])], &[("Rust", None), ("Rust", None)]);
    }
}
