//! How well the title of a video fits a talk.

use std::collections::BTreeSet;

use strsim::osa_distance;

use super::terms::{Corpus, Word};

/// How much of what is missing a speaker's name makes up for.
const NAMES: f64 = 0.3;

/// How much a word with a slip counts.
const SLIPPED: f64 = 0.9;

/// Compares titles.
pub(super) struct Scorer<'a> {
    corpus: &'a Corpus,
}

impl<'a> Scorer<'a> {
    pub(super) fn of(corpus: &'a Corpus) -> Self {
        Self { corpus }
    }

    /// From 0 to 1: how much of the talk's title is in the video's title, and how much of the
    /// video's title the talk explains.
    pub(super) fn score(&self, video: usize, talk: usize) -> f64 {
        let said = &self.corpus.videos[video];
        let talk = &self.corpus.talks[talk];
        let names: BTreeSet<Word> = talk.names.iter().flatten().copied().collect();
        let titles = talk.titles.iter();
        let best = titles.map(|(title, factor)| self.of_title(title, video, &names) * factor);
        let best = best.fold(0.0, f64::max);
        // The whole name of somebody, who need not be named with all of them.
        let is_named = |name: &BTreeSet<Word>| !name.is_empty() && name.is_subset(said);
        if talk.names.iter().any(is_named) {
            best + (1.0 - best) * NAMES * best.min(0.5) * 2.0
        } else {
            best
        }
    }

    fn of_title(&self, title: &BTreeSet<Word>, video: usize, names: &BTreeSet<Word>) -> f64 {
        let said = &self.corpus.videos[video];
        let mut rest: BTreeSet<Word> = said.difference(title).copied().collect();
        let whole = self.weight(title.iter());
        let mut found = self.weight(title.intersection(said));
        for word in title.difference(said) {
            if let Some(other) = self.slip(*word, &rest) {
                rest.remove(&other);
                found += self.corpus.weights[*word] * SLIPPED;
            }
        }
        let is_open = |word: &&Word| !names.contains(word) && !self.corpus.common.contains(word);
        let unexplained = self.weight(rest.iter().filter(is_open));
        if whole <= 0.0 || found <= 0.0 {
            return 0.0;
        }
        let (mut coverage, precision) = (found / whole, found / (found + unexplained));
        if self.corpus.is_cut[video] {
            // Half of what is missing may have been in the rest.
            coverage = f64::midpoint(1.0, coverage);
        }
        2.0 * coverage * precision / (coverage + precision)
    }

    fn weight<'w>(&self, words: impl Iterator<Item = &'w Word>) -> f64 {
        words.map(|word| self.corpus.weights[*word]).sum()
    }

    /// A word that is probably meant to be another one.
    fn slip(&self, word: Word, among: &BTreeSet<Word>) -> Option<Word> {
        let text = self.corpus.words[word].as_str();
        if text.len() < 5 || text.bytes().any(|b| b.is_ascii_digit()) {
            return None;
        }
        let most = if text.chars().count() < 10 { 1 } else { 2 };
        let is_meant = |other: &Word| {
            let other = self.corpus.words[*other].as_str();
            let is_near = other.len().abs_diff(text.len()) <= most * 2;
            is_near && osa_distance(text, other) <= most
        };
        among.iter().copied().find(is_meant)
    }
}
