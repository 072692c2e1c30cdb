//! Addresses of the providers' players and pages, made of checked ids only.
//!
//! Parameters as documented by YouTube ("YouTube Embedded Players and Player Parameters"), Vimeo
//! ("Player parameters overview") and PeerTube ("Embed API"); read on 2026-11-24.

use super::{Href, LanguageTag, Playlist, PlaylistProvider, Seconds, VideoSource};

impl VideoSource {
    /// The address of the provider's player, for a frame; none for a file.
    ///
    /// Nothing starts by itself; captions are on where the provider has them.
    #[must_use]
    pub fn frame_address(&self, at: Option<Seconds>, language: &LanguageTag) -> Option<String> {
        let language = language.primary();
        match self {
            Self::File { .. } => None,
            Self::YouTube(id) => {
                let start = at.map(|at| format!("&start={}", at.0)).unwrap_or_default();
                Some(format!(
                    "https://www.youtube-nocookie.com/embed/{id}?rel=0&hl={language}\
                     &cc_load_policy=1&cc_lang_pref={language}{start}"
                ))
            }
            Self::Vimeo(id) => {
                let start = at.map(|at| format!("#t={}s", at.0)).unwrap_or_default();
                Some(format!(
                    "https://player.vimeo.com/video/{id}?dnt=1&texttrack={language}{start}"
                ))
            }
            Self::PeerTube { host, id } => {
                let start = at.map(|at| format!("&start={}s", at.0)).unwrap_or_default();
                Some(format!(
                    "{host}/videos/embed/{id}?p2p=0&warningTitle=0&subtitle={language}{start}"
                ))
            }
        }
    }

    /// The address of the video's page at the provider; none for a file.
    #[must_use]
    pub fn watch_address(&self, at: Option<Seconds>) -> Option<String> {
        let seconds = at.map_or(0, |at| at.0);
        let from = |mark: &str| at.map(|_| format!("{mark}{seconds}s")).unwrap_or_default();
        match self {
            Self::File { .. } => None,
            Self::YouTube(id) => Some(format!(
                "https://www.youtube.com/watch?v={id}{}",
                from("&t=")
            )),
            Self::Vimeo(id) => Some(format!("https://vimeo.com/{id}{}", from("#t="))),
            Self::PeerTube { host, id } => Some(format!("{host}/w/{id}{}", from("?start="))),
        }
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

    /// The address of the list's page: the one in the file, else the provider's for the id.
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

    #[test]
    fn leads_to_the_second() {
        let host = Href::new("https://video.example").unwrap();
        let at = Some(Seconds(754));
        let german = LanguageTag::german();
        for (source, frame, watch) in [
            (
                VideoSource::youtube("abcdefghij-").unwrap(),
                "https://www.youtube-nocookie.com/embed/abcdefghij-?rel=0&hl=de\
                 &cc_load_policy=1&cc_lang_pref=de&start=754",
                "https://www.youtube.com/watch?v=abcdefghij-&t=754s",
            ),
            (
                VideoSource::vimeo("12345678").unwrap(),
                "https://player.vimeo.com/video/12345678?dnt=1&texttrack=de#t=754s",
                "https://vimeo.com/12345678#t=754s",
            ),
            (
                VideoSource::peertube(&host, "abcdefgh").unwrap(),
                "https://video.example/videos/embed/abcdefgh?p2p=0&warningTitle=0&subtitle=de&start=754s",
                "https://video.example/w/abcdefgh?start=754s",
            ),
        ] {
            assert_eq!(source.frame_address(at, &german).as_deref(), Some(frame));
            assert_eq!(source.watch_address(at).as_deref(), Some(watch));
        }
    }
}
