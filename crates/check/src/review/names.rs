//! People who are in the list twice, because somebody wrote their name in another way.

use std::collections::HashMap;

use jsonc_parser::ast::Value;
use nachlese_event::problem::{Advice, JsonPath, Problem};
use nachlese_fold::fold;

use super::{part, problem};

/// The longest name that is compared, in characters.
const LONGEST: usize = 60;

/// Titles and forms of address, folded.
const TITLES: &[&str] = &[
    "dipl",
    "dr",
    "frau",
    "habil",
    "herr",
    "hon",
    "ing",
    "jur",
    "mag",
    "med",
    "mr",
    "mrs",
    "ms",
    "nat",
    "phd",
    "phil",
    "prof",
    "professor",
    "rer",
];

/// A name, cut up for comparison.
struct Name<'t> {
    text: &'t str,
    id: &'t str,
    /// In their order, without titles.
    words: Vec<String>,
    /// Forms of the whole name. If two names have one in common, they are the same.
    forms: Vec<String>,
}

/// Looks at the people of an event.
pub(super) fn check(tree: &Value<'_>) -> Vec<Problem> {
    let people = part::list(tree, "people").iter().enumerate();
    let names = people.filter_map(|(at, person)| {
        let id = part::text(person, "id").unwrap_or_default();
        Some((at, name(part::text(person, "name")?, id)?))
    });
    let names: Vec<(usize, Name<'_>)> = names.collect();
    let mut by_form = HashMap::<&str, usize>::new();
    let mut by_rest = HashMap::<String, Vec<usize>>::new();
    let mut found = Vec::new();
    for (nth, (at, name)) in names.iter().enumerate() {
        let same = name.forms.iter().find_map(|form| by_form.get(&**form));
        let same = same.map(|nth| &names[*nth].1);
        // Two entries with one id are told by the reader.
        let same = same.filter(|other| other.id != name.id);
        let rests = rests(name);
        let alike = || {
            let near = rests.iter().filter_map(|rest| by_rest.get(rest)).flatten();
            let mut near = near.map(|nth| &names[*nth].1);
            near.find(|other| other.id != name.id && is_slip(&name.words, &other.words))
        };
        let (text, path) = (name.text.to_owned(), path(*at));
        if let Some(other) = same {
            let (other, id) = (other.text.to_owned(), other.id.to_owned());
            let name = text;
            found.push(problem(&path, Advice::NameTwice { name, other, id }));
        } else if let Some(other) = alike() {
            let (other, id) = (other.text.to_owned(), other.id.to_owned());
            let name = text;
            found.push(problem(&path, Advice::NamesAlike { name, other, id }));
        }
        for form in &name.forms {
            by_form.entry(form).or_insert(nth);
        }
        for rest in rests {
            let near = by_rest.entry(rest).or_default();
            // Nobody has a hundred namesakes, but a hostile file may.
            if near.len() < 8 {
                near.push(nth);
            }
        }
    }
    found
}

fn path(at: usize) -> JsonPath {
    JsonPath::root().field("people").index(at).field("name")
}

/// Nothing if it is a single word, or too long for a name.
fn name<'t>(text: &'t str, id: &'t str) -> Option<Name<'t>> {
    if text.chars().count() > LONGEST {
        return None;
    }
    // „Hörner, Totinia“
    let turned = match text.split_once(',') {
        Some((last, first)) if !first.trim().is_empty() => format!("{first} {last}"),
        _ => text.to_owned(),
    };
    let folded = fold(&turned);
    let (bare, spelled_out) = (words(&folded.bare), words(&folded.spelled_out));
    if bare.len() < 2 {
        return None;
    }
    let forms = [&bare, &spelled_out].into_iter().flat_map(|words| {
        let mut sorted = words.clone();
        sorted.sort_unstable();
        // „Annamaria“ and „Anna Maria“.
        [sorted.join(" "), words.concat()]
    });
    let forms = forms.collect();
    Some(Name {
        text,
        id,
        words: bare,
        forms,
    })
}

/// The words of a folded name, without titles, and without initials if two words are left.
fn words(folded: &str) -> Vec<String> {
    let all = folded.split(|c: char| !c.is_alphanumeric());
    let all = all.filter(|word| !word.is_empty() && !TITLES.contains(word));
    let all: Vec<_> = all.map(str::to_owned).collect();
    // A number is no initial: „Gast 1“ and „Gast 2“ are two.
    let is_long = |word: &&String| word.chars().count() > 1 || !word.contains(char::is_alphabetic);
    let long: Vec<_> = all.iter().filter(is_long).cloned().collect();
    if long.len() < 2 { all } else { long }
}

/// The name with each of its letters left out, and the name itself: names with one slip between them
/// have one of these in common.
fn rests(name: &Name<'_>) -> Vec<String> {
    let whole = name.words.join(" ");
    let without = |at| {
        let letters = whole.chars().enumerate();
        letters
            .filter(|(it, _)| *it != at)
            .map(|(_, c)| c)
            .collect()
    };
    let mut rests: Vec<String> = (0..whole.chars().count()).map(without).collect();
    rests.push(whole.clone());
    rests.sort_unstable();
    rests.dedup();
    rests
}

/// Whether one word differs by one slip, in a way that makes no other name of it.
fn is_slip(a: &[String], b: &[String]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut differing = a.iter().zip(b).enumerate().filter(|(_, (a, b))| a != b);
    let (Some((at, (one, other))), None) = (differing.next(), differing.next()) else {
        return false;
    };
    let is_word = |word: &str| word.chars().all(char::is_alphabetic);
    if strsim::osa_distance(one, other) != 1 || !is_word(one) || !is_word(other) {
        return false;
    }
    let length = one.chars().count().min(other.chars().count());
    if at + 1 == a.len() {
        return length >= 4;
    }
    // Among first names, the end tells Paul from Paula and Christian from Christina.
    length >= 6 && same_end(one, other, 2)
}

fn same_end(a: &str, b: &str, letters: usize) -> bool {
    a.chars()
        .rev()
        .take(letters)
        .eq(b.chars().rev().take(letters))
}
