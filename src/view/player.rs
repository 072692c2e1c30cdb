//! Players: the browser's own for files, a provider's in a frame.

use leptos::prelude::{Get, GetUntracked, Read, RwSignal, Set, request_animation_frame, untrack};

use super::markup::{El, Markup, Place, el, follow, group, switch};
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

/// Plays a clip; for a file the browser's own player, else the provider's. `around` is what keeps
/// the focus when a player goes.
pub fn player(clip: &Clip, around: Place) -> Markup {
    let state = AppState::expect();
    match &clip.media {
        Media::Video(VideoSource::File { .. }) => file(state, clip.clone(), around),
        _ => frame(state, clip.clone()).into(),
    }
}

/// A provider's player, which plays at once: the reader has pressed for it. The frame may do no more
/// than playing needs.
fn frame(state: AppState, clip: Clip) -> El {
    let title = clip.name(state.speech());
    let address = {
        let media = clip.media.clone();
        move |at| {
            let language = state.language.get_untracked();
            let address = match &media {
                Media::Video(source) => source.frame_address(at, &language),
                Media::List(list) => list.frame_address(&language),
            };
            address.map(|address| at_once(&address))
        }
    };
    let first = address(untrack(|| clip.position(state)));
    let frame = Place::new();
    let mut is_open = false;
    follow(move || {
        let at = clip.position(state);
        // The same second may be wanted again; where no other is, it plays on.
        if at.is_some() && std::mem::replace(&mut is_open, true) {
            frame.set_text("src", &address(at).unwrap_or_default());
            show(frame);
        }
        is_open = true;
    });
    // YouTube refuses to play (error 153) unless it is told the page's origin. The address comes
    // last: a frame must know its limits before it loads.
    el("iframe")
        .class("player__frame")
        .attr("title", title)
        .attr(
            "allow",
            "autoplay; fullscreen; picture-in-picture; encrypted-media",
        )
        .attr(
            "sandbox",
            "allow-scripts allow-same-origin allow-popups allow-presentation",
        )
        .attr("referrerpolicy", "strict-origin-when-cross-origin")
        .at(frame)
        .address("src", first)
}

/// The address of a player that plays at once.
fn at_once(address: &str) -> String {
    let (start, second) = address.split_at(address.find('#').unwrap_or(address.len()));
    format!("{start}&autoplay=1{second}")
}

/// The browser's own player; where the file is missing or broken, a sentence with the ways on.
fn file(state: AppState, clip: Clip, around: Place) -> Markup {
    let is_broken = RwSignal::new(false);
    let draw = move |is_shown| {
        if is_shown {
            failure(state, &clip, is_broken, around).into()
        } else {
            file_player(state, &clip, is_broken)
        }
    };
    switch(move || is_broken.get(), draw)
}

/// Says that a recording does not play, and what can be done.
fn failure(state: AppState, clip: &Clip, is_broken: RwSignal<bool>, around: Place) -> El {
    let speech = state.speech();
    let retry = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| {
            is_broken.set(false);
            around.focus();
        })
        .child(speech.retry());
    let link = el("a").address("href", clip.file(state));
    let actions = el("div")
        .class("player__actions")
        .child(retry)
        .child(link.child(speech.open_file()));
    let text = el("p")
        .attr("role", "alert")
        .attr("data-code", "recording-failed")
        .child(speech.recording_failed());
    el("div")
        .class("player__failure")
        .child(text)
        .child(actions)
}

/// The browser's own player, and a sentence where it cannot begin at the second that is asked for.
fn file_player(state: AppState, clip: &Clip, is_broken: RwSignal<bool>) -> Markup {
    let Media::Video(VideoSource::File {
        url, media_type, ..
    }) = &clip.media
    else {
        return group([]);
    };
    let at = untrack(|| clip.position(state));
    let file = clip.file_from(state, at).unwrap_or_default();
    let source = el("source")
        .attr("src", file)
        .attr("type", media_type.clone())
        .on("error", move |_| is_broken.set(true));
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
            play_if_pressed(video);
            show(video);
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
    if cfg!(target_family = "wasm") {
        // Not in the same turn: the element is not in the document yet.
        request_animation_frame(move || play_if_pressed(video));
    }
    // On another origin captions are refused to a video that is not asked for like them. What lies
    // beside the event comes with the headers that the event needed.
    let is_shared = state.catalogue().frame.is_embedded && url.is_relative();
    let video = el("video")
        .class("player__video")
        .attr("controls", true)
        .attr("crossorigin", is_shared.then_some("anonymous"))
        .attr("preload", "metadata")
        .attr("aria-label", clip.name(state.speech()))
        .attr("data-start", (start.0 > 0).then_some(start.0))
        .on("loadedmetadata", move |_| is_known.set(true))
        .on("error", move |_| is_broken.set(true))
        .at(video)
        .child(source)
        .children(tracks);
    let note = el("p")
        .class("player__note")
        .attr("aria-live", "polite")
        .live_text(note);
    group([video.into(), note.into()])
}

/// Plays what the reader has just pressed for; what an address opens waits.
#[cfg_attr(not(feature = "web"), expect(unused, reason = "only browsers play"))]
fn play_if_pressed(video: Place) {
    #[cfg(feature = "web")]
    if let Some(video) = video.element() {
        crate::browser::play_if_pressed(&video);
    }
}

/// Scrolls as far as a player is in sight.
#[cfg_attr(not(feature = "web"), expect(unused, reason = "only browsers scroll"))]
fn show(player: Place) {
    #[cfg(feature = "web")]
    if let Some(player) = player.element() {
        crate::browser::bring_into_sight(&player);
    }
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
