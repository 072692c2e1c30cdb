//! What is asked of which host.
//!
//! Videos are asked for at the interfaces for programs, because a provider's page answers with 200
//! for a video that is gone: `oEmbed` of `YouTube` and `Vimeo` (<https://oembed.com>), and the REST
//! API of `PeerTube`. None of them has been tried yet.

use nachlese_event::{Href, VideoSource, problem::JsonPath};
use nachlese_reader::{document, json::Json, own::read_own};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::named_files::{ADDRESSES, may_be_shown, unknown_fields, unreachable::Kind};

/// What cannot stand in an address as it is.
const UNSAFE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// A question, and the place in the file that it is about.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) path: JsonPath,
    /// The address as readers know it.
    pub(super) shown: String,
    /// The host, for example `https://a.example:8443`.
    pub(super) host: String,
    /// The address that is asked for, in ASCII.
    pub(super) url: String,
    pub(super) kind: Kind,
}

/// All questions, in the order of the file. There are none about another program's programme.
pub(super) fn questions(text: &str) -> Vec<Question> {
    let (Ok(Some((_, problems))), Ok(json)) = (read_own(text), document(text)) else {
        return Vec::new();
    };
    let unknown = unknown_fields(&problems);
    let mut found = Vec::new();
    visit(&json, &JsonPath::root(), "", &mut found);
    found.retain(|question| !unknown.contains(&question.path));
    found
}

/// `name` is the name of the value's field, also for values in a list.
fn visit(value: &Json, path: &JsonPath, name: &str, out: &mut Vec<Question>) {
    match value {
        Json::String(address) if ADDRESSES.contains(&name) => out.extend(link(address, path)),
        Json::List(items) => {
            for (at, item) in items.iter().enumerate() {
                visit(item, &path.index(at), name, out);
            }
        }
        Json::Object(fields) if may_be_shown(value, name) => {
            if name == "sources" {
                out.extend(video(value, path));
            }
            for (field, value) in fields {
                // All fields of `legal` are addresses.
                let kind = if name == "legal" { "url" } else { field };
                visit(value, &path.field(field), kind, out);
            }
        }
        _ => {}
    }
}

fn link(address: &str, path: &JsonPath) -> Option<Question> {
    let href = Href::new(address.trim()).ok()?;
    let whole = href.as_str().split('#').next()?;
    let is_web = whole.starts_with("https://") || whole.starts_with("http://");
    let host = href.origin().filter(|host| is_web && host.is_ascii())?;
    Some(Question {
        path: path.clone(),
        shown: address.trim().to_owned(),
        host: host.to_ascii_lowercase(),
        url: utf8_percent_encode(whole, UNSAFE).to_string(),
        kind: Kind::Link,
    })
}

fn video(source: &Json, path: &JsonPath) -> Option<Question> {
    let text = |field| match source.get(field) {
        Some(Json::String(text)) => Some(text.trim()),
        _ => None,
    };
    let id = text("id")?;
    let (kind, video) = match text("provider")? {
        "youtube" => (Kind::YouTube, VideoSource::youtube(id)),
        "vimeo" => {
            let video = VideoSource::vimeo(id);
            let hash = text("hash");
            let video = video.and_then(|video| match hash {
                Some(hash) => video.with_hash(hash),
                None => Some(video),
            });
            (Kind::Vimeo, video)
        }
        "peertube" => {
            let host = Href::new(text("host")?).ok()?;
            (Kind::PeerTube, VideoSource::peertube(&host, id))
        }
        _ => return None,
    };
    let shown = video?.watch_address(None)?;
    let encoded = utf8_percent_encode(&shown, NON_ALPHANUMERIC);
    let url = match kind {
        Kind::YouTube => format!("https://www.youtube.com/oembed?format=json&url={encoded}"),
        Kind::Vimeo => format!("https://vimeo.com/api/oembed.json?url={encoded}"),
        _ => {
            let host = Href::new(&shown).ok()?;
            format!("{}/api/v1/videos/{id}", host.origin()?)
        }
    };
    Some(Question {
        shown,
        kind,
        ..link(&url, &path.field("id"))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_for_links_and_videos_where_they_are_told_about() {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "date": "2024-06-07",
            "legal": {"imprint": "https://a.example/i"},
            "source": {"url": "https://A.example:8443/x?q=ü#t", "label": "Meldung"},
            "sections": [{"kind": "links", "links": [{"url": "file.pdf", "label": "a"}, {"url": "mailto:a@b.example", "label": "b"}]}],
            "talks": [{"id": "t", "kind": "talk", "title": "A", "recording": {"status": "released", "sources": [
                {"provider": "youtube", "id": "dQw4w9WgXcQ", "start": 90},
                {"provider": "vimeo", "id": "123456789", "hash": "abcdef0123"},
                {"provider": "peertube", "host": "https://tube.example", "id": "9c9de5e8-0a1e-484a-b099-e80766180a6d"},
                {"provider": "file", "url": "https://files.example/a.mp4"}]}},
            {"id": "u", "kind": "talk", "title": "B", "recording": {"status": "withheld", "sources": [
                {"provider": "file", "url": "https://files.example/b.mp4"}]}}]}"#;
        let found = questions(text);
        let found: Vec<_> = found
            .iter()
            .map(|it| (it.path.to_string(), it.url.as_str(), it.shown.as_str()))
            .collect();
        let source = |at, field| format!("talks[0].recording.sources[{at}].{field}");
        let watch = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
        let vimeo = "https://vimeo.com/123456789/abcdef0123";
        let tube = "https://tube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d";
        let expected = [
            (
                "legal.imprint".to_owned(),
                "https://a.example/i",
                "https://a.example/i",
            ),
            (
                "source.url".to_owned(),
                "https://A.example:8443/x?q=%C3%BC",
                "https://A.example:8443/x?q=ü#t",
            ),
            (
                source(0, "id"),
                "https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww%2Eyoutube%2Ecom%2Fwatch%3Fv%3DdQw4w9WgXcQ",
                watch,
            ),
            (
                source(1, "id"),
                "https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo%2Ecom%2F123456789%2Fabcdef0123",
                vimeo,
            ),
            (
                source(2, "id"),
                "https://tube.example/api/v1/videos/9c9de5e8-0a1e-484a-b099-e80766180a6d",
                tube,
            ),
            (
                source(3, "url"),
                "https://files.example/a.mp4",
                "https://files.example/a.mp4",
            ),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn asks_nothing_about_other_programs_files() {
        let text = r#"{"talks": [{"code": "A", "title": "A", "url": "https://a.example/"}]}"#;
        assert_eq!(questions(text), []);
    }
}
