//! Reads recordings.

use nachlese_event::{
    AudioDescription, Captions, CaptionsOrigin, Chapter, Recording, RecordingStatus, VideoSource,
    problem::Finding,
};

use super::{
    cursor::{Fields, Node},
    json::Json,
    link::link,
    provider::{file_at, is_others, provider_at, video_at},
    scalar::{boolean, href, label, language, report_unknown, string, text, word},
    time::position,
};
use crate::advice::advise;

/// Reads the recording of a talk.
pub(super) fn recording(node: Node<'_>) -> Option<Recording> {
    node.object(|fields| {
        let status = fields.read("status", |node| {
            word(node, RecordingStatus::WORDS, RecordingStatus::new)
        });
        let named = fields.get("chapters");
        let named = named.filter(|node| matches!(node.json, Json::String(_)));
        let chapters_file = named.as_ref().and_then(|node| href(*node));
        let mut chapters: Vec<Chapter> = Vec::new();
        let listed = if named.is_some() {
            Vec::new()
        } else {
            fields.list("chapters", chapter)
        };
        for chapter in listed {
            // They usually are in order already. Another sort would make the program larger.
            let at = chapters.partition_point(|before| before.start <= chapter.start);
            chapters.insert(at, chapter);
        }
        let recording = Recording {
            status: status.unwrap_or_default(),
            sources: fields.list("sources", source),
            captions: fields.list("captions", captions),
            transcript: fields.read("transcript", link),
            chapters,
            chapters_file,
            audio_description: fields.read("audioDescription", audio_description),
            ai_generated: fields.read("aiGenerated", boolean).unwrap_or_default(),
            licence: fields.read("licence", string),
        };
        let path = node.path();
        advise!(node.context, has_captions(&recording, &path));
        Some(recording)
    })
}

fn chapter(node: Node<'_>) -> Option<Chapter> {
    node.object(|fields| {
        let start = fields.need("start", position);
        let title = fields.need("title", label);
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
        let Some(provider) = provider else {
            fields.ignore_rest();
            return None;
        };
        let source = match provider.as_str() {
            "file" => file(fields, media_type.filter(|word| word != "file")),
            "peertube" => peertube(fields),
            "vimeo" => vimeo(fields),
            _ => by_id(fields, "youtube", &VideoSource::youtube),
        };
        let start = fields.read("start", position);
        let source = source?;
        Some(match start {
            Some(start) => source.starting_at(start),
            None => source,
        })
    })
}

fn file(fields: &Fields<'_>, media_type: Option<String>) -> Option<VideoSource> {
    let url = fields.need("url", href)?;
    if let Some(video) = video_at(url.as_str()) {
        let (provider, found) = ("file", video.provider());
        fields.report_at("url", Finding::OtherProvider { provider, found });
        return None;
    }
    Some(file_at(url, media_type))
}

fn vimeo(fields: &Fields<'_>) -> Option<VideoSource> {
    let source = by_id(fields, "vimeo", &VideoSource::vimeo);
    let Some((node, value)) = fields.read("hash", |node| Some((node, string(node)?))) else {
        return source;
    };
    let unlisted = source.clone()?.with_hash(&value);
    if unlisted.is_none() {
        let provider = "vimeo";
        node.report(Finding::InvalidProviderId { provider, value });
    }
    unlisted.or(source)
}

fn peertube(fields: &Fields<'_>) -> Option<VideoSource> {
    let before = fields.node.context.count();
    let host = fields.read("host", href);
    let has_bad_host = fields.node.context.count() > before;
    // The address of the video's page names the server too.
    let pages = ["id", "url"].map(|name| fields.get(name).as_ref().and_then(Node::as_str));
    let page = pages.iter().find_map(|page| match video_at((*page)?)? {
        VideoSource::PeerTube { host, .. } => Some(host),
        _ => None,
    });
    let host = host.or(page);
    let given = pages[0].or(pages[1]);
    if host.is_none() && given.is_some_and(|given| provider_at(given).is_none()) {
        if !has_bad_host {
            fields.node.report(Finding::MissingField { field: "host" });
        }
        return None;
    }
    let take = |id: &str| VideoSource::peertube(host.as_ref()?, id);
    by_id(fields, "peertube", &take)
}

/// Reads the video that a file names in `id`, or by the address of its page in `url`.
fn by_id(
    fields: &Fields<'_>,
    provider: &'static str,
    take: &dyn Fn(&str) -> Option<VideoSource>,
) -> Option<VideoSource> {
    let (id, url) = (fields.get("id"), fields.get("url"));
    let Some(node) = id.or(url) else {
        fields.node.report(Finding::MissingField { field: "id" });
        return None;
    };
    let value = string(node)?;
    if let Some(source) = take(&value) {
        // In addition to an id, the address may say more about the same video.
        let page = url.and_then(|url| {
            let address = url.as_str()?;
            is_others(url, provider, address);
            video_at(address)
        });
        let is_same = |page: &VideoSource| page.provider() == provider && page.id() == source.id();
        return Some(page.filter(is_same).unwrap_or(source));
    }
    if is_others(node, provider, &value) {
        return None;
    }
    let Some(source) = video_at(&value) else {
        node.report(Finding::InvalidProviderId { provider, value });
        return None;
    };
    if let (Some(_), Some(read)) = (id, source.id().cloned()) {
        let video = Some(source.clone());
        node.report(Finding::AddressAsId { id: read, video });
    }
    Some(source)
}
