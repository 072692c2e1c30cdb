//! Facets: what talks can be filtered by, and how many talks each choice stands for.

use crate::model::{Event, Talk};

use super::{Index, Query};

/// A property by which talks are filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// What sort of item; values are the format's words.
    Kind,
    /// Who took part; values are ids.
    Person,
    /// The strand; values are names in the event's language.
    Track,
    /// Keywords, in the event's language.
    Tag,
    /// Whether the page can play it; the only value is `yes`.
    Recording,
}

impl Facet {
    /// All facets, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Kind,
        Self::Track,
        Self::Person,
        Self::Tag,
        Self::Recording,
    ];

    /// The facet's key in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Person => "person",
            Self::Track => "track",
            Self::Tag => "tag",
            Self::Recording => "recording",
        }
    }

    /// The values that a talk has.
    #[must_use]
    pub fn values(self, talk: &Talk, event: &Event) -> Vec<String> {
        let name =
            |text: &crate::model::LocalizedText| text.in_event_language(&event.language).to_owned();
        match self {
            Self::Kind => vec![talk.kind.as_str().to_owned()],
            Self::Person => talk
                .people
                .iter()
                .map(|p| p.person.as_str().to_owned())
                .collect(),
            Self::Track => talk.track.iter().map(name).collect(),
            Self::Tag => talk.tags.iter().map(name).collect(),
            Self::Recording => talk
                .is_playable()
                .then(|| "yes".to_owned())
                .into_iter()
                .collect(),
        }
    }
}

/// A facet's values in the order of the programme, each with its number of talks.
pub type FacetCounts = Vec<(String, usize)>;

/// Returns how many talks match the query per value of a facet.
///
/// The facet's own choices are ignored: beside an unticked value the reader sees what ticking it
/// would add. Values without a match stay, with 0.
#[must_use]
pub fn facet_counts(event: &Event, index: &Index, query: &Query, facet: Facet) -> FacetCounts {
    let mut counts = FacetCounts::new();
    let mut place = std::collections::BTreeMap::new();
    let matches = index.matches_but_for(query, facet);
    for (talk, is_match) in event.talks.iter().zip(matches) {
        for value in facet.values(talk, event) {
            let place = *place.entry(value.clone()).or_insert_with(|| {
                counts.push((value, 0));
                counts.len() - 1
            });
            counts[place].1 += usize::from(is_match);
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;

    fn event() -> Event {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag", "talks": [
            {"id": "a", "kind": "talk", "title": "Rost", "track": "Rust"},
            {"id": "b", "kind": "talk", "title": "Netz", "track": "Web"},
            {"id": "c", "kind": "film", "title": "Rost im Film"}]}"#;
        parse(text).unwrap().0
    }

    fn check(query: &Query, facet: Facet, expected: &[(&str, usize)]) {
        let event = event();
        let counts = facet_counts(&event, &Index::new(&event), query, facet);
        let counts: Vec<_> = counts
            .iter()
            .map(|(value, n)| (value.as_str(), *n))
            .collect();
        assert_eq!(counts, expected);
    }

    #[test]
    fn ignores_which_of_its_own_values_are_chosen() {
        let mut query = Query::default();
        query.toggle(Facet::Kind, "film");
        check(&query, Facet::Kind, &[("talk", 2), ("film", 1)]);
        check(&query, Facet::Track, &[("Rust", 0), ("Web", 0)]);
    }

    #[test]
    fn keeps_values_without_a_match() {
        let query = Query::of_text("rost");
        check(&query, Facet::Kind, &[("talk", 1), ("film", 1)]);
        check(&query, Facet::Track, &[("Rust", 1), ("Web", 0)]);
        check(&query, Facet::Recording, &[]);
    }
}
