//! Mark-up that the page shows as it is: it knows links, `[label](https://…)`, and nothing else.

use nachlese_event::{
    Span,
    problem::{Advice, Markup},
    spans,
};

/// Fields in which an address is right: the label of a link is one, and programs read a licence.
const LABELS: &[&str] = &["label", "licence"];

/// The longest piece that is looked for, in bytes. Whatever is further apart does not belong together.
const LONGEST: usize = 300;

/// Elements that stand alone, or whose end people leave out.
const ALONE: &[&str] = &["br", "hr", "li", "p", "wbr"];

const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "center",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "iframe",
    "img",
    "mark",
    "ol",
    "pre",
    "s",
    "script",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "u",
    "ul",
];

/// Named characters of HTML that programs write into texts.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("shy", ""),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("agrave", "à"),
    ("ccedil", "ç"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("bdquo", "„"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("bull", "•"),
    ("middot", "·"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("euro", "€"),
    ("deg", "°"),
    ("sect", "§"),
    ("times", "×"),
];

/// Looks for mark-up and addresses in a text. Of each, the first is told.
pub(super) fn check(text: &str, field: &str) -> Vec<Advice> {
    // Most texts have none of these signs.
    if !text.contains(['*', '_', '#', '<', '&', ':', '.']) {
        return Vec::new();
    }
    let spans = spans(text);
    let pieces = || {
        spans.iter().map(|span| match span {
            Span::Text(text) | Span::Link { label: text, .. } => *text,
        })
    };
    let mut found = Vec::from_iter(pieces().find_map(markup));
    // `<a href="https://…">` is one slip.
    let is_tag = |advice: &Advice| matches!(advice, Advice::RawMarkup { found, .. } if found.contains("://"));
    if !LABELS.contains(&field) && !found.iter().any(is_tag) {
        let mut plain = spans.iter().filter_map(|span| match span {
            Span::Text(text) => Some(*text),
            Span::Link { .. } => None,
        });
        found.extend(plain.find_map(address));
    }
    found
}

/// The last place up to `most`, in bytes, at which a character begins or the text ends.
fn boundary(text: &str, most: usize) -> usize {
    let places = (0..=most.min(text.len())).rev();
    let mut places = places.filter(|at| text.is_char_boundary(*at));
    places.next().unwrap_or_default()
}

fn markup(text: &str) -> Option<Advice> {
    let marked = |(found, better), markup| Advice::RawMarkup {
        found,
        markup,
        better,
    };
    tag(text)
        .map(|found| marked(found, Markup::Tag))
        .or_else(|| entity(text).map(|found| marked(found, Markup::Entity)))
        .or_else(|| {
            let found = wrapped(text, "**").or_else(|| wrapped(text, "__"));
            let found = found
                .or_else(|| wrapped(text, "_"))
                .or_else(|| heading(text));
            found.map(|found| marked(found, Markup::Markdown))
        })
}

/// `**bold**`, `__bold__` and `_slanted_`, with what is between the signs.
///
/// The signs stand at the edges of words: a gender star is within one, as is the `_` of `a_b`, and
/// `2 ** 3` has spaces around it. `__init__` is a word of programmers.
fn wrapped(text: &str, sign: &str) -> Option<(String, String)> {
    let mark = sign.chars().next()?;
    let mut from = 0;
    while let Some(open) = text[from..].find(sign).map(|at| from + at) {
        let start = open + sign.len();
        from = start;
        let before = text[..open].chars().next_back();
        let first = text[start..].chars().next();
        let opens = before.is_none_or(is_outside) && first.is_some_and(|c| is_inside(c, mark));
        if !opens {
            // All of a longer row of signs.
            from += text[start..].len() - text[start..].trim_start_matches(mark).len();
            continue;
        }
        let end = start + boundary(&text[start..], LONGEST);
        let Some(length) = text[start..end].find(sign) else {
            continue;
        };
        let (inner, after) = (
            &text[start..start + length],
            &text[start + length + sign.len()..],
        );
        let last = inner.chars().next_back();
        let closes =
            last.is_some_and(|c| is_inside(c, mark)) && after.chars().next().is_none_or(is_outside);
        let is_name = sign == "__" && !inner.contains(char::is_whitespace);
        if closes && !is_name && !inner.contains('\n') {
            return Some((format!("{sign}{inner}{sign}"), inner.to_owned()));
        }
    }
    None
}

fn is_outside(c: char) -> bool {
    c.is_whitespace() || "([{„“”‚‘’»«\"'.,;:!?)]}–—-…".contains(c)
}

fn is_inside(c: char, mark: char) -> bool {
    !c.is_whitespace() && c != mark
}

/// `# heading` at the beginning of a line.
fn heading(text: &str) -> Option<(String, String)> {
    text.lines().find_map(|line| {
        let line = line.trim();
        let words = line.trim_start_matches('#');
        let count = line.len() - words.len();
        let title = words.strip_prefix(' ')?.trim();
        let is_title = title.starts_with(char::is_alphabetic);
        ((1..=6).contains(&count) && is_title).then(|| (line.to_owned(), title.to_owned()))
    })
}

/// `<b>bold</b>`, `<br>`, `<a href="…">`. An element that is only talked about has neither an end nor
/// attributes.
fn tag(text: &str) -> Option<(String, String)> {
    let mut rest = text;
    // How many of the same are looked for further on.
    let mut most = 20;
    while let Some(open) = rest.find('<') {
        let here = &rest[open..];
        rest = &here[1..];
        let inside = &here[..boundary(here, LONGEST)];
        let Some(end) = inside.find('>') else {
            continue;
        };
        let inner = inside[1..end].trim_end_matches('/').trim();
        let (is_end, inner) = match inner.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, inner),
        };
        let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        let name = name.to_ascii_lowercase();
        let is_alone = ALONE.contains(&&*name);
        if !is_alone && !ELEMENTS.contains(&&*name) {
            continue;
        }
        let closing = format!("</{name}>");
        let is_marked = is_alone || is_end || attributes.contains('=') || {
            most -= 1;
            most > 0 && here.to_ascii_lowercase().contains(&closing)
        };
        if is_marked {
            return Some((here[..=end].to_owned(), String::new()));
        }
    }
    None
}

/// `&amp;`, `&#8211;`
fn entity(text: &str) -> Option<(String, String)> {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let here = &rest[at + 1..];
        rest = here;
        let near = &here[..boundary(here, 10)];
        let Some(name) = near.find(';').map(|end| &near[..end]) else {
            continue;
        };
        if let Some(sign) = character(name) {
            return Some((format!("&{name};"), sign));
        }
    }
    None
}

fn character(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        let known = ENTITIES.iter().find(|(known, _)| *known == name);
        return known.map(|(_, sign)| (*sign).to_owned());
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(number) => u32::from_str_radix(number, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
        .filter(|c| !c.is_control())
        .map(String::from)
}

/// `https://…` or `www.…`.
fn address(text: &str) -> Option<Advice> {
    ["https://", "http://", "www."]
        .into_iter()
        .find_map(|start| {
            let (at, _) = text.match_indices(start).find(|(at, _)| {
                let before = text[..*at].chars().next_back();
                let after = text[at + start.len()..].chars().next();
                !before.is_some_and(|c| c.is_alphanumeric() || "/@.-".contains(c))
                    && after.is_some_and(char::is_alphanumeric)
            })?;
            let ends = |c: char| c.is_whitespace() || "<>\"„“”»«)]}".contains(c);
            let url = text[at..].split(ends).next().unwrap_or_default();
            let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']);
            let host = &url[start.len().min(url.len())..];
            (start != "www." || host.contains('.')).then(|| Advice::BareAddress {
                url: url.to_owned(),
            })
        })
}
