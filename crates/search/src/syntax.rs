//! The syntax of searches: words, „phrases“, -exclusions and fields such as `person:`.

use nachlese_fold::fold;

use super::{
    field::{self, Fields},
    vocabulary::{Reach, Reaches},
    word::Word,
    words::Words,
};

/// A term of a search. All terms must be found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Term {
    /// Its folded words. There are several for a phrase and for words joined by a hyphen.
    pub(super) words: Vec<Word>,
    /// The fields in which it is searched.
    pub(super) fields: Fields,
    /// Whether it must be found.
    pub(super) need: Need,
    /// Whether it is in quotation marks: exactly these words, side by side.
    pub(super) is_phrase: bool,
    /// Whether the last word may be incomplete, because the reader is still typing it.
    pub(super) is_open: bool,
    /// The term as typed, without field, hyphen and quotation marks.
    pub(super) text: String,
    /// Phrases that mean the same. One of them is enough.
    pub(super) also: Vec<Vec<Word>>,
}

/// Whether a talk must have a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Need {
    /// It must.
    #[default]
    Wanted,
    /// It must not.
    Excluded,
    /// It may: the term only says what was meant.
    Optional,
}

impl Term {
    /// Whether it must be found.
    pub(super) fn is_wanted(&self) -> bool {
        self.need == Need::Wanted
    }

    /// Whether it must not be found.
    pub(super) fn is_excluded(&self) -> bool {
        self.need == Need::Excluded
    }

    /// How much of each of its words must match, side by side.
    pub(super) fn reach(&self) -> Reaches {
        let last = if self.is_open {
            Reach::Start
        } else {
            Reach::Whole
        };
        [Reach::Whole, last]
    }
}

/// Reads a search. Anything that is not an operator is a word. There are no errors.
pub(super) fn parse(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (term, after) = read_term(rest);
        terms.extend(term);
        rest = after.trim_start();
    }
    terms
}

/// The part of a search that cannot be searched for, as typed: signs that are not words, and
/// everything after the last term that counts.
///
/// A dash or a quotation mark between words does not count, because more may follow it.
pub(super) fn left_out(text: &str) -> String {
    let text = text.trim();
    let mut rest = text;
    let mut out = Vec::new();
    let mut terms = 0;
    while !rest.is_empty() {
        let (term, after) = read_term(rest);
        let piece = rest[..rest.len() - after.len()].trim();
        let may_begin = |c| matches!(c, '-' | '–' | '—' | '−') || is_mark(c);
        if term.is_some() && terms < MOST_TERMS {
            terms += 1;
        } else if term.is_some() || !piece.chars().all(may_begin) {
            out.push(piece);
        }
        rest = after.trim_start();
    }
    if terms == 0 {
        text.to_owned()
    } else {
        out.join(" ")
    }
}

/// The most terms of a search. Nobody types more, but an address may contain any number.
pub(super) const MOST_TERMS: usize = 32;

/// Reads the first term of a text that does not begin with a space. Also returns the rest.
fn read_term(text: &str) -> (Option<Term>, &str) {
    let mut rest = text;
    let mut term = Term {
        fields: field::ALL,
        ..Term::default()
    };
    if let Some(after) = rest.strip_prefix(['-', '−', '–'])
        && after.starts_with(|c: char| c.is_alphanumeric() || is_mark(c))
    {
        term.need = Need::Excluded;
        rest = after;
    }
    if let Some((fields, after)) = read_field(rest) {
        term.fields = fields;
        rest = after;
    }
    let (words, after) = if let Some(inside) = rest.strip_prefix(is_mark) {
        let end = inside.find(is_mark);
        term.is_phrase = true;
        term.is_open = end.is_none();
        let (words, after) = inside.split_at(end.unwrap_or(inside.len()));
        (words, after.strip_prefix(is_mark).unwrap_or(after))
    } else {
        term.is_open = true;
        rest.split_at(rest.find(ends_word).unwrap_or(rest.len()))
    };
    words.trim().clone_into(&mut term.text);
    let mut found = Words::new(words);
    while found.next() {
        term.words.push(found.word());
    }
    ((!term.words.is_empty()).then_some(term), after)
}

/// Reads `person:` and the like, if a word or phrase follows.
fn read_field(text: &str) -> Option<(Fields, &str)> {
    let (name, after) = text.split_once([':', '：'])?;
    if name.len() > 20 {
        return None;
    }
    Some((field::named(&fold(name).bare)?, after))
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || is_mark(c)
}

/// Whether a character is a double quotation mark of any language.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '„' | '“' | '”' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '＂'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Field;

    fn check(text: &str, expected: &[&str]) {
        let terms = parse(text);
        let shown = terms.iter().map(|term| {
            let words: Vec<_> = term.words.iter().map(|word| word.bare.as_str()).collect();
            let sign = if term.is_excluded() { "-" } else { "" };
            let words = words.join(" ");
            match (term.is_phrase, term.is_open) {
                (true, true) => format!("{sign}\"{words}"),
                (true, false) => format!("{sign}\"{words}\""),
                _ => format!("{sign}{words}"),
            }
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn reads_words_phrases_and_exclusions() {
        check("", &[]);
        check("  Offene   Daten ", &["offene", "daten"]);
        check("KI-Standort", &["ki standort"]);
        for phrase in [
            "„Offene Daten“",
            "\"offene daten\"",
            "“offene daten”",
            "»offene daten«",
        ] {
            check(phrase, &["\"offene daten\""]);
        }
        check("film \"offene dat", &["film", "\"offene dat"]);
        check(
            "daten -film -\"offene Daten\"",
            &["daten", "-film", "-\"offene daten\""],
        );
        check("daten - film", &["daten", "film"]);
        check("- -- \"\" „ :", &[]);
        check("a\"b c\"d", &["a", "\"b c\"", "d"]);
    }

    #[test]
    fn tells_what_it_cannot_look_for() {
        for (text, expected) in [
            ("", ""),
            ("daten film", ""),
            ("c++ 🦀", ""),
            ("daten -", ""),
            ("daten – \"film", ""),
            ("daten → €", "→ €"),
            ("50 %", "%"),
            ("  ??? ", "???"),
            ("-- \"\"", "-- \"\""),
            ("person:", "person:"),
        ] {
            assert_eq!(left_out(text), expected, "{text}");
        }
        let many = "a ".repeat(MOST_TERMS) + "b c";
        assert_eq!(left_out(&many), "b c");
    }

    #[test]
    fn reads_fields_in_both_languages() {
        for (text, fields) in [
            (
                "person:post",
                Field::Person.bit() | Field::Affiliation.bit(),
            ),
            (
                "Sprecherin:post",
                Field::Person.bit() | Field::Affiliation.bit(),
            ),
            ("raum:saal", Field::Room.bit()),
            ("ROOM:saal", Field::Room.bit()),
            ("titel:post", Field::Title.bit()),
            ("tag:ki", Field::Tag.bit()),
            ("-tag:\"offene daten\"", Field::Tag.bit()),
            ("https://example.org", field::ALL),
        ] {
            assert_eq!(parse(text)[0].fields, fields, "{text}");
        }
        check("person: post", &["post"]);
        check("person:", &[]);
        check("person:\"Anna Muster\" x", &["\"anna muster\"", "x"]);
    }
}
