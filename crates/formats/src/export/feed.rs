//! The recordings as a feed: RSS 2.0 with Podcasting 2.0.
//!
//! One item per talk, in the order of the programme, without breaks. If a talk's recording is a
//! published file, the file is the item's enclosure, with captions, transcript and chapters. Every
//! other item links to its page. Enclosures need an address: if the address of the pages is not
//! known, files next to the event are left out. The duration of a recording is not known, so the
//! feed does not state it.
//!
//! Written with quick-xml, as the crate rss (2.1.2) does: that has no types for Podcasting 2.0.
//!
//! <https://www.rssboard.org/rss-specification>, and of the podcast namespace
//! (<https://github.com/Podcastindex-org/podcast-namespace>) `docs/tags/guid.md`, `person.md` and
//! `transcript.md`, read on 2026-11-24.

mod item;

use jiff::civil::Date;
use nachlese_event::{Href, Kind, Talk, VideoSource};

use self::item::item;
use super::{
    Edition,
    edition::released,
    guid,
    xml::Element,
    zone::{Zone, midnight, offset},
};

/// Writes the feed.
///
/// `size` says how many bytes a file next to the event has. If it is not known, the enclosure says
/// 0, because RSS has no word for unknown.
pub fn feed(edition: &Edition<'_>, size: &dyn Fn(&Href) -> Option<u64>) -> String {
    let event = edition.event;
    let talks = event.talks.iter().filter(|talk| talk.kind != Kind::Break);
    let items = talks
        .zip(1..)
        .map(|(talk, number)| item(edition, talk, number, size));
    let page = edition.site.event_page().unwrap_or("./");
    let host = event.host.as_ref().map(|host| edition.line(&host.name));
    let address = edition.site.file("feed.xml");
    let own = |url: &String| {
        Element::new("atom:link")
            .with("rel", "self")
            .with("type", "application/rss+xml")
            .with("href", url.as_str())
    };
    let is_file = |source: &VideoSource| matches!(source, VideoSource::File { .. });
    let has_video = event
        .talks
        .iter()
        .filter_map(released)
        .any(|recording| recording.sources.iter().any(is_file));
    let title = edition.line(&event.title);
    let description = edition.some_text(event.summary.as_ref());
    let channel = Element::new("channel")
        .holding([
            Element::text("title", title.as_str()),
            Element::text("link", page),
            Element::text("description", description.unwrap_or_else(|| title.clone())),
            Element::text("language", edition.language.as_str()),
            Element::text("generator", "nachlese"),
        ])
        .holding(published(edition))
        .holding(address.as_ref().map(own))
        .holding(
            address
                .as_ref()
                .map(|url| Element::text("podcast:guid", guid::feed(url).to_string())),
        )
        .holding(has_video.then(|| Element::text("podcast:medium", "video")))
        .holding(host.map(|name| Element::text("itunes:author", name)))
        .holding([
            Element::text("itunes:explicit", "false"),
            // In the order of the programme, to be seen from the first on.
            Element::text("itunes:type", "serial"),
        ])
        .holding(items);
    Element::new("rss")
        .with("version", "2.0")
        .with("xmlns:atom", "http://www.w3.org/2005/Atom")
        .with("xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd")
        .with("xmlns:podcast", "https://podcastindex.org/namespace/1.0")
        .holding([channel])
        .into_document()
}

/// When the page was published, if that is known.
fn published(edition: &Edition<'_>) -> Option<Element> {
    let zone = edition.zone.clone().unwrap_or_else(Zone::utc);
    let day = edition.event.published?;
    Some(Element::text("pubDate", internet_date(day, &zone)))
}

/// `Thu, 24 Sep 2026 00:00:00 +0200` (RFC 822 with the year in full).
fn internet_date(day: Date, zone: &Zone) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let weekday = DAYS[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())];
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
    let offset = offset(zone.offset(midnight(day)), "");
    format!(
        "{weekday}, {:02} {month} {:04} 00:00:00 {offset}",
        day.day(),
        day.year()
    )
}

/// The link of a talk: its page, else the provider's page, else the event's page.
fn link(edition: &Edition<'_>, talk: &Talk) -> String {
    let page = edition.site.talk_page(&talk.id);
    let sources = released(talk).map(|recording| &recording.sources[..]);
    let video = || {
        sources
            .unwrap_or_default()
            .iter()
            .find_map(|it| it.watch_address(None))
    };
    page.or_else(video)
        .unwrap_or_else(|| format!("./#{}", talk.id))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn writes_dates_as_mail_does() {
        let berlin = Zone::named("Europe/Berlin").unwrap();
        let text = internet_date(date(2026, 9, 24), &berlin);
        assert_eq!(text, "Thu, 24 Sep 2026 00:00:00 +0200");
    }
}
