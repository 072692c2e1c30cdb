//! Players: the browser's own for files, or a provider's in a frame.

mod file;

use leptos::prelude::untrack;
use nachlese_event::{Captions, Href, Playlist, PlaylistProvider, Seconds, TalkId, VideoSource};
use nachlese_markup::{El, ElementRef, Markup, el, follow};

use self::file::{file, show};
use super::{talk_name::talk_title, words::plain};
#[cfg(target_arch = "wasm32")]
use crate::browser::origin;
use crate::{
    state::{AppState, Playable},
    text::prelude::*,
};

/// Something to play.
#[derive(Debug, Clone)]
pub struct Clip {
    /// Which part of the event it is.
    pub what: Playable,
    /// What is played, and its source.
    pub media: Media,
    /// Its captions, if it is a file.
    pub captions: Vec<Captions>,
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

    /// Whether playing it contacts a provider that the reader has to allow first.
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
    /// The recording of a talk, or a playlist. `None` if it cannot be played here.
    pub fn of(state: AppState, what: Playable) -> Option<Self> {
        let catalogue = state.catalogue();
        let (media, captions) = match &what {
            Playable::Talk(id) => {
                let recording = catalogue.event.talk(id)?.recording.as_ref()?;
                let source = recording
                    .sources
                    .first()
                    .filter(|_| recording.is_playable())?;
                (Media::Video(source.clone()), recording.captions.clone())
            }
            Playable::List(at) => {
                let list = catalogue.event.playlists.get(*at)?;
                list.frame_address(&state.language.get_untracked())?;
                (Media::List(list.clone()), Vec::new())
            }
        };
        Some(Self {
            what,
            media,
            captions,
        })
    }

    /// Its title as plain text.
    pub fn title(&self, state: AppState) -> String {
        match (&self.media, self.talk()) {
            (Media::List(list), _) => plain(state, &list.title),
            (_, talk) => {
                let catalogue = state.catalogue();
                let talk = talk.and_then(|id| catalogue.event.talk(id));
                talk.map(|talk| talk_title(state, talk)).unwrap_or_default()
            }
        }
    }

    /// The player's name for screen readers.
    pub fn name(&self, state: AppState) -> String {
        let provider = self.media.provider_and_company().0;
        state.speech().player_title(&self.title(state), &provider)
    }

    /// The recorded talk. `None` for a playlist.
    pub fn talk(&self) -> Option<&TalkId> {
        match &self.what {
            Playable::Talk(id) => Some(id),
            Playable::List(_) => None,
        }
    }

    /// The second that the address asks for, if it is about this talk.
    pub fn position(&self, state: AppState) -> Option<Seconds> {
        let target = state.view.target.read();
        let target = target.as_ref()?;
        self.talk()
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

    /// The address of the played file, from where the talk begins. `None` if it is not a file.
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
}

/// Plays a clip: a file in the browser's own player, anything else in the provider's. `around` is
/// the element that gets the focus when a player is closed.
pub fn player(clip: &Clip, around: ElementRef) -> Markup {
    let state = AppState::expect();
    match &clip.media {
        Media::Video(VideoSource::File { .. }) => file(state, clip.clone(), around),
        _ => frame(state, clip.clone()).into(),
    }
}

/// A provider's player, which plays at once, because the reader has pressed a button for it. The
/// frame has only the permissions that playing needs.
fn frame(state: AppState, clip: Clip) -> El {
    let named = clip.clone();
    let start = clip.start();
    let address = {
        let media = clip.media.clone();
        move |at| {
            let language = state.language.get_untracked();
            let address = match &media {
                Media::Video(source) => source.frame_address(at, &language),
                Media::List(list) => list.frame_address(&language),
            };
            address.map(|address| at_once(&address, media.provider(), &origin()))
        }
    };
    let first = address(untrack(|| clip.position(state)));
    let frame = ElementRef::new();
    let mut is_open = false;
    follow(move || {
        let at = clip.position(state);
        // The same second may be wanted again. If no second is wanted, the video plays on.
        if at.is_some() && std::mem::replace(&mut is_open, true) {
            if !at.is_some_and(|at| seek(frame, at)) {
                frame.set_text("src", &address(at).unwrap_or_default());
            }
            show(frame);
        }
        is_open = true;
    });
    converse(frame);
    // YouTube refuses to play (error 153) unless it is told the page's origin. The address comes
    // last: a frame must know its limits before it loads.
    el("iframe")
        .class("player__frame")
        .live_attr("title", move || named.name(state))
        .attr(
            "allow",
            "autoplay; fullscreen; picture-in-picture; encrypted-media",
        )
        .attr(
            "sandbox",
            "allow-scripts allow-same-origin allow-popups allow-presentation",
        )
        .attr("referrerpolicy", "strict-origin-when-cross-origin")
        .attr("data-start", (start.0 > 0).then_some(start.0))
        .at(frame)
        .address("src", first)
}

/// Gets into conversation with a provider's player, for as long as it is there.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(unused, reason = "only browsers have frames")
)]
fn converse(frame: ElementRef) {
    #[cfg(target_arch = "wasm32")]
    {
        // Later, because the element is not in the document yet.
        leptos::prelude::request_animation_frame(move || {
            if let Some(frame) = frame.element() {
                crate::browser::meet_player(&frame);
            }
        });
        leptos::prelude::on_cleanup(move || {
            if let Some(frame) = frame.element() {
                crate::browser::leave_player(&frame);
            }
        });
    }
}

/// Has a player go on from a second without loading anew, if it listens.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(unused, reason = "only browsers have frames")
)]
fn seek(frame: ElementRef, at: Seconds) -> bool {
    #[cfg(target_arch = "wasm32")]
    if let Some(frame) = frame.element() {
        return crate::browser::seek(&frame, at.0.into());
    }
    false
}

/// The address of a player that plays at once and tells `players.js` its position. `YouTube` wants
/// to know whom it tells: `origin` is that of the page.
fn at_once(address: &str, provider: &str, origin: &str) -> String {
    let (start, second) = address.split_at(address.find('#').unwrap_or(address.len()));
    let tells = match provider {
        "youtube" => "&enablejsapi=1&widgetid=1",
        "peertube" => "&api=1",
        _ => "",
    };
    // A page that was opened from a disk has the origin `null`.
    let (mark, origin) = match provider {
        "youtube" if origin.starts_with("http") => ("&origin=", origin),
        _ => ("", ""),
    };
    format!("{start}&autoplay=1{tells}{mark}{origin}{second}")
}

/// Is not known before the page is in a browser.
#[cfg(not(target_arch = "wasm32"))]
fn origin() -> String {
    String::new()
}

#[cfg(test)]
mod tests;
