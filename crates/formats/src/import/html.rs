//! HTML in texts: removes tags, decodes entities, keeps links as `[label](https://…)`.

mod entity;
mod tag;

use nachlese_event::Href;

pub(super) use self::entity::entity;
use self::{
    entity::{escaped, is_escaped_twice},
    tag::{Sort, has_pair, tags},
};

/// Text made from HTML.
pub(super) struct Stripped {
    pub(super) text: String,
    /// Whether there were paragraphs and lists, so that the text is not Markdown.
    pub(super) has_blocks: bool,
    /// Whether there is code, which may contain tags as text.
    has_code: bool,
}

/// Removes the mark-up from a text. Links stay, in the form of running text.
pub(super) fn strip(html: &str) -> Stripped {
    let html = body(html);
    let first = stripped(html, true);
    // Within HTML, pairs of escaped tags are mark-up that was escaped once too often.
    if first.has_blocks && !first.has_code && has_pair(&first.text) {
        let again = stripped(&first.text, true);
        return Stripped {
            has_blocks: true,
            ..again
        };
    }
    first
}

/// What a whole page shows, as programs for mail and calendars write it. Any other text stays whole:
/// it may be about `<head>` and `<body>`.
fn body(html: &str) -> &str {
    let start = html.trim_start();
    let begins = |tag: &&str| {
        let begin = start.get(..tag.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(tag))
    };
    if !["<!doctype html", "<html"].iter().any(begins) {
        return html;
    }
    let small = html.to_ascii_lowercase();
    let after = |tag: &str| {
        let at = small.find(tag)?;
        Some(at + small[at..].find('>')? + 1)
    };
    let begin = ["<body", "</head", "<html", "<!doctype"];
    let begin = begin.into_iter().find_map(after).unwrap_or_default();
    let end = ["</body", "</html"].into_iter();
    let end = end
        .filter_map(|tag| small.rfind(tag))
        .find(|end| *end >= begin);
    &html[begin..end.unwrap_or(html.len())]
}

/// Makes one line of a text without links: a title, a name, the name of a room.
pub(super) fn line(html: &str) -> String {
    // Most are plain, and there are many.
    if !html.contains(['<', '&']) && !html.contains(says_nothing) {
        return one_blank(html);
    }
    one_blank(&stripped(html, false).text)
}

/// A text on one line, without runs of blanks.
fn one_blank(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ")
}

/// Whether a character is none that readers see: control characters, marks of the order of bytes,
/// and hints where a line may break, which lines that are broken elsewhere need not keep. Joiners
/// shape letters and emoji, and stay.
fn says_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
        || c.is_control() && !c.is_whitespace()
}

fn stripped(html: &str, has_links: bool) -> Stripped {
    let mut out = String::with_capacity(html.len());
    let (mut has_blocks, mut has_code) = (false, false);
    let mut link: Option<(Href, usize)> = None;
    let is_twice = is_escaped_twice(html);
    let mut at = 0;
    for tag in tags(html) {
        decode(&html[at..tag.start], is_twice, &mut out);
        at = tag.end;
        let is_end = tag.is_end();
        has_code |= matches!(tag.name, "code" | "pre" | "samp" | "kbd" | "tt");
        match tag.sort {
            Sort::Inline if tag.name == "a" && has_links => {
                close_link(&mut out, link.take());
                if !is_end {
                    link = href(tag.inside).map(|href| (href, out.len()));
                }
            }
            Sort::Inline | Sort::Hidden => {}
            Sort::Void if tag.name == "wbr" => {}
            Sort::Void => {
                has_blocks |= tag.name != "br";
                out.push('\n');
            }
            Sort::Page => out.push(' '),
            Sort::Block | Sort::Open => {
                has_blocks = true;
                out.push_str(match tag.name {
                    "li" if is_end => "",
                    "li" => "\n• ",
                    "td" | "th" => "\n",
                    _ => "\n\n",
                });
            }
        }
    }
    decode(&html[at..], is_twice, &mut out);
    close_link(&mut out, link);
    Stripped {
        text: out,
        has_blocks,
        has_code,
    }
}

/// Adds a text without mark-up.
fn decode(text: &str, is_twice: bool, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<']) {
        push(&rest[..at], out);
        rest = &rest[at..];
        let (text, length) = special(rest, is_twice);
        push(&text, out);
        rest = &rest[length..];
    }
    push(rest, out);
}

/// What an ampersand or a bracket at the start of a text means, and how long it is.
fn special(rest: &str, is_twice: bool) -> (String, usize) {
    if is_twice && let Some((character, length)) = entity(&escaped(rest)) {
        return (character.into(), length + 4);
    }
    if let Some((character, length)) = entity(rest) {
        return (character.into(), length);
    }
    // `<https://…>` is Markdown for an address.
    if let Some(inside) = rest.strip_prefix('<')
        && (inside.starts_with("https://") || inside.starts_with("http://"))
        && let Some(end) = inside
            .find(['<', '>', ' ', '\n'])
            .filter(|end| inside[*end..].starts_with('>'))
    {
        return (inside[..end].to_owned(), end + 2);
    }
    (rest[..1].to_owned(), 1)
}

fn push(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\u{a0}' => out.push(' '),
            // What word processors and others write for a new line within a paragraph.
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => out.push('\n'),
            '\u{2029}' => out.push_str("\n\n"),
            _ if says_nothing(c) => {}
            c => out.push(c),
        }
    }
}

/// Combines the label since a link's start with its address.
fn close_link(out: &mut String, link: Option<(Href, usize)>) {
    let Some((href, start)) = link else { return };
    let label = one_blank(&out[start..]).replace(['[', ']'], "");
    if !label.is_empty() {
        out.truncate(start);
        out.push_str(&linked(&label, &href));
    }
}

/// A link in the form of running text.
pub(super) fn linked(label: &str, href: &Href) -> String {
    let url = href.as_str().replace('(', "%28").replace(')', "%29");
    format!("[{label}]({url})")
}

/// The address of an `a` element, if it is a web address.
fn href(tag: &str) -> Option<Href> {
    let (_, value) = tag.split_once("href")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let value = match quote {
        Some(quote) => value[1..].split(quote).next()?,
        None => value.split_ascii_whitespace().next()?,
    };
    // In attributes, too, an entity stands for each `&`.
    web(&value.replace("&amp;", "&"))
}

/// An absolute web address, or a mail address.
pub(super) fn web(url: &str) -> Option<Href> {
    Href::new(url).ok().filter(|href| !href.is_relative())
}

#[cfg(test)]
mod tests;
