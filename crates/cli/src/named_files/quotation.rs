//! Whether a quotation is said where it claims to be.
//!
//! Words are compared in folded letters, in a row: however they are hyphenated, and whatever is
//! between them. What stands in brackets in captions is a sound, and in a quotation it is left out
//! or added by editors, just like `…`.

mod letters;

use std::{cmp::Reverse, collections::HashSet};

use nachlese_event::{Seconds, problem::clip};
use nachlese_search::Transcript;

use self::letters::{Letters, letters, outside_brackets, words};

/// So many seconds a position may be off: cues begin a little early or late.
pub(super) const TOLERANCE: u32 = 5;
/// A cue goes on for so long, or longer if its words take longer, unless the next one begins.
const LONGEST_CUE: u32 = 10;
/// So many letters are said in a second, slowly. The paragraphs of a transcript take minutes.
const LETTERS_A_SECOND: usize = 8;
/// So many seconds around a position are searched for words that are nearly the same.
const AROUND: u32 = 30;
/// So many words and letters of a quotation are compared with what is said instead.
const MOST_WORDS: usize = 100;
const MOST_LETTERS: usize = 1_000;
/// So many times the first words of a quotation are looked for. A word of two letters is said less
/// often on a whole day.
const MOST_PLACES: usize = 100_000;
/// So many cues are compared: a talk has about 20 in the time [`AROUND`].
const MOST_CUES: usize = 200;
/// Between two parts of a quotation, at most so many letters are left out: two minutes.
const MOST_LEFT_OUT: usize = 2_000;

/// What a quotation claims.
#[derive(Debug)]
pub(super) struct Quotation {
    /// What is between its omissions, never empty.
    parts: Vec<Letters>,
    words: Vec<String>,
}

impl Quotation {
    /// `None` if there are no words in it.
    pub(super) fn new(text: &str) -> Option<Self> {
        let dots = text.replace("...", "…");
        let parts = outside_brackets(&dots, '…');
        let parts = parts.split('…').map(letters);
        let parts: Vec<_> = parts.filter(|[first, _]| !first.is_empty()).collect();
        (!parts.is_empty()).then(|| Self {
            parts,
            words: words(text).take(MOST_WORDS).collect(),
        })
    }
}

/// The words of a recording.
pub(super) struct Said {
    pub(super) transcript: Transcript,
    letters: Letters,
    /// Where in the letters each cue begins.
    starts: Vec<[usize; 2]>,
}

impl Said {
    pub(super) fn of(transcript: Transcript) -> Self {
        let mut all = Letters::default();
        let mut starts = Vec::new();
        for cue in 0..transcript.len() {
            starts.push([all[0].len(), all[1].len()]);
            let text = outside_brackets(transcript.cues(cue, cue + 1), ' ');
            let text = match transcript.at(cue) {
                Some(_) => &text,
                // In a text, lines may begin with a time that is not read.
                None => text.trim_start_matches(|c: char| !c.is_alphabetic()),
            };
            for (all, more) in all.iter_mut().zip(letters(text)) {
                all.push_str(&more);
            }
        }
        Self {
            transcript,
            letters: all,
            starts,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.transcript.is_empty()
    }

    /// When a cue begins, if that is known.
    pub(super) fn time(&self, cue: usize) -> Option<Seconds> {
        self.transcript.at(cue)
    }

    /// The cues in which a quotation begins, in order.
    pub(super) fn places(&self, quotation: &Quotation) -> Vec<usize> {
        let mut places: Vec<_> = self.spans(quotation).iter().map(|span| span.0).collect();
        places.dedup();
        places
    }

    /// The cues in which a quotation begins and ends, in order.
    pub(super) fn spans(&self, quotation: &Quotation) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        for form in 0..2 {
            let all = &self.letters[form];
            let Some((first, others)) = quotation.parts.split_first() else {
                continue;
            };
            for (at, found) in all.match_indices(&first[form]).take(MOST_PLACES) {
                let mut end = at + found.len();
                let goes_on = others.iter().all(|part| {
                    let last = all.len().min(end + MOST_LEFT_OUT + part[form].len());
                    let last = (end..=last).rfind(|at| all.is_char_boundary(*at));
                    let next = last.and_then(|last| all[end..last].find(&part[form]));
                    end += next.map_or(0, |gap| gap + part[form].len());
                    next.is_some()
                });
                if goes_on {
                    let cue = |at| {
                        let after = self.starts.partition_point(|start| start[form] <= at);
                        after.saturating_sub(1)
                    };
                    places.push((cue(at), cue(end - 1)));
                }
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Whether a position leads to a cue: a little before or after it, too.
    pub(super) fn is_at(&self, cue: usize, at: Seconds) -> bool {
        let Some(Seconds(start)) = self.transcript.at(cue) else {
            return false;
        };
        let next = self.transcript.at(cue + 1).map_or(u32::MAX, |next| next.0);
        let start_of = |cue: usize| {
            self.starts
                .get(cue)
                .map_or(self.letters[0].len(), |it| it[0])
        };
        let letters = start_of(cue + 1) - start_of(cue);
        let speech = u32::try_from(letters / LETTERS_A_SECOND).unwrap_or(u32::MAX);
        let longest = start.saturating_add(speech.max(LONGEST_CUE));
        let end = next.clamp(start, longest);
        at.0.saturating_add(TOLERANCE) >= start && at.0 <= end.saturating_add(TOLERANCE)
    }

    /// What is said at a position instead of a quotation, and when that begins. It is the part
    /// around it that has most words in common, or else what is said right there.
    pub(super) fn instead(&self, quotation: &Quotation, at: Seconds) -> Option<(Seconds, String)> {
        let length: usize = quotation.parts.iter().map(|part| part[0].len()).sum();
        let length = length.min(MOST_LETTERS);
        let times = (0..self.transcript.len()).filter_map(|cue| {
            let time = self.transcript.at(cue)?;
            Some((cue, time, time.0.abs_diff(at.0)))
        });
        let around = times.clone().filter(|(_, _, distance)| *distance <= AROUND);
        let best = around
            .take(MOST_CUES)
            .map(|(cue, time, distance)| {
                let text = self.from(cue, length);
                let said: HashSet<_> = words(text).collect();
                let common = quotation.words.iter().filter(|word| said.contains(*word));
                (common.count(), Reverse(distance), time, text)
            })
            .max_by_key(|(common, distance, ..)| (*common, *distance));
        if let Some((common, _, time, text)) = best
            && common * 3 >= quotation.words.len()
        {
            return Some((time, clip(text)));
        }
        let before = times.clone().rfind(|(_, time, _)| *time <= at);
        let (cue, time, _) = before.or(times.clone().next())?;
        Some((time, clip(self.from(cue, length))))
    }

    /// The text from a cue on, of about so many letters, up to the end of a cue.
    fn from(&self, cue: usize, length: usize) -> &str {
        let start = self.starts.get(cue).map_or(0, |start| start[0]);
        let end = self.starts.partition_point(|at| at[0] < start + length);
        self.transcript.cues(cue, end.max(cue + 1)).trim()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "WEBVTT\n\n00:01.000 --> 00:05.000\n<v Ada>Wer Daten veröffentlicht,\n\n\
        00:05.000 --> 00:09.000\n<v Ada>plant ihre Pflege mit. [Applaus]\n\n\
        00:20.000 --> 00:24.000\n<v Bo>Für die Bürger*innen\n\n\
        00:24.000 --> 00:28.000\n<v Bo>heißt das: „Live-Streams“ – und mehr.\n\n\
        05:00.000 --> 05:04.000\n<v Ada>Wer Daten sammelt, hört zu.";

    fn places(text: &str) -> Vec<u32> {
        let transcript = Transcript::read(FILE);
        let said = Said::of(transcript);
        let places = said.places(&Quotation::new(text).unwrap()).into_iter();
        places.map(|cue| said.time(cue).unwrap().0).collect()
    }

    #[test]
    fn compares_words_and_nothing_else() {
        for (text, expected) in [
            ("Wer Daten veröffentlicht, plant ihre Pflege mit.", &[1][..]),
            ("„wer Daten veroeffentlicht – plant ihre Pflege mit“", &[1]),
            ("Pflege mit. Für die Bürgerinnen", &[5]),
            ("heisst das: Livestreams", &[24]),
            ("Wer Daten", &[1, 300]),
            ("Wer Daten … plant … mit", &[1]),
            ("Wer Daten [öffentlich macht], plant", &[1]),
            ("Wer Daten ... [also Tabellen] hört zu", &[1, 300]),
            ("plant … Wer Daten veröffentlicht", &[]),
            ("Wer Daten veröffentlicht, plant die Pflege mit.", &[]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
        for text in ["", "…", "[…]", " – "] {
            assert!(Quotation::new(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_position_may_be_a_little_off() {
        let transcript = Transcript::read(FILE);
        let said = Said::of(transcript);
        let is_at = |cue, at| said.is_at(cue, Seconds(at));
        assert!(is_at(0, 0) && is_at(0, 10) && !is_at(0, 11));
        assert!(!is_at(2, 14) && is_at(2, 15));
        // Nobody speaks after it for minutes.
        assert!(is_at(3, 39) && !is_at(3, 40));
        // A paragraph of two minutes, of which only the start is known.
        let long = format!(
            "WEBVTT\n\n00:10.000 --> 02:10.000\n{} Ende.",
            "Wort und Satz. ".repeat(30)
        );
        let long = Transcript::read(&long);
        let said = Said::of(long);
        assert!(said.is_at(0, Seconds(50)) && !said.is_at(0, Seconds(80)));
        // Texts with times, and with times that are none.
        for (text, time) in [
            ("0:01  Wer Daten sammelt, hört zu.\n9:00  Ende.", Some(1)),
            ("00.01  Wer Daten sammelt, hört zu.\n09.00  Ende.", None),
        ] {
            let said = Said::of(Transcript::read(text));
            let quotation = Quotation::new("hört zu. Ende").unwrap();
            let places = said.places(&quotation);
            let found = places.first().map(|cue| said.time(*cue));
            assert_eq!(found, Some(time.map(Seconds)), "{text}");
        }
    }

    #[test]
    fn tells_what_is_said_instead() {
        let transcript = Transcript::read(FILE);
        let said = Said::of(transcript);
        let instead = |text: &str, at| {
            let quotation = Quotation::new(text).unwrap();
            said.instead(&quotation, Seconds(at)).unwrap()
        };
        // What is meant begins a little before.
        let (time, text) = instead("Wer Daten veröffentlicht, plant die Pflege mit.", 8);
        let expected = "Wer Daten veröffentlicht, plant ihre Pflege mit. [Applaus]";
        assert_eq!((time.0, text.as_str()), (1, expected));
        // Something else altogether.
        let (time, text) = instead("Alles war gut.", 200);
        assert_eq!(time.0, 24);
        assert_eq!(text, "heißt das: „Live-Streams“ – und mehr.");
        assert_eq!(instead("Nichts davon.", 0).0, Seconds(1));
        let text = Transcript::read("Ein Text ohne Zeiten.");
        let quotation = Quotation::new("Nichts").unwrap();
        assert_eq!(Said::of(text).instead(&quotation, Seconds(1)), None);
    }
}
