//! What a page tells search engines: a graph with the vocabulary of schema.org, as JSON-LD 1.1.
//!
//! The event with its items (`subEvent`), who took part (`performer`; moderators are
//! `contributor`), published recordings (`recordedIn`) and their chapters (`hasPart`). Things have
//! the ids `urn:uuid:…`, the same on every page. Unknown addresses are left out.
//!
//! Vocabulary: <https://schema.org>, compared on 2026-11-24 with the package schema-dts 2.1.0.

mod node;
mod people;
mod programme;
mod recording;

use std::fmt::Write;

use nachlese_event::Talk;
use serde_json::{Value, json};

use self::node::Node;
use super::Edition;

/// The graph of the event's page.
#[must_use]
pub fn event_page(edition: &Edition<'_>) -> Value {
    let event = programme::event(edition);
    let people = edition.event.people.iter();
    let people = people.map(|person| people::person(edition, person));
    graph([event].into_iter().chain(people))
}

/// The graph of a talk's page, with the path to it from the event's page.
#[must_use]
pub fn talk_page(edition: &Edition<'_>, talk: &Talk) -> Value {
    let within = programme::brief_event(edition);
    let item = programme::whole_talk(edition, talk).with("superEvent", within);
    let people = edition.people(talk).into_iter();
    let people = people.map(|(person, _)| people::person(edition, person));
    let nodes = breadcrumbs(edition, talk).into_iter().chain([item]);
    graph(nodes.chain(people))
}

/// A graph as the text of `<script type="application/ld+json">`.
///
/// Characters that could end the element or begin a comment are written as `\u…`, so the text is
/// safe in HTML whatever the event contains.
#[must_use]
pub fn script_text(graph: &Value) -> String {
    let text = graph.to_string();
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Outside of strings JSON has none of these.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                // Writing to a string does not fail.
                write!(safe, "\\u{:04x}", u32::from(c)).ok();
            }
            c => safe.push(c),
        }
    }
    safe
}

fn graph(nodes: impl IntoIterator<Item = Node>) -> Value {
    let nodes: Vec<Value> = nodes.into_iter().map(Value::from).collect();
    json!({"@context": "https://schema.org", "@graph": nodes})
}

/// The path to a talk. Its steps need addresses.
fn breadcrumbs(edition: &Edition<'_>, talk: &Talk) -> Option<Node> {
    let step = |position: u8, name: String, page: String| {
        let step = Node::new("ListItem")
            .with("position", position)
            .with("name", name)
            .with("item", page);
        Value::from(step)
    };
    let event = edition.line(&edition.event.title);
    let page = edition.site.event_page()?.to_owned();
    let steps = vec![
        step(1, event, page),
        step(2, edition.called(talk), edition.site.talk_page(&talk.id)?),
    ];
    Some(Node::new("BreadcrumbList").with("itemListElement", steps))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cannot_leave_its_script_element() {
        let graph = json!({"name": "</script><!-- & \u{2028}ü \"x\""});
        let text = script_text(&graph);
        assert_eq!(
            text,
            r#"{"name":"\u003c/script\u003e\u003c!-- \u0026 \u2028ü \"x\""}"#
        );
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), graph);
    }
}
