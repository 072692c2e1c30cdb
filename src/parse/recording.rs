//! Readers of recordings.

use super::{
    cursor::{Fields, Node},
    link::link,
    provider::video_id_of_url,
    scalar::{boolean, href, language, report_unknown, string, text, word},
    time::position,
};
use crate::{
    model::{
        AudioDescription, Captions, CaptionsOrigin, Chapter, Href, Recording, RecordingStatus,
        VideoSource,
    },
    problem::Finding,
    validate,
};

/// Reads what was recorded of a talk.
pub(super) fn recording(node: Node<'_>) -> Option<Recording> {
    node.object(|fields| {
        let status = fields.read("status", |node| {
            word(node, RecordingStatus::WORDS, RecordingStatus::new)
        });
        let mut chapters: Vec<Chapter> = Vec::new();
        for chapter in fields.list("chapters", chapter) {
            // Mostly in order already; a sort of its own would take more program than this.
            let at = chapters.partition_point(|before| before.start <= chapter.start);
            chapters.insert(at, chapter);
        }
        let recording = Recording {
            status: status.unwrap_or_default(),
            sources: fields.list("sources", source),
            captions: fields.list("captions", captions),
            transcript: fields.read("transcript", link),
            chapters,
            audio_description: fields.read("audioDescription", audio_description),
            ai_generated: fields.read("aiGenerated", boolean).unwrap_or_default(),
            licence: fields.read("licence", string),
        };
        let path = node.path();
        node.context
            .check(|out| validate::has_captions(&recording, &path, out));
        Some(recording)
    })
}

fn chapter(node: Node<'_>) -> Option<Chapter> {
    node.object(|fields| {
        let start = fields.need("start", position);
        let title = fields.need("title", text);
        Some(Chapter {
            start: start?,
            title: title?,
        })
    })
}

fn captions(node: Node<'_>) -> Option<Captions> {
    node.object(|fields| {
        let url = fields.need("url", href);
        let language = fields.read("language", language);
        let origin = fields.read("origin", |node| {
            word(node, CaptionsOrigin::WORDS, CaptionsOrigin::new)
        });
        // Captions are most often in the event's language.
        let language = language.or_else(|| node.context.language().cloned());
        Some(Captions {
            url: url?,
            language: language?,
            origin: origin.unwrap_or_default(),
        })
    })
}

fn audio_description(node: Node<'_>) -> Option<AudioDescription> {
    node.object(|fields| {
        let url = fields.read("url", href);
        let reason = fields.read("notNeededReason", text);
        if url.is_none() && reason.is_none() && !fields.is_given("url") {
            node.report(Finding::MissingField { field: "url" });
        }
        url.map(|url| AudioDescription::Described { url })
            .or(reason.map(|not_needed_reason| AudioDescription::NotNeeded { not_needed_reason }))
    })
}

fn source(node: Node<'_>) -> Option<VideoSource> {
    node.object(|fields| {
        let known = |word: &str| VideoSource::PROVIDERS.contains(&word);
        let media_type = fields.read("type", string);
        let provider = if let Some(given) = fields.get("provider") {
            string(given).filter(|word| {
                if !known(word) {
                    report_unknown(&given, word.clone(), VideoSource::PROVIDERS);
                }
                known(word)
            })
        } else {
            let found = media_type.clone().filter(|word| known(word));
            if found.is_none() {
                node.report(Finding::MissingField { field: "provider" });
            }
            found
        };
        match provider.as_deref() {
            Some("file") => {
                let url = fields.need("url", href);
                let media_type = media_type.filter(|word| word != "file");
                url.map(|url| VideoSource::File { url, media_type })
            }
            Some("peertube") => peertube(fields),
            Some("vimeo") => by_id(fields, "vimeo", VideoSource::vimeo),
            Some("youtube") => by_id(fields, "youtube", VideoSource::youtube),
            _ => {
                fields.ignore_rest();
                None
            }
        }
    })
}

/// The id as the file gives it, in `id` or as the address of the video's page in `url`.
fn id_or_url<'s>(fields: &'s Fields<'_>) -> Option<(Node<'s>, String)> {
    let url = fields.get("url");
    let id = fields.get("id").or(url);
    let Some(node) = id else {
        fields.node.report(Finding::MissingField { field: "id" });
        return None;
    };
    Some((node, string(node)?))
}

fn by_id(
    fields: &Fields<'_>,
    provider: &'static str,
    take: fn(&str) -> Option<VideoSource>,
) -> Option<VideoSource> {
    let (node, value) = id_or_url(fields)?;
    let source = take(&value).or_else(|| take(video_id_of_url(&value)?));
    report_unless_taken(node, provider, value, source)
}

fn peertube(fields: &Fields<'_>) -> Option<VideoSource> {
    let before = fields.node.context.count();
    let host = fields.read("host", href);
    let has_bad_host = fields.node.context.count() > before;
    let (node, value) = id_or_url(fields)?;
    let id = video_id_of_url(&value).unwrap_or(&value);
    // The address of the video's page names the server too.
    let page = || Href::new(&value).ok().filter(|page| page.host().is_some());
    let Some(host) = host.or_else(page) else {
        if !has_bad_host {
            fields.node.report(Finding::MissingField { field: "host" });
        }
        return None;
    };
    let source = VideoSource::peertube(&host, id);
    report_unless_taken(node, "peertube", value, source)
}

fn report_unless_taken(
    node: Node<'_>,
    provider: &'static str,
    value: String,
    source: Option<VideoSource>,
) -> Option<VideoSource> {
    if source.is_none() {
        node.report(Finding::InvalidProviderId { provider, value });
    }
    source
}
