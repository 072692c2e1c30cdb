//! Searching and replacing in texts: one function each, because std's are made anew for every
//! sort of pattern and every place, which readers would have to download.

use nachlese_fold::lower_case;

/// The text in lower case, without std's tables.
pub(super) fn lower(text: &str) -> String {
    text.chars().map(lower_case).collect()
}

/// Where a short text begins in another one.
#[inline(never)]
pub(super) fn find(text: &str, wanted: &str) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let mut at = 0;
    while at + wanted.len() <= text.len() {
        if text[at] == wanted[0] && &text[at..at + wanted.len()] == wanted {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Whether a short text is in another one.
pub(super) fn has(text: &str, wanted: &str) -> bool {
    find(text, wanted).is_some()
}

/// What comes before a short text, and what after it.
pub(super) fn cut<'a>(text: &'a str, at: &str) -> Option<(&'a str, &'a str)> {
    let start = find(text, at)?;
    Some((&text[..start], &text[start + at.len()..]))
}

/// Where the first of some ASCII characters is.
#[inline(never)]
pub(super) fn first_of(text: &str, wanted: &[u8]) -> Option<usize> {
    text.bytes().position(|b| wanted.contains(&b))
}

/// The text with others in place of some characters.
#[inline(never)]
pub(super) fn swap(text: &str, from: &[char], to: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if from.contains(&c) {
            out.push_str(to);
        } else {
            out.push(c);
        }
    }
    out
}

/// A text on one line, without runs of blanks.
pub(super) fn one_blank(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_and_replaces() {
        assert_eq!(find("aab", "ab"), Some(1));
        assert_eq!((find("", "a"), find("ä", "äb")), (None, None));
        assert_eq!(cut("x](y", "]("), Some(("x", "y")));
        assert_eq!(first_of("ä>", b"<>"), Some(2));
        assert_eq!(swap("a(b)", &['(', ')'], "-"), "a-b-");
        assert_eq!(lower("ÄẞX"), "äßx");
        assert_eq!(one_blank(" a\n\u{a0} b "), "a b");
    }
}
