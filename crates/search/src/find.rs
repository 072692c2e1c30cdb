//! Answers a search: which talks match, in what order, and how many each facet value would give.

use nachlese_compact::{index, radix};

use super::{
    Choice, Index, Marks, Query, Sort,
    choices::Counts,
    seek::{Sought, Tallies, Tally, seek},
    small_words, synonyms,
    syntax::{MOST_TERMS, Need, Term, left_out, parse},
};

/// The answer to a search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The talks in the order of the query, as indices into the event's programme.
    pub talks: Vec<u32>,
    /// How many talks were searched. Less than `total` while the index is being built.
    pub searched: usize,
    /// How many talks the event has.
    pub total: usize,
    /// How many transcripts are not read yet. What is said in them is not found yet.
    pub unheard: usize,
    /// The places in transcripts where something was found.
    pub(super) said: Vec<u64>,
    /// The part of the typed text that cannot be searched for, such as signs. Usually empty.
    pub left_out: String,
    /// What was searched for instead, because no talk has the typed words: see [`Found::nearest`].
    pub instead: Option<String>,
    /// How many talks are left out only because of the watch-list.
    pub unlisted: usize,
    pub(super) counts: Counts,
    pub(super) sought: Vec<Sought>,
    /// For each term, how many talks are left out only because of it.
    pub(super) kept_out: Vec<u32>,
}

/// What a search knows about each talk.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    score: u32,
    /// Where the terms so far are close together.
    near: u64,
    in_title: u8,
    /// How many terms the talk does not match, and one of them.
    missing: u8,
    missing_term: u8,
}

impl Index {
    /// Answers a search.
    ///
    /// `ranks` are those of the query's order ([`Sort::ranks`]). They are not needed without an
    /// order, for relevance and for the order of the programme.
    #[must_use]
    pub fn find(&self, query: &Query, ranks: &[u32]) -> Found {
        self.find_among(query, ranks, None)
    }

    /// The same for some talks only, given by their indices in the programme, in order.
    #[must_use]
    pub fn find_among(&self, query: &Query, ranks: &[u32], among: Option<&[u32]>) -> Found {
        let is_among = |talk| among.is_none_or(|places| places.binary_search(&talk).is_ok());
        let (sought, sums) = self.sums(&query.text);
        let has_words = !sought.is_empty();
        let chosen = self.choices.chosen(query);
        let mut found = Found {
            searched: if has_words {
                sums.len()
            } else {
                self.choices.len()
            },
            total: self.talk_count(),
            unheard: self.awaited,
            left_out: left_out(&query.text),
            said: self.said(&sought),
            counts: self.choices.no_counts(),
            kept_out: vec![0; sought.len()],
            ..Found::default()
        };
        for talk in 0..found.searched {
            let sum = sums.get(talk).copied().unwrap_or_default();
            match sum.missing {
                0 if !is_among(index(talk)) => {
                    found.unlisted += usize::from(self.choices.fits(talk, &chosen));
                }
                0 if self.choices.count(talk, &chosen, &mut found.counts) => {
                    found.talks.push(index(talk));
                }
                1 if is_among(index(talk)) && self.choices.fits(talk, &chosen) => {
                    found.kept_out[usize::from(sum.missing_term)] += 1;
                }
                _ => {}
            }
        }
        // Talks whose facets are not known yet are shown too.
        if query.is_empty() && among.is_none() {
            found.talks = (0..index(found.total)).collect();
        }
        found.sought = sought;
        self.sort(&mut found, query.order(), &sums, ranks);
        found
    }

    /// Looks for all terms in all talks.
    fn sums(&self, text: &str) -> (Vec<Sought>, Vec<Sum>) {
        let mut terms = parse(text);
        terms.truncate(MOST_TERMS);
        small_words::mark(&mut terms);
        synonyms::widen(&self.synonyms, &mut terms);
        if terms.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let mut sums = vec![Sum::default(); self.title_words.len()];
        let mut cells = Tallies::default();
        let mut all: Vec<Sought> = Vec::new();
        terms.reverse();
        let mut at = 0;
        while let Some(term) = terms.pop() {
            let is_alone = all.is_empty() && terms.is_empty();
            let wants_places = !is_alone && term.need != Need::Optional;
            cells.all.clear();
            cells.all.extend(sums.iter().map(|sum| Tally {
                wants_places: wants_places && sum.missing == 0,
                ..Tally::default()
            }));
            cells.near.clear();
            cells.near.resize(sums.len(), 0);
            let is_apart = term.words.len() > 1 && !term.is_phrase && !term.is_excluded();
            let sought = seek(self, term, terms.is_empty(), is_alone, &mut cells);
            if is_apart && sought.count == 0 && sought.term.words.len() < MOST_TERMS {
                // The words are nowhere side by side, but perhaps apart.
                terms.extend(apart(&sought.term));
                continue;
            }
            add(&sought, at, &cells, &mut sums);
            at += 1;
            all.push(sought);
            if all.len() >= MOST_TERMS {
                break;
            }
        }
        (all, sums)
    }

    fn sort(&self, found: &mut Found, order: Sort, sums: &[Sum], ranks: &[u32]) {
        let terms = found
            .sought
            .iter()
            .filter(|sought| !sought.term.is_excluded());
        let terms = index(terms.count());
        let key = |talk: u32| -> u32 {
            let place = talk as usize;
            let (Some(sum), Some(words)) = (sums.get(place), self.title_words.get(place)) else {
                return 0;
            };
            u32::MAX - relevance(sum, terms, u32::from(*words))
        };
        let rank = |talk: u32| ranks.get(talk as usize).copied().unwrap_or_default();
        let key: &dyn Fn(u32) -> u32 = match order {
            Sort::Programme => return,
            Sort::Relevance if sums.is_empty() => return,
            Sort::Relevance => &key,
            _ => &rank,
        };
        let keys = found.talks.iter();
        let mut keys: Vec<u64> = keys
            .map(|talk| u64::from(key(*talk)) << 32 | u64::from(*talk))
            .collect();
        radix::sort(&mut keys);
        found.talks.clear();
        found.talks.extend(keys.into_iter().map(radix::low));
    }
}

/// The words of a term as separate terms, the last one first.
fn apart(term: &Term) -> impl Iterator<Item = Term> {
    let words = term.words.iter().rev();
    words.map(|word| Term {
        words: vec![word.clone()],
        text: word.spelled_out.clone(),
        ..term.clone()
    })
}

/// Adds the result of term number `at`.
fn add(sought: &Sought, at: u8, cells: &Tallies, sums: &mut [Sum]) {
    for ((sum, cell), near) in sums.iter_mut().zip(&cells.all).zip(&cells.near) {
        if sought.term.need == Need::Optional {
            sum.in_title += u8::from(cell.is_title);
        } else if (cell.score > 0) == sought.term.is_excluded() {
            sum.missing = sum.missing.saturating_add(1);
            sum.missing_term = at;
        } else if !sought.term.is_excluded() {
            let is_first = sum.score == 0;
            sum.score += u32::from(cell.score);
            sum.in_title += u8::from(cell.is_title);
            let close = sum.near | sum.near.rotate_left(1) | sum.near.rotate_right(1);
            sum.near = if is_first { *near } else { near & close };
        }
    }
}

/// How well a talk matches: the sum of the terms' scores, and more if they are close together or
/// make up the title.
fn relevance(sum: &Sum, terms: u32, title_words: u32) -> u32 {
    let in_title = u32::from(sum.in_title);
    let share = 30 * in_title.min(title_words) / title_words.max(1);
    let is_all_title = in_title == terms;
    let is_close = terms > 1 && sum.near != 0;
    sum.score + share + u32::from(is_all_title) * 30 + u32::from(is_close) * 15
}

impl Found {
    /// How many talks a value would give if it were chosen alone in its facet.
    #[must_use]
    pub fn count(&self, choice: Choice) -> usize {
        let count = self.counts.by_choice.get(choice as usize);
        count.copied().unwrap_or_default() as usize
    }

    /// Whether every talk was searched.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.searched == self.total
    }

    /// What was looked for, to be marked in texts.
    #[must_use]
    pub fn marks(&self) -> Marks {
        Marks::new(&self.sought)
    }
}
