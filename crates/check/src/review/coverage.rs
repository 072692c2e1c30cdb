//! Which languages the texts of an event have. Where most have two, one that has a single language
//! was probably forgotten.

use std::collections::BTreeMap;

use jsonc_parser::ast::Value;
use nachlese_event::{
    Event,
    problem::{Advice, JsonPath, Problem},
};

use super::{part, place::Place, problem};

/// Fields whose text is often a name, the same in all languages: without a map, it counts as that.
const NAMES: &[&str] = &[
    "credit",
    "exhibits",
    "host",
    "kind",
    "label",
    "licence",
    "name",
    "organization",
    "publisher",
    "room",
    "tags",
    "track",
    "unit",
    "value",
    "venue",
];

/// The most languages that are told apart.
const MOST_LANGUAGES: usize = 16;

/// How many texts with a language there are at least for each without: fewer are a mixture.
const MOST: usize = 3;

/// How many paths are named.
const MOST_NAMED: usize = 3;

/// Texts with the same languages.
#[derive(Default)]
struct Group {
    count: usize,
    first: Vec<JsonPath>,
}

/// The texts so far.
pub(super) struct Coverage<'e> {
    /// Languages without region. The first is the event's.
    languages: Vec<String>,
    /// By a bit for each language.
    groups: BTreeMap<u32, Group>,
    /// Texts that are the same in all languages, as the event says.
    foreign: Vec<&'e str>,
}

impl<'e> Coverage<'e> {
    /// No texts yet.
    pub(super) fn of(event: &'e Event) -> Self {
        let terms = event.foreign_terms.0.iter();
        Self {
            languages: vec![event.language.primary().to_ascii_lowercase()],
            groups: BTreeMap::new(),
            foreign: terms.flat_map(|(_, terms)| terms).map(|it| &**it).collect(),
        }
    }

    /// Counts a text.
    pub(super) fn add(&mut self, value: &Value<'_>, place: Place<'_>, name: &str) {
        let variants = part::variants(value);
        let is_name =
            |text: &str| self.foreign.contains(&text) || !text.contains(char::is_alphabetic);
        let is_plain = variants.iter().all(|(language, _)| language.is_none());
        if is_plain && NAMES.contains(&name) || variants.iter().all(|(_, text)| is_name(text)) {
            return;
        }
        let mut bits = 0;
        for (language, _) in variants {
            bits |= language.map_or(1, |tag| self.bit(tag));
        }
        let group = self.groups.entry(bits).or_default();
        group.count += 1;
        if group.first.len() < MOST_NAMED {
            group.first.push(place.path());
        }
    }

    fn bit(&mut self, tag: &str) -> u32 {
        let primary = tag
            .split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        // Texts in easy language are few by nature.
        if tag.to_ascii_lowercase().contains("-x-") {
            return 0;
        }
        let known = self.languages.iter().position(|known| *known == primary);
        let at = known.unwrap_or_else(|| {
            self.languages.push(primary);
            self.languages.len() - 1
        });
        if at < MOST_LANGUAGES { 1 << at } else { 0 }
    }

    /// The languages that most texts have and some have not. That the event's own is missing is told
    /// for each text.
    pub(super) fn missing(&self) -> Vec<Problem> {
        let others = self.languages.iter().enumerate().skip(1);
        let found = others
            .take(MOST_LANGUAGES - 1)
            .filter_map(|(at, language)| {
                let has = |bits: &u32| bits & (1 << at) != 0;
                let of = |wanted: bool| {
                    let groups = self.groups.iter();
                    groups.filter(move |(bits, _)| has(bits) == wanted)
                };
                let count = |wanted| of(wanted).map(|(_, group)| group.count).sum::<usize>();
                let (with, without) = (count(true), count(false));
                if without == 0 || with < MOST * without.max(1) {
                    return None;
                }
                let mut first: Vec<_> = of(false).flat_map(|(_, group)| &group.first).collect();
                first.truncate(MOST_NAMED);
                let advice = Advice::TextsMissing {
                    language: language.clone(),
                    count: without,
                    others: with,
                    first: first.iter().map(ToString::to_string).collect(),
                };
                Some(problem(first.first()?, advice))
            });
        found.collect()
    }
}
