//! Running text: plain text whose only mark-up is `[label](https://…)`.
//!
//! No Markdown: a gender star would turn into italics.

use super::Href;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span<'a> {
    /// Plain text.
    Text(&'a str),
    /// A link.
    Link {
        /// What the reader sees.
        label: &'a str,
        /// Where it leads.
        url: Href,
    },
}

/// Splits running text into text and links.
///
/// A link with an unsafe address stays text, so that nothing is lost.
#[must_use]
pub fn spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(open) = rest[from..].find('[').map(|at| from + at) {
        if let Some((label, url, end)) = link_at(&rest[open..]) {
            if open > 0 {
                spans.push(Span::Text(&rest[..open]));
            }
            spans.push(Span::Link { label, url });
            rest = &rest[open + end..];
            from = 0;
        } else {
            from = open + 1;
        }
    }
    if !rest.is_empty() {
        spans.push(Span::Text(rest));
    }
    spans
}

/// Running text without links: each link is replaced by its label.
#[must_use]
pub fn without_links(text: &str) -> String {
    let words = spans(text).into_iter().map(|span| match span {
        Span::Text(text) | Span::Link { label: text, .. } => text,
    });
    words.collect()
}

/// How far to look for the end of an address, in bytes. Longer ones are none: see [`Href::new`].
const LONGEST_ADDRESS: usize = 2_100;

/// Reads `[label](address)` at the start of a text, and returns its length too.
///
/// Looks no further than to the next bracket and [`LONGEST_ADDRESS`], because a text may have a
/// million of them.
fn link_at(text: &str) -> Option<(&str, Href, usize)> {
    let inside = text.strip_prefix('[')?;
    let (label, after) = inside.split_at(inside.find(['[', ']'])?);
    let after = after.strip_prefix("](").filter(|_| !label.is_empty())?;
    let mut bytes = after.bytes().take(LONGEST_ADDRESS);
    let end = bytes.position(|byte| byte == b')')?;
    let url = Href::new(&after[..end]).ok()?;
    Some((label, url, 1 + label.len() + 2 + end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link<'a>(label: &'a str, url: &str) -> Span<'a> {
        Span::Link {
            label,
            url: Href::new(url).unwrap(),
        }
    }

    #[test]
    fn finds_links() {
        assert_eq!(
            spans("Mehr im [Antrag](https://a.example/1) und [hier](b.html)."),
            [
                Span::Text("Mehr im "),
                link("Antrag", "https://a.example/1"),
                Span::Text(" und "),
                link("hier", "b.html"),
                Span::Text("."),
            ]
        );
    }

    #[test]
    fn names_links_by_their_labels() {
        for (text, expected) in [
            (
                "Programm mit [Link](https://a.example/)",
                "Programm mit Link",
            ),
            ("[a](b.html)[c](d.html)", "ac"),
            ("[x] bleibt", "[x] bleibt"),
        ] {
            assert_eq!(without_links(text), expected);
        }
    }

    #[test]
    fn leaves_everything_else_as_it_stands() {
        for text in [
            "Bürger*innen und *Kolleg*innen*",
            "[x] erledigt",
            "a [b](javascript:alert(1)) c",
            "[](https://a.example)",
            "[[doppelt](https://a.example)"[..1].into(),
            "[offen](https://a.example",
            "[ü](",
        ] {
            assert_eq!(spans(text), [Span::Text(text)], "{text}");
        }
        assert_eq!(spans(""), []);
    }

    #[test]
    fn looks_at_each_of_many_brackets_once() {
        for piece in ["[", "]", "[a", "[a]", "[a](", "[](", "[a](b", "[[a](x)"] {
            let text = piece.repeat(100_000 / piece.len());
            assert!(!spans(&text).is_empty(), "{piece}");
        }
    }
}
