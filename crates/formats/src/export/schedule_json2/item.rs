//! An item of the programme, as version 2 of schedule.json has it.

use nachlese_event::{Kind, Link, Talk, TalkStatus};
use serde_json::{Map, Value, json};

use super::{
    localized,
    names::{Tracks, kind_word, role_word},
    two_letters,
};
use crate::export::{
    Edition,
    edition::released,
    guid,
    schedule::{Item, original, status_word, url},
};
use crate::text::FormatText;

/// An item.
pub(super) fn item(edition: &Edition<'_>, item: &Item<'_>, tracks: &Tracks) -> Value {
    let talk = item.talk;
    let end = item.end.as_ref().unwrap_or(&item.date);
    if talk.kind == Kind::Break {
        let mut object = json!({
            "type": "BREAK",
            "guid": item.guid,
            "title": edition.heading(talk),
            "start": item.date,
            "end": end,
        });
        if talk.room.is_some() {
            object["room"] = room(edition, talk);
        }
        return object;
    }
    let id = &edition.event.id;
    let own = original(&talk.links);
    let page = edition.site.talk_page(&talk.id);
    let at = page.or_else(|| own.filter(|_| !edition.site.is_known()).map(url));
    let people = edition.people(talk).into_iter().map(|(person, part)| {
        json!({
            "guid": guid::person(id, &person.id).to_string(),
            "name": edition.name(person),
            "role": role_word(part).0,
        })
    });
    let links = talk.links.iter();
    let links = links.filter(|link| edition.site.is_known() || Some(*link) != own);
    let links = links.filter_map(|it| reference(edition, it, "RELATED"));
    let slides = talk.slides.iter();
    let slides = slides.filter_map(|it| reference(edition, it, "SLIDES"));
    let spoken = edition.spoken(talk);
    let language = two_letters(spoken).or(two_letters(&edition.event.language));
    let is_moved = talk.status == Some(TalkStatus::Moved);
    let summary = talk.summary.as_ref();
    let mut object = json!({
        "guid": item.guid,
        "slug": item.name,
        "url": at.unwrap_or_else(|| format!("urn:uuid:{}", item.guid)),
        "title": edition.heading(talk),
        "subtitle": status_word(edition, talk).filter(|_| is_moved),
        "abstract": summary.map(|it| localized(edition, it, talk.language.as_ref())),
        "language": language.unwrap_or("en"),
        "type": kind_word(&talk.kind).0,
        "track": {"slug": tracks.slug(edition, talk)},
        "room": room(edition, talk),
        "start": item.date,
        "end": end,
        "participants": people.collect::<Vec<_>>(),
        "links": media(edition, talk).chain(links).collect::<Vec<_>>(),
        "attachments": slides.collect::<Vec<_>>(),
    });
    if talk.start.is_none() {
        object["duration"] = talk.duration.unwrap_or_default().to_iso().into();
    }
    if talk.is_cancelled() {
        object["state"] = "CANCELED".into();
    }
    object
}

/// The room. One without a name is in no list.
fn room(edition: &Edition<'_>, talk: &Talk) -> Value {
    let name = talk.room.as_ref().map(|room| edition.line(room));
    let name = name.filter(|name| !name.is_empty());
    let guid = guid::room(&edition.event.id, name.as_deref().unwrap_or_default());
    let mut room = Map::new();
    if let Some(name) = name {
        room.insert("name".to_owned(), name.into());
    }
    room.insert("guid".to_owned(), guid.to_string().into());
    room.into()
}

/// Where a recording can be watched, and its captions.
fn media<'e>(edition: &'e Edition<'_>, talk: &'e Talk) -> impl Iterator<Item = Value> + use<'e> {
    let recording = released(talk);
    let sources = recording.map(|it| &it.sources[..]).unwrap_or_default();
    let videos = sources.iter().filter_map(|it| edition.video_address(it));
    let captions = recording.map(|it| &it.captions[..]).unwrap_or_default();
    let captions = captions.iter().filter_map(|it| edition.site.asset(&it.url));
    let title = edition.speech.watch();
    let videos = videos.map(move |url| json!({"type": "MEDIA", "url": url, "title": title}));
    videos.chain(captions.map(|url| json!({"type": "MEDIA", "url": url})))
}

/// A link, unless its address is not known.
pub(super) fn reference(edition: &Edition<'_>, link: &Link, kind: &str) -> Option<Value> {
    let url = edition.site.asset(&link.url)?;
    Some(json!({"type": kind, "url": url, "title": edition.line(&link.label)}))
}
