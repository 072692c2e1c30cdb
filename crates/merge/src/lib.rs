//! Merges a new version of a programme into an event that people have edited.
//!
//! Three versions decide: what was imported last, what the source says now, and the edited file. What
//! the source changed and nobody edited is taken. What somebody edited stays; if the source changed
//! it as well, the merge says so with both values. Talks and people are found by what they are, never
//! by their position. The edited file keeps its order and layout, so that a comparison of both shows
//! what the merge did and nothing else. A merge of the same version changes nothing.
//!
//! Invariants: no edit is ever lost; ids never change, as readers have addresses with them; a talk is
//! never removed. Reads no file. Takes a time that grows with the files and little faster.

mod change;
mod identity;
mod key;
mod language;
mod layout;
mod list;
mod named;
mod node;
mod order;
mod spot;
mod three_way;

pub use change::{Change, Item, What};

use std::collections::BTreeSet;

use nachlese_event::{Event, LanguageTag};
use nachlese_reader::parse;
use thiserror::Error;

use self::{
    layout::write,
    node::Node,
    spot::Spot,
    three_way::{Merge, Versions},
};

/// A merged event.
#[derive(Debug, Clone, PartialEq)]
pub struct MergedEvent {
    /// The new text of the file.
    pub text: String,
    /// What was done, in the order of the file.
    pub changes: Vec<Change>,
}

/// How to merge.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Whether talks that the source has no more are marked as cancelled, unless their status was
    /// edited.
    pub cancels: bool,
}

/// The edited file is not an event of our own format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the edited file is no event")]
pub struct NotAnEvent;

/// Merges `source`, the new version of a programme, into `edited`, the text of an event file.
///
/// `last` is the version that was imported before. Without it nobody knows who changed what: then new
/// talks come in with their people, and everything else that differs is only listed.
///
/// # Errors
/// [`NotAnEvent`] if the edited text cannot be read.
pub fn merge(
    last: Option<Event>,
    source: Event,
    edited: &str,
    settings: Settings,
) -> Result<MergedEvent, NotAnEvent> {
    // Some programs begin a file with a mark that is no part of the JSON.
    let (mark, edited) = match edited.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", edited),
    };
    let (event, _) = parse(edited).map_err(|_| NotAnEvent)?;
    let own = Node::read(edited).ok_or(NotAnEvent)?;
    let (mut last, mut source) = (last, source);
    let languages = [
        last.as_ref().map(|it| it.language.clone()),
        Some(source.language.clone()),
    ];
    if let Some(last) = &mut last {
        language::tell_in(last, &event.language);
        identity::adopt_ids(last, &event);
    }
    language::tell_in(&mut source, &event.language);
    if let Some(last) = &last {
        identity::adopt_ids(&mut source, last);
    }
    identity::adopt_ids(&mut source, &event);
    let as_json = |event: &Event| serde_json::to_string_pretty(event).unwrap_or_default();
    let (last, source) = (last.as_ref().map(as_json), as_json(&source));
    let last = last.as_deref().and_then(Node::read);
    let source = Node::read(&source);
    let mut merge = Merge {
        language: event.language.as_str().to_owned(),
        knows_last: last.is_some(),
        cancels: settings.cancels,
        changes: Vec::new(),
        named: BTreeSet::new(),
    };
    let root = Spot::default();
    if let [Some(before), Some(now)] = languages
        && before != now
    {
        tell_language(&mut merge, &root, &now);
    }
    let all = Versions {
        last: last.as_ref(),
        source: source.as_ref(),
        edited: Some(&own),
    };
    let text = match merge.value(all, &root) {
        Some(merged) => write(edited, &own, &merged),
        None => edited.to_owned(),
    };
    Ok(MergedEvent {
        text: format!("{mark}{text}"),
        changes: merge.changes,
    })
}

fn tell_language(merge: &mut Merge<'_>, root: &Spot, source: &LanguageTag) {
    let source = source.as_str().to_owned();
    merge.tell(&root.field("language"), What::OtherLanguage { source });
}
