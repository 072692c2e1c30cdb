//! Reads single values in all the forms that other programs write.

use nachlese_event::{LanguageTag, LocalizedText};
use nachlese_reader::{
    cursor::Node,
    json::{Json, shown},
    scalar,
};

use super::html;

/// A text by language. `None` is the event's language.
pub(super) type Texts = Vec<(Option<LanguageTag>, String)>;

/// Reads a text. Also accepts a number, and an element with attributes.
pub(super) fn word(node: Node<'_>) -> Option<String> {
    let text = match node.json {
        Json::String(text) => text.trim().to_owned(),
        Json::Number(number) => shown(*number),
        json @ Json::Object(_) if node.has_elements() => {
            let mut text = String::new();
            flatten(json, &mut text);
            text.trim().to_owned()
        }
        _ => return node.wrong_type("text"),
    };
    Some(text).filter(|text| !text.is_empty())
}

/// Reads a short text and cleans it.
pub(super) fn short(node: Node<'_>) -> Option<String> {
    let text = one_line(&word(node)?);
    Some(text).filter(|text| !text.is_empty())
}

/// The texts in an element: its own and those of inner elements, which unescaped HTML has.
fn flatten(json: &Json, out: &mut String) {
    match json {
        Json::String(text) => out.push_str(text),
        Json::Object(fields) => {
            // Attributes come first, so fields before the first text are not elements.
            let start = fields.iter().position(|(name, _)| name.is_empty());
            let inner = &fields[start.unwrap_or_default()..];
            for (name, json) in inner {
                let is_block = BLOCKS.contains(&name.as_str());
                let before = if is_block { "\n\n" } else { "" };
                out.push_str(if name == "br" { "\n" } else { before });
                flatten(json, out);
                out.push_str(before);
            }
        }
        _ => {}
    }
}

/// Elements of HTML that part words.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
];

/// Reads `true` or `false`, also as a text.
pub(super) fn is_true(node: Node<'_>) -> bool {
    match node.json {
        Json::Bool(value) => *value,
        Json::String(text) => matches!(text.trim(), "true" | "True" | "1" | "yes"),
        _ => false,
    }
}

/// Reads a text or a map of texts by language, and cleans each.
pub(super) fn texts(node: Node<'_>, clean: fn(&str) -> String) -> Texts {
    let mut texts = Texts::new();
    if matches!(node.json, Json::Object(_)) && !node.has_elements() {
        for (name, entry) in node.entries() {
            if let (Some(tag), Some(text)) = (scalar::tag(name, &entry), word(entry)) {
                texts.push((Some(tag), clean(&text)));
            }
        }
    } else if let Some(text) = word(node) {
        texts.push((None, clean(&text)));
    }
    texts.retain(|(_, text)| !text.is_empty());
    texts
}

/// Reads a text of one line.
pub(super) fn line(node: Node<'_>) -> Option<LocalizedText> {
    LocalizedText::of_variants(texts(node, one_line))
}

/// A short text as readers see it: one line, without mark-up and character references.
///
/// All titles, names and labels of other programs' files go through this function.
pub(super) fn one_line(text: &str) -> String {
    html::line(text)
}

/// Puts two texts together, language by language.
pub(super) fn join(first: Texts, second: Texts, put: fn(&str, &str) -> String) -> Texts {
    let mut joined = first;
    for (tag, text) in second {
        match joined.iter_mut().find(|(known, _)| *known == tag) {
            Some((_, before)) => *before = put(before, &text),
            None => joined.push((tag, text)),
        }
    }
    joined
}
