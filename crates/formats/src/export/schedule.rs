//! The programme as c3voc's schedule formats see it: days, rooms, items.
//!
//! These formats require some things that an event may not say:
//! - a talk without a start begins at the first moment of the event's first day, and a talk
//!   without a duration has the duration `00:00`;
//! - a talk without a room is in a room named like the venue, else in „Ort unbekannt“;
//! - without a known time zone, clock times count as UTC;
//! - the subtitle of a cancelled or moved talk is „Abgesagt“ or „Verlegt“;
//! - a day lasts from midnight to midnight, or to the end of the talk that goes on into the night.

mod names;

use std::collections::HashSet;

use jiff::civil::{Date, DateTime};
use nachlese_event::{Link, LocalizedText, Talk, When};

use self::names::{acronym, duration, number, talk_slug, track_slug};
pub(super) use self::names::{is_code, own_number};
#[cfg(not(feature = "command"))]
use self::names::{is_name, is_slug};
#[cfg(feature = "command")]
pub(super) use self::names::{is_name, is_slug, slug_of};
use super::{
    Edition, ExportError,
    zone::{Clocked, Zone, iso, midnight},
};
use crate::{import::page_link, text::FormatText};

/// A longer event lists only the days that have talks.
const MOST_DAYS: usize = 366;

/// The programme.
#[derive(Debug)]
pub(super) struct Schedule<'a> {
    /// Lower case letters, digits and `_`, at least 4 of them.
    pub acronym: String,
    /// The day on which the page was published, else `1`.
    pub version: String,
    /// The first day, or moment, and the last.
    pub start: String,
    pub end: String,
    pub days: Vec<Day<'a>>,
    /// In the order of the programme.
    pub rooms: Vec<String>,
    pub tracks: Vec<Track>,
}

#[derive(Debug)]
pub(super) struct Day<'a> {
    pub date: Date,
    pub start: String,
    pub end: String,
    pub rooms: Vec<(String, Vec<Item<'a>>)>,
}

#[derive(Debug)]
pub(super) struct Track {
    pub name: String,
    /// If the name can be written in this form.
    pub slug: Option<String>,
}

/// A talk with everything that the formats require.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub talk: &'a Talk,
    /// Made from the UUID, so that it does not change when talks are added.
    pub id: u32,
    pub guid: String,
    /// In the form of schedule.xml: an acronym, a hyphen and a name.
    pub slug: String,
    /// In the form of schedule.json: the talk's id, if that has it.
    pub name: String,
    pub room: String,
    /// With the offset from UTC.
    pub date: String,
    pub clock: String,
    /// Only if start and duration are known.
    pub end: Option<String>,
    /// `hh:mm`.
    pub duration: String,
}

/// Sorts the programme into days and rooms.
///
/// # Errors
/// [`ExportError::NoDate`] if neither the event nor a talk has a day.
pub(super) fn schedule<'a>(edition: &Edition<'a>) -> Result<Schedule<'a>, ExportError> {
    let (first, last) = edition.days().ok_or(ExportError::NoDate)?;
    let zone = edition.zone.clone().unwrap_or_else(Zone::utc);
    let talks = &edition.event.talks;
    let acronym = acronym(edition.event.id.as_str());
    let day_of = |talk: &Talk| talk.start.map_or(first, DateTime::date);

    let mut dates: Vec<_> = talks.iter().map(day_of).chain([first]).collect();
    dates.extend(
        first
            .series(jiff::ToSpan::days(1))
            .take_while(|day| *day <= last)
            .take(MOST_DAYS),
    );
    dates.sort_unstable();
    dates.dedup();

    let mut taken = Taken::of(talks);
    let mut items: Vec<_> = talks
        .iter()
        .map(|talk| item(edition, talk, first, &zone, &acronym, &mut taken))
        .collect();
    items.sort_by_key(|item| item.talk.start.unwrap_or(midnight(first)));

    let mut days: Vec<_> = dates
        .into_iter()
        .map(|date| day(date, talks, edition, &zone))
        .collect();
    for item in items {
        let date = day_of(item.talk);
        if let Some(day) = days.iter_mut().find(|day| day.date == date) {
            match day.rooms.iter_mut().find(|(room, _)| *room == item.room) {
                Some((_, items)) => items.push(item),
                None => day.rooms.push((item.room.clone(), vec![item])),
            }
        }
    }
    let rooms = unique(talks.iter().map(|talk| room(edition, talk)));
    let tracks = talks.iter().filter_map(|talk| talk.track.as_ref());
    let tracks = unique(tracks.map(|track| edition.line(track)));
    let (start, end) = bounds(edition, first, last, &zone);
    Ok(Schedule {
        acronym,
        version: edition
            .event
            .published
            .map_or("1".to_owned(), |day| day.to_string()),
        start,
        end,
        days,
        rooms,
        tracks: tracks
            .into_iter()
            .map(|name| Track {
                slug: track_slug(&name),
                name,
            })
            .collect(),
    })
}

/// Ids and slugs that are in use.
#[derive(Default)]
struct Taken {
    ids: HashSet<u32>,
    slugs: HashSet<String>,
}

impl Taken {
    /// The talks' own ids, so that none is made for another talk.
    fn of(talks: &[Talk]) -> Self {
        let ids = talks.iter().map(|talk| talk.id.as_str());
        Self {
            ids: ids.clone().filter_map(own_number).collect(),
            slugs: ids.filter(|id| is_name(id)).map(str::to_owned).collect(),
        }
    }
}

fn item<'a>(
    edition: &Edition<'a>,
    talk: &'a Talk,
    first: Date,
    zone: &Zone,
    acronym: &str,
    taken: &mut Taken,
) -> Item<'a> {
    let guid = edition.guid(talk);
    let given = talk.id.as_str();
    let id = own_number(given).unwrap_or_else(|| {
        let mut id = number(&guid);
        while !taken.ids.insert(id) {
            id = id % 0x7fff_ffff + 1;
        }
        id
    });
    // As in the original programme, if it came from one.
    let slug = if is_slug(given) {
        given.to_owned()
    } else {
        let slug = format!("{acronym}-{}", talk_slug(given, &guid));
        let is_free = taken.slugs.insert(slug.clone());
        let slug = if is_free {
            slug
        } else {
            format!("{slug}-{id}")
        };
        taken.slugs.insert(slug.clone());
        slug
    };
    let start = talk.start.unwrap_or(midnight(first));
    Item {
        talk,
        id,
        name: if is_name(given) {
            given.to_owned()
        } else {
            slug.clone()
        },
        slug,
        room: room(edition, talk),
        date: iso(start, Some(zone)),
        clock: format!("{:02}:{:02}", start.hour(), start.minute()),
        end: edition.end(talk).map(|end| end.iso(Some(zone))),
        duration: duration(talk.duration.unwrap_or_default()),
        guid,
    }
}

fn day<'a>(date: Date, talks: &[Talk], edition: &Edition<'_>, zone: &Zone) -> Day<'a> {
    let on_this_day = talks
        .iter()
        .filter(|talk| talk.start.is_some_and(|s| s.date() == date));
    let latest = on_this_day.filter_map(|talk| edition.end(talk)).max();
    let midnight_after = midnight(date.tomorrow().unwrap_or(date));
    let midnight_after = Clocked::new(midnight_after, edition.zone.as_ref());
    let end = latest.map_or(midnight_after, |latest| latest.max(midnight_after));
    Day {
        date,
        start: iso(midnight(date), Some(zone)),
        end: end.iso(Some(zone)),
        rooms: Vec::new(),
    }
}

fn bounds(edition: &Edition<'_>, first: Date, last: Date, zone: &Zone) -> (String, String) {
    match edition.event.when {
        Some(When::Clock { start, end }) => {
            let ends = edition
                .event
                .talks
                .iter()
                .filter_map(|talk| edition.end(talk));
            let clocked = |wall| Clocked::new(wall, edition.zone.as_ref());
            let start = clocked(start);
            let end = end.map(clocked).or(ends.max()).unwrap_or(start);
            (start.iso(Some(zone)), end.max(start).iso(Some(zone)))
        }
        _ => (first.to_string(), last.to_string()),
    }
}

fn room(edition: &Edition<'_>, talk: &Talk) -> String {
    let line = |text: &LocalizedText| Some(edition.line(text)).filter(|line| !line.is_empty());
    let venue = || {
        edition
            .event
            .venue
            .as_ref()
            .and_then(|venue| line(&venue.name))
    };
    let room = talk.room.as_ref().and_then(line).or_else(venue);
    room.unwrap_or_else(|| edition.speech.place_unknown().to_owned())
}

/// The status of a talk. It becomes the subtitle, because the formats have no other place for it.
pub(super) fn status_word(edition: &Edition<'_>, talk: &Talk) -> Option<&'static str> {
    let status = talk.status?;
    Some(edition.speech.talk_status(status))
}

/// The link to a page in the original programme, if the event came from one.
pub(super) fn original(links: &[Link]) -> Option<&Link> {
    links
        .first()
        .filter(|link| **link == page_link(link.url.clone()))
}

/// The address of a link that is known to be a whole one.
pub(super) fn url(link: &Link) -> String {
    link.url.as_str().to_owned()
}

fn unique(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    names
        .filter(|name| !name.is_empty() && seen.insert(name.clone()))
        .collect()
}
