//! Where in a text the found words are, so that they can be marked.

use std::ops::Range;

use super::{
    Field,
    compound::Compound,
    field::Fields,
    grapheme::is_break,
    near::{Typed, letters},
    pieces::{piece, raw_letters},
    seek::{Sought, joined, typed},
    synonyms::is_form,
    vocabulary::{MEANT, Reach, Reaches, edge, near_quality, place},
    word::Word,
    words::Words,
};

/// What to mark in the texts of the talks found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    terms: Vec<Mark>,
    has_exclusions: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Mark {
    fields: Fields,
    /// Words that stand side by side, and how much of them must match.
    phrases: Vec<(Vec<Word>, Reaches)>,
    /// A single word, and how much of it must match.
    word: Option<(Word, Reach)>,
    /// The word again, if typing errors are allowed.
    near: Vec<Typed>,
    /// The letters of its words, and of the first words of its phrases.
    sets: Vec<u32>,
}

/// A found term in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MarkedTerm {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) term: usize,
}

impl Marks {
    pub(super) fn new(sought: &[Sought]) -> Self {
        let wanted = sought.iter().filter(|sought| sought.term.is_wanted());
        let terms = wanted.map(|sought| {
            let term = &sought.term;
            let also = term.also.iter().map(|words| (words.clone(), MEANT));
            let mut mark = Mark {
                fields: term.fields,
                phrases: also.collect(),
                ..Mark::default()
            };
            match term.words.as_slice() {
                [word] if !term.is_phrase => {
                    mark.word = Some((word.clone(), sought.reach));
                    if sought.is_near {
                        mark.near = typed(word);
                    }
                }
                words => {
                    mark.phrases.push((words.to_vec(), term.reach()));
                    if !term.is_phrase {
                        mark.word = Some((joined(words), Reach::Part));
                    }
                }
            }
            mark.with_sets()
        });
        Self {
            terms: terms.collect(),
            has_exclusions: sought.iter().any(|sought| sought.term.is_excluded()),
        }
    }

    /// How many terms there are to mark.
    pub(super) fn term_count(&self) -> usize {
        self.terms.len()
    }

    /// Whether the search excludes something.
    pub(super) fn has_exclusions(&self) -> bool {
        self.has_exclusions
    }

    /// Whether there is nothing to mark in any text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The parts of a field's text to mark: ranges of bytes of the original text, ascending and not
    /// overlapping, never within what readers see as one character.
    #[must_use]
    pub fn ranges(&self, field: Field, text: &str) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for hit in self.hits(field, text) {
            let (mut start, mut end) = (hit.start, hit.end);
            while !is_break(text, start) {
                start -= 1;
            }
            while !is_break(text, end) {
                end += 1;
            }
            // Hits are ordered by their ends, so a phrase begins before the hits within it.
            while let Some(last) = ranges.last_mut().filter(|last| start <= last.end) {
                start = start.min(last.start);
                end = end.max(last.end);
                ranges.pop();
            }
            ranges.push(start..end);
        }
        ranges
    }

    /// Every place where a term is, by the words at which they end.
    pub(super) fn hits(&self, field: Field, text: &str) -> Vec<MarkedTerm> {
        let mut hits = Vec::new();
        // Started phrases: the term, the number of its phrase, how many words were found, and where
        // it begins.
        let mut begun: Vec<(usize, usize, usize, usize)> = Vec::new();
        let mut words = Words::with_places(text);
        let terms: Vec<_> = (0..)
            .zip(&self.terms)
            .filter(|(_, mark)| mark.fields & field.bit() != 0)
            .collect();
        let mut compound = Compound::default();
        let mut end = 0;
        while !terms.is_empty() {
            let Some(piece) = piece(text, end) else { break };
            end = piece.end;
            // Nearly all pieces lack some letter and need not be folded.
            let letters = raw_letters(&text[piece.clone()]);
            if begun.is_empty() && !terms.iter().any(|(_, mark)| mark.may_be_in(letters)) {
                continue;
            }
            words.go_to(piece);
            while words.next() {
                compound.add(&words);
                let start = words.start;
                let mut before = std::mem::take(&mut begun);
                before.extend(terms.iter().flat_map(|(term, mark)| {
                    (0..mark.phrases.len()).map(move |phrase| (*term, phrase, 0, start))
                }));
                for (term, phrase, count, start) in before {
                    let (asked, reach) = &self.terms[term].phrases[phrase];
                    let is_last = count + 1 == asked.len();
                    match found(&words, &asked[count], reach[usize::from(is_last)]) {
                        Some((_, end)) if is_last => hits.push(MarkedTerm { start, end, term }),
                        Some(_) => begun.push((term, phrase, count + 1, start)),
                        None => {}
                    }
                }
                for (term, mark) in &terms {
                    if let Some((start, end)) = mark.place(field, &words, &compound) {
                        let term = *term;
                        hits.push(MarkedTerm { start, end, term });
                    }
                }
            }
        }
        hits
    }
}

impl Mark {
    /// Notes the letters that a piece must have for a match.
    fn with_sets(mut self) -> Self {
        let firsts = self.phrases.iter().filter_map(|(words, _)| words.first());
        let all = firsts.chain(self.word.as_ref().map(|(word, _)| word));
        self.sets = all.flat_map(Word::forms).map(letters).collect();
        self
    }

    /// Whether a piece with these letters may have a word, or the first of a phrase.
    fn may_be_in(&self, set: u32) -> bool {
        self.sets.iter().any(|needed| needed & !set == 0)
            || self.near.iter().any(|typed| typed.may_be_near(set))
    }

    /// Where the single word is, if the current word of the text matches it.
    ///
    /// Many words of a long text begin with the same letter. So a single letter marks only words
    /// that consist of it.
    fn place(
        &self,
        field: Field,
        words: &Words<'_>,
        compound: &Compound,
    ) -> Option<(usize, usize)> {
        let (word, reach) = self.word.as_ref()?;
        let is_long = matches!(field, Field::Abstract | Field::Passage);
        if is_long && word.is_latin_letter() {
            return found(words, word, Reach::Whole);
        }
        let is_near = |typed: &Typed| {
            let mut forms = [&words.bare, words.spelled_out()].into_iter();
            forms.any(|form| near_quality(typed, form).is_some())
        };
        found(words, word, *reach)
            .or_else(|| compound.has(word).then_some((compound.start, words.end)))
            .or_else(|| {
                self.near
                    .iter()
                    .any(is_near)
                    .then_some((words.start, words.end))
            })
    }
}

/// Where in the text the matching part of the current word is.
fn found(words: &Words<'_>, asked: &Word, reach: Reach) -> Option<(usize, usize)> {
    for typed in asked.forms() {
        for is_spelled_out in [false, true] {
            let form = words.form(is_spelled_out);
            let with_ending = reach == Reach::Form;
            let at = match reach {
                Reach::Whole => (form == typed).then_some(0),
                Reach::Start => form.starts_with(typed).then_some(0),
                Reach::Form => is_form(form, typed).then_some(0),
                Reach::Edge => edge(typed, form),
                Reach::Part => place(typed, form),
            };
            if let Some(at) = at {
                let end = if with_ending {
                    form.len()
                } else {
                    at + typed.len()
                };
                return Some(words.place(is_spelled_out, at, end));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::{Index, Query};

    fn check(query: &str, text: &str, expected: &str) {
        let file = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
               "talks": [{{"id": "a", "kind": "talk", "title": {}}}]}}"#,
            serde_json::to_string(text).unwrap()
        );
        let event = parse(&file).unwrap().0;
        let marks = Index::new(&event).find(&Query::of_text(query), &[]).marks();
        let mut shown = String::new();
        let mut from = 0;
        for range in marks.ranges(Field::Title, text) {
            let marked = &text[range.clone()];
            shown += &[&text[from..range.start], "[", marked, "]"].concat();
            from = range.end;
        }
        shown += &text[from..];
        assert_eq!(shown, expected, "{query}");
    }

    #[test]
    fn a_letter_is_marked_in_long_texts_where_it_is_a_word() {
        let marks = Index::default().find(&Query::of_text("c"), &[]).marks();
        assert_eq!(marks.ranges(Field::Title, "Code in C"), [0..1, 8..9]);
        let marked = marks.ranges(Field::Abstract, "Code in C");
        assert_eq!(marked.first(), Some(&(8..9)));
    }

    #[test]
    fn marks_what_was_typed_in_the_text_as_it_stands() {
        for (query, text, expected) in [
            ("verwaltung", "Die Stadtverwaltung", "Die Stadt[verwaltung]"),
            ("laemm", "Lämmle", "[Lämm]le"),
            ("lamm", "La\u{308}mmle", "[La\u{308}mm]le"),
            ("burgerinnen", "Bürger*innenrat", "[Bürger*innen]rat"),
            ("stadtr", "Stadt\u{ad}rat", "[Stadt\u{ad}r]at"),
            ("strasse", "Straßenbahn", "[Straße]nbahn"),
            ("verwatlung", "Verwaltung!", "[Verwaltung]!"),
            (
                "„offene daten“",
                "Offene Daten, offene Türen",
                "[Offene Daten], offene Türen",
            ),
            ("ki-standort", "Der KI-Standort", "Der [KI-Standort]"),
            ("livestream", "Live-Stream", "[Live-Stream]"),
            ("daten offene", "Offene Daten", "[Offene] [Daten]"),
            ("-daten offene", "Offene Türen", "[Offene] Türen"),
            ("person:ada", "Ada", "Ada"),
            ("", "Ada", "Ada"),
        ] {
            check(query, text, expected);
        }
    }
}
