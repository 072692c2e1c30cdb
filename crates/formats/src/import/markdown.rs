//! Turns abstracts in Markdown or HTML into plain paragraphs with a blank line in between.
//!
//! What is not mark-up stays: a gender star, names with underscores, addresses.

use super::html::{linked, strip, web};

/// How far apart, in bytes, the two marks of a pair may be. This limits the search.
const WINDOW: usize = 2_200;

/// Turns an abstract into plain text.
pub(super) fn plain(text: &str) -> String {
    let stripped = strip(text);
    let mut out = String::with_capacity(stripped.text.len());
    let mut paragraph = String::new();
    for line in stripped.text.lines() {
        let line = line.trim();
        let line = if stripped.has_blocks {
            line
        } else {
            without_marks(line)
        };
        if line.is_empty() {
            flush(&mut paragraph, &mut out, stripped.has_blocks);
            continue;
        }
        if !paragraph.is_empty() {
            paragraph.push(if is_item(line) { '\n' } else { ' ' });
        }
        paragraph.push_str(line);
    }
    flush(&mut paragraph, &mut out, stripped.has_blocks);
    out
}

fn flush(paragraph: &mut String, out: &mut String, is_plain: bool) {
    if paragraph.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    if is_plain {
        out.push_str(paragraph);
    } else {
        inline(paragraph, out);
    }
    paragraph.clear();
}

/// A line without the marks of headings, quotations, rules and code at its start.
fn without_marks(line: &str) -> &str {
    let is_rule = line.len() >= 3 && line.bytes().all(|b| matches!(b, b'-' | b'=' | b'*' | b'_'));
    if is_rule || line.starts_with("```") || line.starts_with("~~~") {
        return "";
    }
    let heading = line.trim_start_matches('#');
    if heading.len() < line.len() && heading.starts_with(' ') {
        return heading.trim();
    }
    line.trim_start_matches("> ")
}

/// Whether a line is an item of a list. It then stays on its own line.
fn is_item(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["• ", "- ", "* ", "+ "]
        .iter()
        .any(|mark| line.starts_with(mark))
        || number.len() < line.len() && number.starts_with(". ")
}

/// Removes emphasis, code marks and pictures from a paragraph. Links stay.
fn inline(text: &str, out: &mut String) {
    let mut rest = text;
    let mut before = ' ';
    // The ends of closing marks. These places are skipped.
    let mut closing: Vec<(usize, usize)> = Vec::new();
    // Searching for closing marks that do not exist costs time, so a text with many of them is left
    // as it is.
    let mut tries = 20 + text.len() / 50;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        if let Some(found) = closing.iter().position(|(place, _)| *place == at) {
            let (_, length) = closing.swap_remove(found);
            rest = &rest[length..];
            continue;
        }
        // Most of a text has no marks and is copied at once.
        let closes = closing
            .iter()
            .filter_map(|(place, _)| place.checked_sub(at));
        let plain = &rest[..closes.min().unwrap_or(rest.len())];
        let plain = plain.split(may_begin_mark).next().unwrap_or_default();
        if let Some(last) = plain.chars().next_back() {
            out.push_str(plain);
            before = last;
            rest = &rest[plain.len()..];
            continue;
        }
        if is_line_start(text, at) && (rest.starts_with("* ") || rest.starts_with("+ ")) {
            out.push('•');
            rest = &rest[1..];
            before = '•';
            continue;
        }
        let taken = match c {
            '\\' => escaped(rest, out),
            '`' => code(rest, out),
            '[' => link(rest, out),
            '!' if rest.starts_with("![") => picture(rest, out),
            'h' if rest.starts_with("https://") || rest.starts_with("http://") => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                out.push_str(&rest[..end]);
                Some(end)
            }
            '*' | '_' => emphasis(rest, before).map(|(length, end)| {
                closing.push((at + end, length));
                length
            }),
            _ => None,
        };
        if let Some(length) = taken {
            before = if matches!(c, '*' | '_') { before } else { 'x' };
            rest = &rest[length..];
        } else {
            tries -= usize::from(matches!(c, '`' | '[' | '!' | '*' | '_'));
            if tries == 0 {
                out.push_str(rest);
                return;
            }
            out.push(c);
            before = c;
            rest = &rest[c.len_utf8()..];
        }
    }
}

/// Whether mark-up or an address may begin with this letter. Addresses begin with `h`.
fn may_begin_mark(c: char) -> bool {
    matches!(c, '\\' | '`' | '[' | '!' | '*' | '_' | '+' | 'h')
}

fn is_line_start(text: &str, at: usize) -> bool {
    at == 0 || text.as_bytes()[at - 1] == b'\n'
}

fn escaped(rest: &str, out: &mut String) -> Option<usize> {
    let next = rest[1..]
        .chars()
        .next()
        .filter(char::is_ascii_punctuation)?;
    out.push(next);
    Some(2)
}

fn code(rest: &str, out: &mut String) -> Option<usize> {
    let length = rest.len() - rest.trim_start_matches('`').len();
    let marks = rest.get(..length)?;
    let inner = window(&rest[length..])
        .split_once(marks)
        .filter(|_| length < 8)?
        .0;
    out.push_str(inner.trim());
    Some(inner.len() + 2 * length)
}

fn link(rest: &str, out: &mut String) -> Option<usize> {
    let (label, after) = window(rest).strip_prefix('[')?.split_once("](")?;
    let (target, _) = after.split_once(')')?;
    if label.is_empty() || label.contains(['[', ']', '\n']) {
        return None;
    }
    let url = target.split_ascii_whitespace().next().unwrap_or_default();
    match web(url.trim_matches(['<', '>'])) {
        Some(href) => out.push_str(&linked(label, &href)),
        None => out.push_str(label),
    }
    Some(label.len() + target.len() + 4)
}

fn picture(rest: &str, out: &mut String) -> Option<usize> {
    let (alt, after) = window(rest).strip_prefix("![")?.split_once("](")?;
    let (target, _) = after.split_once(')')?;
    if alt.contains(['[', ']']) {
        return None;
    }
    out.push_str(alt);
    Some(alt.len() + target.len() + 5)
}

/// The length of the marks at the start, and the place of the closing marks.
fn emphasis(rest: &str, before: char) -> Option<(usize, usize)> {
    let mark = rest.chars().next()?;
    let length = rest.len() - rest.trim_start_matches(mark).len();
    let inner = window(rest.get(length..)?);
    // A star within a word is a gender star, and an underscore within a word is part of a name.
    let opens = !before.is_alphanumeric() && !inner.starts_with(char::is_whitespace);
    if !opens || length > 3 || inner.is_empty() {
        return None;
    }
    let marks = &rest[..length];
    // Only a few tries, so that a line full of stars does not take longer than others.
    let mut from = 0;
    for _ in 0..8 {
        let at = from + inner[from..].find(marks)?;
        from = at + length;
        let is_in_word = inner[at + length..].starts_with(char::is_alphanumeric);
        if at > 0 && !is_in_word && !inner[..at].ends_with(char::is_whitespace) {
            return Some((length, length + at));
        }
    }
    None
}

/// The start of a text, at most as long as marks may be apart.
fn window(text: &str) -> &str {
    let mut end = text.len().min(WINDOW);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_out_marks_and_nothing_else() {
        for (text, expected) in [
            (
                "**Fett** und _schräg_, ***beides***",
                "Fett und schräg, beides",
            ),
            (
                "Bürger*innen und Kolleg*innen*",
                "Bürger*innen und Kolleg*innen*",
            ),
            (
                "snake_case_name 2*3*4 a * b * c",
                "snake_case_name 2*3*4 a * b * c",
            ),
            (
                "# Titel\n\nText\numbrochen\r\n\r\n> Zitat",
                "Titel\n\nText umbrochen\n\nZitat",
            ),
            (
                "* eins\n* zwei\n\n1. drei\n2. vier",
                "• eins\n• zwei\n\n1. drei\n2. vier",
            ),
            ("`Vec<T>` und ``a`b``", "Vec<T> und a`b"),
            (
                "[hier](https://a.example/_x_ \"T\"), [da](x.html), ![Bild](b.png)",
                "[hier](https://a.example/_x_), da, Bild",
            ),
            ("https://a.example/_x_/*y*", "https://a.example/_x_/*y*"),
            ("\\*kein Stern\\*", "*kein Stern*"),
            ("<p>a *b* c</p>\n<p>d<br>e</p>", "a *b* c\n\nd e"),
            ("```rust\nlet x;\n```\n---", "let x;"),
            ("**offen", "**offen"),
            ("**Ä**", "Ä"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn looks_at_long_lines_no_longer_than_at_short_ones() {
        for piece in [
            "*a ", "_a", "[", "![a](", "`", "<", "<a href=", "&", "**", "<script>", "\\",
        ] {
            let text = piece.repeat(1_000_000 / piece.len());
            assert!(plain(&text).len() <= text.len() + 10, "{piece}");
        }
    }
}
