//! Reads what surrounds an event: place, host, numbers, legal links, source.

use nachlese_event::{
    Attendance, Correction, Host, LanguageTag, Legal, LocalizedText, Source, Venue,
};

use super::{
    cursor::Node,
    json::Json,
    scalar::{boolean, count, href, label, string, tag, text},
    time::date,
};
use crate::advice::advise;

/// Reads the place of an event: a text or an object.
pub(super) fn venue(node: Node<'_>) -> Option<Venue> {
    if is_text(&node) {
        return Some(Venue {
            name: text(node)?,
            address: None,
            url: None,
        });
    }
    node.object(|fields| {
        let name = fields.need("name", text);
        let address = fields.read("address", text);
        let url = fields.read("url", href);
        Some(Venue {
            name: name?,
            address,
            url,
        })
    })
}

/// Reads the host of an event: a text or an object.
pub(super) fn host(node: Node<'_>) -> Option<Host> {
    if is_text(&node) {
        return Some(Host {
            name: label(node)?,
            url: None,
        });
    }
    node.object(|fields| {
        let name = fields.need("name", label);
        let url = fields.read("url", href);
        Some(Host { name: name?, url })
    })
}

/// A map by language tag and an object can be told apart by the fields of the object.
fn is_text(node: &Node<'_>) -> bool {
    match node.json {
        Json::String(_) => true,
        Json::Object(_) => !node.has_any(&["name", "address", "url"]),
        _ => false,
    }
}

/// Reads how many people took part.
pub(super) fn attendance(node: Node<'_>) -> Option<Attendance> {
    node.object(|fields| {
        let label = fields.need("label", label);
        let count = fields.need("count", count);
        let approximate = fields.read("approximate", boolean).unwrap_or_default();
        let unit = fields.read("unit", text);
        Some(Attendance {
            label: label?,
            count: count?,
            approximate,
            unit,
        })
    })
}

/// Reads the article on which the page is based: an address or an object.
pub(super) fn source(node: Node<'_>) -> Option<Source> {
    if matches!(node.json, Json::String(_)) {
        return Some(Source {
            url: href(node)?,
            title: None,
            publisher: None,
            published: None,
        });
    }
    node.object(|fields| {
        let url = fields.need("url", href);
        Some(Source {
            title: fields.read("title", label),
            publisher: fields.read("publisher", label),
            published: fields.read("published", date),
            url: url?,
        })
    })
}

/// Reads the legally required links.
pub(super) fn legal(node: Node<'_>) -> Option<Legal> {
    node.object(|fields| {
        Some(Legal {
            imprint: fields.read("imprint", href),
            privacy: fields.read("privacy", href),
            accessibility: fields.read("accessibility", href),
            contact: fields.read("contact", href),
        })
    })
}

/// Reads a correction: a text, or an object with `text` and `date`.
pub(super) fn correction(node: Node<'_>) -> Option<Correction> {
    if matches!(node.json, Json::String(_)) || !node.has_any(&["text", "date"]) {
        let text = text(node)?;
        return Some(Correction { date: None, text });
    }
    node.object(|fields| {
        let text = fields.need("text", text);
        let date = fields.read("date", date);
        Some(Correction { date, text: text? })
    })
}

/// Reads words from other languages, by language tag.
pub(super) fn foreign_terms(node: Node<'_>) -> Option<Vec<(LanguageTag, Vec<String>)>> {
    if !matches!(node.json, Json::Object(_)) {
        return node.wrong_type("object");
    }
    let terms = node.entries().filter_map(|(name, entry)| {
        let tag = tag(name, &entry)?;
        Some((tag, entry.list(string)?))
    });
    Some(terms.collect())
}

/// Reads words that mean the same.
pub(super) fn synonyms(node: Node<'_>) -> Option<Vec<LocalizedText>> {
    let words = node.list(label)?;
    let path = node.path();
    advise!(node.context, synonyms(&words, &path));
    Some(words)
}
