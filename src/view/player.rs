//! Players: the browser's own for files, a provider's in a frame.

use leptos::prelude::{Get, Read, RwSignal, Set, untrack};

use super::markup::{El, Markup, Place, el, follow, group};
use crate::{
    model::{
        Captions, CaptionsOrigin, Href, Playlist, PlaylistProvider, Seconds, TalkId, VideoSource,
    },
    state::AppState,
    text::Speech,
};

/// Something to play.
#[derive(Debug, Clone)]
pub struct Clip {
    /// What, and where from.
    pub media: Media,
    /// Its captions, if it is a file.
    pub captions: Vec<Captions>,
    /// The talk it records; none for a playlist.
    pub talk: Option<TalkId>,
    /// What it is called, in plain words.
    pub title: String,
}

/// A video or a list of videos.
#[derive(Debug, Clone)]
pub enum Media {
    /// One video.
    Video(VideoSource),
    /// A list.
    List(Playlist),
}

impl Media {
    /// The provider's word in the format.
    pub fn provider(&self) -> &'static str {
        match self {
            Self::Video(source) => source.provider(),
            Self::List(list) => list.provider.map_or("youtube", PlaylistProvider::as_str),
        }
    }

    /// Whether playing it contacts somebody whom the reader has to allow first.
    pub fn is_asked_first(&self, state: AppState) -> bool {
        match self {
            Self::Video(VideoSource::File { url, .. }) => state.catalogue().assets.is_foreign(url),
            _ => true,
        }
    }

    /// The provider's name, and the company that receives the reader's data.
    pub fn provider_and_company(&self) -> (String, String) {
        let host_of = |href: &Href| href.host().unwrap_or_default().to_owned();
        match (self.provider(), self) {
            ("youtube", _) => ("YouTube".to_owned(), "Google Ireland Ltd.".to_owned()),
            ("vimeo", _) => ("Vimeo".to_owned(), "Vimeo.com, Inc.".to_owned()),
            (_, Self::Video(VideoSource::PeerTube { host, .. })) => {
                ("PeerTube".to_owned(), host_of(host))
            }
            (_, Self::Video(VideoSource::File { url, .. })) => (host_of(url), host_of(url)),
            (_, Self::List(list)) => (
                "PeerTube".to_owned(),
                list.url.as_ref().map(host_of).unwrap_or_default(),
            ),
            (_, Self::Video(_)) => (String::new(), String::new()),
        }
    }
}

impl Clip {
    /// The player's name for those who cannot see it.
    pub fn name(&self, speech: Speech) -> String {
        speech.player_title(&self.title, &self.media.provider_and_company().0)
    }

    /// The second that the address asks for, as long as it means this talk.
    pub fn position(&self, state: AppState) -> Option<Seconds> {
        let target = state.target.read();
        let target = target.as_ref()?;
        self.talk
            .as_ref()
            .filter(|talk| talk.as_str() == target.id)
            .and(target.at)
    }

    /// Where in the video the talk begins.
    fn start(&self) -> Seconds {
        match &self.media {
            Media::Video(source) => source.start(),
            Media::List(_) => Seconds(0),
        }
    }

    /// The address of the file that is played, if it is one, from where the talk begins.
    pub fn file(&self, state: AppState) -> Option<String> {
        self.file_from(state, None)
    }

    fn file_from(&self, state: AppState, at: Option<Seconds>) -> Option<String> {
        let Media::Video(source) = &self.media else {
            return None;
        };
        let VideoSource::File { url, .. } = source else {
            return None;
        };
        let file = state.catalogue().assets.resolve(url)?;
        Some(source.file_address(file, at))
    }

    /// A link to the same video on the provider's own page.
    pub fn alternative(&self, state: AppState) -> Option<El> {
        let clip = self.clone();
        let address = move || match &clip.media {
            Media::Video(source) => source.watch_address(clip.position(state)),
            Media::List(list) => list.watch_address(),
        };
        untrack(&address)?;
        let text = state
            .speech()
            .watch_at(&self.media.provider_and_company().0);
        Some(
            el("a")
                .live_attr("href", address)
                .attr("rel", "noopener noreferrer")
                .child(text),
        )
    }
}

/// Plays a clip; for a file the browser's own player, else the provider's.
pub fn player(clip: &Clip) -> Markup {
    let state = AppState::expect();
    match &clip.media {
        Media::Video(VideoSource::File {
            url, media_type, ..
        }) => file_player(state, clip, url, media_type.clone()),
        _ => frame(state, clip.clone()).into(),
    }
}

/// A provider's player. The frame may do no more than playing needs.
fn frame(state: AppState, clip: Clip) -> El {
    let title = clip.name(state.speech());
    let address = move || match &clip.media {
        Media::Video(source) => source.frame_address(clip.position(state), &state.language.read()),
        Media::List(list) => list.frame_address(&state.language.read()),
    };
    // YouTube refuses to play (error 153) unless it is told the page's origin. The address comes
    // last: a frame must know its limits before it loads.
    el("iframe")
        .class("player__frame")
        .attr("title", title)
        .attr("allow", "fullscreen; picture-in-picture; encrypted-media")
        .attr(
            "sandbox",
            "allow-scripts allow-same-origin allow-popups allow-presentation",
        )
        .attr("referrerpolicy", "strict-origin-when-cross-origin")
        .live_attr("src", address)
}

/// The browser's own player, and a sentence where it cannot begin at the second that is asked for.
fn file_player(state: AppState, clip: &Clip, url: &Href, media_type: Option<String>) -> Markup {
    let at = untrack(|| clip.position(state));
    let file = clip.file_from(state, at).unwrap_or_default();
    let source = el("source").attr("src", file).attr("type", media_type);
    let start = clip.start();
    let tracks = clip.captions.iter();
    let tracks = tracks.map(|captions| track(state, captions, start));
    let video = Place::new();
    let sought = clip.clone();
    let mut is_open = false;
    follow(move || {
        let at = sought.position(state);
        // The first position stands in the file's address.
        if let (Some(at), true) = (at, std::mem::replace(&mut is_open, true)) {
            let at = f64::from(start.0) + f64::from(at.0);
            video.set_number("currentTime", at);
        }
    });
    // On hosts that send files as a whole only, browsers cannot jump: nothing says so but this.
    let sought = clip.clone();
    let is_known = RwSignal::new(false);
    let note = move || {
        let at = sought.position(state).unwrap_or_default();
        let at = Seconds(start.0.saturating_add(at.0));
        if is_known.get() && !video.can_go_to(f64::from(at.0)) {
            state.speech().begins_from_the_start(at)
        } else {
            String::new()
        }
    };
    // On another origin captions are refused to a video that is not asked for like them. What lies
    // beside the event comes with the headers that the event needed.
    let is_shared = state.catalogue().frame.is_embedded && url.is_relative();
    let video = el("video")
        .class("player__video")
        .attr("controls", true)
        .attr("crossorigin", is_shared.then_some("anonymous"))
        .attr("preload", "metadata")
        .attr("aria-label", clip.name(state.speech()))
        .on("loadedmetadata", move |_| is_known.set(true))
        .at(video)
        .child(source)
        .children(tracks);
    let note = el("p")
        .class("player__note")
        .attr("aria-live", "polite")
        .live_text(note);
    group([video.into(), note.into()])
}

/// A file of captions; machine-made ones are labelled so. Its cues count from `start`, where the
/// talk begins in the video, and the browser's from the beginning.
#[cfg_attr(
    not(feature = "web"),
    expect(unused, reason = "only browsers load captions")
)]
fn track(state: AppState, captions: &Captions, start: Seconds) -> El {
    let catalogue = state.catalogue();
    let speech = state.speech();
    let language = speech.language_name(&captions.language);
    let label = match captions.origin {
        CaptionsOrigin::Auto => format!("{language} ({})", speech.captions_automatic()),
        _ => language.to_owned(),
    };
    let is_readers = captions.language.is_same_language(&state.language.read());
    let track = el("track");
    #[cfg(feature = "web")]
    let track = if start.0 > 0 {
        track.on("load", move |event| {
            crate::browser::move_cues(&event, start.0.into());
        })
    } else {
        track
    };
    track
        .attr("kind", "captions")
        .address("src", catalogue.assets.resolve(&captions.url))
        .attr("srclang", captions.language.as_str().to_owned())
        .attr("label", label)
        .attr("default", is_readers)
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests;
