//! The programme as schedule.xml (Pentabarf, frab), as c3voc defines it.
//!
//! Valid against `validator/xsd/schedule.xml.xsd` of <https://github.com/voc/schedule> (commit
//! 0a403ee, read on 2026-11-24). The module `schedule` says what is written where the event says
//! nothing. Unknown addresses are left out.

use nachlese_event::{Link, RecordingStatus, Talk};

use super::{
    Edition, ExportError,
    edition::released,
    guid,
    schedule::{Day, Item, Schedule, original, own_number, schedule, status_word, url},
    xml::Element,
};
use crate::text::FormatText;

/// The programme as schedule.xml.
///
/// # Errors
/// [`ExportError::NoDate`] if neither the event nor a talk has a day.
pub fn schedule_xml(edition: &Edition<'_>) -> Result<String, ExportError> {
    let schedule = schedule(edition)?;
    let generator = Element::new("generator")
        .with("name", "nachlese")
        .with("version", env!("CARGO_PKG_VERSION"));
    let url = edition
        .site
        .file("schedule.xml")
        .map(|url| Element::text("url", url));
    let days = schedule
        .days
        .iter()
        .zip(1..)
        .map(|(it, index)| day(edition, it, index));
    let document = Element::new("schedule")
        .holding([generator])
        .holding(url)
        .holding([Element::text("version", schedule.version.as_str())])
        .holding([conference(edition, &schedule)])
        .holding(days);
    Ok(document.into_document())
}

fn conference(edition: &Edition<'_>, schedule: &Schedule<'_>) -> Element {
    let page = || edition.site.event_page().map(str::to_owned);
    let own = original(&edition.event.links).map(url);
    let zone = edition.zone.as_ref().map(|zone| zone.name.clone());
    let tracks = schedule.tracks.iter().map(|track| {
        Element::new("track")
            .with("name", track.name.as_str())
            .with_some("slug", track.slug.clone())
    });
    Element::new("conference")
        .holding([
            Element::text("title", edition.line(&edition.event.title)),
            Element::text("acronym", schedule.acronym.as_str()),
            Element::text("start", schedule.start.as_str()),
            Element::text("end", schedule.end.as_str()),
            Element::text("days", schedule.days.len().to_string()),
            Element::text("timeslot_duration", "00:05"),
        ])
        .holding(page().map(|url| Element::text("base_url", url)))
        .holding(page().or(own).map(|url| Element::text("url", url)))
        .holding(zone.map(|name| Element::text("time_zone_name", name)))
        .holding(tracks)
}

fn day(edition: &Edition<'_>, day: &Day<'_>, index: usize) -> Element {
    let rooms = day.rooms.iter().map(|(name, items)| {
        Element::new("room")
            .with("name", name.as_str())
            .with("guid", guid::room(&edition.event.id, name).to_string())
            .holding(items.iter().map(|it| item(edition, it)))
    });
    Element::new("day")
        .with("index", index.to_string())
        .with("date", day.date.to_string())
        .with("start", day.start.as_str())
        .with("end", day.end.as_str())
        .holding(rooms)
}

fn item(edition: &Edition<'_>, item: &Item<'_>) -> Element {
    let talk = item.talk;
    let track = talk.track.as_ref().map(|track| edition.line(track));
    let page = edition.site.talk_page(&talk.id);
    let own = original(&talk.links).filter(|_| page.is_none()).map(url);
    // A slug would hide the number that another program gave.
    let slug = own_number(talk.id.as_str()).is_none();
    let slug = slug.then(|| Element::text("slug", item.slug.as_str()));
    let summary = edition.some_marked_up(talk.summary.as_ref());
    Element::new("event")
        .with("guid", item.guid.as_str())
        .with("id", item.id.to_string())
        .holding([
            Element::text("date", item.date.as_str()),
            Element::text("start", item.clock.as_str()),
            Element::text("duration", item.duration.as_str()),
            Element::text("room", item.room.as_str()),
        ])
        .holding(slug)
        .holding(page.or(own).map(|url| Element::text("url", url)))
        .holding([
            recording(edition, talk),
            Element::text("title", edition.heading(talk)),
            Element::text("subtitle", status_word(edition, talk).unwrap_or_default()),
            Element::text("track", track.unwrap_or_default()),
            Element::text("type", talk.kind.as_str()),
            Element::text("language", edition.spoken(talk).as_str()),
            Element::text("abstract", summary.unwrap_or_default()),
            persons(edition, talk),
            links(edition, talk),
            Element::new("attachments").holding(
                talk.slides
                    .iter()
                    .filter_map(|it| link(edition, "attachment", it)),
            ),
        ])
}

/// The licence, whether publication was refused, and the address of a published recording.
fn recording(edition: &Edition<'_>, talk: &Talk) -> Element {
    let recording = talk.recording.as_ref();
    let licence = recording.and_then(|recording| recording.licence.clone());
    let is_withheld = recording.is_some_and(|it| it.status == RecordingStatus::Withheld);
    let sources = released(talk).map(|recording| &recording.sources[..]);
    let mut sources = sources.unwrap_or_default().iter();
    let url = sources.find_map(|it| edition.video_address(it));
    Element::new("recording")
        .holding([
            Element::text("license", licence.unwrap_or_default()),
            Element::text("optout", is_withheld.to_string()),
        ])
        .holding(url.map(|url| Element::text("url", url)))
}

fn persons(edition: &Edition<'_>, talk: &Talk) -> Element {
    let id = &edition.event.id;
    let persons = edition.people(talk).into_iter().map(|(person, _)| {
        let element = Element::text("person", edition.name(person));
        match own_number(person.id.as_str()) {
            Some(number) => element.with("id", number.to_string()),
            None => element.with("guid", guid::person(id, &person.id).to_string()),
        }
    });
    Element::new("persons").holding(persons)
}

fn links(edition: &Edition<'_>, talk: &Talk) -> Element {
    let own = original(&talk.links).filter(|_| !edition.site.is_known());
    let found = talk.links.iter().filter(|it| Some(*it) != own);
    let found = found.filter_map(|it| link(edition, "link", it));
    // The first video is the recording's address.
    let sources = released(talk).map(|recording| &recording.sources[..]);
    let sources = sources.unwrap_or_default().iter();
    let videos = sources.filter_map(|it| edition.video_address(it)).skip(1);
    let captions = released(talk).map(|recording| &recording.captions[..]);
    let captions = captions.unwrap_or_default().iter();
    let captions = captions.filter_map(|it| edition.site.asset(&it.url));
    let media = videos.chain(captions);
    let media = media.map(|url| Element::text("link", edition.speech.watch()).with("href", url));
    Element::new("links").holding(media).holding(found)
}

fn link(edition: &Edition<'_>, element: &'static str, link: &Link) -> Option<Element> {
    let url = edition.site.asset(&link.url)?;
    Some(Element::text(element, edition.line(&link.label)).with("href", url))
}
