//! An event of a list of videos: an item for each video, with its recording.

use std::rc::Rc;

use nachlese_event::{
    Event, LocalizedText, Playlist, Seconds,
    problem::{JsonPath, Problem},
};
use nachlese_reader::{ParseError, json::Json};

use super::{
    rows::{Items, object, text},
    videos::{VideoList, video_list},
};
use crate::import::ZoneRules;

/// Reads the list.
pub(super) fn read(
    json: &Json,
    zones: &Rc<dyn ZoneRules>,
) -> Result<(Event, Vec<Problem>), ParseError> {
    let (list, problems) = video_list(json);
    let mut items = Items::new(zones);
    items.problems = problems;
    let programme = &mut items.programme;
    programme.title = list.title.as_deref().map(LocalizedText::plain);
    programme.page.clone_from(&list.url);
    for video in &list.videos {
        let length = video.seconds.map(|seconds| text(Seconds(seconds).to_iso()));
        items.rows.push(object([
            ("title", text(video.title.as_str())),
            ("duration", length.unwrap_or(Json::Null)),
            (
                "description",
                video.description.as_deref().map_or(Json::Null, text),
            ),
            ("recording_url", text(video.url.as_str())),
        ]));
    }
    let places = |at: usize, field: Option<&str>| {
        let video = list.videos.get(at);
        let path = video.map_or_else(JsonPath::root, |video| video.path.clone());
        let name = field.map(|field| {
            if field == "recording_url" {
                "url"
            } else {
                field
            }
        });
        let path = name.map_or(path.clone(), |name| path.field(name));
        (path, name.map(str::to_owned))
    };
    let (mut event, problems) = items.into_event(&places, ("yt-dlp", "`entries[].title`"))?;
    let items = event.talks.iter().map(|talk| talk.id.clone()).collect();
    event.playlists.extend(list.playlist(items));
    Ok((event, problems))
}

impl VideoList {
    /// The list itself, if it can be played as one.
    pub(super) fn playlist(&self, items: Vec<nachlese_event::TalkId>) -> Option<Playlist> {
        let (provider, id) = self.list.clone()?;
        let url = self.url.clone();
        let title = self
            .title
            .as_deref()
            .or(url.as_ref().map(nachlese_event::Href::as_str))?;
        Some(Playlist {
            title: LocalizedText::plain(title),
            provider: Some(provider),
            id: Some(id),
            url,
            items,
            fallback_links: Vec::new(),
        })
    }
}
