//! Where in a text the words are that a search found.

use std::ops::Range;

use super::{
    Field,
    field::Fields,
    grapheme::is_break,
    near::Typed,
    seek::{Sought, joined, typed},
    syntax::Word,
    vocabulary::{Reach, near_quality, place},
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
    /// Words that stand side by side, the last of which may go on.
    phrase: Vec<Word>,
    is_open: bool,
    /// A single word, and how much of it must be there.
    word: Option<(Word, Reach)>,
    /// The word again, if slips count.
    near: Vec<Typed>,
}

/// A found term in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) term: usize,
}

impl Marks {
    pub(super) fn new(sought: &[Sought]) -> Self {
        let wanted = sought.iter().filter(|sought| !sought.term.is_excluded);
        let terms = wanted.map(|sought| {
            let term = &sought.term;
            let mut mark = Mark {
                fields: term.fields,
                is_open: term.is_open,
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
                    mark.phrase = words.to_vec();
                    if !term.is_phrase {
                        mark.word = Some((joined(words), Reach::Part));
                    }
                }
            }
            mark
        });
        Self {
            terms: terms.collect(),
            has_exclusions: sought.iter().any(|sought| sought.term.is_excluded),
        }
    }

    /// How many terms there are to mark.
    pub(super) fn term_count(&self) -> usize {
        self.terms.len()
    }

    /// Whether something must not be found.
    pub(super) fn has_exclusions(&self) -> bool {
        self.has_exclusions
    }

    /// Whether there is nothing to mark in any text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The parts of a field's text to mark: ascending bytes of the text as it stands, apart from
    /// each other, never within what readers see as one character.
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
            // Hits come by their ends: a phrase begins before the hits within it.
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
    pub(super) fn hits(&self, field: Field, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        // Phrases begun: the term, how many of its words are there, and where it begins.
        let mut begun: Vec<(usize, usize, usize)> = Vec::new();
        let mut words = Words::with_places(text);
        let terms = || {
            (0..)
                .zip(&self.terms)
                .filter(|(_, mark)| mark.fields & field.bit() != 0)
        };
        if self.terms.is_empty() {
            return hits;
        }
        let mut compound = Compound::default();
        while words.next() {
            compound.add(&words);
            let mut before = std::mem::take(&mut begun);
            before.extend(
                terms()
                    .filter(|(_, mark)| !mark.phrase.is_empty())
                    .map(|(term, _)| (term, 0, words.start)),
            );
            for (term, count, start) in before {
                let mark = &self.terms[term];
                let is_last = count + 1 == mark.phrase.len();
                let reach = if is_last && mark.is_open {
                    Reach::Start
                } else {
                    Reach::Whole
                };
                match found(&words, &mark.phrase[count], reach) {
                    Some((_, end)) if is_last => hits.push(Hit { start, end, term }),
                    Some(_) => begun.push((term, count + 1, start)),
                    None => {}
                }
            }
            for (term, mark) in terms() {
                let word = mark.word.as_ref();
                let place = word.and_then(|(word, reach)| {
                    let place = found(&words, word, *reach);
                    place.or_else(|| compound.has(word).then_some((compound.start, words.end)))
                });
                let is_near = || {
                    let is_near = |typed, form| near_quality(typed, form).is_some();
                    let mut all = mark.near.iter();
                    all.any(|typed| {
                        is_near(typed, &words.bare) || is_near(typed, words.spelled_out())
                    })
                };
                if let Some((start, end)) = place {
                    hits.push(Hit { start, end, term });
                } else if is_near() {
                    let (start, end) = (words.start, words.end);
                    hits.push(Hit { start, end, term });
                }
            }
        }
        hits
    }
}

/// What hyphens have joined so far, in both forms as one word: „Live-Stream“ as „livestream“.
#[derive(Debug, Default)]
struct Compound {
    bare: String,
    spelled_out: String,
    start: usize,
    /// How long both forms were before the present word.
    before: (usize, usize),
}

impl Compound {
    fn add(&mut self, words: &Words<'_>) {
        if !words.is_joined {
            self.bare.clear();
            self.spelled_out.clear();
            self.start = words.start;
        }
        self.before = (self.bare.len(), self.spelled_out.len());
        self.bare.push_str(&words.bare);
        self.spelled_out.push_str(words.spelled_out());
    }

    /// Whether a word reaches over the last hyphen.
    fn has(&self, asked: &Word) -> bool {
        let forms = [
            (&self.bare, self.before.0),
            (&self.spelled_out, self.before.1),
        ];
        asked.forms().any(|typed| {
            forms.iter().any(|(form, before)| {
                *before > 0
                    && place(typed, form).is_some_and(|at| (at..at + typed.len()).contains(before))
            })
        })
    }
}

/// Where in the text the part of the present word is that was asked for.
fn found(words: &Words<'_>, asked: &Word, reach: Reach) -> Option<(usize, usize)> {
    for typed in asked.forms() {
        for is_spelled_out in [false, true] {
            let form = words.form(is_spelled_out);
            let at = match reach {
                Reach::Whole => (form == typed).then_some(0),
                Reach::Start => form.starts_with(typed).then_some(0),
                Reach::Part => place(typed, form),
            };
            if let Some(at) = at {
                return Some(words.place(is_spelled_out, at, at + typed.len()));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        parse::parse,
        search::{Index, Query},
    };

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
