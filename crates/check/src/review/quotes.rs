//! Quotes that contain the name which the page writes below them.

use std::collections::HashMap;

use jsonc_parser::ast::Value;
use nachlese_event::problem::{Advice, JsonPath, Problem};

use super::{part, problem};

/// What may stand before a name.
const TITLES: &[&str] = &[
    "Dr.", "Frau", "Herr", "Mr", "Mr.", "Ms", "Ms.", "Prof.", "Dr",
];

/// Looks at all quotes.
pub(super) fn check(tree: &Value<'_>) -> Vec<Problem> {
    let people = part::list(tree, "people").iter();
    let names = people.filter_map(|it| Some((part::text(it, "id")?, part::text(it, "name")?)));
    let names: HashMap<_, _> = names.collect();
    let sections = part::list(tree, "sections").iter().enumerate();
    let mut found = Vec::new();
    for (at, quote) in sections.filter(|(_, it)| part::text(it, "type") == Some("quote")) {
        let name = part::text(quote, "person").and_then(|id| names.get(id));
        let (Some(name), Some(text)) = (name, part::field(quote, "text")) else {
            continue;
        };
        let path = JsonPath::root().field("sections").index(at).field("text");
        for (language, text) in part::variants(text) {
            if is_signed(text, name) {
                let name = (*name).to_owned();
                let path = part::path_of(&path, language);
                found.push(problem(&path, Advice::NameInQuote { name }));
            }
        }
    }
    found
}

/// „Laura Dornheim: …“, „… – Dr. Laura Dornheim“, „… (Laura Dornheim)“.
fn is_signed(text: &str, name: &str) -> bool {
    let begins = text.find(name).is_some_and(|at| {
        let after = text[at + name.len()..].trim_start();
        without_title(&text[..at]).is_empty() && after.starts_with(':')
    });
    let ends = text.rfind(name).is_some_and(|at| {
        let after = &text[at + name.len()..];
        let is_last = !after.contains(char::is_alphanumeric);
        is_last && without_title(&text[..at]).ends_with(['–', '—', '-', '('])
    });
    begins || ends
}

fn without_title(before: &str) -> &str {
    let mut before = before.trim_end();
    while let Some(title) = TITLES.iter().find(|title| before.ends_with(**title)) {
        before = before[..before.len() - title.len()].trim_end();
    }
    before
}
