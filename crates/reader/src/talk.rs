//! Reads programme items.

use nachlese_event::{
    Id, Identified, Kind, LocalizedText, Part, Participation, Talk, TalkId, TalkStatus,
    problem::Finding,
};

use super::{
    cursor::{Fields, Node},
    ids::{Ids, slug},
    json::Json,
    link::link,
    near::near,
    recording::recording,
    reference::person_ref,
    scalar::{check_label, id, label, language, main_text, string, word},
    time::{date_time, length},
};
use crate::advice::advise;

/// Reads a programme item. If it has no id, it gets one made from its title or topic. Without
/// either, it is left out.
pub(super) fn talk(node: Node<'_>, ids: &mut Ids) -> Option<Talk> {
    node.object(|fields| {
        let spoken = fields.read("language", language);
        let read_main = |name| fields.read(name, |node| main_text(node, spoken.as_ref()));
        let read_name = |name| {
            fields.read(name, |node| {
                main_text(node, spoken.as_ref()).inspect(|text| check_label(&node, text))
            })
        };
        let title = read_name("title");
        let topic = read_name("topic");
        let summary = read_main("abstract");
        let id = talk_id(fields, title.as_ref().or(topic.as_ref()), ids);
        let kind = fields.need("kind", kind).unwrap_or(Kind::Talk);
        let talk = Talk {
            kind,
            title,
            topic,
            summary,
            people: fields.list("people", participation),
            track: fields.read("track", label),
            tags: fields.list("tags", label),
            language: spoken,
            start: fields.read("start", date_time),
            duration: fields.read("duration", length),
            room: fields.read("room", label),
            status: fields.read("status", |node| {
                word(node, TalkStatus::WORDS, TalkStatus::new)
            }),
            recording: fields.read("recording", recording),
            slides: fields.list("slides", link),
            links: fields.list("links", link),
            guid: guid(fields, ids),
            id: id?,
        };
        if let Some(when) = node.context.when() {
            let path = node.path();
            advise!(node.context, within_event(&talk, &when, &path));
        }
        Some(talk)
    })
}

fn talk_id(fields: &Fields<'_>, heading: Option<&LocalizedText>, ids: &mut Ids) -> Option<TalkId> {
    if let Some(given) = fields.need("id", id::<Talk>) {
        return Some(unique(fields, given, ids));
    }
    // The event's language does not matter here, because any word can be used in an address.
    let (_, heading) = heading?.variants().next()?;
    let wanted = match slug(heading) {
        slug if slug.is_empty() => "talk".to_owned(),
        slug => slug,
    };
    TalkId::new(&ids.invent(&wanted)).ok()
}

/// Returns the id, or a new one if an earlier part has the same id.
pub(super) fn unique<T: Identified>(fields: &Fields<'_>, given: Id<T>, ids: &mut Ids) -> Id<T> {
    let Some(renamed) = ids.claim(given.as_str()) else {
        return given;
    };
    let other = Id::new(&renamed).unwrap_or_else(|_| given.clone());
    let id = given.as_str().to_owned();
    let renamed = Some(renamed);
    fields.report_at("id", Finding::DuplicateId { id, renamed });
    other
}

/// The guid, if no earlier item has it. Programs that read an export would take both items for one.
fn guid(fields: &Fields<'_>, ids: &mut Ids) -> Option<String> {
    let guid = fields.read("guid", string)?;
    // No id contains a space.
    if ids.claim(&format!(" {guid}")).is_none() {
        return Some(guid);
    }
    let (id, renamed) = (guid, None);
    fields.report_at("guid", Finding::DuplicateId { id, renamed });
    None
}

fn kind(node: Node<'_>) -> Option<Kind> {
    let value = string(node)?;
    let kind = Kind::new(&value);
    if matches!(kind, Kind::Other(_))
        && let Some(suggestion) = near(&value, Kind::WORDS.iter().copied())
    {
        node.report(Finding::UnusualKind { value, suggestion });
    }
    Some(kind)
}

fn participation(node: Node<'_>) -> Option<Participation> {
    if matches!(node.json, Json::String(_)) {
        let person = person_ref(node)?;
        let part = Part::default();
        return Some(Participation { person, part });
    }
    node.object(|fields| {
        let person = fields.need("person", person_ref);
        let part = fields.read("part", |node| word(node, Part::WORDS, Part::new));
        Some(Participation {
            person: person?,
            part: part.unwrap_or_default(),
        })
    })
}
