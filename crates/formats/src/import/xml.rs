//! Turns XML into the tree that JSON is read from, whichever parser reads it.

use nachlese_reader::{
    ParseError,
    json::Json,
    own::{Root, is_xml},
};

use super::html::entity;

/// Parses XML: reports each element, attribute and text to the tree in order, and returns whether
/// the text is well-formed. This is `native_xml` outside of browsers, and the browser's own parser
/// on the page.
///
/// It is called only with texts that define no entities.
pub type XmlParser = fn(&str, &mut Tree) -> bool;

/// The deepest nesting that is read. It is deeper than any programme, and fits on every stack.
const DEEPEST: usize = 60;

/// What a parser has reported so far. An element becomes an object of its attributes and elements,
/// whose names may occur several times. Its texts are fields without a name. An element with
/// nothing but text becomes a text.
#[derive(Debug, Default)]
pub struct Tree {
    open: Vec<(String, Vec<(String, Json)>)>,
    root: Vec<(String, Json)>,
    is_too_deep: bool,
}

impl Tree {
    /// An element begins.
    pub fn open(&mut self, name: &str) {
        self.is_too_deep |= self.open.len() >= DEEPEST;
        self.open.push((name.to_owned(), Vec::new()));
    }

    /// The element has an attribute.
    pub fn attribute(&mut self, name: &str, value: &str) {
        // Declarations say nothing about the programme.
        if !name.starts_with("xmlns") && !name.starts_with("xsi:") {
            self.push(name, Json::String(value.to_owned()));
        }
    }

    /// The element has a text, or a part of one.
    pub fn text(&mut self, text: &str) {
        let fields = self
            .open
            .last_mut()
            .and_then(|(_, fields)| fields.last_mut());
        match fields {
            Some((name, Json::String(before))) if name.is_empty() => before.push_str(text),
            _ => self.push("", Json::String(text.to_owned())),
        }
    }

    /// The element ends.
    pub fn close(&mut self) {
        let Some((name, mut fields)) = self.open.pop() else {
            return;
        };
        // Texts are one piece unless there are elements in between.
        let element = match fields.as_mut_slice() {
            [] => Json::String(String::new()),
            [(field, Json::String(text))] if field.is_empty() => Json::String(std::mem::take(text)),
            _ => {
                fields.retain(|(name, json)| !name.is_empty() || !json.is_blank());
                Json::Object(fields)
            }
        };
        // A tree that is too deep would overflow the stack even when it is freed.
        if !self.is_too_deep {
            self.push(&name, element);
        }
    }

    /// The tree as an object, whose field is the root.
    pub(super) fn into_json(self) -> Json {
        Json::Object(self.root)
    }

    fn push(&mut self, name: &str, json: Json) {
        let fields = self.open.last_mut().map_or(&mut self.root, |(_, it)| it);
        fields.push((name.to_owned(), json));
    }
}

/// Reads XML as an object whose only field is the root element. In a programme this is `schedule`.
pub(super) fn read(text: &str, parse: XmlParser) -> Result<Json, ParseError> {
    let is_ours = is_xml(text)? == Root::Schedule;
    // Characters that XML forbids come from copied abstracts. They must not cost the whole
    // programme.
    let is_forbidden = |c: char| {
        c < ' ' && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let cleaned = text
        .contains(is_forbidden)
        .then(|| text.replace(is_forbidden, " "));
    let text = cleaned.as_deref().unwrap_or(text);
    let parsed = |text: &str| {
        let mut tree = Tree::default();
        let is_well_formed = parse(text, &mut tree);
        let is_whole = tree.open.is_empty() && !tree.root.is_empty();
        (is_well_formed && is_whole && !tree.is_too_deep).then(|| tree.into_json())
    };
    let mended = || is_ours.then(|| with_references(text)).flatten();
    let tree = parsed(text).or_else(|| parsed(&mended()?));
    if let Some(tree) = tree {
        Ok(tree)
    } else if is_ours {
        Err(ParseError::NotXml)
    } else {
        Err(ParseError::Html)
    }
}

/// A text with references that XML has: `&nbsp;` of HTML becomes its character, and an ampersand that
/// begins no reference becomes `&amp;`. `None` if there are none of them.
///
/// Both come from programmes written without a library for XML.
fn with_references(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('&');
    out.push_str(parts.next()?);
    let mut is_any = false;
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        let name = end.and_then(|end| part[end..].starts_with(';').then(|| &part[..end]));
        let is_known = |name: &str| ["amp", "lt", "gt", "quot", "apos"].contains(&name);
        match name {
            Some(name) if is_known(name) || name.starts_with('#') => out.push('&'),
            Some(name) => match entity(&format!("&{name};")) {
                Some((character, _)) => {
                    is_any = true;
                    out.push(character);
                    out.push_str(&part[name.len() + 1..]);
                    continue;
                }
                None => out.push('&'),
            },
            None => {
                is_any = true;
                out.push_str("&amp;");
            }
        }
        out.push_str(part);
    }
    is_any.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_those_of_xml() {
        for (text, expected) in [
            (
                "A&nbsp;B &ouml; &amp; &#39;",
                Some("A\u{a0}B ö &amp; &#39;"),
            ),
            (
                "Q & A, AT&T, a&&b",
                Some("Q &amp; A, AT&amp;T, a&amp;&amp;b"),
            ),
            ("?a=1&b=2", Some("?a=1&amp;b=2")),
            ("&quatsch; &amp; &lt;", None),
            ("nichts", None),
            ("&", Some("&amp;")),
        ] {
            assert_eq!(with_references(text).as_deref(), expected, "{text}");
        }
    }

    fn no_parser(_: &str, tree: &mut Tree) -> bool {
        tree.open("schedule");
        tree.close();
        true
    }

    #[test]
    fn tells_programmes_from_web_pages() {
        for (text, code) in [
            ("<schedule>", ""),
            (
                "<?xml version=\"1.0\"?>\n<!-- by <html> -->\n<schedule a='b'/>",
                "",
            ),
            ("<!DOCTYPE schedule SYSTEM \"x\"><schedule/>", ""),
            (
                "<!DOCTYPE schedule [<!ENTITY a \"b\">]><schedule/>",
                "not-xml",
            ),
            ("<!doctype html><schedule>", ""),
            ("<!doctype html><html>", "html"),
            ("<rss>", ""),
            ("<schedules>", ""),
            ("<?xml version='1.0'?><HTML lang=en>", "html"),
            ("<3", "html"),
            ("<!-- <schedule>", "html"),
            ("<", "html"),
        ] {
            let found = read(text, no_parser).err().map_or("", |error| error.code());
            assert_eq!(found, code, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_too_deep_to_handle() {
        fn deep(_: &str, tree: &mut Tree) -> bool {
            for _ in 0..1_000_000 {
                tree.open("a");
            }
            for _ in 0..1_000_000 {
                tree.close();
            }
            true
        }
        assert_eq!(read("<schedule>", deep).unwrap_err(), ParseError::NotXml);
    }
}
