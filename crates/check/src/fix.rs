//! Mends what is safe to mend in the text of an event's file, as edits of the text: everything else
//! stays as it is, byte for byte. Opens no file.
//!
//! [`mend`] does all of it. An editor that shows each proposal by itself calls [`syntax()`] while the
//! text is no JSON, else [`values()`], and [`apply()`].

mod date;
mod notes;
mod scan;
mod syntax;
mod values;

pub use syntax::{slip_at, syntax};
pub use values::values;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use nachlese_event::problem::{JsonPath, Problem, Severity};

/// A change of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that it replaces; empty where something is inserted.
    pub range: Range<usize>,
    /// What stands there instead.
    pub text: String,
    /// What it is for.
    pub mend: Mend,
}

/// What a change is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mend {
    /// A comma too many or too few.
    Comma,
    /// A curly quotation mark where JSON has a straight one.
    Quotes,
    /// A comment, which becomes a note.
    Comment,
    /// A misspelt name of a field.
    Field,
    /// A misspelt word of the format.
    Word,
    /// A date in another form.
    Date,
    /// An address where an id belongs.
    Address,
}

/// A text that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The text.
    pub text: String,
    /// What was done, and how often.
    pub done: BTreeMap<Mend, usize>,
}

/// How often the text is read again: what a new name reveals may have to be mended too, as deep as
/// the format is.
const MOST_ROUNDS: usize = 12;

/// Up to how many changes are tried one by one, if all together are not good.
const MOST_TRIED: usize = 32;

/// Mends a text, so that nothing more is mended in what comes out.
///
/// `read` gives the findings of a text, and nothing for one that is no event; `others` how bad other
/// findings are, such as those about files that the event names. The new text never has more errors than the
/// old one, nor as many errors and more warnings, nor as many of both and more notes: the right
/// name of a field may reveal worse things in it. Such a change is left to people. Only a text that
/// was no JSON has findings at first.
///
/// # Errors
/// The place in the text of what keeps it from being an event, if only a person can mend that.
pub fn mend(
    text: &str,
    read: impl Fn(&str) -> Option<Vec<Problem>>,
    others: impl Fn(&str) -> Vec<Severity>,
) -> Result<Mended, usize> {
    let mut start = Mended {
        text: text.to_owned(),
        done: BTreeMap::new(),
    };
    let found = if let Some(found) = read(text) {
        found
    } else {
        start.take(&syntax(text)?);
        read(&start.text).ok_or(0_usize)?
    };
    let score = |text: &str, found: &[Problem]| {
        let all = found.iter().map(Problem::severity).chain(others(text));
        score(&all.collect::<Vec<_>>())
    };
    // Which of the first findings are mended. Those that come to light later are mended, too.
    let first: Vec<_> = values(&start.text, &found);
    if first.is_empty() {
        return Ok(start);
    }
    let before = score(&start.text, &found);
    let run = |is_wanted: &dyn Fn(usize, &Edit) -> bool| {
        let wanted = first.iter().enumerate();
        let wanted = wanted.filter(|(at, (_, edit))| is_wanted(*at, edit));
        let wanted: BTreeSet<_> = wanted.map(|(at, _)| at).collect();
        let mended = settled(start.clone(), &first, &wanted, &read)?;
        let (mended, found) = mended;
        (score(&mended.text, &found) <= before).then_some(mended)
    };
    let all = run(&|_, _| true);
    let some = || {
        if first.len() > MOST_TRIED {
            return None;
        }
        let good = (0..first.len()).filter(|one| run(&|at, _| at == *one).is_some());
        let good: BTreeSet<_> = good.collect();
        run(&|at, _| good.contains(&at))
    };
    let is_name = |edit: &Edit| edit.mend == Mend::Field;
    let is_word = |edit: &Edit| edit.mend == Mend::Word;
    Ok(all
        .or_else(some)
        .or_else(|| run(&|_, edit| !is_name(edit)))
        .or_else(|| run(&|_, edit| !is_name(edit) && !is_word(edit)))
        .unwrap_or(start))
}

/// Mends the wanted ones of the first findings, and what comes to light by that. Gives the findings
/// that stay, too.
fn settled(
    mut mended: Mended,
    first: &[(JsonPath, Edit)],
    wanted: &BTreeSet<usize>,
    read: &impl Fn(&str) -> Option<Vec<Problem>>,
) -> Option<(Mended, Vec<Problem>)> {
    let (chosen, left): (Vec<_>, Vec<_>) = first
        .iter()
        .enumerate()
        .partition(|(at, _)| wanted.contains(at));
    let left: BTreeSet<_> = left.into_iter().map(|(_, (path, _))| path).collect();
    let mut edits: Vec<_> = chosen
        .into_iter()
        .map(|(_, (_, edit))| edit.clone())
        .collect();
    for _ in 0..MOST_ROUNDS {
        mended.take(&edits);
        let found = read(&mended.text)?;
        let next = values(&mended.text, &found).into_iter();
        let next = next.filter(|(path, _)| !left.contains(path));
        edits = next.map(|(_, edit)| edit).collect();
        if edits.is_empty() {
            return Some((mended, found));
        }
    }
    None
}

/// The number of errors, of warnings and of notes.
fn score(found: &[Severity]) -> [usize; 3] {
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    severities.map(|severity| found.iter().filter(|one| **one == severity).count())
}

impl Mended {
    fn take(&mut self, edits: &[Edit]) {
        // The notes that comments become are no changes of their own.
        let is_note = |edit: &&Edit| edit.mend == Mend::Comment && !edit.text.is_empty();
        for edit in edits.iter().filter(|edit| !is_note(edit)) {
            *self.done.entry(edit.mend).or_default() += 1;
        }
        self.text = apply(&self.text, edits);
    }
}

/// The text with these edits, which must be in its order. One that touches what another one has
/// replaced is left out.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut end = 0;
    for edit in edits {
        let Some(kept) = text.get(end..edit.range.start) else {
            continue;
        };
        new.push_str(kept);
        new.push_str(&edit.text);
        end = edit.range.end;
    }
    new.push_str(text.get(end..).unwrap_or_default());
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_inserts_and_removes() {
        let edit = |range, text: &str| Edit {
            range,
            text: text.to_owned(),
            mend: Mend::Word,
        };
        let edits = [
            edit(0..0, "<"),
            edit(0..1, ""),
            edit(2..4, "ä"),
            edit(3..5, "x"),
            edit(5..5, ">"),
        ];
        assert_eq!(apply("abcdef", &edits), "<bäe>f");
        assert_eq!(apply("abc", &[]), "abc");
    }
}
