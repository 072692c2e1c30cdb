//! A list of videos, as `yt-dlp -J --flat-playlist ADDRESS` writes it.
//!
//! Source: `_extract_video` and `_extract_playlist` in `yt_dlp/extractor/youtube/` of
//! <https://github.com/yt-dlp/yt-dlp>, and `Output template` in its `README.md`, read on 2026-11-30.
//! Lists of Vimeo and PeerTube have the same fields. A channel is a list of lists.

use nachlese_event::{
    Href, PlaylistProvider, Seconds, VideoSource,
    problem::{Finding, ImportFinding, JsonPath, Problem},
};
use nachlese_reader::{
    context::{Context, Dialect},
    cursor::{Fields, Node},
    json::Json,
    provider::{list_at, video_at},
};

use crate::import::value::{short, word};

/// A list of videos.
#[derive(Debug, Default)]
pub(super) struct VideoList {
    pub(super) title: Option<String>,
    pub(super) url: Option<Href>,
    /// The list at its provider.
    pub(super) list: Option<(PlaylistProvider, String)>,
    pub(super) videos: Vec<Video>,
}

/// A video of a list.
#[derive(Debug, Clone)]
pub(super) struct Video {
    pub(super) title: String,
    pub(super) url: String,
    pub(super) source: VideoSource,
    /// How long it takes, in seconds.
    pub(super) seconds: Option<u32>,
    pub(super) description: Option<String>,
    /// Its place in the file.
    pub(super) path: JsonPath,
}

/// How deep lists are in lists: a channel has tabs, which have videos.
const DEEPEST: usize = 3;

/// Whether JSON is such a list.
pub(super) fn is_video_list(json: &Json) -> bool {
    let is_list = matches!(json.get("entries"), Some(Json::List(_)));
    let says_so = matches!(json.get("_type"), Some(Json::String(word)) if word == "playlist");
    is_list && (says_so || json.get("extractor").is_some())
}

/// Reads the list, and what was wrong with it.
pub(super) fn video_list(json: &Json) -> (VideoList, Vec<Problem>) {
    let context = Context::of(Dialect::Foreign);
    let mut list = VideoList::default();
    let mut gone = Gone::default();
    read_list(Node::root(json, &context), &mut list, &mut gone, 0);
    let mut problems = context.into_problems();
    if let Some(path) = gone.first {
        let count = gone.count;
        let finding = Finding::Import(ImportFinding::VideosUnavailable { count });
        problems.push(Problem::new(&path, finding));
    }
    (list, problems)
}

/// Videos that nobody can watch.
#[derive(Default)]
struct Gone {
    count: usize,
    first: Option<JsonPath>,
}

fn read_list(node: Node<'_>, list: &mut VideoList, gone: &mut Gone, depth: usize) {
    node.object(|fields| {
        about_the_file(fields);
        let title = fields.get("title").and_then(short);
        fields.get("description").inspect(Node::skip);
        let url = fields.any(&["webpage_url", "original_url"]).and_then(word);
        let url = url.and_then(|url| Href::new(&url).ok());
        if depth == 0 {
            list.title = title;
            list.list = url.as_ref().and_then(|url| list_at(url.as_str()));
            list.url = url;
        }
        if let Some(entries) = fields.get("entries") {
            entries.list(|entry| {
                if entry.json.get("entries").is_some() && depth < DEEPEST {
                    read_list(entry, list, gone, depth + 1);
                } else {
                    read_video(entry, list, gone);
                }
                None::<()>
            });
        }
        Some(())
    });
}

/// What the program says about itself, the channel and the pictures.
fn about_the_file(fields: &Fields<'_>) {
    for name in ASIDE {
        fields.get(name);
    }
}

const ASIDE: &[&str] = &[
    "_type",
    "_version",
    "__x_forwarded_for_ip",
    "aspect_ratio",
    "availability",
    "channel",
    "channel_follower_count",
    "channel_id",
    "channel_is_verified",
    "channel_url",
    "duration_string",
    "epoch",
    "extractor",
    "extractor_key",
    "filesize_approx",
    "heatmap",
    "ie_key",
    "id",
    "language",
    "live_status",
    "modified_date",
    "playlist",
    "playlist_autonumber",
    "playlist_count",
    "playlist_id",
    "playlist_index",
    "playlist_title",
    "playlist_uploader",
    "playlist_uploader_id",
    "playlist_channel",
    "playlist_channel_id",
    "playlist_webpage_url",
    "n_entries",
    "release_timestamp",
    "release_year",
    "thumbnail",
    "thumbnails",
    "timestamp",
    "upload_date",
    "uploader",
    "uploader_id",
    "uploader_url",
    "view_count",
    "webpage_url_basename",
    "webpage_url_domain",
    "x_forwarded_for_ip",
];

/// What YouTube calls videos that are gone.
const GONE: &[&str] = &["[Private video]", "[Deleted video]", "[Unavailable video]"];

fn read_video(node: Node<'_>, list: &mut VideoList, gone: &mut Gone) {
    node.object(|fields| {
        about_the_file(fields);
        let id = fields.get("id").and_then(word);
        let title = fields.get("title").and_then(short);
        let description = fields.get("description").and_then(word);
        let seconds = fields.get("duration").and_then(|node| seconds(node.json));
        let told =
            ["webpage_url", "url", "original_url"].map(|name| fields.get(name).and_then(word));
        let source = told
            .iter()
            .flatten()
            .find_map(|url| Some((url.clone(), video_at(url)?)));
        let source = source.or_else(|| {
            let id = id?;
            let source = VideoSource::youtube(&id)?;
            Some((format!("https://www.youtube.com/watch?v={id}"), source))
        });
        let title = title.filter(|title| !GONE.contains(&title.as_str()));
        let Some((title, (url, source))) = title.zip(source) else {
            gone.count += 1;
            gone.first.get_or_insert_with(|| node.path());
            return None::<()>;
        };
        // A video may be in a list twice.
        if list
            .videos
            .iter()
            .rev()
            .take(1)
            .all(|last| last.source != source)
        {
            list.videos.push(Video {
                title,
                url,
                source,
                seconds,
                description,
                path: node.path(),
            });
        }
        None
    });
}

fn seconds(json: &Json) -> Option<u32> {
    let Json::Number(number) = json else {
        return None;
    };
    let range = 1..=Seconds::LONGEST_RECORDING;
    Seconds::within(range, number.round()).map(|it| it.0)
}
