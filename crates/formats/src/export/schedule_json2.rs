//! The programme as schedule.json, version 2, as the c3 hub writes it and c3voc drafts it.
//!
//! Valid against `validator/json/schema2.json` of <https://github.com/voc/schedule> (commit 0a403ee,
//! read on 2026-11-30). Its schema requires some things that an event may not say:
//! - without a known room, an item has the UUID of a room without a name, which is in no list;
//! - without a track, an item names the track `no-track`, which is in no list;
//! - without a start, an item begins at the first moment of the event's first day and lasts `PT0S`;
//!   without a duration it ends when it begins;
//! - a language is two letters; of any other the item names the event's, else `en`;
//! - a kind of item that the draft does not know is `OTHER`, and a break has only title, room and
//!   times;
//! - a moved item has the subtitle „Verlegt“, because `state` knows only cancelled ones;
//! - without an address of the page, an item's `url` is the one in the original programme, else
//!   `urn:uuid:…`.

mod item;
pub(super) mod names;

use nachlese_event::{LanguageTag, LocalizedText};
use serde_json::{Map, Value, json};

use self::{item::item, names::Tracks};
use super::{
    Edition, ExportError, guid,
    schedule::{Item, original, schedule, url},
};

/// The programme as schedule.json, version 2.
///
/// # Errors
/// [`ExportError::NoDate`] if neither the event nor a talk has a day.
pub fn schedule_json2(edition: &Edition<'_>) -> Result<Value, ExportError> {
    let schedule = schedule(edition)?;
    let event = edition.event;
    let tracks = Tracks::of(edition);
    let days: Vec<_> = schedule.days.iter().zip(1..).collect();
    let days = days.into_iter().map(|(day, index)| {
        json!({
            "index": index,
            "date": day.date.to_string(),
            "start": day.start,
            "end": day.end,
        })
    });
    // A day alone is no moment.
    let moment = |text: &str, of_day: Option<&String>| match of_day {
        Some(moment) if text.len() == 10 => moment.clone(),
        _ => text.to_owned(),
    };
    let start = moment(&schedule.start, schedule.days.first().map(|day| &day.start));
    let end = moment(&schedule.end, schedule.days.last().map(|day| &day.end));
    let mut conference = json!({
        "acronym": schedule.acronym,
        "title": edition.line(&event.title),
        "start": start,
        "end": end,
        "timeslot_duration": "PT5M",
        "languages": languages(edition),
        "defaults": {"language": two_letters(&event.language).unwrap_or("en")},
        "tracks": tracks.listed(),
        "rooms": rooms(edition),
        "days": days.collect::<Vec<_>>(),
    });
    let zone = edition.zone.as_ref().map(|zone| zone.name.clone());
    if let Some(zone) = zone.filter(|name| super::schedule_json::is_taken(name)) {
        conference["time_zone_name"] = zone.into();
    }
    let page = edition.site.event_page().map(str::to_owned);
    let own = page.clone().or_else(|| original(&event.links).map(url));
    if let Some(url) = own {
        conference["url"] = url.into();
    }
    if let Some(summary) = &event.summary {
        conference["description"] = localized(edition, summary, None);
    }
    let mut items: Vec<&Item<'_>> = schedule
        .days
        .iter()
        .flat_map(|day| day.rooms.iter().flat_map(|(_, items)| items))
        .collect();
    items.sort_by_key(|item| item.talk.start);
    let events = items.into_iter().map(|it| item(edition, it, &tracks));
    let mut whole = json!({
        "version": schedule.version,
        "conference": conference,
        "persons": people(edition),
        "events": events.collect::<Vec<_>>(),
    });
    if let Some(page) = page {
        whole["base_url"] = page.into();
    }
    Ok(json!({
        "$schema": "https://c3voc.de/schema/schedule2",
        "generator": {"name": "nachlese", "version": env!("CARGO_PKG_VERSION")},
        "schedule": whole,
    }))
}

/// The languages of the event's texts, its own first.
fn languages(edition: &Edition<'_>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    let event = edition.event;
    let spoken = event.talks.iter().filter_map(|talk| talk.language.as_ref());
    for tag in event.languages().iter().chain(spoken) {
        if let Some(letters) = two_letters(tag)
            && !known.iter().any(|it| it == letters)
        {
            known.push(letters.to_owned());
        }
    }
    known
}

/// All rooms that talks name, in the order of the programme.
fn rooms(edition: &Edition<'_>) -> Vec<Value> {
    let rooms = edition.event.talks.iter().filter_map(|it| it.room.as_ref());
    let mut names: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for name in rooms.map(|room| edition.line(room)) {
        if !name.is_empty() && seen.insert(name.clone()) {
            names.push(name);
        }
    }
    let id = &edition.event.id;
    let room = |name: &String| json!({"name": name, "guid": guid::room(id, name).to_string()});
    names.iter().map(room).collect()
}

/// Everybody, with the pages about them.
fn people(edition: &Edition<'_>) -> Vec<Value> {
    let id = &edition.event.id;
    let person = |person: &nachlese_event::Person| {
        let mut object = json!({
            "guid": guid::person(id, &person.id).to_string(),
            "name": edition.name(person),
        });
        let own = original(&person.links);
        if let Some(link) = own {
            object["url"] = url(link).into();
        }
        let links = person.links.iter().filter(|link| Some(*link) != own);
        let links: Vec<_> = links
            .filter_map(|it| item::reference(edition, it, "WEB"))
            .collect();
        if !links.is_empty() {
            object["links"] = links.into();
        }
        object
    };
    edition.event.people.iter().map(person).collect()
}

/// A text, with its versions in all languages if it has several. `own` is the language of a talk,
/// in which readers take a text without a language to be.
fn localized(edition: &Edition<'_>, text: &LocalizedText, own: Option<&LanguageTag>) -> Value {
    let language = &edition.event.language;
    let is_own = own.is_none_or(|own| own.is_same_language(language));
    let variants: Vec<_> = text.variants().collect();
    let mut by_language = Map::new();
    for (tag, text) in &variants {
        if let Some(letters) = two_letters(tag.unwrap_or(language)) {
            let text = super::plain::marked_up(text, edition.site);
            by_language.entry(letters).or_insert(text.into());
        }
    }
    let is_plain = variants.len() < 2 && by_language.len() < 2;
    let is_talks = |tag: &LanguageTag| match own {
        Some(own) => tag.is_same_language(own),
        None => tag.is_same_language(language),
    };
    let told = match variants.first() {
        Some((Some(tag), _)) => is_talks(tag),
        _ => is_own,
    };
    if by_language.is_empty() || is_plain && told {
        let text = text.find(edition.language, language).text;
        return super::plain::marked_up(text, edition.site).into();
    }
    by_language.into()
}

/// The two letters of a language that has such.
pub(super) fn two_letters(tag: &LanguageTag) -> Option<&str> {
    let letters = tag.primary();
    let fits = letters.len() == 2 && letters.bytes().all(|b| b.is_ascii_lowercase());
    let is_easy = tag.as_str().len() > letters.len() + 3;
    (fits && !is_easy).then_some(letters)
}
