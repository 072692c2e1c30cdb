//! Sorts the links of a talk: recordings, captions, slides, and all others.

use nachlese_event::{
    Captions, CaptionsOrigin, Href, LanguageTag, Link, LocalizedText, Speech, VideoSource,
    problem::Finding,
};
use nachlese_reader::{
    cursor::Node,
    json::Json,
    provider::{file_at, provider_at, video_at},
};

use super::value::{line, one_line, word};
use crate::text::FormatText;

/// The most sources of a recording.
const MOST_SOURCES: usize = 50;

/// The links of a talk.
#[derive(Default)]
pub(super) struct Media {
    /// Best first. At most one for each provider, but any number of files.
    pub(super) sources: Vec<VideoSource>,
    /// Captions with the language in their file name.
    pub(super) captions: Vec<(Href, Option<LanguageTag>)>,
    pub(super) slides: Vec<Link>,
    pub(super) links: Vec<Link>,
}

/// Where in the file a link is, which helps to tell what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LinkKind {
    Link,
    Attachment,
    /// Among somebody's own pages, which are never the recording of a talk.
    Profile,
}

impl Media {
    /// Reads a link: an address, or an object with `url` or `href`.
    pub(super) fn read(&mut self, node: Node<'_>, place: LinkKind, base: Option<&Href>) {
        if matches!(node.json, Json::String(_)) {
            if let Some(href) = address(node, base) {
                self.add(href, None, "", place);
            }
            return;
        }
        node.object(|fields| {
            let url = fields.any(&["url", "href", "resource"]);
            let label = fields.any(&["title", "name", "description", "label", ""]);
            let label = label.and_then(line);
            let kind = fields.any(&["type", "linkType"]).and_then(word);
            // In XML the address may be the element's text.
            let url = url.or_else(|| fields.get("").filter(|_| node.has_elements()))?;
            let href = address(url, base)?;
            self.add(href, label, &kind.unwrap_or_default(), place);
            Some(())
        });
    }

    /// Sorts a link into its list.
    pub(super) fn add(
        &mut self,
        url: Href,
        label: Option<LocalizedText>,
        kind: &str,
        place: LinkKind,
    ) {
        let kind = kind.to_ascii_lowercase();
        let mut words = String::new();
        if let Some(label) = &label {
            for (_, text) in label.variants() {
                words.push_str(text);
                words.push(' ');
            }
        }
        let ending = ending(&url);
        let says_slides = kind == "slides" || says_slides(&words.to_lowercase());
        let is_document = matches!(ending.as_str(), "pdf" | "odp" | "ppt" | "pptx" | "key");
        if !says_slides && place != LinkKind::Profile {
            if ending == "vtt" {
                let language = language_of_name(&url);
                self.captions.push((url, language));
                return;
            }
            if let Some(source) = video(&url, &ending)
                && self.takes(&source)
            {
                let at = self
                    .sources
                    .partition_point(|other| rank(other) <= rank(&source));
                self.sources.insert(at, source);
                return;
            }
        }
        let label = label.unwrap_or_else(|| LocalizedText::plain(url.as_str()));
        let link = Link {
            label,
            url,
            description: None,
            media_type: None,
            size: None,
            at: None,
        };
        if says_slides || is_document && place == LinkKind::Attachment {
            self.slides.push(link);
        } else {
            self.links.push(link);
        }
    }

    /// A second video at the same provider is another video, not another source of the first.
    fn takes(&self, source: &VideoSource) -> bool {
        let is_file = matches!(source, VideoSource::File { .. });
        let same = |other: &VideoSource| rank(other) == rank(source);
        let has_room = self.sources.len() < MOST_SOURCES;
        has_room && !self.sources.contains(source) && (is_file || !self.sources.iter().any(same))
    }

    /// The captions, in the spoken language unless their file name says otherwise.
    pub(super) fn captions(&mut self, spoken: &LanguageTag) -> Vec<Captions> {
        let captions = std::mem::take(&mut self.captions).into_iter();
        let captions = captions.map(|(url, language)| Captions {
            url,
            language: language.unwrap_or_else(|| spoken.clone()),
            origin: CaptionsOrigin::Unknown,
        });
        captions.collect()
    }
}

/// Sorts the sources, best first.
fn rank(source: &VideoSource) -> usize {
    let words = VideoSource::PROVIDERS.iter();
    words.take_while(|word| **word != source.provider()).count()
}

/// Whether one of the words means slides: „Vortragsfolien“, but not “landslides”.
fn says_slides(words: &str) -> bool {
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        matches!(word, "slide" | "slides" | "slidedeck" | "foliensatz") || word.ends_with("folien")
    })
}

/// Reads an address. A relative one is resolved against `base`, the programme's own page.
pub(super) fn address(node: Node<'_>, base: Option<&Href>) -> Option<Href> {
    let url = word(node)?;
    // Made by our own export for talks without a page.
    if url.starts_with("urn:") {
        return None;
    }
    // Addresses as people write and say them, and without a scheme as pages may have them.
    let is_whole = url
        .split_once('/')
        .is_some_and(|(start, _)| start.contains(':'));
    let says_host = url.starts_with("www.") || url.starts_with("//");
    let full = match base {
        _ if !is_whole && (says_host || provider_at(&url).is_some()) => {
            format!("https://{}", url.trim_start_matches('/'))
        }
        Some(base) if !url.contains(':') => absolute(base, &url),
        _ => url,
    };
    match Href::new(&one_line(&full).replace(' ', "%20")) {
        Ok(href) => Some(href),
        Err(reason) => {
            let url = full;
            node.report(Finding::UnsafeUrl { url, reason });
            None
        }
    }
}

/// A link to the programme's own page about something.
pub(crate) fn page_link(url: Href) -> Link {
    let label = |speech: Speech| {
        (
            LanguageTag::new(speech.tag()).ok(),
            speech.original_page().to_owned(),
        )
    };
    let labels = vec![label(Speech::English), label(Speech::German)];
    let label = LocalizedText::of_variants(labels);
    Link {
        label: label.unwrap_or_else(|| LocalizedText::plain(url.as_str())),
        url,
        description: None,
        media_type: None,
        size: None,
        at: None,
    }
}

fn absolute(base: &Href, path: &str) -> String {
    let origin = base.origin().unwrap_or_default();
    let folder = base.as_str();
    let end = folder.rfind('/').map_or(folder.len(), |at| at + 1);
    if path.starts_with('/') {
        format!("{origin}{path}")
    } else if end <= origin.len() {
        format!("{origin}/{path}")
    } else {
        format!("{}{path}", &folder[..end])
    }
}

/// The file extension in lower case.
fn ending(url: &Href) -> String {
    let name = name(url);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.to_ascii_lowercase()
}

fn name(url: &Href) -> &str {
    let path = url.as_str().split(['?', '#']).next().unwrap_or_default();
    // The name of the host is not a file name.
    let path = path.split_once("://").map_or(path, |(_, path)| path);
    path.rsplit_once('/').map_or("", |(_, name)| name)
}

/// `de` of `talk.de.vtt`.
fn language_of_name(url: &Href) -> Option<LanguageTag> {
    let (stem, _) = name(url).rsplit_once('.')?;
    let (_, tag) = stem.rsplit_once(['.', '_'])?;
    let is_short = (2..=3).contains(&tag.len());
    LanguageTag::new(tag).ok().filter(|_| is_short)
}

/// The recording at an address, if it is one that the page can play.
fn video(url: &Href, ending: &str) -> Option<VideoSource> {
    if matches!(ending, "mp4" | "webm" | "m3u8" | "m4v") {
        return Some(file_at(url.clone(), None));
    }
    video_at(url.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_recordings_from_links() {
        for (url, label, expected) in [
            ("https://video.example/a.MP4?x=1", "Video", "file"),
            (
                "https://video.example/a.de.vtt",
                "Untertitel",
                "captions de",
            ),
            ("https://youtu.be/abcdefghij-", "", "youtube"),
            ("https://www.youtube.com/@abcdefghijk", "", "link"),
            ("https://www.youtube.com/playlist?list=PLabc", "", "link"),
            ("https://vimeo.com/76979871", "", "vimeo"),
            (
                "https://tube.example/w/mN3pQ4rS5tU6vW7xY8zA9b",
                "",
                "peertube",
            ),
            ("https://wiki.example/w/index.php", "", "link"),
            ("https://a.example/a.pdf", "Meine Folien", "slides"),
            ("https://a.example/a.pdf", "Aufsatz", "link"),
            ("https://a.example/b.pdf", "Vortragsfolien", "slides"),
            ("https://a.example/c.pdf", "Landslides in the Alps", "link"),
            ("https://a.example.mp4", "", "link"),
            ("https://a.example/demo.mp4", "Slides (video)", "slides"),
        ] {
            let mut media = Media::default();
            let label = Some(label).filter(|label| !label.is_empty());
            let href = Href::new(url).unwrap();
            media.add(href, label.map(LocalizedText::plain), "", LinkKind::Link);
            let language = LanguageTag::english();
            let found = match (media.sources.first(), media.slides.len()) {
                (Some(source), _) => source.provider().to_owned(),
                (None, 1) => "slides".to_owned(),
                _ => match media.captions(&language).first() {
                    Some(captions) => format!("captions {}", captions.language.as_str()),
                    None => "link".to_owned(),
                },
            };
            assert_eq!(found, expected, "{url}");
        }
    }

    #[test]
    fn finds_what_a_relative_address_means() {
        for (base, path, expected) in [
            ("https://a.example/x/", "/b.pdf", "https://a.example/b.pdf"),
            (
                "https://a.example/x/y",
                "b.pdf",
                "https://a.example/x/b.pdf",
            ),
            ("https://a.example", "b.pdf", "https://a.example/b.pdf"),
        ] {
            assert_eq!(absolute(&Href::new(base).unwrap(), path), expected);
        }
    }
}
