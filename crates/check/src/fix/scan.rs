//! Cuts a text that should be JSON into its pieces, and sees where a curly quotation mark stands for
//! a straight one.
//!
//! What is between straight marks is a text, whatever it holds. Only where no JSON can go on after
//! it, or where a curly mark opens it, its end is looked for: at a mark that is followed by what
//! follows a text. It is never looked for beyond the line.

use std::ops::Range;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `{` or `[`.
    Open(char),
    /// `}` or `]`.
    Close(char),
    Comma,
    Colon,
    Text,
    /// A number, or a word such as `true`.
    Scalar,
    Comment,
}

/// A piece and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// The pieces of a text, without blanks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scanned {
    pub(super) pieces: Vec<Piece>,
    /// The quotation marks that must be straight.
    pub(super) curly: Vec<Range<usize>>,
    /// Straight marks within a text that need a backslash.
    pub(super) bare: Vec<usize>,
}

const DOUBLE: [char; 6] = ['“', '”', '„', '‟', '«', '»'];
const SINGLE: [char; 5] = ['‘', '’', '‚', '‹', '›'];

/// Cuts the text.
///
/// # Errors
/// The place of what can be no piece.
pub(super) fn scan(text: &str) -> Result<Scanned, usize> {
    let mut found = Scanned::default();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let kind = match first {
            ' ' | '\t' | '\n' | '\r' => {
                at += 1;
                continue;
            }
            '{' | '[' => Kind::Open(first),
            '}' | ']' => Kind::Close(first),
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            '"' => Kind::Text,
            mark if DOUBLE.contains(&mark) || SINGLE.contains(&mark) => Kind::Text,
            '#' => Kind::Comment,
            '/' if rest.starts_with("//") || rest.starts_with("/*") => Kind::Comment,
            '-' | '+' | '.' | '0'..='9' | 'a'..='z' | 'A'..='Z' => Kind::Scalar,
            _ => return Err(at),
        };
        let end = match kind {
            Kind::Text if first == '"' => found.straight(text, at)?,
            Kind::Text => found.curly(text, at, first)?,
            Kind::Comment => comment(text, at)?,
            Kind::Scalar => at + rest.find(|c: char| !is_scalar(c)).unwrap_or(rest.len()),
            _ => at + first.len_utf8(),
        };
        found.pieces.push(Piece {
            kind,
            range: at..end,
        });
        at = end;
    }
    Ok(found)
}

impl Scanned {
    /// The end of a text that begins with a straight mark.
    fn straight(&mut self, text: &str, start: usize) -> Result<usize, usize> {
        let end = marks(text, start + 1)
            .take_while(|(_, mark)| *mark != '\n')
            .find(|(_, mark)| *mark == '"');
        if let Some((end, _)) = end
            && may_end(&text[end + 1..], true)
        {
            return Ok(end + 1);
        }
        // Else it may end with a curly mark: `"KI“,`.
        let until = end.map_or(usize::MAX, |(end, _)| end);
        let mut curly = marks(text, start + 1)
            .take_while(|(at, mark)| *mark != '\n' && *at < until)
            .filter(|(_, mark)| DOUBLE.contains(mark))
            // What is quoted within the text has two marks.
            .step_by(2);
        let last = curly.find(|(at, mark)| may_end(&text[at + mark.len_utf8()..], false));
        let (at, mark) = last.ok_or_else(|| end.map_or(start, |(end, _)| end + 1))?;
        self.curly.push(at..at + mark.len_utf8());
        Ok(at + mark.len_utf8())
    }

    /// The end of a text that begins with a curly mark.
    fn curly(&mut self, text: &str, start: usize, first: char) -> Result<usize, usize> {
        let is_end = |mark: char| {
            if DOUBLE.contains(&first) {
                mark == '"' || DOUBLE.contains(&mark)
            } else {
                SINGLE.contains(&mark)
            }
        };
        let inside = start + first.len_utf8();
        let mut bare = Vec::new();
        let (mut quoted, mut last) = (0, inside);
        for (at, mark) in marks(text, inside).take_while(|(_, mark)| *mark != '\n') {
            let end = at + mark.len_utf8();
            // What is quoted within the text has two marks.
            let is_whole = quoted % 2 == 0 && bare.len() % 2 == 0;
            if is_whole && is_end(mark) && may_end(&text[end..], false) {
                self.curly.push(start..inside);
                if mark != '"' {
                    self.curly.push(at..end);
                }
                self.bare.append(&mut bare);
                return Ok(end);
            }
            // Two texts without a comma, perhaps.
            let between = &text[last..at];
            if last > inside && !between.is_empty() && between.trim().is_empty() {
                return Err(start);
            }
            last = end;
            if mark == '"' {
                bare.push(at);
            } else if is_end(mark) {
                quoted += 1;
            }
        }
        Err(start)
    }
}

/// The line breaks and quotation marks from a place on, without those after a backslash.
fn marks(text: &str, from: usize) -> impl Iterator<Item = (usize, char)> {
    let mut escaped = false;
    let found = move |(at, c): (usize, char)| {
        let is_escaped = escaped;
        escaped = c == '\\' && !is_escaped;
        let is_mark = matches!(c, '"' | '\n') || DOUBLE.contains(&c) || SINGLE.contains(&c);
        // A backslash before a line break hides nothing.
        (is_mark && (!is_escaped || c == '\n')).then_some((from + at, c))
    };
    text[from..].char_indices().filter_map(found)
}

/// Whether a text can end before this. Without a comma, another value can only follow on the same
/// line if there is a blank and a straight mark before it: `"Say ""yes"""` is one text.
fn may_end(rest: &str, is_straight: bool) -> bool {
    let is_certain = is_straight && rest.starts_with([' ', '\t']);
    let rest = rest.trim_start_matches([' ', '\t', '\r']);
    let Some(next) = rest.chars().next() else {
        return true;
    };
    match next {
        '\n' | '}' | ']' => true,
        // In a sentence a word follows.
        ',' | ':' => is_straight || may_begin(&rest[1..]),
        '"' | '{' | '[' => is_certain,
        mark if DOUBLE.contains(&mark) => is_certain,
        '/' => rest.starts_with("//") || rest.starts_with("/*"),
        '#' => true,
        _ => false,
    }
}

/// Whether a value can begin here, or the end of a list.
fn may_begin(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t', '\r', '\n']);
    let Some(next) = rest.chars().next() else {
        return true;
    };
    let word = rest.split(|c: char| !c.is_alphanumeric()).next();
    match next {
        '"' | '{' | '[' | '}' | ']' | '-' | '0'..='9' | '#' | ',' => true,
        '/' => rest.starts_with("//") || rest.starts_with("/*"),
        mark if DOUBLE.contains(&mark) || SINGLE.contains(&mark) => true,
        _ => matches!(word, Some("true" | "false" | "null")),
    }
}

fn comment(text: &str, at: usize) -> Result<usize, usize> {
    let rest = &text[at..];
    if rest.starts_with("/*") {
        return rest.find("*/").map(|end| at + end + 2).ok_or(at);
    }
    let end = rest.find('\n').unwrap_or(rest.len());
    Ok(at + rest[..end].trim_end().len())
}

fn is_scalar(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.' | '_')
}
