//! Texts for programs that do not understand mark-up or typography.

use nachlese_event::{Span, spans};

use super::Site;

/// A text without links, soft hyphens and control characters. All spaces become plain spaces.
///
/// A link becomes its label with the address in brackets, or only its label if the address is not
/// known. Line breaks stay.
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

/// The same with links as Markdown and our own format write them, for fields of other programs that
/// may have them. A link whose address is not known becomes its label.
pub(super) fn marked_up(text: &str, site: &Site) -> String {
    let mut marked = String::with_capacity(text.len());
    for span in spans(text) {
        match span {
            Span::Text(text) => marked.extend(text.chars().filter_map(kept)),
            Span::Link { label, url } => {
                let label = label.chars().filter_map(kept);
                match site.asset(&url) {
                    Some(address) => {
                        marked.push('[');
                        marked.extend(label);
                        marked.extend(["](", &address, ")"]);
                    }
                    None => marked.extend(label),
                }
            }
        }
    }
    marked.trim().to_owned()
}

/// The character to write, if any. XML 1.0 allows hardly any control characters, and programs with
/// their own rules for line breaks show soft hyphens as hyphens.
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
