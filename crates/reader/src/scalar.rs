//! Reads single values. If one is wrong, its function reports that and returns `None`.

use nachlese_event::{Href, Id, Identified, LanguageTag, LocalizedText, problem::Finding};

use super::{
    cursor::{Fields, Node},
    json::Json,
    near::near,
};
use crate::advice::advise;

/// Reads a text in one language.
pub(crate) fn string(node: Node<'_>) -> Option<String> {
    match node.as_str() {
        Some(text) => Some(text.to_owned()),
        None => node.wrong_type("text"),
    }
}

/// Reads a text, or a map of texts by language tag.
pub(crate) fn text(node: Node<'_>) -> Option<LocalizedText> {
    if let Some(text) = node.as_str() {
        return Some(LocalizedText::plain(text));
    }
    if !matches!(node.json, Json::Object(_)) {
        return node.wrong_type("text");
    }
    let variants = node.entries().filter_map(|(name, entry)| {
        let tag = tag(name, &entry)?;
        Some((tag, string(entry)?))
    });
    LocalizedText::by_language(variants.collect())
}

/// Reads a text that is shown inside links and as a name, and therefore must not contain links.
pub(crate) fn label(node: Node<'_>) -> Option<LocalizedText> {
    text(node).inspect(|text| check_label(&node, text))
}

/// Reads a field that holds a [`main_text`] without links.
pub(crate) fn main_label(fields: &Fields<'_>, name: &'static str) -> Option<LocalizedText> {
    fields.read(name, |node| {
        main_text(node, None).inspect(|text| check_label(&node, text))
    })
}

/// Reports links in a text that must not contain any.
pub(crate) fn check_label(node: &Node<'_>, text: &LocalizedText) {
    let path = node.path();
    advise!(node.context, no_links(text, &path));
}

/// Reads a text that the page needs in the event's language. `spoken` is another language that is
/// enough.
pub(crate) fn main_text(node: Node<'_>, spoken: Option<&LanguageTag>) -> Option<LocalizedText> {
    let text = text(node)?;
    if let Some(language) = node.context.language() {
        let path = node.path();
        advise!(node.context, translation(&text, language, spoken, &path));
    }
    Some(text)
}

/// Reads a field that holds a [`main_text`].
pub(crate) fn main(fields: &Fields<'_>, name: &'static str) -> Option<LocalizedText> {
    fields.read(name, |node| main_text(node, None))
}

/// Reads a list of texts. A single text counts as a list of one.
pub(crate) fn texts(node: Node<'_>) -> Option<Vec<LocalizedText>> {
    match node.json {
        Json::List(_) => node.list(|item| main_text(item, None)),
        _ => Some(vec![main_text(node, None)?]),
    }
}

/// Reads `true` or `false`.
pub(crate) fn boolean(node: Node<'_>) -> Option<bool> {
    match node.json {
        Json::Bool(value) => Some(*value),
        _ => node.wrong_type("true or false"),
    }
}

/// Reads a whole number from 0 on.
pub(crate) fn whole(node: Node<'_>) -> Option<u64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be whole and within the range"
    )]
    match *node.json {
        Json::Number(n) if n >= 0.0 && n.fract() == 0.0 && n < 9e15 => Some(n as u64),
        _ => node.wrong_type("whole number"),
    }
}

/// Reads a whole number of a usual size.
pub(crate) fn count(node: Node<'_>) -> Option<u32> {
    let number = whole(node)?;
    u32::try_from(number)
        .ok()
        .or_else(|| node.wrong_type("whole number"))
}

/// Reads an address and checks it.
pub(crate) fn href(node: Node<'_>) -> Option<Href> {
    let url = string(node)?;
    match Href::new(&url) {
        Ok(href) => Some(href),
        Err(reason) => {
            node.report(Finding::UnsafeUrl { url, reason });
            None
        }
    }
}

/// Reads an id.
pub(crate) fn id<T: Identified>(node: Node<'_>) -> Option<Id<T>> {
    let value = string(node)?;
    let id = Id::new(&value).ok();
    if id.is_none() {
        node.report(Finding::InvalidId { value });
    }
    id
}

/// Reads a language tag.
pub(crate) fn language(node: Node<'_>) -> Option<LanguageTag> {
    tag(&string(node)?, &node)
}

/// Checks a language tag, which may be a value or a field name.
pub fn tag(text: &str, node: &Node<'_>) -> Option<LanguageTag> {
    let tag = LanguageTag::new(text).ok();
    if tag.is_none() {
        let value = text.to_owned();
        node.report(Finding::InvalidLanguage { value });
    }
    tag
}

/// Reads one of the format's words.
pub(crate) fn word<T>(
    node: Node<'_>,
    allowed: &'static [&'static str],
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let value = string(node)?;
    let known = read(&value);
    if known.is_none() {
        report_unknown(&node, value, allowed);
    }
    known
}

/// Reports a word that is not allowed.
pub(crate) fn report_unknown(node: &Node<'_>, value: String, allowed: &'static [&'static str]) {
    let suggestion = near(&value, allowed.iter().copied());
    node.report(Finding::UnknownValue {
        value,
        allowed,
        suggestion,
    });
}
