//! The orders in which talks can be listed.

use jiff::civil::DateTime;
use nachlese_compact::{index, radix};
use nachlese_event::{Event, LanguageTag, Talk};
use nachlese_fold::fold;

/// An order of talks. Equal talks stay in the order of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// As in the programme.
    Programme,
    /// The best match first.
    Relevance,
    /// By title as dictionaries do (DIN 5007-1): ä as a.
    Title,
    /// By the first person's name as lists of names do (DIN 5007-2): ä as ae.
    Person,
    /// The shortest first.
    Length,
    /// The latest first.
    Newest,
}

impl Sort {
    /// All orders, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::Programme,
        Self::Relevance,
        Self::Title,
        Self::Person,
        Self::Length,
        Self::Newest,
    ];

    /// The word in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Relevance => "relevance",
            Self::Title => "title",
            Self::Person => "person",
            Self::Length => "length",
            Self::Newest => "newest",
        }
    }

    /// Reads the word in addresses.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key() == key)
    }

    /// Each talk's rank in this order, for a reader's language. Talks that lack the value by which
    /// they are sorted come last. Empty for the programme and for relevance, which need no ranks.
    ///
    /// The ranks are the same for every search of an event, so callers should keep them.
    #[must_use]
    pub fn ranks(self, event: &Event, language: &LanguageTag) -> Vec<u32> {
        match self {
            Self::Programme | Self::Relevance => Vec::new(),
            Self::Title => ranks_of_texts(event, &|talk| {
                let title = talk.heading()?.find(language, &event.language).text;
                Some(fold(title).bare)
            }),
            Self::Person => {
                let mut ids = nachlese_compact::Interner::default();
                let mut names = Vec::new();
                for person in &event.people {
                    if ids.intern(person.id.as_str()).1 {
                        names.push(fold(&person.filing_name()).spelled_out);
                    }
                }
                ranks_of_texts(event, &|talk| {
                    let id = talk.people.first()?.person.as_str();
                    Some(names.get(ids.find(id)? as usize)?.clone())
                })
            }
            Self::Length => ranks_of_numbers(event, &|talk| Some(talk.duration?.0)),
            Self::Newest => {
                ranks_of_numbers(event, &|talk| Some(u32::MAX - 1 - minutes(talk.start?)))
            }
        }
    }
}

/// Minutes since year 0, counted as if all months had 31 days. This keeps the order.
fn minutes(start: DateTime) -> u32 {
    let part = |number: i8| u32::from(number.unsigned_abs());
    let (day, time) = (start.date(), start.time());
    let year = u32::from(day.year().max(0).unsigned_abs());
    let days = (year * 12 + part(day.month()) - 1) * 31 + part(day.day()) - 1;
    (days * 24 + part(time.hour())) * 60 + part(time.minute())
}

fn ranks_of_numbers(event: &Event, number: &dyn Fn(&Talk) -> Option<u32>) -> Vec<u32> {
    let numbers = event.talks.iter().map(number);
    let mut keys: Vec<u64> = (0..)
        .zip(numbers)
        .map(|(talk, number)| u64::from(number.unwrap_or(u32::MAX)) << 32 | talk)
        .collect();
    radix::sort(&mut keys);
    let order: Vec<_> = keys.into_iter().map(radix::low).collect();
    ranks(&order)
}

fn ranks_of_texts(event: &Event, text: &dyn Fn(&Talk) -> Option<String>) -> Vec<u32> {
    let texts = event.talks.iter().map(text);
    ranks(&order_of_texts(&mut texts.map(Option::unwrap_or_default)))
}

/// The people of an event by last name (DIN 5007-2, for lists of names), as indices into the event.
#[must_use]
pub fn people_by_name(event: &Event) -> Vec<u32> {
    let people = event.people.iter();
    order_of_texts(&mut people.map(|person| fold(&person.filing_name()).spelled_out))
}

fn order_of_texts(texts: &mut dyn Iterator<Item = String>) -> Vec<u32> {
    let texts = texts.map(|text| {
        text.trim_start_matches(|c: char| !c.is_alphanumeric())
            .to_owned()
    });
    let texts: Vec<_> = texts.collect();
    let starts: Vec<_> = texts.iter().map(|text| start(text)).collect();
    let mut order: Vec<u32> = (0..index(texts.len())).collect();
    merge_sort(&mut order, &|a, b| {
        let (a, b) = (a as usize, b as usize);
        starts[a] < starts[b] || starts[a] == starts[b] && texts[a] <= texts[b]
    });
    order
}

/// The first eight bytes as a number, which is faster to compare. A missing text comes last.
fn start(text: &str) -> u64 {
    if text.is_empty() {
        return u64::MAX;
    }
    let bytes = text.bytes().chain(std::iter::repeat(0)).take(8);
    bytes.fold(0, |number, byte| number << 8 | u64::from(byte))
}

fn ranks(order: &[u32]) -> Vec<u32> {
    let mut ranks = vec![0; order.len()];
    for (rank, talk) in (0..).zip(order) {
        ranks[*talk as usize] = rank;
    }
    ranks
}

/// Sorts by merging longer and longer runs. Far less code than the standard sort.
fn merge_sort(order: &mut Vec<u32>, is_in_order: &dyn Fn(u32, u32) -> bool) {
    let mut length = 1;
    while length < order.len() {
        let mut merged = Vec::with_capacity(order.len());
        for run in order.chunks(length * 2) {
            let (mut left, mut right) = run.split_at(length.min(run.len()));
            while let (Some((a, after_a)), Some((b, after_b))) =
                (left.split_first(), right.split_first())
            {
                if is_in_order(*a, *b) {
                    merged.push(*a);
                    left = after_a;
                } else {
                    merged.push(*b);
                    right = after_b;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        *order = merged;
        length *= 2;
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    fn check(sort: Sort, expected: &str) {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
            "people": [{"id": "o", "name": "Ute Österle"}, {"id": "f", "name": "Ada Ofen"},
                       {"id": "z", "name": "Bo Adler"}],
            "talks": [
                {"id": "a", "kind": "talk", "title": "Zoo", "people": ["o"], "duration": "PT40M",
                 "start": "2026-09-17T10:20"},
                {"id": "b", "kind": "break"},
                {"id": "c", "kind": "talk", "title": {"de": "Äpfel", "en": "Zebra"},
                 "people": ["f", "o"], "duration": "PT5M", "start": "2026-09-18T09:00"},
                {"id": "d", "kind": "talk", "title": "„Affe“", "people": ["z"],
                 "duration": "PT40M", "start": "2026-09-17T10:20"},
                {"id": "e", "kind": "talk", "topic": "Ast"}]}"#;
        let event = parse(text).unwrap().0;
        let ranks = sort.ranks(&event, &event.language);
        let mut talks: Vec<_> = ranks.iter().zip(&event.talks).collect();
        talks.sort_by_key(|(rank, _)| **rank);
        let ids: Vec<_> = talks.iter().map(|(_, talk)| talk.id.as_str()).collect();
        assert_eq!(ids.join(""), expected, "{sort:?}");
    }

    #[test]
    fn orders_as_german_standards_do() {
        check(Sort::Title, "dceab");
        check(Sort::Person, "dacbe");
    }

    #[test]
    fn orders_by_number_and_keeps_the_programme_where_equal() {
        check(Sort::Length, "cadbe");
        check(Sort::Newest, "cadbe");
        check(Sort::Programme, "");
    }
}
