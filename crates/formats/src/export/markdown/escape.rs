//! Texts that Markdown takes for nothing but text.

use nachlese_event::{Span, spans};

use crate::export::{Site, plain::plain};

/// A text within a line. Its links become links.
pub(super) fn inline(text: &str, site: &Site) -> String {
    let mut written = String::with_capacity(text.len());
    for span in spans(text) {
        match span {
            Span::Text(text) => written.push_str(&escaped(&kept(text, site))),
            Span::Link { label, url } => {
                let address = site.asset(&url);
                let address = address.unwrap_or_else(|| url.as_str().to_owned());
                // An exclamation mark before a link would make a picture of it.
                if written.ends_with('!') {
                    written.insert(written.len() - 1, '\\');
                }
                written.push_str(&link(label, &address));
            }
        }
    }
    written
}

/// A paragraph. Its lines stay lines, and none begins a list, a heading or anything else.
pub(super) fn block(text: &str, site: &Site) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.map(|line| at_start(&inline(line, site)));
    // Two blanks at the end of a line break it.
    lines.collect::<Vec<_>>().join("  \n")
}

/// A link. A label that is only an address must not become a link of its own in it.
pub(super) fn link(label: &str, address: &str) -> String {
    let label = escaped(label.trim());
    let address: String = address
        .chars()
        .map(|c| match c {
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            '\\' => "%5C".to_owned(),
            c => c.to_string(),
        })
        .collect();
    let is_simple = !address.contains(['(', ')']);
    if is_simple {
        format!("[{label}]({address})")
    } else {
        format!("[{label}](<{address}>)")
    }
}

/// What would begin something else at the start of a line is escaped.
pub(super) fn at_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    // „4.“ and „4)“ begin lists, if a blank or nothing follows.
    if (1..10).contains(&digits) && rest.starts_with(['.', ')']) {
        return format!("{}\\{rest}", &line[..digits]);
    }
    // `>`, `*`, `_` and `` ` `` are escaped wherever they are.
    if line.starts_with(['#', '+', '-', '=', '~', '|', ':']) {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// Escapes what means something anywhere.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$'
        ) {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

/// Without signs that are only typography, with the blanks around it.
fn kept(text: &str, site: &Site) -> String {
    let (start, end) = (
        text.starts_with(char::is_whitespace),
        text.ends_with(char::is_whitespace),
    );
    let inner = plain(text, site);
    if inner.is_empty() {
        return if start { " ".to_owned() } else { String::new() };
    }
    let blank = |has: bool| if has { " " } else { "" };
    format!("{}{inner}{}", blank(start), blank(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (text, expected) in [
            ("Bürger*innen & _Wir_", "Bürger\\*innen \\& \\_Wir\\_"),
            ("# Nummer", "\\# Nummer"),
            ("4. Platz", "4\\. Platz"),
            ("2026) ", "2026\\)"),
            ("- Pause -", "\\- Pause -"),
            ("+1", "\\+1"),
            ("===", "\\==="),
            ("> Zitat", "\\> Zitat"),
            ("    Code", "Code"),
            ("a\n---\nb", "a  \n\\---  \nb"),
            ("<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"),
            ("Ja![Bild](x)", "Ja\\![Bild](x)"),
            ("`x` ~~y~~ |", "\\`x\\` \\~\\~y\\~\\~ \\|"),
            ("Stadt\u{ad}rat", "Stadtrat"),
            (
                "mehr [im *Netz*](https://a.example/x_(y) hier",
                "mehr [im \\*Netz\\*](<https://a.example/x_(y>) hier",
            ),
            ("mehr [hier](b.html)", "mehr [hier](b.html)"),
        ] {
            assert_eq!(block(text, &Site::unknown()), expected, "{text}");
        }
    }
}
