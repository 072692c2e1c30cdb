//! The event and its items.

use std::collections::BTreeSet;

use nachlese_event::{Part, Seconds, Talk, TalkStatus, When};
use nachlese_fold::fold;
use serde_json::Value;

use super::{
    super::{Edition, guid, zone::iso},
    node::Node,
    people::{address, organizer, venue, web},
    recording::{image, video},
};

/// The event with everything in it.
pub(super) fn event(edition: &Edition<'_>) -> Node {
    let event = edition.event;
    let talks = event.talks.iter().map(|it| talk(edition, it).into());
    let source = event.source.as_ref().and_then(|source| {
        let url = web(edition, &source.url)?;
        let publisher = edition.some_text(source.publisher.as_ref());
        let publisher = publisher.map(|name| Node::new("Organization").with("name", name));
        let node = Node::new("CreativeWork")
            .with("url", url)
            .with_some("name", edition.some_text(source.title.as_ref()))
            .with_some("publisher", publisher)
            .with_some("datePublished", source.published.map(|day| day.to_string()));
        Some(node)
    });
    brief_event(edition)
        .with("performer", performers(edition))
        .with_some("alternateName", edition.some_text(event.motto.as_ref()))
        .with_some("description", edition.some_text(event.summary.as_ref()))
        .with("inLanguage", event.language.as_str())
        .with_some("subjectOf", source)
        .with("subEvent", talks.collect::<Vec<Value>>())
}

/// If there are more people than this, only the items name them.
const MOST_PERFORMERS: usize = 100;

/// Everybody except those who only moderated.
fn performers(edition: &Edition<'_>) -> Vec<Value> {
    let event = edition.event;
    let parts = event.talks.iter().flat_map(|talk| &talk.people);
    let performing = parts.filter(|one| matches!(one.part, Part::Speaker | Part::Panelist));
    let performing: BTreeSet<_> = performing.map(|one| &one.person).collect();
    if performing.len() > MOST_PERFORMERS {
        return Vec::new();
    }
    let people = event.people.iter();
    let people = people.filter(|person| performing.contains(&person.id));
    people
        .map(|person| Node::reference(guid::person(&event.id, &person.id)))
        .collect()
}

/// The parts of the event that one of its items needs.
pub(super) fn brief_event(edition: &Edition<'_>) -> Node {
    let event = edition.event;
    let (start, end) = event
        .when
        .as_ref()
        .map(|when| bounds(edition, when))
        .unzip();
    let figure = event.figure.as_ref().and_then(|it| image(edition, it));
    let picture = figure.or_else(|| Some(edition.site.event_preview()?.into()));
    Node::new("Event")
        .named(guid::event(&event.id))
        .with("name", edition.line(&event.title))
        .with_some("image", picture)
        .with_some("url", edition.site.event_page())
        .with_some("startDate", start)
        .with_some("endDate", end.flatten())
        .with("eventStatus", "https://schema.org/EventScheduled")
        .with_some("eventAttendanceMode", attendance_mode(edition))
        .with_some("location", location(edition))
        .with_some("organizer", organizer(edition))
}

/// The venue; for an event that had none and was online, its page.
fn location(edition: &Edition<'_>) -> Option<Value> {
    let page = || edition.site.event_page().map(str::to_owned);
    venue(edition).or_else(|| online(edition, page()?))
}

/// Where somebody took part who was not there, if nobody was.
fn online(edition: &Edition<'_>, page: String) -> Option<Value> {
    let is_only_online = attendance_mode(edition) == Some(ONLINE);
    is_only_online.then(|| Node::new("VirtualLocation").with("url", page).into())
}

/// One item on a page of its own: place and host stand in the item, because programs that read the
/// page may not look for them in the event.
pub(super) fn whole_talk(edition: &Edition<'_>, talk: &Talk) -> Node {
    let place = room(edition, talk).or_else(|| venue(edition));
    self::talk(edition, talk)
        .with_some("location", place)
        .with_some("organizer", organizer(edition))
}

/// One item. If it has no start of its own, it gets the event's day, but never its clock time.
pub(super) fn talk(edition: &Edition<'_>, talk: &Talk) -> Node {
    let event = edition.event;
    let zone = edition.zone.as_ref();
    let day = || event.when.map(|when| when.first_day().to_string());
    let start = talk.start.map(|start| iso(start, zone)).or_else(day);
    let last_day = || Some(event.when?.last_day().to_string());
    let end = match talk.start {
        Some(_) => edition.end(talk).map(|end| end.iso(zone)),
        None => last_day(),
    };
    let people = |wanted: fn(Part) -> bool| {
        let people = edition
            .people(talk)
            .into_iter()
            .filter(|(_, part)| wanted(*part));
        let references =
            people.map(|(person, _)| Node::reference(guid::person(&event.id, &person.id)));
        references.collect::<Vec<_>>()
    };
    // Host and place are in the event itself, so a thousand items need not repeat them.
    let host = event
        .host
        .as_ref()
        .map(|_| Node::reference(guid::host(&event.id)));
    let place = room(edition, talk)
        .or_else(|| venue_reference(edition))
        .or_else(|| online(edition, edition.site.talk_page(&talk.id)?));
    let words = talk
        .track
        .iter()
        .chain(&talk.tags)
        .map(|word| edition.line(word));
    Node::new("Event")
        .named(guid::talk(&event.id, talk))
        .with("name", edition.called(talk))
        .with_some("image", edition.site.preview(&talk.id))
        .with_some("description", edition.some_text(talk.summary.as_ref()))
        .with_some("url", edition.site.talk_page(&talk.id))
        .with_some("startDate", start)
        .with_some("endDate", end)
        .with_some("duration", talk.duration.map(Seconds::to_iso))
        .with("eventStatus", status(talk))
        .with_some("eventAttendanceMode", attendance_mode(edition))
        .with_some("location", place)
        .with_some("organizer", host)
        .with("inLanguage", edition.spoken(talk).as_str())
        .with("keywords", words.collect::<Vec<_>>())
        .with(
            "performer",
            people(|part| matches!(part, Part::Speaker | Part::Panelist)),
        )
        .with(
            "contributor",
            people(|part| matches!(part, Part::Moderator | Part::Organizer)),
        )
        .with_some("recordedIn", video(edition, talk))
}

fn status(talk: &Talk) -> &'static str {
    match talk.status {
        None => "https://schema.org/EventScheduled",
        Some(TalkStatus::Cancelled) => "https://schema.org/EventCancelled",
        Some(TalkStatus::Moved) => "https://schema.org/EventRescheduled",
    }
}

fn room(edition: &Edition<'_>, talk: &Talk) -> Option<Value> {
    let room = edition.some_text(talk.room.as_ref())?;
    let venue = edition.event.venue.as_ref();
    let node = Node::new("Place").with("name", room);
    Some(
        node.with_some("address", venue.map(|venue| address(edition, venue)))
            .with_some("containedInPlace", venue_reference(edition))
            .into(),
    )
}

fn venue_reference(edition: &Edition<'_>) -> Option<Value> {
    let event = edition.event;
    event
        .venue
        .as_ref()
        .map(|_| Node::reference(guid::venue(&event.id)))
}

fn bounds(edition: &Edition<'_>, when: &When) -> (String, Option<String>) {
    let zone = edition.zone.as_ref();
    match *when {
        When::Clock { start, end } => (iso(start, zone), end.map(|end| iso(end, zone))),
        When::Day { .. } | When::Days { .. } => {
            let (first, last) = (when.first_day(), when.last_day());
            (first.to_string(), Some(last.to_string()))
        }
    }
}

const ONLINE: &str = "https://schema.org/OnlineEventAttendanceMode";

/// On site, online or both, as far as the venue and the words of the attendance show.
fn attendance_mode(edition: &Edition<'_>) -> Option<&'static str> {
    let event = edition.event;
    let is_online = event.attendance.iter().any(|attendance| {
        let label = fold(attendance.label.in_event_language(&event.language)).bare;
        ["stream", "online"].iter().any(|word| label.contains(word))
    });
    match (event.venue.is_some(), is_online) {
        (true, true) => Some("https://schema.org/MixedEventAttendanceMode"),
        (true, false) => Some("https://schema.org/OfflineEventAttendanceMode"),
        (false, true) => Some(ONLINE),
        (false, false) => None,
    }
}
