//! Events as the tests read and make them.

use std::{collections::BTreeSet, fs};

use serde_json::{Value, json};

use super::{Failure, Outcome, page::Page, site::dist};

/// The id of the event that the page opens by itself.
pub(crate) const HEARING: &str = "ki-stadtratshearing-2024";
/// The id of the sample event.
pub(crate) const SAMPLE: &str = "beispielkonferenz-2026";

/// Reads an event of the bundle.
pub(crate) fn event(id: &str) -> Outcome<Value> {
    let file = dist().join("events").join(id).join("event.json");
    let text = fs::read_to_string(&file)
        .map_err(|error| Failure::new(format!("cannot read {}: {error}", file.display())))?;
    Ok(serde_json::from_str(&text)?)
}

/// The smallest event with a talk.
pub(crate) fn small_event(id: &str) -> Value {
    json!({
        "schemaVersion": 1,
        "id": id,
        "language": "de",
        "title": "Probe",
        "source": { "url": "https://original.example/meldung.html" },
        "talks": [{ "id": "eins", "kind": "talk", "title": "Der erste Vortrag" }],
        "sections": [{ "id": "programm", "type": "talks", "heading": "Programm" }],
    })
}

/// The elements of a list in an event.
pub(crate) fn list<'a>(event: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> {
    event[field].as_array().into_iter().flatten()
}

/// The text of a field that must be there.
pub(crate) fn field<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// The ids of the talks that fit.
pub(crate) fn talks(event: &Value, fits: impl Fn(&Value) -> bool) -> Vec<String> {
    list(event, "talks")
        .filter(|talk| fits(talk))
        .map(|talk| field(talk, "id").to_owned())
        .collect()
}

/// The first talk that can be played from a provider, and the source.
pub(crate) fn talk_from<'a>(event: &'a Value, provider: &str) -> Outcome<(&'a str, &'a Value)> {
    list(event, "talks")
        .find_map(|talk| {
            // The page takes the best source, the first.
            let source = talk["recording"]["sources"].get(0)?;
            (source["provider"] == provider).then(|| (field(talk, "id"), source))
        })
        .ok_or_else(|| Failure::new(format!("the event has no talk from {provider}")))
}

/// The text of a value in a language: a string, or a map by language.
fn in_language<'a>(value: &'a Value, language: &str) -> Option<&'a str> {
    match value {
        Value::String(text) => Some(text),
        Value::Object(texts) => texts.get(language).and_then(Value::as_str),
        _ => None,
    }
}

/// Fields with text for readers.
const TEXTS: [&str; 19] = [
    "abstract",
    "caption",
    "coreMessage",
    "description",
    "heading",
    "honorific",
    "kind",
    "label",
    "motto",
    "name",
    "organization",
    "roleAtEvent",
    "room",
    "summary",
    "text",
    "title",
    "topic",
    "unit",
    "value",
];

/// Everything in an event that a reader must find on the page in a language.
///
/// Left out is what only editors see, and what a photograph says that may not be shown.
pub(crate) fn texts(event: &Value, language: &str) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    collect(event, language, "", &mut texts);
    // What a section tells of a talk, its card does not tell again.
    for talk in list(event, "talks") {
        let is_told = |section: &Value| section["talk"] == talk["id"];
        if list(event, "sections").any(is_told)
            && let Some(text) = in_language(&talk["abstract"], language)
        {
            texts.remove(&shown(text));
        }
    }
    // Links of the event stand in for those of a section without any.
    let is_shown =
        |section: &Value| section["type"] == "links" && list(section, "links").count() == 0;
    if list(event, "sections").count() > 0 && !list(event, "sections").any(is_shown) {
        let mut unused = BTreeSet::new();
        collect(&event["links"], language, "links", &mut unused);
        texts.retain(|text| !unused.contains(text));
    }
    texts
}

fn collect(value: &Value, language: &str, name: &str, texts: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let is_hidden = match field.as_str() {
                    "editorialNotes" | "corrections" | "foreignTerms" | "source" => true,
                    "photo" => value["rightsCleared"] != true,
                    // A title stands in front of a topic; kinds of talks are words of the format.
                    "topic" => fields.contains_key("title"),
                    "kind" => name == "talks",
                    _ => false,
                };
                if is_hidden {
                    continue;
                }
                let is_list_of_texts = matches!(field.as_str(), "paragraphs" | "tags");
                if is_list_of_texts {
                    let list = value.as_array().into_iter().flatten();
                    texts.extend(
                        list.filter_map(|text| in_language(text, language))
                            .map(shown),
                    );
                } else if TEXTS.contains(&field.as_str()) || field == "track" {
                    texts.extend(in_language(value, language).map(shown));
                } else {
                    collect(value, language, field, texts);
                }
            }
        }
        Value::Array(list) => list
            .iter()
            .for_each(|value| collect(value, language, name, texts)),
        _ => {}
    }
}

/// A text as readers see it: links by their label; see [`plain`].
fn shown(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, label, after)) = next_link(rest) {
        shown.push_str(before);
        shown.push_str(label);
        rest = after;
    }
    shown.push_str(rest);
    plain(&shown)
}

fn next_link(text: &str) -> Option<(&str, &str, &str)> {
    let middle = text.find("](")?;
    let open = text[..middle].rfind('[')?;
    let close = middle + text[middle..].find(')')?;
    Some((&text[..open], &text[open + 1..middle], &text[close + 1..]))
}

/// A text without what only typography needs: soft hyphens, joiners, kinds of blanks.
pub(crate) fn plain(text: &str) -> String {
    let is_invisible = |c: &char| {
        matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{2068}' | '\u{2069}'
        )
    };
    let text: String = text.chars().filter(|c| !is_invisible(c)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    /// The page's whole text with its title, as [`plain`] text.
    pub(crate) async fn whole_text(&self) -> Outcome<String> {
        let script =
            "return `${document.title}\n${document.querySelector('[data-nachlese]').textContent}`";
        let text = self.text_of(script).await?;
        Ok(plain(&text))
    }

    /// Opens a talk's recording, and goes on until it waits for consent on its card or can be played
    /// on the stage.
    pub(crate) async fn open_recording(&self, talk: &str) -> Outcome {
        let card = format!("section[data-section=talks] [data-talk='{talk}']");
        let closed = format!("{card} button[aria-expanded=false]");
        if self.count(&closed).await? > 0 {
            self.click(&closed).await?;
        }
        let on_stage = format!(".stage [data-talk='{talk}']");
        self.see(&format!(
            "{card} [data-consent], {on_stage} :is(video, iframe)"
        ))
        .await
    }
}
