//! The programme as schedule.json, version 1, as c3voc defines it.
//!
//! Valid against `validator/json/schema.json` of <https://github.com/voc/schedule> (commit
//! 0a403ee, read on 2026-11-24). The module `schedule` says what is written where the event says
//! nothing. Without an address of the page, an item's `url` is the one in the original
//! programme, else `urn:uuid:…`.

use nachlese_event::{Link, Person, RecordingStatus};
use serde_json::{Map, Value, json};

use super::{
    Edition, ExportError,
    edition::released,
    guid,
    schedule::{Day, Item, is_code, original, own_number, schedule, status_word, url},
};
use crate::text::FormatText;

/// The programme as schedule.json.
///
/// # Errors
/// [`ExportError::NoDate`] if neither the event nor a talk has a day.
pub fn schedule_json(edition: &Edition<'_>) -> Result<Value, ExportError> {
    let schedule = schedule(edition)?;
    let event = edition.event;
    let rooms = schedule.rooms.iter();
    let rooms =
        rooms.map(|name| json!({"name": name, "guid": guid::room(&event.id, name).to_string()}));
    let tracks = schedule.tracks.iter().map(|track| {
        let mut object = json!({"name": track.name});
        set(&mut object, "slug", track.slug.clone());
        object
    });
    let days = schedule
        .days
        .iter()
        .zip(1..)
        .map(|(it, index)| day(edition, it, index));
    let mut conference = json!({
        "acronym": schedule.acronym,
        "title": edition.line(&event.title),
        "start": schedule.start,
        "end": schedule.end,
        "daysCount": schedule.days.len(),
        "timeslot_duration": "00:05",
        "rooms": rooms.collect::<Vec<_>>(),
        "tracks": tracks.collect::<Vec<_>>(),
        "days": days.collect::<Vec<_>>(),
    });
    let zone = edition.zone.as_ref().map(|zone| zone.name.clone());
    let page = edition.site.event_page().map(str::to_owned);
    set(
        &mut conference,
        "time_zone_name",
        zone.filter(|name| is_taken(name)),
    );
    let own = page.clone().or(original(&event.links).map(url));
    set(&mut conference, "url", own);
    let summary = edition.some_marked_up(event.summary.as_ref());
    set(&mut conference, "description", summary);

    let mut whole = json!({"version": schedule.version, "conference": conference});
    set(&mut whole, "base_url", page);
    set(&mut whole, "url", edition.site.file("schedule.json"));
    Ok(json!({
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": {"name": "nachlese", "version": env!("CARGO_PKG_VERSION")},
        "schedule": whole,
    }))
}

/// Whether the name matches the schema's pattern: `^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$`.
pub(super) fn is_taken(zone: &str) -> bool {
    let is_word = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(|c| c.is_ascii_uppercase())
            && chars.next().is_some_and(|c| c.is_ascii_lowercase())
    };
    let has_place = zone.split_once('/').is_some_and(|(area, place)| {
        is_word(area) && area.chars().skip(1).all(|c| c.is_ascii_lowercase()) && is_word(place)
    });
    has_place || zone.ends_with("UTC")
}

fn day(edition: &Edition<'_>, day: &Day<'_>, index: usize) -> Value {
    let rooms: Map<_, _> = day
        .rooms
        .iter()
        .map(|(room, items)| {
            let items = items.iter().map(|it| item(edition, it));
            (room.clone(), items.collect())
        })
        .collect();
    json!({
        "index": index,
        "date": day.date.to_string(),
        "day_start": day.start,
        "day_end": day.end,
        "rooms": rooms,
    })
}

fn item(edition: &Edition<'_>, item: &Item<'_>) -> Value {
    let talk = item.talk;
    let persons = edition.people(talk).into_iter();
    let persons = persons.map(|(it, _)| person(edition, it));
    let page = edition.site.talk_page(&talk.id);
    let status = talk.recording.as_ref().map(|recording| recording.status);
    let media = released(talk)
        .map(|recording| &recording.sources[..])
        .unwrap_or_default();
    let media = media
        .iter()
        .filter_map(|source| edition.video_address(source))
        .map(|url| json!({"type": "media", "url": url, "title": edition.speech.watch()}));
    let captions = released(talk).map(|recording| &recording.captions[..]);
    let captions = captions.unwrap_or_default().iter();
    let captions = captions.filter_map(|it| edition.site.asset(&it.url));
    let captions = captions.map(|url| json!({"type": "media", "url": url}));
    let own = original(&talk.links).filter(|_| page.is_none());
    let links = talk
        .links
        .iter()
        .filter(|it| Some(*it) != own)
        .filter_map(|it| link(edition, it, "related"));
    let slides = talk
        .slides
        .iter()
        .filter_map(|it| link(edition, it, "slides"));
    let mut object = json!({
        "guid": item.guid,
        "id": item.id,
        "date": item.date,
        "start": item.clock,
        "duration": item.duration,
        "room": item.room,
        "slug": item.name,
        "url": page.or(own.map(url)).unwrap_or_else(|| format!("urn:uuid:{}", item.guid)),
        "title": edition.heading(talk),
        "subtitle": status_word(edition, talk),
        "track": talk.track.as_ref().map(|track| edition.line(track)),
        "type": talk.kind.as_str(),
        "language": edition.spoken(talk).as_str(),
        "abstract": edition.some_marked_up(talk.summary.as_ref()),
        "do_not_record": status == Some(RecordingStatus::Withheld),
        "persons": persons.collect::<Vec<_>>(),
        "links": media.chain(captions).chain(links).collect::<Vec<_>>(),
        "attachments": slides.collect::<Vec<_>>(),
    });
    set(&mut object, "end", item.end.clone());
    let licence = talk
        .recording
        .as_ref()
        .and_then(|recording| recording.licence.clone());
    set(&mut object, "recording_license", licence);
    object
}

/// Somebody, by the id that another program gave if it has such a form, else by a UUID.
fn person(edition: &Edition<'_>, person: &Person) -> Value {
    let name = edition.name(person);
    let id = person.id.as_str();
    let mut object = if let Some(number) = own_number(id) {
        json!({"id": number, "public_name": name})
    } else if is_code(id) {
        json!({"code": id, "name": name})
    } else {
        let guid = guid::person(&edition.event.id, &person.id);
        json!({"guid": guid.to_string(), "name": name})
    };
    let own = original(&person.links);
    set(&mut object, "url", own.map(url));
    let links = person.links.iter().filter(|it| Some(*it) != own);
    let links: Vec<_> = links.filter_map(|it| link(edition, it, "web")).collect();
    if !links.is_empty() {
        object["links"] = links.into();
    }
    object
}

fn link(edition: &Edition<'_>, link: &Link, kind: &str) -> Option<Value> {
    let url = edition.site.asset(&link.url)?;
    Some(json!({"type": kind, "url": url, "title": edition.line(&link.label)}))
}

fn set(object: &mut Value, name: &str, value: Option<String>) {
    if let Some(value) = value {
        object[name] = value.into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_zones_that_the_schema_does_not_know() {
        for (zone, taken) in [
            ("Europe/Berlin", true),
            ("America/New_York", true),
            ("UTC", true),
            ("Etc/UTC", true),
            ("Etc/GMT+1", false),
            ("America/Argentina/Salta", true),
            ("CET", false),
        ] {
            assert_eq!(is_taken(zone), taken, "{zone}");
        }
    }
}
