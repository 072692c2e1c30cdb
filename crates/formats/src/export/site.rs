//! Where the pages of an event are.

use nachlese_event::{AssetBase, Href, Seconds, TalkId};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use thiserror::Error;

/// The addresses of an event's pages and files, as far as they are known.
///
/// All addresses are absolute. Unknown addresses are `None`, never a guess.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Site {
    base: Option<String>,
    assets: AssetBase,
    has_previews: bool,
}

/// The address has no scheme `https:` or `http:`, or has a search part or a fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the address of a page begins with https:// and has neither `?` nor `#`")]
pub struct NotAWebAddress;

impl Site {
    /// A site whose address is not known. It only knows addresses that are absolute in the event.
    #[must_use]
    pub fn unknown() -> Self {
        Self::default()
    }

    /// The site whose event page is `base`.
    ///
    /// `folder` is where the event's file is, relative to the page: `events/<id>/`. A missing
    /// `/` at the end of the base is added, a file name such as `index.html` is cut off.
    ///
    /// # Errors
    /// [`NotAWebAddress`] unless the base is a plain `https:` or `http:` address.
    pub fn at(base: &Href, folder: &str) -> Result<Self, NotAWebAddress> {
        let text = base.as_str();
        let scheme = text.split("://").next().unwrap_or_default();
        let is_web = ["https", "http"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known));
        let origin = base.origin().filter(|_| is_web).ok_or(NotAWebAddress)?;
        if text.contains(['?', '#']) {
            return Err(NotAWebAddress);
        }
        let path = &text[origin.len()..];
        let (folders, last) = path.rsplit_once('/').unwrap_or(("", path));
        let is_file = last.to_ascii_lowercase().ends_with("html") && last.contains('.');
        let base = if last.is_empty() || is_file {
            format!("{origin}{folders}/")
        } else {
            format!("{origin}{folders}/{last}/")
        };
        let assets = AssetBase::of(&format!("{base}{folder}"));
        let base = Some(encoded(&base));
        Ok(Self {
            base,
            assets,
            has_previews: false,
        })
    }

    /// The same for an event whose file is at this whole address.
    #[must_use]
    pub fn with_file(self, file: &str) -> Self {
        let assets = AssetBase::of(file);
        Self { assets, ..self }
    }

    /// The same with a picture beside each page and feed, if there is one.
    #[must_use]
    pub fn with_previews(self, has_previews: bool) -> Self {
        Self {
            has_previews,
            ..self
        }
    }

    /// Whether the address of the pages is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.base.is_some()
    }

    /// The page of the event.
    #[must_use]
    pub fn event_page(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// The page of a talk.
    #[must_use]
    pub fn talk_page(&self, talk: &TalkId) -> Option<String> {
        self.file(&format!("talk/{talk}/"))
    }

    /// The preview picture of a talk, which is next to its page.
    #[must_use]
    pub fn preview(&self, talk: &TalkId) -> Option<String> {
        let file = self.file(&format!("talk/{talk}/preview.png"));
        file.filter(|_| self.has_previews)
    }

    /// The preview picture of the event, which is next to its page.
    #[must_use]
    pub fn event_preview(&self) -> Option<String> {
        self.file("preview.png").filter(|_| self.has_previews)
    }

    /// The square picture of the event's feed, which is next to it.
    #[must_use]
    pub fn cover(&self) -> Option<String> {
        self.file("feed.png").filter(|_| self.has_previews)
    }

    /// A second of a talk's recording, on the page of the event.
    #[must_use]
    pub fn moment(&self, talk: &TalkId, at: Seconds) -> Option<String> {
        self.file(&format!("#{talk}@{at}"))
    }

    /// A file of the bundle, for example `feed.xml`.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<String> {
        Some(encoded(&format!("{}{path}", self.base.as_ref()?)))
    }

    /// An address that the event's file names.
    #[must_use]
    pub fn asset(&self, href: &Href) -> Option<String> {
        if href.as_str().starts_with(['?', '#']) {
            return self.file(href.as_str());
        }
        let found = self.assets.resolve(href);
        let is_absolute = !href.is_relative() || self.base.is_some();
        found.filter(|_| is_absolute).map(|found| encoded(&found))
    }
}

/// An address in ASCII, for formats that require a URI (RFC 3986). Hosts stay as they are.
fn encoded(address: &str) -> String {
    let host_end = Href::new(address)
        .ok()
        .and_then(|href| href.origin().map(str::len))
        .unwrap_or_default();
    let (host, rest) = address.split_at(host_end.min(address.len()));
    format!("{host}{}", utf8_percent_encode(rest, NOT_IN_URIS))
}

/// What no URI has in it; a `%` is taken to be a part of what was encoded already.
const NOT_IN_URIS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

#[cfg(test)]
mod tests {
    use super::*;

    fn href(text: &str) -> Href {
        Href::new(text).unwrap()
    }

    #[test]
    fn takes_the_base_as_people_write_it() {
        for (base, page) in [
            ("https://a.example", "https://a.example/"),
            ("https://a.example/", "https://a.example/"),
            ("HTTPS://a.example/x", "HTTPS://a.example/x/"),
            ("http://a.example/x/index.html", "http://a.example/x/"),
            ("https://a.example/über/", "https://a.example/%C3%BCber/"),
        ] {
            let site = Site::at(&href(base), "events/x/").unwrap();
            assert_eq!(site.event_page(), Some(page));
        }
        for base in ["a/b", "mailto:a@b.example", "https://a.example/?x", "/a"] {
            assert_eq!(Site::at(&href(base), ""), Err(NotAWebAddress), "{base}");
        }
    }

    #[test]
    fn gives_absolute_addresses_or_none() {
        let site = Site::at(&href("https://a.example/x"), "events/e/").unwrap();
        let talk = TalkId::new("größe").unwrap();
        assert_eq!(
            site.talk_page(&talk).as_deref(),
            Some("https://a.example/x/talk/gr%C3%B6%C3%9Fe/")
        );
        assert_eq!(
            site.moment(&TalkId::new("panel").unwrap(), Seconds(754))
                .as_deref(),
            Some("https://a.example/x/#panel@12:34")
        );
        for (asset, address) in [
            ("a.mp4", Some("https://a.example/x/events/e/a.mp4")),
            ("/a.mp4", Some("https://a.example/a.mp4")),
            ("#panel", Some("https://a.example/x/#panel")),
            ("https://b.example/a", Some("https://b.example/a")),
        ] {
            assert_eq!(site.asset(&href(asset)).as_deref(), address, "{asset}");
        }
        assert_eq!(site.preview(&talk), None);
        assert_eq!(
            site.with_previews(true).preview(&talk).as_deref(),
            Some("https://a.example/x/talk/gr%C3%B6%C3%9Fe/preview.png")
        );
        let unknown = Site::unknown().with_previews(true);
        assert_eq!(unknown.preview(&talk), None);
        assert_eq!(unknown.event_page(), None);
        assert_eq!(unknown.talk_page(&talk), None);
        assert_eq!(unknown.asset(&href("a.mp4")), None);
        assert_eq!(unknown.asset(&href("#panel")), None);
        let foreign = unknown.asset(&href("https://b.example/ä"));
        assert_eq!(foreign.as_deref(), Some("https://b.example/%C3%A4"));
    }
}
