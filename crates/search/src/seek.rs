//! Looks for one term of a search in all talks.

use nachlese_compact::radix::low;

use super::{
    Index,
    facet_words::each_value,
    field::{Field, Fields, WEIGHTS},
    near::Typed,
    phrase,
    syntax::{Need, Term},
    vocabulary::{EXACT, MEANT, Reach, Reaches, WordHit},
    word::Word,
};

/// A term, and how it is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sought {
    /// The term of the search.
    pub(super) term: Term,
    /// Whether hardly any talk has the word as typed, so that typing errors are allowed.
    pub(super) is_near: bool,
    /// How much of a single word must match.
    pub(super) reach: Reach,
    /// In how many talks it was found.
    pub(super) count: usize,
    /// In how many of them without any typing error.
    pub(super) as_typed: usize,
}

/// The results for a term in all talks.
#[derive(Debug, Default)]
pub(super) struct Tallies {
    /// By talk.
    pub(super) all: Vec<Tally>,
    /// By talk, where the hits are, four words a bit; far ones share bits.
    pub(super) near: Vec<u64>,
}

/// The result for a term in one talk. It is small, because matches jump from talk to talk.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// How good the best hit is; 0 for none.
    pub(super) score: u16,
    /// Whether the title has it.
    pub(super) is_title: bool,
    /// Whether `near` is of use: the terms so far are all there, and there are others.
    pub(super) wants_places: bool,
}

/// Looks for a term. `cells` has an empty cell for each talk. `is_last` says that no term follows,
/// so that a short word may still be incomplete; `is_alone`, that there are no others either.
pub(super) fn seek(
    index: &Index,
    term: Term,
    is_last: bool,
    is_alone: bool,
    cells: &mut Tallies,
) -> Sought {
    let mut sought = Sought {
        term,
        is_near: false,
        reach: Reach::Part,
        count: 0,
        as_typed: 0,
    };
    let term = &mut sought.term;
    if term.need == Need::Optional {
        // It matters only if it makes up a title.
        let hits = index
            .vocabulary
            .find_word(&joined(&term.words), Reach::Whole);
        tally(index, term, &hits, cells);
        return sought;
    }
    let meant = seek_meant(index, term, cells);
    if let [word] = term.words.as_slice()
        && !term.is_phrase
    {
        let mut reach = reach(term, word, is_last);
        let mut hits = index.vocabulary.find_word(word, reach);
        let mut count = meant;
        if is_alone && word.is_latin_letter() {
            // Every long text has words that begin with it. Nobody would see why it was found.
            let all = term.fields;
            term.fields &= !(Field::Abstract.bit() | Field::Passage.bit());
            count += tally(index, term, &hits, cells);
            term.fields = all;
            // Words of one letter count everywhere, if there are any.
            hits.retain(|hit| hit.quality == EXACT || count == 0);
        }
        count += tally(index, term, &hits, cells);
        if count == 0 && matches!(reach, Reach::Whole | Reach::Edge) && !term.is_excluded() {
            reach = Reach::Part;
            hits = index.vocabulary.find_word(word, reach);
            count = tally(index, term, &hits, cells);
        }
        let is_known = hits.iter().any(|hit| hit.quality == EXACT);
        // A word with a known synonym is not a typing error.
        let is_name = term.is_excluded() || !term.also.is_empty();
        let parts = if is_name || word.forms().count() > 1 {
            Vec::new()
        } else {
            phrase::halves(index, word)
        };
        sought.as_typed = count;
        if !parts.is_empty() {
            // From here on, it is treated as if it had a hyphen: side by side, or as one word.
            count += seek_phrase(index, term, &parts, term.reach(), cells);
            sought.as_typed = count;
            term.words = parts;
        } else if !is_name && is_doubtful(count, is_known, cells.all.len()) {
            let mut hits = Vec::new();
            for form in word.forms() {
                index.vocabulary.find_near(form, &mut hits);
            }
            sought.is_near = !hits.is_empty();
            count += tally(index, term, &hits, cells);
        }
        sought.reach = reach;
        sought.count = count;
    } else {
        sought.count = meant + seek_phrase(index, term, &term.words, term.reach(), cells);
        // „open-source“ finds „opensource“ too.
        if !term.is_phrase {
            let joined = joined(&term.words);
            let reach = if term.is_excluded() {
                Reach::Start
            } else {
                Reach::Part
            };
            let hits = index.vocabulary.find_word(&joined, reach);
            sought.count += tally(index, term, &hits, cells);
        }
        sought.as_typed = sought.count;
    }
    sought
}

/// Notes the talks that have a synonym of a term, or a facet value that it names.
fn seek_meant(index: &Index, term: &Term, cells: &mut Tallies) -> usize {
    let mut count = 0;
    for words in &term.also {
        count += seek_phrase(index, term, words, MEANT, cells);
    }
    if let [word] = term.words.as_slice()
        && !term.is_phrase
        && term.fields & Field::Tag.bit() != 0
    {
        let mut add = |facet, value: &str| {
            for talk in index.choices.talks_with(facet, value) {
                if let Some(cell) = cells.all.get_mut(talk) {
                    count += usize::from(cell.score == 0);
                    cell.score = cell.score.max(OF_FACET);
                }
            }
        };
        word.forms().for_each(|form| each_value(form, &mut add));
    }
    count
}

/// The score for a facet value: as much as for the word in its track or room.
const OF_FACET: u16 = 50;

/// Words joined by hyphens, as one word.
pub(super) fn joined(words: &[Word]) -> Word {
    words.iter().fold(Word::default(), Word::joined)
}

/// Whether so few talks have a word that it may be a typing error.
fn is_doubtful(count: usize, is_known: bool, talks: usize) -> bool {
    if is_known {
        count <= talks / 5_000
    } else {
        count <= talks / 2_000
    }
}

fn reach(term: &Term, word: &Word, is_last: bool) -> Reach {
    let length = word.bare.chars().count();
    match (term.is_excluded(), is_last || length > 2) {
        // Leaving out „Workshop“ leaves out „Workshops“, but not „Workshopleitung“ by „leitung“.
        (true, _) if length > 3 => Reach::Start,
        (true, _) | (false, false) => Reach::Whole,
        // Three letters are within many words. Those that begin or end with them come first.
        (false, true) if length == 3 => Reach::Edge,
        (false, true) => Reach::Part,
    }
}

/// Notes the talks that have one of the words. Returns how many of them had no match before.
fn tally(index: &Index, term: &Term, hits: &[WordHit], cells: &mut Tallies) -> usize {
    let mut count = 0;
    let weights = weights(term.fields);
    for hit in hits {
        for entry in index.postings.entries(hit.word) {
            let weight = weights[usize::from(entry.fields)];
            if weight == 0 {
                continue;
            }
            if let Some(cell) = cells.all.get_mut(entry.talk) {
                count += usize::from(cell.score == 0);
                let score = points(hit.quality * weight + entry.times().min(4));
                cell.score = cell.score.max(score);
                cell.is_title |= entry.fields & term.fields & 1 != 0;
                if cell.wants_places {
                    cells.near[entry.talk] |=
                        entry.places().fold(0, |all, place| all | near(place));
                }
            }
        }
    }
    count
}

/// The weight of the best of some fields, by the set of them; 0 if none is asked for.
fn weights(asked: Fields) -> [u32; 256] {
    let mut weights = [0; 256];
    for (fields, weight) in (0_u8..=255).zip(&mut weights) {
        let found = fields & asked;
        let best = (0..8)
            .filter(|field| found & 1 << field != 0)
            .map(|field| WEIGHTS[field]);
        *weight = best.max().unwrap_or_default();
    }
    weights
}

/// Scores fit into this type: the highest is [`EXACT`] times the highest weight, plus a few for
/// repetition.
fn points(score: u32) -> u16 {
    u16::try_from(score).unwrap_or(u16::MAX)
}

/// Four words share a bit.
fn near(place: u32) -> u64 {
    1 << (place >> 5 & 63)
}

/// Notes the talks that have words side by side. Returns how many of them had no match before.
fn seek_phrase(
    index: &Index,
    term: &Term,
    words: &[Word],
    reach: Reaches,
    cells: &mut Tallies,
) -> usize {
    let mut count = 0;
    // Exactly the typed word comes first.
    let quality = if reach == MEANT { EXACT - 2 } else { EXACT };
    for place in phrase::places(index, words, term.fields, reach) {
        let (talk, place) = (low(place >> 32) as usize, low(place));
        if let Some(cell) = cells.all.get_mut(talk) {
            count += usize::from(cell.score == 0);
            let score = points(quality * WEIGHTS[place as usize & 7]);
            cell.score = cell.score.max(score);
            cell.is_title |= place.trailing_zeros() >= 3;
            cells.near[talk] |= near(place);
        }
    }
    count
}

/// The forms of a word that may have typing errors, ready to be compared.
pub(super) fn typed(word: &Word) -> Vec<Typed> {
    word.forms().map(Typed::new).collect()
}
