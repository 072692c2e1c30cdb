//! Events in few words, and what a merge says about them.

use nachlese_event::Event;
use nachlese_merge::{Change, MergedEvent, Settings, What, merge};
use nachlese_reader::parse;

/// The event of a text.
pub(crate) fn event(text: &str) -> Event {
    parse(text).unwrap().0
}

/// An event with these fields.
pub(crate) fn with(fields: &str) -> String {
    format!(r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", {fields}}}"#)
}

/// An event with one talk that has these fields.
pub(crate) fn talk(fields: &str) -> String {
    with(&format!(
        r#""talks": [{{"id": "a", "kind": "talk", "title": "A"{fields}}}]"#
    ))
}

/// Merges texts of events.
pub(crate) fn merged(last: &str, source: &str, edited: &str) -> MergedEvent {
    let settings = Settings::default();
    merge(Some(event(last)), event(source), edited, settings).unwrap()
}

/// What a change says, in one line.
pub(crate) fn said(change: &Change) -> String {
    let path = &change.path;
    let or_none = |value: &Option<serde_json::Value>| {
        value.as_ref().map_or("-".to_owned(), ToString::to_string)
    };
    match &change.what {
        What::Added(value) => format!("{path} + {value}"),
        What::Taken { before, now } => format!("{path}: {before} > {now}"),
        What::Removed(value) => format!("{path} - {value}"),
        What::Gone => format!("{path} gone"),
        What::Cancelled => format!("{path} cancelled"),
        What::Conflict { source, edited } => {
            format!(
                "{path} source {} edited {}",
                or_none(source),
                or_none(edited)
            )
        }
        What::Differs { source, edited } => {
            format!("{path} source {source} here {}", or_none(edited))
        }
        What::Translated { languages } => format!("{path} also {}", languages.join(" ")),
        What::OtherLanguage { source } => format!("{path} is {source}"),
    }
}

/// Everything that is said about a merge.
pub(crate) fn all_said(merged: &MergedEvent) -> Vec<String> {
    merged.changes.iter().map(said).collect()
}
