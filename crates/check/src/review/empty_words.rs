//! Headings and labels that say nothing about what follows. Whoever has a page read aloud jumps from
//! heading to heading and from link to link, and hears only these words.

use nachlese_event::{Span, problem::Advice, spans};
use nachlese_fold::fold;

/// Headings, folded.
const HEADINGS: &[&str] = &[
    "heading",
    "here",
    "hier",
    "info",
    "information",
    "informationen",
    "infos",
    "further information",
    "mehr",
    "mehr informationen",
    "mehr infos",
    "miscellaneous",
    "more",
    "more info",
    "more information",
    "ohne titel",
    "sonstiges",
    "uberschrift",
    "untitled",
    "weitere informationen",
    "weitere infos",
    "weiteres",
];

/// Labels of links, folded.
const LABELS: &[&str] = &[
    "click",
    "click here",
    "dieser link",
    "hier",
    "hier klicken",
    "here",
    "klick",
    "klick hier",
    "klicken",
    "klicken sie hier",
    "learn more",
    "link",
    "mehr",
    "mehr erfahren",
    "mehr info",
    "mehr informationen",
    "mehr infos",
    "mehr lesen",
    "more",
    "more info",
    "more information",
    "read more",
    "this link",
    "this page",
    "weiter",
    "weitere informationen",
    "weitere infos",
    "weiterlesen",
    "zum link",
];

/// Looks at a heading, at the label of a link, and at the labels of links in a text.
pub(super) fn check(text: &str, field: &str, within: &str) -> Option<Advice> {
    if field == "heading" {
        let words = text.to_owned();
        return is_one_of(HEADINGS, text).then_some(Advice::EmptyHeading { words });
    }
    // Facts and numbers of guests have labels too.
    if field == "label" && !["facts", "attendance"].contains(&within) {
        return empty_label(text);
    }
    let labels = spans(text).into_iter().filter_map(|span| match span {
        Span::Link { label, .. } => empty_label(label),
        Span::Text(_) => None,
    });
    labels.into_iter().next()
}

fn empty_label(label: &str) -> Option<Advice> {
    let words = label.trim().to_owned();
    is_one_of(LABELS, label).then_some(Advice::EmptyLabel { words })
}

fn is_one_of(words: &[&str], text: &str) -> bool {
    // The longest has 21 letters.
    if text.len() > 60 {
        return false;
    }
    let folded = fold(text).bare;
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    words.contains(&bare)
}
