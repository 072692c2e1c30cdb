//! Which angle brackets are mark-up. People write about code, too: `HashMap<String, Vec<u8>>`,
//! `the element <video>`, `<3` are text.

/// A piece of mark-up, which readers shall not see.
pub(super) struct Tag<'a> {
    /// Where it begins.
    pub(super) start: usize,
    /// Where the text goes on.
    pub(super) end: usize,
    /// What it is, in lower case; `!` for a comment, `script` for one with its content.
    pub(super) name: &'static str,
    /// What it does to the text around it.
    pub(super) sort: Sort,
    /// What stands between the brackets.
    pub(super) inside: &'a str,
    is_pair: bool,
}

/// What a tag does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Parts paragraphs.
    Block,
    /// A block that need not be closed.
    Open,
    /// Never closed.
    Void,
    /// Stands within a line.
    Inline,
    /// A part of pages that titles rather talk about than use.
    Page,
    /// Not for readers, with all that is in it.
    Hidden,
}

impl Tag<'_> {
    pub(super) fn is_end(&self) -> bool {
        self.inside.starts_with('/')
    }

    /// Whether it says more than its name, which nobody writes who means the element.
    fn has_attributes(&self) -> bool {
        self.inside.contains('=')
    }
}

/// The elements that occur in texts.
const NAMES: &[(Sort, &str)] = &[
    (
        Sort::Block,
        "address blockquote center div dl figcaption figure h1 h2 h3 h4 h5 h6 ol pre table ul",
    ),
    (Sort::Open, "dd dt li p tbody td tfoot th thead tr"),
    (Sort::Void, "br hr wbr"),
    (
        Sort::Inline,
        "a abbr acronym b bdi bdo big cite code del dfn em font i iframe img ins kbd mark nobr o:p q s samp \
         small span strike strong sub sup tt u var",
    ),
    (
        Sort::Page,
        "article aside audio button caption col colgroup details embed footer form header input \
         label main nav object picture rp rt ruby section source summary svg time video",
    ),
    (Sort::Hidden, "script style"),
];

/// Finds the mark-up of a text, in its order. One look at each character: texts may be megabytes.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let spans = code_spans(text);
    let mut tags = scan(text, &spans);
    let is_html = |tags: &[Tag<'_>]| {
        let is_block = |tag: &Tag<'_>| tag.is_pair && matches!(tag.sort, Sort::Block | Sort::Open);
        tags.iter().any(|tag| is_block(tag) || tag.has_attributes())
    };
    let is_page = is_html(&tags);
    if is_page && !spans.is_empty() {
        // Backticks are code in Markdown only.
        tags = scan(text, &[]);
    }
    tags.retain(|tag| is_markup(tag, text, is_page));
    tags
}

/// Whether there is an element with its beginning and its end.
pub(super) fn has_pair(text: &str) -> bool {
    tags(text).iter().any(|tag| tag.is_pair && tag.is_end())
}

fn is_markup(tag: &Tag<'_>, text: &str, is_page: bool) -> bool {
    if tag.is_pair || tag.has_attributes() {
        return true;
    }
    // What somebody forgot to open.
    let is_end = tag.is_end() || tag.inside.ends_with('/');
    let before = text[..tag.start].chars().next_back();
    match tag.sort {
        Sort::Void => true,
        Sort::Hidden | Sort::Page => false,
        Sort::Block => is_end || is_page,
        // `Vec<i>`
        Sort::Inline => is_end || is_page && !before.is_some_and(char::is_alphanumeric),
        Sort::Open => is_end || is_page || !is_mentioned(before, &text[tag.end..]),
    }
}

/// Whether a tag stands in a sentence like a word.
fn is_mentioned(before: Option<char>, after: &str) -> bool {
    let is_apart = |c: char| c == ' ' || is_quote(c);
    let begins = after.chars().next();
    before.is_some_and(is_apart) && begins.is_none_or(|c| is_apart(c) || ".,;:!?".contains(c))
}

fn is_quote(c: char) -> bool {
    "\"'„“”‚‘’«»()`".contains(c)
}

/// All tags of known elements outside of the spans; pairs are matched.
fn scan<'a>(text: &'a str, spans: &[(usize, usize)]) -> Vec<Tag<'a>> {
    let mut tags: Vec<Tag<'a>> = Vec::new();
    // The tags that wait for their end, by name.
    let mut open: Vec<(&str, Vec<usize>)> = Vec::new();
    let mut spans = spans.iter().peekable();
    let mut hidden = Hidden::default();
    let mut at = 0;
    while let Some(found) = text[at..].find('<') {
        let start = at + found;
        at = start + 1;
        while spans.next_if(|(_, end)| *end <= start).is_some() {}
        if spans.peek().is_some_and(|(begin, _)| *begin < start) {
            continue;
        }
        let Some(mut tag) = tag(text, start, &mut hidden) else {
            continue;
        };
        at = tag.end;
        if tag.sort == Sort::Hidden && !tag.is_end() {
            let Some(end) = hidden.end(text, tag.end, tag.name) else {
                continue;
            };
            (tag.end, tag.is_pair, at) = (end, true, end);
        } else if !tag.name.starts_with('!') {
            let place = tags.len();
            let same = open.iter_mut().find(|(name, _)| *name == tag.name);
            match same {
                Some((_, waiting)) if tag.is_end() => {
                    if let Some(other) = waiting.pop() {
                        tags[other].is_pair = true;
                        tag.is_pair = true;
                    }
                }
                Some((_, waiting)) => waiting.push(place),
                None if tag.is_end() => {}
                None => open.push((tag.name, vec![place])),
            }
        }
        tags.push(tag);
    }
    tags
}

/// Reads the comment, or the tag of an element that texts contain.
fn tag<'a>(text: &'a str, start: usize, hidden: &mut Hidden) -> Option<Tag<'a>> {
    let rest = &text[start..];
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some(Tag {
            start,
            end: start + 4 + hidden.end_of_comment(comment)?,
            name: "!",
            sort: Sort::Inline,
            inside: "",
            is_pair: true,
        });
    }
    let word = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let length = word
        .bytes()
        .take(12)
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b':')
        .count();
    let (name, after) = word.split_at(length);
    if !after.starts_with([' ', '>', '/', '\t', '\n', '\r']) {
        return None;
    }
    let (name, sort) = known(&name.to_ascii_lowercase())?;
    let length = end_of_tag(rest)?;
    Some(Tag {
        start,
        end: start + length,
        name,
        sort,
        inside: &rest[1..length - 1],
        is_pair: false,
    })
}

fn known(wanted: &str) -> Option<(&'static str, Sort)> {
    NAMES.iter().find_map(|(sort, names)| {
        let name = names.split(' ').find(|name| *name == wanted)?;
        Some((name, *sort))
    })
}

/// How long the tag is. Attributes may hold a `>` in quotation marks.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if quote == Some(byte) => quote = None,
            b'"' | b'\'' if quote.is_none() && before == b'=' => quote = Some(byte),
            b'>' if quote.is_none() => return Some(at + 1),
            b'<' if quote.is_none() => return None,
            _ => {}
        }
        if byte != b' ' {
            before = byte;
        }
    }
    None
}

/// Looks for the ends of what is hidden; where one has none, no later one has.
#[derive(Default)]
struct Hidden {
    is_endless: bool,
    is_endless_comment: bool,
}

impl Hidden {
    fn end_of_comment(&mut self, comment: &str) -> Option<usize> {
        if self.is_endless_comment {
            return None;
        }
        let end = comment.find("-->").map(|length| length + 3);
        self.is_endless_comment = end.is_none();
        end
    }

    fn end(&mut self, text: &str, from: usize, name: &str) -> Option<usize> {
        if self.is_endless {
            return None;
        }
        let mut at = from;
        while let Some(found) = text[at..].find('<') {
            at += found + 1;
            let end = text.get(at + 1..at + 1 + name.len());
            let is_end = text[at..].starts_with('/')
                && end.is_some_and(|end| end.eq_ignore_ascii_case(name));
            if is_end {
                let rest = &text[at..];
                return Some(at + rest.find('>').map_or(rest.len(), |end| end + 1));
            }
        }
        self.is_endless = true;
        None
    }
}

/// Where a line has code between backticks, as Markdown marks it.
fn code_spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    while let Some(found) = text[at..].find(['`', '\n']) {
        at += found;
        let rest = &text[at..];
        let length = rest.len() - rest.trim_start_matches('`').len();
        match open {
            _ if length == 0 => open = None,
            Some((start, marks)) if marks == length => {
                spans.push((start, at + length));
                open = None;
            }
            Some(_) => {}
            None => open = Some((at, length)),
        }
        at += length.max(1);
    }
    spans
}
