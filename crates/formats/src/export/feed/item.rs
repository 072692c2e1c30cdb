//! One talk in the feed.

use nachlese_event::{Captions, Href, Link, Part, Person, Recording, Seconds, Talk, VideoSource};

use super::{
    super::{
        Edition,
        edition::{length, released, start},
        media::media_type,
        xml::Element,
    },
    licence::licence,
    published,
};

/// A talk; `number` counts from 1.
pub(super) fn item(
    edition: &Edition<'_>,
    talk: &Talk,
    number: usize,
    size: &dyn Fn(&Href) -> Option<u64>,
) -> Element {
    let recording = released(talk);
    let enclosure = recording.and_then(|recording| enclosure(edition, recording, size));
    let is_episode = enclosure.is_some();
    let extras = recording
        .filter(|_| is_episode)
        .map(|recording| extras(edition, talk, recording));
    let numbered = is_episode.then(|| Element::text("itunes:episode", number.to_string()));
    let page = edition.site.talk_page(&talk.id);
    Element::new("item")
        .holding([Element::text("title", title(edition, talk))])
        .holding(page.map(|page| Element::text("link", page)))
        .holding([
            Element::text("guid", edition.uid(talk)).with("isPermaLink", "false"),
            Element::text("description", html(&edition.account(talk))),
        ])
        .holding(published(edition))
        .holding(enclosure)
        .holding(numbered)
        .holding(persons(edition, talk))
        .holding(extras.unwrap_or_default())
}

/// What the talk is called, with its status, because feeds have no other place for it.
fn title(edition: &Edition<'_>, talk: &Talk) -> String {
    let title = edition.called(talk);
    match talk.status {
        Some(status) => format!("{}: {title}", edition.speech.talk_status(status)),
        None => title,
    }
}

/// The first file that has an address. RSS allows one enclosure per item.
fn enclosure(
    edition: &Edition<'_>,
    recording: &Recording,
    size: &dyn Fn(&Href) -> Option<u64>,
) -> Option<Element> {
    let file = |source: &VideoSource| {
        let VideoSource::File { url, .. } = source else {
            return None;
        };
        let element = Element::new("enclosure")
            .with("url", source.file_address(edition.site.asset(url)?, None))
            .with("length", size(url).unwrap_or(0).to_string())
            .with("type", file_type(source)?);
        Some(element)
    };
    recording.sources.iter().find_map(file)
}

/// The type of a source that is a file.
pub(super) fn file_type(source: &VideoSource) -> Option<&str> {
    match source {
        VideoSource::File {
            url,
            media_type: given,
            ..
        } => {
            let given = given.as_deref().or_else(|| media_type(url));
            Some(given.unwrap_or("application/octet-stream"))
        }
        _ => None,
    }
}

fn extras(edition: &Edition<'_>, talk: &Talk, recording: &Recording) -> Vec<Element> {
    // Captions count from the start of the talk, but those of a feed from the start of the file.
    let begin = start(recording);
    let is_whole = begin == Seconds(0);
    let timed = recording.captions.iter().filter(|_| is_whole);
    let captions = timed.filter_map(|it| captions(edition, it));
    let transcript = recording
        .transcript
        .iter()
        .filter_map(|it| transcript(edition, talk, it));
    let length = length(talk, recording, begin);
    let length = length.map(|length| Element::text("itunes:duration", length.0.to_string()));
    let licence = recording.licence.as_deref().and_then(licence);
    let first = length.into_iter().chain(licence);
    let mut extras: Vec<_> = first.chain(captions).chain(transcript).collect();
    let chapters = edition
        .site
        .file(&format!("talk/{}/chapters.json", talk.id));
    if let Some(url) = chapters.filter(|_| !recording.chapters.is_empty()) {
        let element = Element::new("podcast:chapters")
            .with("url", url)
            .with("type", "application/json+chapters");
        extras.push(element);
    }
    extras
}

fn captions(edition: &Edition<'_>, captions: &Captions) -> Option<Element> {
    let element = Element::new("podcast:transcript")
        .with("url", edition.site.asset(&captions.url)?)
        .with("type", media_type(&captions.url).unwrap_or("text/vtt"))
        .with("language", captions.language.as_str())
        .with("rel", "captions");
    Some(element)
}

/// The transcript in the spoken language.
fn transcript(edition: &Edition<'_>, talk: &Talk, link: &Link) -> Option<Element> {
    let guessed = media_type(&link.url).unwrap_or("text/html");
    let media_type = link.media_type.as_deref().unwrap_or(guessed);
    let element = Element::new("podcast:transcript")
        .with("url", edition.site.asset(&link.url)?)
        .with("type", media_type)
        .with("language", edition.spoken(talk).as_str());
    Some(element)
}

/// Who speaks. In the taxonomy of podcasts, a moderator is a “host”. It has no word for an
/// organiser.
fn persons(edition: &Edition<'_>, talk: &Talk) -> Vec<Element> {
    let element = |(person, part): (&Person, Part)| {
        let role = match part {
            Part::Moderator => "host",
            Part::Speaker | Part::Panelist => "guest",
            Part::Organizer => return None,
        };
        let page = person
            .links
            .iter()
            .find_map(|link| edition.site.asset(&link.url));
        let page = page.filter(|page| !page.starts_with("mailto:"));
        let element = Element::text("podcast:person", edition.name(person))
            .with("role", role)
            .with_some("img", portrait(edition, person))
            .with_some("href", page);
        Some(element)
    };
    edition
        .people(talk)
        .into_iter()
        .filter_map(element)
        .collect()
}

/// The photograph of a person that may be shown.
fn portrait(edition: &Edition<'_>, person: &Person) -> Option<String> {
    let photo = person.image.as_ref()?.photo.as_ref()?;
    edition
        .site
        .asset(&photo.src)
        .filter(|_| photo.is_complete())
}

/// Paragraphs as HTML, because feed readers show descriptions as HTML.
fn html(paragraphs: &[String]) -> String {
    let escape = |text: &String| {
        let escaped = text
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        format!("<p>{}</p>", escaped.replace('\n', "<br>"))
    };
    paragraphs.iter().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_show_marks_as_they_are() {
        let paragraphs = ["a < b & <b>c</b>\nd".to_owned(), "e".to_owned()];
        assert_eq!(
            html(&paragraphs),
            "<p>a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;<br>d</p><p>e</p>"
        );
    }
}
