//! Texts for programs that know no mark-up and no typography.

use nachlese_event::{Span, spans};

use super::Site;

/// A text without links, soft hyphens and control characters; every blank is a plain one.
///
/// A link becomes its label with the address in brackets, or its label alone where the address
/// is not known. Line breaks stay.
pub(super) fn plain(text: &str, site: &Site) -> String {
    let mut plain = String::with_capacity(text.len());
    for span in spans(text) {
        match span {
            Span::Text(text) => plain.extend(text.chars().filter_map(kept)),
            Span::Link { label, url } => {
                plain.extend(label.chars().filter_map(kept));
                if let Some(address) = site.asset(&url) {
                    plain.extend([" (", &address, ")"]);
                }
            }
        }
    }
    plain.trim().to_owned()
}

/// The character to write: XML 1.0 has none for most control characters, and programs that break
/// lines by their own rules show soft hyphens as they are.
fn kept(c: char) -> Option<char> {
    match c {
        '\n' => Some(c),
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\r' => None,
        '\u{2028}' | '\u{2029}' => Some('\n'),
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_words_and_drops_what_is_only_typography() {
        for (text, expected) in [
            ("Stadt\u{ad}rats\u{ad}hearing", "Stadtratshearing"),
            (
                "Bürger*innen, 10\u{a0}000 \u{202f}€",
                "Bürger*innen, 10 000  €",
            ),
            ("a\u{0}b\u{1b}[2Jc\r\nd", "ab[2Jc\nd"),
            (
                "mehr im [Antrag](https://a.example/1).",
                "mehr im Antrag (https://a.example/1).",
            ),
            ("mehr [hier](b.html).", "mehr hier."),
        ] {
            assert_eq!(plain(text, &Site::unknown()), expected);
        }
    }
}
