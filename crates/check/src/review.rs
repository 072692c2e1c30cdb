//! What an editor should look at beyond the format: pictures, names, times, mark-up, languages, files.
//!
//! Looks only at event JSON: what another program says is mended there. Each rule is a module. A
//! rule that finds the same in many places lists the first and counts the rest, because nobody reads
//! a hundred messages about one habit.

mod coverage;
mod empty_words;
mod files;
mod names;
mod part;
mod people;
mod pictures;
mod place;
mod programme;
mod quotes;
mod raw;
mod walk;

use std::collections::BTreeMap;

use jsonc_parser::ast::Value;
use nachlese_event::{
    Event,
    problem::{Advice, Finding, JsonPath, Problem},
};

use crate::tree::tree;

/// How many findings of the same code are listed.
const MOST_ALIKE: usize = 5;

/// Lists what an editor should look at. `event` is what was read from `text`. Nothing if the text is
/// no event JSON.
#[must_use]
pub fn review(text: &str, event: &Event) -> Vec<Problem> {
    let Some(tree) = tree(text).filter(is_own) else {
        return Vec::new();
    };
    let mut found = walk::walk(&tree, event);
    found.extend(people::check(&tree));
    found.extend(names::check(&tree));
    found.extend(programme::check(&tree, event));
    found.extend(quotes::check(&tree));
    found.extend(people::legal(&tree));
    first_of_each(found)
}

fn problem(path: &JsonPath, advice: Advice) -> Problem {
    Problem::new(path, Finding::Advice(advice))
}

/// Whether JSON is an event and not the programme of another program.
fn is_own(tree: &Value<'_>) -> bool {
    let is_talk = |talk: &Value<'_>| {
        let heading = |field| part::field(talk, field).is_some();
        heading("title") || heading("topic")
    };
    // The widget of pretalx has such lists, and no title of its own.
    let is_widget = part::field(tree, "title").is_none()
        && ["rooms", "speakers", "tracks"]
            .into_iter()
            .any(|name| part::field(tree, name).is_some());
    part::field(tree, "schemaVersion").is_some()
        || !is_widget && part::list(tree, "talks").iter().any(is_talk)
}

/// The first findings of each habit, and how many more there are: of what [`review`] finds, and of
/// recordings without captions.
#[must_use]
pub fn first_of_each(found: Vec<Problem>) -> Vec<Problem> {
    let is_habit = |problem: &Problem| {
        matches!(
            problem.finding,
            Finding::Advice(_) | Finding::MissingCaptions
        )
    };
    let mut counts = BTreeMap::<_, usize>::new();
    for problem in found.iter().filter(|problem| is_habit(problem)) {
        *counts.entry(problem.code()).or_default() += 1;
    }
    let mut seen = BTreeMap::<_, usize>::new();
    let listed = found.into_iter().filter_map(|problem| {
        let code = problem.code();
        if !is_habit(&problem) {
            return Some(problem);
        }
        let seen = seen.entry(code).or_default();
        *seen += 1;
        let all = counts.get(code).copied().unwrap_or_default();
        if *seen <= MOST_ALIKE || all == MOST_ALIKE + 1 {
            return Some(problem);
        }
        let more = Advice::More {
            count: all - MOST_ALIKE,
            code,
            severity: problem.severity(),
        };
        (*seen == MOST_ALIKE + 1).then(|| self::problem(&problem.path, more))
    });
    listed.collect()
}

#[cfg(test)]
mod tests;
