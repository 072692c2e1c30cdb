//! The places in transcripts where a search finds something.

use std::ops::Range;

use nachlese_compact::{index, radix};
use nachlese_event::{LanguageTag, Seconds};

use super::{
    Field, Found, Index,
    heard::{FIRST_HEARD, Heard},
    phrase,
    seek::{Sought, joined},
    vocabulary::{MEANT, WordHit},
    word::Word,
};

/// A place in a recording where the search words were said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The position, or `None` in a transcript without times.
    pub at: Option<Seconds>,
    /// Who begins to say it, if the captions name a speaker.
    pub who: Option<String>,
    /// What was said, with some words around it.
    pub text: String,
    /// The language of the transcript.
    pub language: LanguageTag,
}

/// The most places that are shown of a talk.
const MOST_PASSAGES: usize = 3;

/// The most places of a word that are looked at. A word with more is too common to matter.
const MOST_PLACES: usize = 50_000;

impl Heard {
    /// The cue at a position.
    fn cue(&self, position: u32) -> usize {
        let after = self.positions.partition_point(|first| *first <= position);
        after.saturating_sub(1)
    }

    /// The best places: the number of terms in each of them, and their first cues.
    fn best(&self, said: &[u64]) -> (u32, Vec<usize>) {
        let mut counts = [0_usize; TERMS];
        for place in said {
            counts[term(*place)] += 1;
        }
        let is_alone = counts.iter().filter(|count| **count > 0).count() < 2;
        // Among other words, one that is said all the time is of no use.
        let many = 8 + self.transcript.len() / 4;
        let leads = |place: &u64| is_alone || counts[term(*place)] <= many;
        let said: Vec<_> = said.iter().copied().filter(leads).collect();
        // What is near: up to the end of the next cue. One look at each place, because a cue may
        // have tens of thousands of them.
        let (mut end, mut near) = (0, [0_usize; TERMS]);
        let mut best = (0, Vec::new());
        for place in &said {
            let cue = self.cue(position(*place));
            while let Some(next) = said
                .get(end)
                .filter(|it| self.cue(position(**it)) <= cue + 1)
            {
                near[term(*next)] += 1;
                end += 1;
            }
            let count = near
                .iter()
                .fold(0, |sum, times| sum + u32::from(*times > 0));
            near[term(*place)] -= 1;
            if count > best.0 {
                best = (count, Vec::new());
            }
            let is_apart = best.1.last().is_none_or(|last| cue > last + 1);
            if count == best.0 && is_apart && best.1.len() < MOST_PASSAGES {
                best.1.push(cue);
            }
        }
        best
    }

    /// The text that is shown for a place: its cue and the next one, because a phrase may continue
    /// there.
    fn passage(&self, cue: usize) -> Passage {
        let transcript = &self.transcript;
        let before = if cue > 0 { "… " } else { "" };
        let after = if cue + 2 < transcript.len() {
            " …"
        } else {
            ""
        };
        let [who, next] = [cue, cue + 1].map(|cue| transcript.voice(cue));
        let said = if next.is_none() || next == who {
            transcript.cues(cue, cue + 2).trim().to_owned()
        } else {
            // Another speaker continues.
            [cue, cue + 1]
                .map(|cue| transcript.cues(cue, cue + 1).trim())
                .join(" – ")
        };
        Passage {
            at: transcript.at(cue),
            who: who.map(str::to_owned),
            text: [before, &said, after].concat(),
            language: self.language.clone(),
        }
    }
}

/// The most terms of a search.
const TERMS: usize = 32;

fn term(place: u64) -> usize {
    radix::low(place & 31) as usize
}

fn position(place: u64) -> u32 {
    radix::low(place >> 5)
}

impl Index {
    /// Where the words of a search are said: positions with the number of the term, ascending.
    pub(super) fn said(&self, sought: &[Sought]) -> Vec<u64> {
        let mut said = Vec::new();
        if self.heard.is_empty() {
            return said;
        }
        for (at, sought) in (0..).zip(sought) {
            let term = &sought.term;
            let fields = term.fields & Field::Passage.bit();
            // A single letter is not worth showing.
            if !term.is_wanted() || fields == 0 || term.text.len() < 2 {
                continue;
            }
            let most = said.len() + MOST_PLACES;
            let mut add = |place: u32| {
                let position = place >> 3;
                let is_heard = place & 7 == Field::Passage as u32 && position >= FIRST_HEARD;
                if is_heard && said.len() < most {
                    said.push(u64::from(position) << 5 | at);
                }
            };
            let mut hits = Vec::new();
            let mut add_phrase = |words: &[Word], reach| {
                let back = index(words.len().saturating_sub(1)) << 3;
                for place in phrase::places(self, words, fields, reach) {
                    add(radix::low(place) - back);
                }
            };
            term.also.iter().for_each(|words| add_phrase(words, MEANT));
            match term.words.as_slice() {
                [word] if !term.is_phrase => {
                    hits = self.vocabulary.find_word(word, sought.reach);
                    if sought.is_near {
                        let near = word.forms();
                        near.for_each(|form| self.vocabulary.find_near(form, &mut hits));
                    }
                }
                words => {
                    add_phrase(words, term.reach());
                    if !term.is_phrase {
                        hits = self.vocabulary.find_word(&joined(words), sought.reach);
                    }
                }
            }
            for WordHit { word, .. } in hits {
                for entry in self.postings.entries(word) {
                    if entry.fields & fields != 0 {
                        entry.places().for_each(&mut add);
                    }
                }
            }
        }
        radix::sort(&mut said);
        said
    }

    /// The up to three places in a talk's recording where most of the search words are said, in the
    /// order of the recording. If there are several transcripts, all places are from one of them:
    /// the one in `language`, unless another one has more.
    ///
    /// `talk` is the talk's index in the programme.
    #[must_use]
    pub fn passages(&self, found: &Found, talk: usize, language: &LanguageTag) -> Vec<Passage> {
        let mut best: (u32, Vec<Passage>) = (0, Vec::new());
        for heard in self.heard.iter().filter(|heard| heard.talk == talk) {
            let (terms, cues) = heard.best(&found.said[self.places_of(heard, found)]);
            let is_readers = heard.language.is_same_language(language);
            let worth = terms * 2 + u32::from(is_readers && terms > 0);
            if worth > best.0 {
                let passages = cues.into_iter().map(|cue| heard.passage(cue));
                best = (worth, passages.collect());
            }
        }
        best.1
    }

    /// Which of the places found are in a transcript.
    fn places_of(&self, heard: &Heard, found: &Found) -> Range<usize> {
        let first = heard.positions.first().copied().unwrap_or(u32::MAX);
        let next = self
            .heard
            .iter()
            .filter_map(|heard| heard.positions.first());
        let next = next.copied().find(|next| *next > first);
        let before = |end: u32| found.said.partition_point(|place| position(*place) < end);
        before(first)..before(next.unwrap_or(u32::MAX))
    }
}
