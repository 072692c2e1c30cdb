//! Which talks have which facet values, and how many talks each value has.

use nachlese_compact::{Interner, index};
use nachlese_event::{Event, Talk};

use super::{Facet, Query};

/// The number of a facet value; see [`Index::choices`](super::Index::choices).
pub type Choice = u32;

/// The facet values of each talk.
#[derive(Debug, Clone, Default)]
pub(super) struct Choices {
    /// All values, each after a letter for its facet, in the order of the programme.
    values: Interner,
    facets: Vec<Facet>,
    /// The values of all talks, one talk after the other.
    all: Vec<Choice>,
    /// Where each talk's values end.
    ends: Vec<u32>,
}

/// How many talks a query finds, for each value and each facet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Counts {
    /// For each value: the talks if the choices of its facet were ignored.
    pub(super) by_choice: Vec<u32>,
    /// For each facet: the talks that are left out only because of its choices.
    pub(super) kept_out: [u32; Facet::ALL.len()],
}

/// The chosen values of a query, ready to be compared.
pub(super) struct Chosen {
    /// For each value, by number, whether it is chosen.
    is_chosen: Vec<bool>,
    /// The facets that have a choice.
    active: u16,
}

impl Choices {
    /// Notes the values of the next talk.
    pub(super) fn add(&mut self, talk: &Talk, event: &Event) {
        let start = self.all.len();
        for facet in Facet::ALL {
            facet.each_value(talk, event, &mut |value| {
                let (choice, is_new) = self.values.intern(&name(facet, value));
                if is_new {
                    self.facets.push(facet);
                }
                // A person may have two roles in one talk.
                if !self.all[start..].contains(&choice) {
                    self.all.push(choice);
                }
            });
        }
        self.ends.push(index(self.all.len()));
    }

    /// How many talks were added.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The values of a facet with their numbers, in the order of the programme.
    pub(super) fn of(&self, facet: Facet) -> impl Iterator<Item = (Choice, &str)> {
        let all = (0..).zip(&self.facets);
        let of_facet = all.filter(move |(_, of)| **of == facet);
        of_facet.map(|(choice, _)| (choice, self.value(choice)))
    }

    /// The facet values that a query has chosen.
    pub(super) fn chosen(&self, query: &Query) -> Chosen {
        let mut is_chosen = vec![false; self.facets.len()];
        let mut active = 0;
        for facet in Facet::ALL {
            for value in query.chosen(facet) {
                active |= facet.bit();
                if let Some(choice) = self.values.find(&name(facet, value)) {
                    is_chosen[choice as usize] = true;
                }
            }
        }
        Chosen { is_chosen, active }
    }

    /// Begins without talks.
    pub(super) fn no_counts(&self) -> Counts {
        Counts {
            by_choice: vec![0; self.facets.len()],
            ..Counts::default()
        }
    }

    /// Whether a talk has one of the chosen values of each facet. If it does, or only one facet
    /// keeps it out, `counts` grow.
    pub(super) fn count(&self, talk: usize, chosen: &Chosen, counts: &mut Counts) -> bool {
        let values = self.values_of(talk);
        let missing = chosen.missing(self, values);
        if missing.count_ones() > 1 {
            return false;
        }
        for choice in values {
            let place = *choice as usize;
            if missing == 0 || missing == self.facets[place].bit() {
                counts.by_choice[place] += 1;
            }
        }
        if missing != 0 {
            counts.kept_out[missing.trailing_zeros() as usize] += 1;
        }
        missing == 0
    }

    /// Whether a talk has one of the chosen values of each facet.
    pub(super) fn fits(&self, talk: usize, chosen: &Chosen) -> bool {
        chosen.missing(self, self.values_of(talk)) == 0
    }

    /// The talks that have a value, in the order of the programme.
    pub(super) fn talks_with(&self, facet: Facet, value: &str) -> impl Iterator<Item = usize> {
        let wanted = self.values.find(&name(facet, value));
        let all = wanted.map_or(0, |_| self.len());
        (0..all).filter(move |talk| {
            let mut values = self.values_of(*talk).iter();
            values.any(|choice| Some(*choice) == wanted)
        })
    }

    /// The bytes of memory that it uses.
    pub(super) fn bytes(&self) -> usize {
        self.values.bytes()
            + self.facets.capacity()
            + (self.all.capacity() + self.ends.capacity()) * 4
    }

    fn values_of(&self, talk: usize) -> &[Choice] {
        let end = |talk: usize| self.ends.get(talk).map_or(0, |end| *end as usize);
        let start = talk.checked_sub(1).map_or(0, end);
        self.all.get(start..end(talk)).unwrap_or_default()
    }

    fn value(&self, choice: Choice) -> &str {
        self.values.get(choice).get(1..).unwrap_or_default()
    }
}

impl Chosen {
    /// The facets that have a choice, but no chosen value that the talk has.
    fn missing(&self, choices: &Choices, values: &[Choice]) -> u16 {
        if self.active == 0 {
            return 0;
        }
        let fitting = values
            .iter()
            .filter(|choice| self.is_chosen[**choice as usize]);
        let has = fitting.fold(0, |has, choice| {
            has | choices.facets[*choice as usize].bit()
        });
        self.active & !has
    }
}

/// A value's text in the list of all values.
fn name(facet: Facet, value: &str) -> String {
    let mut name = String::with_capacity(value.len() + 1);
    name.push(char::from(b'a' + facet as u8));
    name.push_str(value);
    name
}
