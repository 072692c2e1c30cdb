//! HTML in abstracts: tags away, entities decoded, links kept as `[label](https://…)`.

use super::{
    small::{cut, first_of, swap},
    value::one_line,
};
use crate::model::Href;

/// Elements that text may contain. Anything else in angle brackets is what somebody wrote about.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "iframe", "img", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
    "var",
];
const BLOCK: &[&str] = &[
    "blockquote",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Text made of HTML.
pub(super) struct Stripped {
    pub(super) text: String,
    /// Whether there were paragraphs and lists, so that the text is no Markdown.
    pub(super) has_blocks: bool,
}

/// Takes the tags out of a text. One look at each character: texts may be megabytes long.
pub(super) fn strip(html: &str) -> Stripped {
    let mut out = String::with_capacity(html.len());
    let mut has_blocks = false;
    let mut link: Option<(Href, usize)> = None;
    let mut rest = html;
    while let Some(at) = first_of(rest, b"<&") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('&') {
            let (character, length) = entity(rest).unwrap_or(('&', 1));
            // Soft hyphens and their like say nothing once the line breaks are others.
            out.push(if character == '\u{a0}' {
                ' '
            } else {
                character
            });
            rest = &rest[length..];
            continue;
        }
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = cut(after, "-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = first_of(&rest[1..], b"<>").map(|end| end + 1);
        let Some(tag) = end.filter(|end| rest[*end..].starts_with('>')) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        let (whole, inside) = (&rest[..=tag], &rest[1..tag]);
        let is_end = inside.starts_with('/');
        let name = inside.trim_start_matches('/');
        let name = name
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let after = &rest[tag + 1..];
        rest = after;
        if BLOCK.contains(&name.as_str()) {
            has_blocks |= name != "br";
            out.push_str(match name.as_str() {
                "li" if is_end => "",
                "li" => "\n• ",
                "br" | "td" | "th" => "\n",
                _ => "\n\n",
            });
        } else if name == "script" || name == "style" {
            let end = if is_end { None } else { cut(after, "</") };
            rest = end.map_or(if is_end { after } else { "" }, |(_, after)| {
                after.split_once('>').map_or("", |(_, after)| after)
            });
        } else if name == "a" {
            close_link(&mut out, link.take());
            if !is_end {
                link = href(inside).map(|href| (href, out.len()));
            }
        } else if !INLINE.contains(&name.as_str()) {
            let is_address = inside.starts_with("https://") || inside.starts_with("http://");
            let text = if is_address { inside } else { whole };
            out.push_str(text);
        }
    }
    out.push_str(rest);
    close_link(&mut out, link);
    Stripped {
        text: out,
        has_blocks,
    }
}

/// Puts the label since a link's start and its address together.
fn close_link(out: &mut String, link: Option<(Href, usize)>) {
    let Some((href, start)) = link else { return };
    let label = swap(&one_line(&out[start..]), &['[', ']'], "");
    if !label.is_empty() {
        out.truncate(start);
        out.push_str(&linked(&label, &href));
    }
}

/// A link as running text has it.
pub(super) fn linked(label: &str, href: &Href) -> String {
    let url = swap(&swap(href.as_str(), &['('], "%28"), &[')'], "%29");
    format!("[{label}]({url})")
}

/// The address of an `a`, if it is one of the web.
fn href(tag: &str) -> Option<Href> {
    let (_, value) = cut(tag, "href")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let value = match quote {
        Some(quote) => value[1..].split(quote).next()?,
        None => value.split_ascii_whitespace().next()?,
    };
    // In attributes, too, an entity stands for each `&`.
    let mut url = String::new();
    let mut rest = value;
    while let Some((before, after)) = cut(rest, "&amp;") {
        url.push_str(before);
        url.push('&');
        rest = after;
    }
    url.push_str(rest);
    web(&url)
}

/// An absolute address of the web, or of a mailbox.
pub(super) fn web(url: &str) -> Option<Href> {
    Href::new(url).ok().filter(|href| !href.is_relative())
}

/// The named entities that occur in texts; all others are left as they stand.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("ccedil", 'ç'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bdquo", '„'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("euro", '€'),
    ("copy", '©'),
    ("bull", '•'),
    ("middot", '·'),
    ("rarr", '→'),
];

/// Reads `&auml;`, `&#228;` or `&#xe4;` at the start of a text; gives its length too.
fn entity(text: &str) -> Option<(char, usize)> {
    let inner = text.get(1..)?;
    let end = inner.bytes().take(10).position(|b| b == b';')?;
    let name = inner.get(..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok(),
                None => number.parse().ok(),
            };
            char::from_u32(code?).filter(|c| !c.is_control())?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_out_tags_and_decodes_entities() {
        for (html, expected) in [
            (
                "K&uuml;che &amp; Keller&#8230; &unknown; & co",
                "Küche & Keller… &unknown; & co",
            ),
            (
                "a < b > c <template> <https://a.example>",
                "a < b > c <template> https://a.example",
            ),
            ("x<b>fett</b><script>alert(1)</script>y<!-- z -->", "xfetty"),
            (
                "<a class=\"x\" href='https://a.example/?a=1&amp;b=2'>hier\n <b>klicken</b></a>.",
                "[hier klicken](https://a.example/?a=1&b=2).",
            ),
            ("<a href=javascript:alert(1)>x</a>", "x"),
            (
                "<a href=\"https://a.example/x_(y)\">W</a>",
                "[W](https://a.example/x_%28y%29)",
            ),
            ("&#0;&#xd800;&;&", "&#0;&#xd800;&;&"),
            ("<", "<"),
            (
                "<ul><li>eins</li><li>zwei</li></ul>",
                "\n\n\n• eins\n• zwei\n\n",
            ),
        ] {
            assert_eq!(strip(html).text, expected, "{html}");
        }
    }
}
