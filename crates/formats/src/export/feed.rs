//! The recordings as a feed: RSS 2.0 with the additions of Apple Podcasts and Podcasting 2.0.
//!
//! One item per talk, in the order of the programme, without breaks. If a talk's recording is a
//! published file, the file is the item's enclosure, with captions, transcript, chapters, licence
//! and, if the talk tells it, its duration. Every other item links to its page. All addresses in a
//! feed are whole ones, so there is no feed without the address of the pages.
//!
//! Owner is the host, with the contact of the event if that is an address for mail. Other platforms
//! are asked not to take the feed over (`podcast:locked`): nobody could tell them that it is theirs.
//!
//! Written with quick-xml, as the crate rss (2.1.2) does: that has no types for Podcasting 2.0.
//!
//! What the formats ask for is a table in `tests/integration/feed_rules.rs`, with its sources.

mod item;
mod licence;

use std::collections::BTreeSet;

use jiff::civil::Date;
use nachlese_event::{Event, Href, Kind, PODCAST_CATEGORIES};

use self::{
    item::{file_type, item},
    licence::licence,
};
use super::{
    Edition, ExportError,
    edition::released,
    guid,
    xml::Element,
    zone::{Zone, midnight, offset},
};

/// Writes the feed.
///
/// `size` says how many bytes a file next to the event has. If it is not known, the enclosure says
/// 0, because RSS has no word for unknown.
///
/// # Errors
/// [`ExportError::NoAddress`] if the address of the pages is not known.
pub fn feed(
    edition: &Edition<'_>,
    size: &dyn Fn(&Href) -> Option<u64>,
) -> Result<String, ExportError> {
    let event = edition.event;
    let page = edition.site.event_page().ok_or(ExportError::NoAddress)?;
    let address = edition.site.file("feed.xml");
    let address = address.ok_or(ExportError::NoAddress)?;
    let talks = event.talks.iter().filter(|talk| talk.kind != Kind::Break);
    let items = talks
        .zip(1..)
        .map(|(talk, number)| item(edition, talk, number, size));
    let channel = Element::new("channel")
        .holding(description(edition, page))
        .holding(published(edition))
        .holding(date(edition, "lastBuildDate", changed(event)))
        .holding([
            Element::new("atom:link")
                .with("rel", "self")
                .with("type", "application/rss+xml")
                .with("href", address.as_str()),
            Element::text("podcast:guid", guid::feed(&address).to_string()),
        ])
        .holding(ownership(edition))
        .holding(content(event))
        .holding(items);
    let rss = Element::new("rss")
        .with("version", "2.0")
        .with("xmlns:atom", "http://www.w3.org/2005/Atom")
        .with("xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd")
        .with("xmlns:podcast", "https://podcastindex.org/namespace/1.0");
    Ok(rss.holding([channel]).into_document())
}

/// Title, text, pictures and where the feed is filed.
fn description(edition: &Edition<'_>, page: &str) -> Vec<Element> {
    let event = edition.event;
    let title = edition.line(&event.title);
    let summary = edition.some_text(event.summary.as_ref());
    let mut found = vec![
        Element::text("title", title.as_str()),
        Element::text("link", page),
        Element::text("description", summary.unwrap_or_else(|| title.clone())),
        Element::text("language", edition.language.as_str()),
        Element::text("generator", "nachlese"),
    ];
    if let Some(cover) = edition.site.cover() {
        found.push(Element::new("image").holding([
            Element::text("url", cover.as_str()),
            Element::text("title", title),
            Element::text("link", page),
        ]));
        found.push(Element::new("itunes:image").with("href", cover));
    }
    let category = event.podcast_category.as_deref();
    let category = category.filter(|category| PODCAST_CATEGORIES.contains(category));
    found.extend(category.map(|text| Element::new("itunes:category").with("text", text)));
    found
}

/// Whose feed it is.
fn ownership(edition: &Edition<'_>) -> Vec<Element> {
    let event = edition.event;
    let contact = event.legal.contact.as_ref();
    let mail = contact.and_then(|contact| contact.as_str().strip_prefix("mailto:"));
    let mail = mail.and_then(|mail| mail.split('?').next());
    let locked = Element::text("podcast:locked", "yes");
    let mut found = vec![locked.with_some("owner", mail.map(str::to_owned))];
    if let Some(host) = &event.host {
        let name = edition.line(&host.name);
        found.push(Element::text("itunes:author", name.as_str()));
        let owner = Element::new("itunes:owner").holding([Element::text("itunes:name", name)]);
        found.push(owner.holding(mail.map(|mail| Element::text("itunes:email", mail))));
    }
    found
}

/// What the files of the feed have in common.
fn content(event: &Event) -> Vec<Element> {
    let recordings: Vec<_> = event.talks.iter().filter_map(released).collect();
    let sources = recordings.iter().map(|it| &it.sources);
    let types = sources.filter_map(|all| all.iter().find_map(file_type));
    let types: Vec<_> = types.collect();
    let has_video = types.iter().any(|kind| !kind.starts_with("audio/"));
    let medium = if has_video { "video" } else { "podcast" };
    let licences: BTreeSet<_> = recordings.iter().map(|it| it.licence.as_deref()).collect();
    let common = match licences.first() {
        Some(common) if licences.len() == 1 => *common,
        _ => None,
    };
    let mut found = vec![
        Element::text("itunes:explicit", "false"),
        // In the order of the programme, to be seen from the first on.
        Element::text("itunes:type", "serial"),
    ];
    found.extend((!types.is_empty()).then(|| Element::text("podcast:medium", medium)));
    found.extend(common.and_then(licence));
    found
}

/// When the page was published or corrected last.
fn changed(event: &Event) -> Option<Date> {
    let corrections = event.corrections.iter();
    let corrected = corrections.filter_map(|correction| correction.date);
    corrected.chain(event.published).max()
}

/// When the page was published, if that is known.
fn published(edition: &Edition<'_>) -> Option<Element> {
    date(edition, "pubDate", edition.event.published)
}

fn date(edition: &Edition<'_>, name: &'static str, day: Option<Date>) -> Option<Element> {
    let zone = edition.zone.clone().unwrap_or_else(Zone::utc);
    Some(Element::text(name, internet_date(day?, &zone)))
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
