//! Recordings and pictures.
//!
//! A test has a table of what Google asks for (`tests/integration/graph_rules.rs`). The thumbnail
//! is the preview picture of the talk's page. Without one, or without a day of publication, the
//! property is left out.

use nachlese_event::{Chapter, Figure, Recording, Seconds, Talk, VideoSource};
use serde_json::Value;

use super::{
    super::{
        Edition,
        edition::{length, released},
        guid,
        media::media_type,
        zone::{iso, midnight},
    },
    node::Node,
};

/// A talk's recording, if it was published and its address is known.
pub(super) fn video(edition: &Edition<'_>, talk: &Talk) -> Option<Value> {
    let recording = released(talk)?;
    let file = recording.sources.iter().find_map(|source| match source {
        VideoSource::File {
            url,
            media_type: given,
            ..
        } => {
            let guessed = media_type(url).map(str::to_owned);
            let address = source.file_address(edition.site.asset(url)?, None);
            Some((source.start(), address, given.clone().or(guessed)))
        }
        _ => None,
    });
    let sources = &recording.sources;
    let player = sources
        .iter()
        .find_map(|it| Some((it.start(), it.frame_address(None, edition.language)?)));
    let page = sources.iter().find_map(|it| it.watch_address(None));
    if file.is_none() && player.is_none() {
        return None;
    }
    // Clips count from the beginning of the file, if there is one.
    let starts = file.iter().map(|(start, ..)| *start);
    let start = starts.chain(player.iter().map(|(start, _)| *start)).next();
    let start = start.unwrap_or_default();
    let length = length(talk, recording, start);
    let (content, encoding) = file.map(|(_, address, kind)| (address, kind)).unzip();
    let player = player.map(|(_, address)| address);
    // Only the day is known, so its beginning is used.
    let published = edition.event.published.map(|day| match &edition.zone {
        Some(zone) => iso(midnight(day), Some(zone)),
        None => day.to_string(),
    });
    let source_type = "https://schema.org/TrainedAlgorithmicMediaDigitalSource";
    let node = Node::new("VideoObject")
        .with("name", edition.called(talk))
        .with("description", description(edition, talk))
        .with_some("thumbnailUrl", edition.site.preview(&talk.id))
        .with_some("duration", length.map(Seconds::to_iso))
        .with_some("contentUrl", content)
        .with_some("encodingFormat", encoding.flatten())
        .with_some("embedUrl", player)
        .with_some("url", page.or_else(|| edition.site.talk_page(&talk.id)))
        .with_some("uploadDate", published)
        .with("inLanguage", edition.spoken(talk).as_str())
        .with_some("license", recording.licence.as_deref().map(licence))
        .with_some(
            "digitalSourceType",
            recording.ai_generated.then_some(source_type),
        )
        .with("caption", captions(edition, recording))
        .with("hasPart", clips(edition, talk, recording, start))
        .with(
            "recordedAt",
            Node::reference(guid::talk(&edition.event.id, talk)),
        );
    Some(node.into())
}

/// The abstract, else who took part and where, because search engines want some words.
fn description(edition: &Edition<'_>, talk: &Talk) -> String {
    let own = edition.some_text(talk.summary.as_ref());
    own.unwrap_or_else(|| {
        let parts = [edition.names(talk), edition.line(&edition.event.title)];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    })
}

/// The picture that the page shows, if its address is known.
pub(super) fn image(edition: &Edition<'_>, figure: &Figure) -> Option<Value> {
    let photo = figure.photo.as_ref().filter(|photo| photo.is_complete());
    if let Some(photo) = photo {
        let node = Node::new("ImageObject")
            .with("contentUrl", edition.site.asset(&photo.src)?)
            // A number alone would be no length.
            .with("width", format!("{} px", photo.width))
            .with("height", format!("{} px", photo.height))
            .with_some("description", edition.some_text(photo.alt.as_ref()))
            .with_some("caption", edition.some_text(photo.caption.as_ref()))
            .with_some("creditText", photo.credit.clone())
            .with_some("license", photo.licence.as_deref().map(licence));
        return Some(node.into());
    }
    let drawing = figure.illustration.as_ref()?;
    let node = Node::new("ImageObject")
        .with("contentUrl", edition.site.asset(&drawing.file())?)
        .with_some("description", edition.some_text(drawing.alt.as_ref()))
        .with_some("caption", edition.some_text(drawing.caption.as_ref()));
    Some(node.into())
}

/// Each chapter ends where the next one begins. The end of the last one is not known. `begin` is
/// where the talk begins in the video.
fn clips(edition: &Edition<'_>, talk: &Talk, recording: &Recording, begin: Seconds) -> Vec<Value> {
    let chapters = &recording.chapters;
    let ends = chapters
        .iter()
        .skip(1)
        .map(|next| Some(begin.0 + next.start.0))
        .chain([None]);
    // A clip is a place to go to, so it needs an address.
    let clip = |(chapter, end): (&Chapter, Option<u32>)| {
        let node = Node::new("Clip")
            .with("name", edition.line(&chapter.title))
            .with("startOffset", begin.0 + chapter.start.0)
            .with_some("endOffset", end)
            .with("url", edition.site.moment(&talk.id, chapter.start)?);
        Some(Value::from(node))
    };
    chapters.iter().zip(ends).filter_map(clip).collect()
}

fn captions(edition: &Edition<'_>, recording: &Recording) -> Vec<Value> {
    let captions = recording.captions.iter().filter_map(|captions| {
        let node = Node::new("MediaObject")
            .with("contentUrl", edition.site.asset(&captions.url)?)
            .with("encodingFormat", "text/vtt")
            .with("inLanguage", captions.language.as_str());
        Some(Value::from(node))
    });
    captions.collect()
}

/// A licence: an address, or the name of a licence.
fn licence(licence: &str) -> Value {
    if licence.starts_with("https://") || licence.starts_with("http://") {
        return licence.into();
    }
    Node::new("CreativeWork").with("name", licence).into()
}

#[cfg(test)]
mod tests {
    use nachlese_event::Href;
    use nachlese_reader::parse;
    use serde_json::json;

    use super::*;
    use crate::export::Site;

    /// Checks properties of the recording of an event's only talk.
    fn check(event: &str, talk: &str, recording: &str, expected: Value) {
        let talk = format!(
            r#"{{"id": "a", "kind": "talk", "title": "Leim", {talk} "recording": {{
               "status": "released", {recording}}}}}"#
        );
        let event = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "Werk", {event}
               "people": [{{"id": "ada", "name": "Ada Beispiel"}}], "talks": [{talk}]}}"#
        );
        let (event, _) = parse(&event).unwrap();
        let base = Href::new("https://werk.example/x/").unwrap();
        let site = Site::at(&base, "events/e/").unwrap().with_previews(true);
        let edition = Edition::new(&event, &event.language, &site);
        let found = video(&edition, &event.talks[0]).unwrap();
        let expected = expected.as_object().unwrap();
        for (property, value) in expected {
            assert_eq!(
                found.get(property).unwrap_or(&Value::Null),
                value,
                "{property}"
            );
        }
    }

    #[test]
    fn has_what_search_engines_ask_for() {
        let file = r#""sources": [{"provider": "file", "url": "leim.mp4"}]"#;
        let published = r#""published": "2026-03-12", "timeZone": "Europe/Berlin","#;
        check(
            published,
            r#""people": ["ada"], "start": "2026-03-09T10:00", "duration": "PT45M","#,
            file,
            json!({
                "name": "Leim",
                "thumbnailUrl": "https://werk.example/x/talk/a/preview.png",
                "uploadDate": "2026-03-12T00:00:00+01:00",
                "description": "Ada Beispiel · Werk",
                "duration": "PT45M",
                "contentUrl": "https://werk.example/x/events/e/leim.mp4",
                "embedUrl": null,
            }),
        );
        check(
            "",
            r#""abstract": "Wie man Leim kocht.","#,
            r#""sources": [{"provider": "vimeo", "id": "76979871"}]"#,
            json!({
                "uploadDate": null,
                "description": "Wie man Leim kocht.",
                "duration": null,
                "contentUrl": null,
            }),
        );
    }

    #[test]
    fn tells_nothing_that_the_event_does_not() {
        let file = r#""sources": [{"provider": "file", "url": "leim.mp4"}]"#;
        check(
            r#""published": "2026-03-12","#,
            r#""duration": "PT45M","#,
            &format!(r#"{file}, "chapters": [{{"start": "50:00", "title": "Fragen"}}]"#),
            // Without a zone, it stays a day. The recording is longer than the slot.
            json!({"uploadDate": "2026-03-12", "duration": null, "description": "Werk"}),
        );
    }
}
