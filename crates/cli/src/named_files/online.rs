//! Whether the links and recordings that an event names on other hosts are still there:
//! `check --online`.
//!
//! Only what the host says plainly is a finding. Many hosts turn programs away (401, 403, 429), and
//! that says nothing about their readers.

mod questions;

use std::{
    collections::{BTreeMap, HashMap, HashSet, VecDeque},
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use self::questions::{Question, questions};
use super::{
    fault::{Fault, FaultyFile},
    unreachable::{Kind, Unreachable},
};
use crate::http::{Client, Manners, Trouble};

/// How many addresses of a file are asked for at most.
const MOST_ASKED: u32 = 500;

/// How many hosts are asked at the same time.
const HOSTS_AT_A_TIME: usize = 4;

/// Between two requests to the same host.
const PAUSE: Duration = Duration::from_millis(100);

const MANNERS: Manners = Manners {
    name: concat!("nachlese-check/", env!("CARGO_PKG_VERSION")),
    most_requests: MOST_ASKED,
    redirects: 5,
};

/// What the hosts have said.
#[derive(Debug)]
pub(crate) struct Asked {
    /// What is wrong, in the order of the file.
    pub(crate) faults: Vec<FaultyFile>,
    /// How many addresses were asked for.
    pub(crate) addresses: usize,
    /// For how many of them the host did not say whether they are there.
    pub(crate) unsaid: usize,
    /// How many addresses were too many.
    pub(crate) left_out: usize,
    /// Whether no host at all was found. Then there is no network, and nothing is known.
    pub(crate) has_no_network: bool,
}

/// Asks for everything that the text of an event's file names on other hosts.
pub(crate) fn ask(text: &str) -> Asked {
    let most = MOST_ASKED as usize;
    let questions = questions(text);
    let mut hosts = BTreeMap::<&str, Vec<&Question>>::new();
    let mut urls = HashSet::new();
    for question in &questions {
        if urls.insert(&question.url) && urls.len() <= most {
            hosts.entry(&question.host).or_default().push(question);
        }
    }
    let is_one_host = hosts.len() == 1;
    let left_out = urls.len().saturating_sub(most);
    let said = asked_of(hosts.into_values().collect());
    let is_unknown = |said: &Said| *said == Said::Not(Unreachable::Trouble(Trouble::NoHost));
    let faults = questions.into_iter().filter_map(|question| {
        let Some(Said::Not(why)) = said.get(&question.url) else {
            return None;
        };
        Some(FaultyFile {
            path: question.path,
            file: question.shown,
            fault: Fault::Unreachable(question.kind, why.clone()),
        })
    });
    Asked {
        faults: faults.collect(),
        addresses: said.len(),
        unsaid: said.values().filter(|it| **it == Said::Nothing).count(),
        left_out,
        has_no_network: !said.is_empty() && !is_one_host && said.values().all(is_unknown),
    }
}

/// What a host says about an address.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    There,
    Nothing,
    Not(Unreachable),
}

/// Asks several hosts at a time, and each of them one thing after the other.
fn asked_of(hosts: Vec<Vec<&Question>>) -> HashMap<String, Said> {
    let waiting = Mutex::new(VecDeque::from(hosts));
    let said = Mutex::new(HashMap::new());
    let next = || {
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.pop_front()
    };
    thread::scope(|scope| {
        for _ in 0..HOSTS_AT_A_TIME {
            scope.spawn(|| {
                let client = Client::new(MANNERS);
                while let Some(questions) = next() {
                    let answers = asked_in_turn(&client, &questions);
                    let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
                    said.extend(answers);
                }
            });
        }
    });
    said.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn asked_in_turn(client: &Client, questions: &[&Question]) -> Vec<(String, Said)> {
    // A host that nobody reaches is not asked again. What is wrong with one answer says nothing about the others.
    let is_silence = |said: &Said| {
        let Said::Not(Unreachable::Trouble(trouble)) = said else {
            return false;
        };
        !matches!(trouble, Trouble::Other(_))
    };
    let mut silence = None;
    let answers = questions.iter().enumerate().map(|(at, question)| {
        let said = silence.clone().unwrap_or_else(|| {
            if at > 0 {
                thread::sleep(PAUSE);
            }
            match client.head(&question.url, &[]) {
                Ok(answer) => said_by(answer.status, question.kind),
                Err(trouble) => Said::Not(Unreachable::Trouble(trouble)),
            }
        });
        if is_silence(&said) {
            silence = Some(said.clone());
        }
        (question.url.clone(), said)
    });
    answers.collect()
}

/// What a status says.
fn said_by(status: u16, kind: Kind) -> Said {
    match status {
        200..=399 => Said::There,
        404 | 410 => Said::Not(Unreachable::Gone(status)),
        // YouTube says so of ids that cannot be, and 401 where embedding is off
        // (<https://github.com/mellowagain/pomu/issues/9>, read on 2026-12-01).
        400 if kind == Kind::YouTube => Said::Not(Unreachable::Gone(status)),
        401 | 403 if matches!(kind, Kind::YouTube | Kind::PeerTube) => {
            Said::Not(Unreachable::Private)
        }
        500..=599 => Said::Not(Unreachable::Broken(status)),
        _ => Said::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_said_plainly_counts() {
        for (status, kind, expected) in [
            (200, Kind::Link, Said::There),
            (304, Kind::Link, Said::There),
            (404, Kind::Link, Said::Not(Unreachable::Gone(404))),
            (410, Kind::Vimeo, Said::Not(Unreachable::Gone(410))),
            (400, Kind::Link, Said::Nothing),
            (400, Kind::YouTube, Said::Not(Unreachable::Gone(400))),
            (401, Kind::YouTube, Said::Not(Unreachable::Private)),
            (403, Kind::PeerTube, Said::Not(Unreachable::Private)),
            // For example because it is shown on one site only.
            (403, Kind::Vimeo, Said::Nothing),
            (401, Kind::Link, Said::Nothing),
            (403, Kind::Link, Said::Nothing),
            (429, Kind::Link, Said::Nothing),
            (503, Kind::Link, Said::Not(Unreachable::Broken(503))),
            (999, Kind::Link, Said::Nothing),
        ] {
            assert_eq!(said_by(status, kind), expected, "{status} {kind:?}");
        }
    }
}
