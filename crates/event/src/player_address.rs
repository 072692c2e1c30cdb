//! Addresses of the providers' players and pages, built only from checked ids.
//!
//! Parameters as documented by YouTube ("YouTube Embedded Players and Player Parameters"), Vimeo
//! ("Player parameters overview") and PeerTube ("Embed API"); read on 2026-11-24.

use super::{Href, LanguageTag, Playlist, PlaylistProvider, Seconds, VideoSource};

impl VideoSource {
    /// The address of the provider's player, for a frame, or `None` for a file. `at` is a second of
    /// the talk.
    ///
    /// The video does not start by itself. Captions are on if the provider has them.
    #[must_use]
    pub fn frame_address(&self, at: Option<Seconds>, language: &LanguageTag) -> Option<String> {
        let language = language.primary();
        let from = |mark, unit| self.from(at, mark, unit);
        match self {
            Self::File { .. } => None,
            Self::YouTube { id, .. } => Some(format!(
                "https://www.youtube-nocookie.com/embed/{id}?rel=0&hl={language}\
                 &cc_load_policy=1&cc_lang_pref={language}{}",
                from("&start=", "")
            )),
            Self::Vimeo { id, hash, .. } => {
                // Vimeo reads the hash only if it is the first parameter.
                let hash = hash.as_ref().map(|hash| format!("h={hash}&"));
                Some(format!(
                    "https://player.vimeo.com/video/{id}?{}dnt=1&texttrack={language}{}",
                    hash.unwrap_or_default(),
                    from("#t=", "s")
                ))
            }
            Self::PeerTube { host, id, .. } => Some(format!(
                "{host}/videos/embed/{id}?p2p=0&warningTitle=0&subtitle={language}{}",
                from("&start=", "s")
            )),
        }
    }

    /// The address of the video's page at the provider, or `None` for a file. `at` is a second of
    /// the talk.
    #[must_use]
    pub fn watch_address(&self, at: Option<Seconds>) -> Option<String> {
        let from = |mark| self.from(at, mark, "s");
        match self {
            Self::File { .. } => None,
            Self::YouTube { id, .. } => Some(format!(
                "https://www.youtube.com/watch?v={id}{}",
                from("&t=")
            )),
            Self::Vimeo { id, hash, .. } => {
                let hash = hash.as_ref().map(|hash| format!("/{hash}"));
                let hash = hash.unwrap_or_default();
                Some(format!("https://vimeo.com/{id}{hash}{}", from("#t=")))
            }
            Self::PeerTube { host, id, .. } => Some(format!("{host}/w/{id}{}", from("?start="))),
        }
    }

    /// The address of a file that plays from a second of the talk, as defined by W3C Media
    /// Fragments. `file` is the address of the whole file.
    #[must_use]
    pub fn file_address(&self, file: String, at: Option<Seconds>) -> String {
        file + &self.from(at, "#t=", "")
    }

    /// The part of an address that gives a second.
    fn from(&self, at: Option<Seconds>, mark: &str, unit: &str) -> String {
        let at = self.position(at);
        at.map(|at| format!("{mark}{}{unit}", at.0))
            .unwrap_or_default()
    }
}

impl Playlist {
    /// The address of the list's player, if the list has an id.
    #[must_use]
    pub fn frame_address(&self, language: &LanguageTag) -> Option<String> {
        let id = self.id.as_ref()?;
        let language = language.primary();
        match self.provider? {
            PlaylistProvider::YouTube => Some(format!(
                "https://www.youtube-nocookie.com/embed/videoseries?list={id}&rel=0&hl={language}\
                 &cc_load_policy=1&cc_lang_pref={language}"
            )),
            PlaylistProvider::PeerTube => Some(format!(
                "{}/video-playlists/embed/{id}?p2p=0",
                self.server()?
            )),
        }
    }

    /// The address of the list's page: the one in the event's file, else the provider's for the id.
    #[must_use]
    pub fn watch_address(&self) -> Option<String> {
        if let Some(url) = &self.url {
            return Some(url.as_str().to_owned());
        }
        match self.provider? {
            PlaylistProvider::YouTube => Some(format!(
                "https://www.youtube.com/playlist?list={}",
                self.id.as_ref()?
            )),
            PlaylistProvider::PeerTube => None,
        }
    }

    fn server(&self) -> Option<&str> {
        self.url.as_ref().and_then(Href::origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn youtube() -> VideoSource {
        VideoSource::youtube("abcdefghij-").unwrap()
    }

    fn vimeo() -> VideoSource {
        VideoSource::vimeo("12345678").unwrap()
    }

    fn peertube() -> VideoSource {
        let host = Href::new("https://video.example").unwrap();
        VideoSource::peertube(&host, "abcdefgh").unwrap()
    }

    #[test]
    fn leads_to_the_second() {
        let at = Some(Seconds(754));
        let german = LanguageTag::german();
        for (source, frame, watch) in [
            (
                youtube(),
                "https://www.youtube-nocookie.com/embed/abcdefghij-?rel=0&hl=de\
                 &cc_load_policy=1&cc_lang_pref=de&start=754",
                "https://www.youtube.com/watch?v=abcdefghij-&t=754s",
            ),
            (
                vimeo(),
                "https://player.vimeo.com/video/12345678?dnt=1&texttrack=de#t=754s",
                "https://vimeo.com/12345678#t=754s",
            ),
            (
                vimeo().with_hash("90e6d75118").unwrap(),
                "https://player.vimeo.com/video/12345678?h=90e6d75118&dnt=1&texttrack=de#t=754s",
                "https://vimeo.com/12345678/90e6d75118#t=754s",
            ),
            (
                peertube(),
                "https://video.example/videos/embed/abcdefgh?p2p=0&warningTitle=0&subtitle=de&start=754s",
                "https://video.example/w/abcdefgh?start=754s",
            ),
        ] {
            assert_eq!(source.frame_address(at, &german).as_deref(), Some(frame));
            assert_eq!(source.watch_address(at).as_deref(), Some(watch));
            // If the talk begins later in the video, so do its seconds.
            let later = source.starting_at(Seconds(700));
            for at in [Some(Seconds(54)), None] {
                let second = at.map_or("700", |_| "754");
                let expected = frame.replace("754", second);
                assert_eq!(later.frame_address(at, &german), Some(expected));
                let expected = watch.replace("754", second);
                assert_eq!(later.watch_address(at), Some(expected));
            }
        }
    }

    #[test]
    fn begins_at_the_beginning_where_nothing_is_said() {
        for source in [youtube(), vimeo(), peertube()] {
            let frame = source.frame_address(None, &LanguageTag::german()).unwrap();
            let watch = source.watch_address(None).unwrap();
            assert!(
                !frame.contains("start=") && !frame.contains("#t="),
                "{frame}"
            );
            assert!(!watch.contains("t="), "{watch}");
        }
    }

    #[test]
    fn files_begin_at_the_second() {
        let file = VideoSource::file(Href::new("a.mp4").unwrap(), None);
        let later = file.clone().starting_at(Seconds(60));
        for (source, at, expected) in [
            (&file, None, "x/a.mp4"),
            (&file, Some(5), "x/a.mp4#t=5"),
            (&later, None, "x/a.mp4#t=60"),
            (&later, Some(5), "x/a.mp4#t=65"),
        ] {
            let found = source.file_address("x/a.mp4".to_owned(), at.map(Seconds));
            assert_eq!(found, expected);
        }
    }
}
