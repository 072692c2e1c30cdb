//! Reads the event itself.

use std::collections::BTreeSet;

use nachlese_event::{
    Event, EventId, ForeignTerms, LanguageTag, LocalizedText, Person, SCHEMA_VERSION, Section,
    SectionKind, Talk, problem::Finding,
};

use super::{
    ParseError,
    context::Context,
    cursor::{Fields, Node},
    ids::Ids,
    json::{Json, shown},
    link::link,
    organisation::{attendance, correction, foreign_terms, host, legal, source, synonyms, venue},
    person::person,
    playlist::playlist,
    scalar::{id, label, language, main, main_label, string, text},
    section::section,
    talk::talk,
    time::{date, when},
};
use crate::advice::advise;

/// Checks that a document is an event that this program can read.
///
/// # Errors
/// [`ParseError`] if it is not an event, or has a later version.
pub fn check(json: &Json) -> Result<(), ParseError> {
    let found = json.kind();
    if !["title", "talks", "sections", "people"]
        .iter()
        .any(|name| json.get(name).is_some())
    {
        return Err(ParseError::NotAnEvent { found });
    }
    if let Some(version) = json.get("schemaVersion").and_then(version)
        && version > u64::from(SCHEMA_VERSION)
    {
        return Err(ParseError::TooNew { version });
    }
    Ok(())
}

/// What was read before the rest of the document. Empty if the document is read as a whole.
#[derive(Default)]
pub(super) struct Before {
    pub(super) ids: Ids,
    /// The ids of people.
    pub(super) known: BTreeSet<String>,
    pub(super) people: Vec<Person>,
    pub(super) talks: Vec<Talk>,
    /// The findings so far.
    pub(super) context: Context,
}

/// Tells the context what talks need to know about the event. Findings are dropped here, because
/// they are made again later.
pub(super) fn talks_stand_on(node: Node<'_>) {
    node.object(|fields| {
        node.context.set_language(&event_language(fields));
        node.context.set_when(when(fields));
        Some(())
    });
}

/// Reads the whole document, or the rest of it. Returns `None` only if it is not an object.
pub(super) fn event(node: Node<'_>, before: Before) -> Option<Event> {
    let Before {
        mut ids,
        mut known,
        mut people,
        mut talks,
        context,
    } = before;
    node.object(|fields| {
        // A field for text editors. Its address means nothing to this program.
        fields.get("$schema");
        check_version(fields);
        let language = event_language(fields);
        node.context.set_language(&language);
        let title = main_label(fields, "title");
        let id = event_id(fields)?;
        let title = title.unwrap_or_else(|| {
            node.report(Finding::MissingField { field: "title" });
            LocalizedText::plain(id.as_str())
        });
        let when = when(fields);
        node.context.set_when(when);
        Some(Event {
            schema_version: SCHEMA_VERSION,
            kind: fields.read("kind", label),
            motto: fields.read("motto", text),
            summary: main(fields, "summary"),
            figure: fields.read("figure", super::figure::figure),
            published: fields.read("published", date),
            time_zone: fields.read("timeZone", string),
            venue: fields.read("venue", venue),
            host: fields.read("host", host),
            attendance: fields.list("attendance", attendance),
            source: fields.read("source", source),
            podcast_category: fields.read("podcastCategory", category),
            links: fields.list("links", link),
            legal: fields.read("legal", legal).unwrap_or_default(),
            easy_language: fields.read("easyLanguage", link),
            sign_language: fields.read("signLanguage", link),
            foreign_terms: fields
                .read("foreignTerms", foreign_terms)
                .map(ForeignTerms)
                .unwrap_or_default(),
            synonyms: fields.list("synonyms", synonyms),
            people: {
                node.context.take_over(context);
                people.extend(fields.list("people", |node| person(node, &mut known)));
                people
            },
            talks: {
                talks.extend(fields.list("talks", |node| talk(node, &mut ids)));
                talks
            },
            playlists: fields.list("playlists", playlist),
            sections: sections(fields, &mut ids),
            editorial_notes: fields.list("editorialNotes", |node| note(node, &language)),
            corrections: fields.list("corrections", correction),
            id,
            language,
            title,
            when,
        })
    })
}

fn category(node: Node<'_>) -> Option<String> {
    let category = string(node)?;
    let path = node.path();
    advise!(node.context, podcast_category(&category, &path));
    Some(category)
}

/// Versions that are too new were refused before; see [`super::parse`].
fn check_version(fields: &Fields<'_>) {
    let field = "schemaVersion";
    let Some(node) = fields.get(field) else {
        fields.node.report(Finding::MissingField { field });
        return;
    };
    match version(node.json) {
        Some(1) if matches!(node.json, Json::Number(_)) => {}
        Some(1) => {
            node.wrong_type::<()>("whole number");
        }
        _ => node.report(Finding::UnknownValue {
            value: match node.json {
                Json::Number(number) => shown(*number),
                Json::String(text) => text.clone(),
                other => other.kind().to_owned(),
            },
            allowed: &["1"],
            suggestion: None,
        }),
    }
}

/// The version that a file names, as a number or as a text.
fn version(json: &Json) -> Option<u64> {
    match json {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and positive; beyond the range it stays the largest number"
        )]
        Json::Number(number) if *number >= 0.0 && number.fract() == 0.0 => Some(*number as u64),
        Json::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn event_language(fields: &Fields<'_>) -> LanguageTag {
    fields.need("language", language).unwrap_or_else(|| {
        let tags = match fields.node.json.get("title") {
            Some(Json::Object(variants)) => variants.as_slice(),
            _ => &[],
        };
        let mut tags = tags
            .iter()
            .filter_map(|(tag, _)| LanguageTag::new(tag).ok());
        tags.next().unwrap_or_else(LanguageTag::german)
    })
}

fn event_id(fields: &Fields<'_>) -> Option<EventId> {
    let given = fields.need("id", id);
    given.or_else(|| EventId::new("event").ok())
}

fn sections(fields: &Fields<'_>, ids: &mut Ids) -> Vec<Section> {
    let mut has_programme = false;
    let mut number = 0;
    fields.list("sections", |node| {
        number += 1;
        let section = section(node, number, ids)?;
        // Two lists of the same talks would have the same ids.
        if section.kind == SectionKind::Talks && std::mem::replace(&mut has_programme, true) {
            node.report(Finding::RepeatedSection { kind: "talks" });
            return None;
        }
        Some(section)
    })
}

fn note(node: Node<'_>, language: &LanguageTag) -> Option<LocalizedText> {
    let noted = text(node)?;
    let path = node.path();
    advise!(node.context, editorial_note(&noted, language, &path));
    Some(noted)
}
