//! Why a text is no JSON: the slip that is likeliest at the place where the reader stopped.

/// A slip that makes a text no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// Two commas, or one before a closing bracket or after an opening one.
    CommaTooMany,
    /// No comma between two values.
    CommaMissing,
    /// No colon between a name and its value.
    ColonMissing,
    /// Typographic quotation marks around a text: „…“, “…”, »…«.
    CurlyQuotes,
    /// Single quotation marks around a text.
    SingleQuotes,
    /// A text that does not end in its line.
    QuoteMissing,
    /// A word without quotation marks.
    WordWithoutQuotes,
    /// `True`, `None` and the like instead of JSON's own words.
    OtherWord,
    /// A comment.
    Comment,
    /// A backslash before a character that needs none, as in `C:\data`.
    Backslash,
    /// A number that begins with `0` or `+`, or ends in `.`.
    Number,
    /// A closing bracket of the wrong sort, or one too many.
    Bracket,
    /// An object where the name of a field should stand: the list that it belongs to has no bracket.
    ListUnopened,
}

impl Slip {
    /// The slip at a line and column, both counted from 1 in characters; nothing if it could be
    /// anything.
    #[must_use]
    pub fn at(text: &str, line: usize, column: usize) -> Option<Self> {
        let start: usize = text
            .split_inclusive('\n')
            .take(line.checked_sub(1)?)
            .map(str::len)
            .sum();
        let rest = text.get(start..)?;
        let at = start
            + rest
                .char_indices()
                .nth(column.checked_sub(1)?)
                .map_or(rest.len(), |(at, _)| at);
        let (before, here) = text.split_at(at);
        Self::between(before, here)
    }

    /// The slip between what can be read and what cannot.
    pub(crate) fn between(before: &str, here: &str) -> Option<Self> {
        let last = before.trim_end().chars().next_back();
        let next = here.chars().next()?;
        Some(match (last, next) {
            (_, '\n' | '\r') => Self::QuoteMissing,
            (Some('\\'), _) => Self::Backslash,
            (_, '“' | '”' | '„' | '‟' | '«' | '»') => Self::CurlyQuotes,
            (_, '\'' | '‘' | '’' | '‚' | '`') => Self::SingleQuotes,
            (_, '/' | '#') => Self::Comment,
            (Some(',' | '[' | '{' | ':') | None, ',') | (Some(','), '}' | ']') => {
                Self::CommaTooMany
            }
            (_, '}' | ']') => Self::Bracket,
            (Some(','), '{') if is_in_object(before.trim_end()) => Self::ListUnopened,
            (Some('0'..='9' | '.' | '+' | '-'), '0'..='9' | '.') | (_, '+' | '.') => Self::Number,
            (Some('"'), '"' | '{' | '[' | '0'..='9' | '-' | 't' | 'f' | 'n')
                if ends_with_name(before) =>
            {
                Self::ColonMissing
            }
            (Some('"' | '}' | ']' | '0'..='9' | 'a'..='z'), '"' | '{' | '[') => Self::CommaMissing,
            (_, 'T' | 'F' | 'N' | 'u') if is_other_word(here) => Self::OtherWord,
            (_, next) if next.is_alphabetic() => Self::WordWithoutQuotes,
            _ => return None,
        })
    }
}

fn is_other_word(here: &str) -> bool {
    [
        "True",
        "TRUE",
        "False",
        "FALSE",
        "None",
        "Null",
        "NULL",
        "NaN",
        "undefined",
    ]
    .iter()
    .any(|word| here.starts_with(word))
}

/// Whether the text before ends with a field's name: a text after `{` or `,` in an object.
fn ends_with_name(before: &str) -> bool {
    let mut name = before.trim_end().strip_suffix('"').unwrap_or_default();
    while let Some((rest, _)) = name.rsplit_once('"') {
        if !rest.ends_with('\\') {
            let before = rest.trim_end();
            return before.ends_with('{') || before.ends_with(',') && is_in_object(before);
        }
        name = rest;
    }
    false
}

/// Whether the innermost bracket that is open at the end of a text is one of an object. Brackets in
/// texts do not count.
fn is_in_object(before: &str) -> bool {
    let mut open = Vec::new();
    let mut characters = before.chars();
    let mut is_text = false;
    while let Some(character) = characters.next() {
        match character {
            '\\' if is_text => drop(characters.next()),
            '"' => is_text = !is_text,
            '{' | '[' if !is_text => open.push(character),
            '}' | ']' if !is_text => drop(open.pop()),
            _ => {}
        }
    }
    open.last() == Some(&'{')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_likeliest_slip() {
        // The place where the reader stops is between the two parts.
        for (before, here, expected) in [
            (r#"{"id": "a","#, r#", "b": 1}"#, Slip::CommaTooMany),
            (r#"{"b": 1,"#, "}", Slip::CommaTooMany),
            ("[", ", 1]", Slip::CommaTooMany),
            ("{\"id\": \"a\"\n ", r#""b": 1}"#, Slip::CommaMissing),
            (r#"["x" "#, r#""y"]"#, Slip::CommaMissing),
            (r#"[{"a": 1} "#, r#"{"a": 2}]"#, Slip::CommaMissing),
            (r#"{"id" "#, r#""a"}"#, Slip::ColonMissing),
            (r#"{"a": "x", "id" "#, "3}", Slip::ColonMissing),
            (r#"["a", "b" "#, r#""c"]"#, Slip::CommaMissing),
            (r#"{"tä": "#, "“a”}", Slip::CurlyQuotes),
            (r"{", "„id“: 1}", Slip::CurlyQuotes),
            ("{", "'n': 1}", Slip::SingleQuotes),
            (r#"{"id": "a, "#, "\n", Slip::QuoteMissing),
            (r#"{"id": "#, "a}", Slip::WordWithoutQuotes),
            (r#"{"id": "#, "True}", Slip::OtherWord),
            ("{ ", "// c", Slip::Comment),
            (r#"{"id": "C:\"#, r#"data"}"#, Slip::Backslash),
            (r#"{"n": 0"#, "1}", Slip::Number),
            (r#"{"a": 1}"#, "}", Slip::Bracket),
            (r#"{"a": [1, 2"#, "}", Slip::Bracket),
            (r#"{"a": {"b": 1}, "#, r#"{"b": 2}]"#, Slip::ListUnopened),
        ] {
            let text = format!("{before}{here}");
            let line = before.split('\n').count();
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            assert_eq!(Slip::at(&text, line, column), Some(expected), "{text}");
        }
    }

    #[test]
    fn does_not_guess_beyond_the_text() {
        for (line, column) in [(0, 0), (1, 0), (9, 1), (1, 99), (usize::MAX, usize::MAX)] {
            assert_eq!(Slip::at("{\"ä\": 1", line, column), None);
        }
    }
}
